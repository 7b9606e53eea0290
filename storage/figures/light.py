"""How a figure stands beside what was promised: the traffic light of the board."""

from decimal import Decimal
from enum import StrEnum
from math import ceil, floor

from storage.agreements import Outcome, PromisedIndicator
from storage.figures.unique_people import Range

Value = Range | Decimal | Outcome | None
"""A figure: a count, at least and at most; a mark, share or amount; "positive" or "negative"; None is not known."""
TOLERANCE = Decimal("0.2")
"""The part of what is expected that a figure may be short of while it lags only; always one, for small numbers."""


class Light(StrEnum):
    """How an indicator stands. Green is REACHED and ON_COURSE, orange is LAGGING, red is BEHIND and MISSED."""

    REACHED = "reached"
    """The figure makes the target, as it is now."""
    ON_COURSE = "on-course"
    """The figure is at least what was due by now, and goes on fast enough."""
    LAGGING = "lagging"
    """The figure is short of what is due, by no more than one or a fifth of it; or new people become too few."""
    BEHIND = "behind"
    """The figure is further short."""
    MISSED = "missed"
    """The year is over, and the figure does not make the target."""
    UNKNOWN = "unknown"
    """Nobody knows the figure yet."""


def goal_of(indicator: PromisedIndicator) -> int | None:
    """The smallest whole number that makes the target: the next one where the figure must be above it.

    None where the result is to be positive.
    """
    if isinstance(indicator.target, str):
        return None
    return floor(indicator.target) + 1 if indicator.comparison == "gt" else ceil(indicator.target)


def light_of(
    indicator: PromisedIndicator, value: Value, due: int | None, *, is_over: bool, slows_down: bool = False
) -> Light:
    """Tell how ``value`` stands; a range is judged by what it is at least.

    ``due`` is what was due by now of a figure that grows in the year; None for one that does not, which is held
    against the whole target at any time. ``is_over``: no day of the year is still to come. ``slows_down``: it grew fast
    enough so far, but at the pace of late it does not make the target.
    """
    if value is None:
        return Light.UNKNOWN
    certain = value.least if isinstance(value, Range) else value
    if indicator.met_by(certain):
        return Light.REACHED
    if is_over:
        return Light.MISSED
    if isinstance(certain, str) or isinstance(indicator.target, str):
        return Light.BEHIND
    wanted = Decimal(indicator.target if due is None else due)
    if due is not None and certain >= wanted:
        return Light.LAGGING if slows_down else Light.ON_COURSE
    return Light.LAGGING if wanted - certain <= max(Decimal(1), wanted * TOLERANCE) else Light.BEHIND
