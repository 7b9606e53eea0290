"""Clock times that people say, and the lengths that follow from them."""

from datetime import time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.hours.clock_times import first_between, newest_before, said_time
from handlers.regular_work.shift_ends import ROUND_TO, rounded
from language.understand import understand
from tests.scheduler.rooms import ZONE, at, minutes_later

NOW = at("2026-11-10 20:50")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("om 5 uur", time(5)),
        ("tot half 6", time(5, 30)),
        ("17.00", time(17)),
        ("17:30 uur", time(17, 30)),
        ("9.15", time(9, 15)),
        ("25.00", None),
        ("3 uur", None),
        ("van 3 tot 5", None),
        ("5", None),
        ("tuin", None),
    ],
)
def test_the_one_clock_time_that_is_said(text: str, said: time | None) -> None:
    assert said_time(understand(text, NOW), text) == said


@pytest.mark.parametrize(
    ("said", "moment", "found"),
    [
        (time(2), "2026-11-10 14:05", "2026-11-10 14:00"),
        (time(2), "2026-11-10 13:55", "2026-11-10 02:00"),
        (time(12), "2026-11-10 12:30", "2026-11-10 12:00"),
        (time(12), "2026-11-10 11:30", "2026-11-10 00:00"),
        (time(14), "2026-11-10 13:55", None),
        (time(10), "2026-11-10 00:10", None),
    ],
)
def test_when_it_was_that_time_last_today(said: time, moment: str, found: str | None) -> None:
    assert newest_before(said, at(moment), ZONE) == (at(found) if found else None)


@pytest.mark.parametrize(
    ("said", "began", "until", "found"),
    [
        (time(5), "2026-11-10 10:00", "2026-11-10 20:50", "2026-11-10 17:00"),
        (time(5), "2026-11-10 10:00", "2026-11-11 08:50", "2026-11-10 17:00"),
        (time(1), "2026-11-10 22:00", "2026-11-11 08:50", "2026-11-11 01:00"),
        (time(9), "2026-11-10 10:00", "2026-11-10 20:50", None),
        (time(22), "2026-11-10 10:00", "2026-11-10 20:50", None),
        (time(10), "2026-11-10 10:00", "2026-11-10 20:50", None),
        # On 25 October 2026 the clock goes from 3:00 back to 2:00; on 29 March from 2:00 to 3:00.
        (time(4), "2026-10-24 23:00", "2026-10-25 08:00", "2026-10-25 04:00"),
        (time(4), "2026-03-28 23:00", "2026-03-29 08:00", "2026-03-29 04:00"),
    ],
)
def test_when_it_was_that_time_first(said: time, began: str, until: str, found: str | None) -> None:
    assert first_between(said, at(began), at(until), ZONE) == (at(found) if found else None)


@given(
    st.times().map(lambda said: said.replace(second=0, microsecond=0)),
    st.integers(0, 400 * 24 * 60).map(lambda minutes: minutes_later(at("2026-01-01 00:00"), minutes)),
    st.integers(1, 7 * 24 * 60),
)
def test_a_time_that_is_found_lies_between_and_reads_as_it_was_said(said, began, length) -> None:
    until = began + timedelta(minutes=length)
    found = first_between(said, began, until, ZONE)
    if found is None:
        assert length < 26 * 60
    else:
        assert began < found <= until
        assert found.astimezone(ZONE).minute == said.minute


@given(st.floats(0.01, 960))
def test_rounding_is_to_the_nearest_and_never_to_nothing(minutes: float) -> None:
    amount = rounded(minutes)
    assert amount >= ROUND_TO
    assert amount % ROUND_TO == 0
    assert amount == ROUND_TO or abs(amount - minutes) <= ROUND_TO / 2
