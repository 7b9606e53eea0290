"""The rates of a platform."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.limiter import Limiter, Rate


def test_without_a_rate_nothing_waits() -> None:
    limiter = Limiter(None)
    for _ in range(1000):
        assert limiter.wait(0.0) == 0.0
        limiter.start(0.0)
        limiter.finish("a", 0.0)
    assert limiter.resting(0.0) == []
    assert limiter.next_change(0.0) is None


def test_a_chat_rests_after_each_message() -> None:
    limiter = Limiter(Rate(per_second=30, chat_rest=1.0))
    limiter.start(0.0)
    limiter.finish("a", 0.2)
    assert limiter.resting(0.3) == ["a"]
    assert limiter.next_change(0.7) == pytest.approx(0.5)
    assert limiter.resting(1.2) == []
    assert limiter.next_change(1.2) is None


def test_so_many_in_any_second() -> None:
    limiter = Limiter(Rate(per_second=2, chat_rest=0.0))
    limiter.start(0.0)
    limiter.start(0.6)
    assert limiter.wait(0.9) == pytest.approx(0.1)
    assert limiter.next_change(0.9) == pytest.approx(0.1)
    assert limiter.wait(1.0) == 0.0
    limiter.start(1.0)
    assert limiter.wait(1.0) == pytest.approx(0.6)


def test_a_rate_at_which_nothing_can_go_is_refused() -> None:
    with pytest.raises(ValueError, match="ever go"):
        Rate(per_second=0, chat_rest=1.0)


@given(st.integers(1, 5), st.lists(st.floats(0, 0.7), max_size=60))
def test_who_waits_as_told_never_exceeds_the_rate(per_second: int, pauses: list[float]) -> None:
    limiter = Limiter(Rate(per_second=per_second, chat_rest=0.0))
    now, starts = 0.0, []
    for pause in pauses:
        now += pause
        now += limiter.wait(now)
        limiter.start(now)
        starts.append(now)
    for index, start in enumerate(starts[per_second:]):
        assert start - starts[index] >= 1.0 - 1e-9
