"""How a figure stands beside its target: examples that a coordinator can check by hand."""

from decimal import Decimal
from typing import Literal

import pytest

from storage.agreements import PromisedIndicator
from storage.figures.light import Light, Value, goal_of, light_of
from storage.figures.unique_people import Range


def promised(
    comparison: Literal["gt", "ge", "positive"], target: int | Decimal | Literal["positive"]
) -> PromisedIndicator:
    return PromisedIndicator(
        id="x", kind="output", name="X", unit="people", comparison=comparison, source="logged", target=target
    )


def exactly(count: int) -> Range:
    return Range(count, count)


def test_more_than_twenty_begins_at_twenty_one() -> None:
    assert goal_of(promised("gt", 20)) == 21
    assert goal_of(promised("ge", 20)) == 20
    assert goal_of(promised("positive", "positive")) is None


def test_a_mark_may_be_promised_to_a_tenth() -> None:
    mark = promised("ge", Decimal("7.5"))
    assert (goal_of(mark), goal_of(promised("gt", Decimal("7.5")))) == (8, 8)
    lights = [light_of(mark, Decimal(value), None, is_over=True) for value in ("7.5", "7.49")]
    assert lights == [Light.REACHED, Light.MISSED]


@pytest.mark.parametrize(
    ("value", "due", "light"),
    [
        (exactly(21), 10, Light.REACHED),
        (exactly(20), 10, Light.ON_COURSE),
        (exactly(10), 10, Light.ON_COURSE),
        (exactly(8), 10, Light.LAGGING),
        (exactly(7), 10, Light.BEHIND),
        (Range(7, 40), 10, Light.BEHIND),
        (exactly(0), 0, Light.ON_COURSE),
        (exactly(0), 1, Light.LAGGING),
        (exactly(20), None, Light.LAGGING),
        (exactly(15), None, Light.BEHIND),
        (None, 10, Light.UNKNOWN),
    ],
)
def test_more_than_twenty_people(value: Value, due: int | None, light: Light) -> None:
    assert light_of(promised("gt", 20), value, due, is_over=False) == light


def test_what_slows_down_lags_though_it_has_what_is_due() -> None:
    assert light_of(promised("ge", 20), exactly(15), 10, is_over=False, slows_down=True) == Light.LAGGING
    assert light_of(promised("ge", 20), exactly(20), 10, is_over=False, slows_down=True) == Light.REACHED


def test_when_the_year_is_over_it_is_reached_or_missed() -> None:
    assert light_of(promised("gt", 20), exactly(20), 21, is_over=True) == Light.MISSED
    assert light_of(promised("gt", 20), exactly(21), 21, is_over=True) == Light.REACHED
    assert light_of(promised("ge", 20), Range(20, 60), 20, is_over=True) == Light.REACHED
    assert light_of(promised("gt", 20), None, 21, is_over=True) == Light.UNKNOWN


@pytest.mark.parametrize(
    ("mark", "light"),
    [("8.01", Light.REACHED), ("8.00", Light.LAGGING), ("6.40", Light.LAGGING), ("6.39", Light.BEHIND)],
)
def test_a_mark_above_eight(mark: str, light: Light) -> None:
    assert light_of(promised("gt", 8), Decimal(mark), None, is_over=False) == light


def test_a_judgement_is_reached_or_not() -> None:
    audit = promised("positive", "positive")
    assert light_of(audit, "positive", None, is_over=False) == Light.REACHED
    assert light_of(audit, "negative", None, is_over=False) == Light.BEHIND
    assert light_of(audit, "negative", None, is_over=True) == Light.MISSED
