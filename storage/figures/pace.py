"""The year's 250 hours: how many hours a year somebody is heading for, and what is left to do.

Everything is reckoned in whole minutes and whole days, so that nobody misses the mark by a rounding.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

FORTNIGHT = 14


@dataclass(frozen=True, slots=True)
class PaceRules:
    """The agreed numbers; printed with every figure that rests on them."""

    target_hours: int = 250
    """Hours in a whole year that make an active volunteer."""
    earliest_days: int = 28
    """Own days before which a pace says nothing yet."""
    active_days: int = 90
    """Own days that an active volunteer has at least, at the year's end."""

    @property
    def target_minutes(self) -> int:
        """The year's target in minutes."""
        return self.target_hours * 60


@dataclass(frozen=True, slots=True)
class Break:
    """Days on which nothing is expected, both ends included; without ``last`` it goes on."""

    first: date
    last: date | None = None

    def __post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            raise ValueError(f"a break that ends on {self.last}, before its start on {self.first}")


@dataclass(frozen=True, slots=True)
class Pace:
    """Somebody's hours in a year, carried on to the whole year."""

    minutes: int
    days: int
    """Own days so far: since 1 January or the later start, without breaks."""
    days_in_year: int
    rules: PaceRules

    @property
    def too_early(self) -> bool:
        """Too few own days to say anything; such a person is not counted either way."""
        return self.days < self.rules.earliest_days

    @property
    def hours_per_year(self) -> int | None:
        """The pace in whole hours a year, rounded down (249 hours and 59 minutes is not 250); None is too early."""
        return None if self.too_early else self.minutes * self.days_in_year // (self.days * 60)

    @property
    def on_pace(self) -> bool:
        """Whether the pace makes the year's target; never when it is too early."""
        return not self.too_early and self.minutes * self.days_in_year >= self.rules.target_minutes * self.days

    @property
    def active(self) -> bool:
        """Whether this, taken at the year's end, is an active volunteer."""
        return self.on_pace and self.days >= self.rules.active_days

    @property
    def reached(self) -> bool:
        """Whether the hours themselves make the target, whatever the pace."""
        return self.minutes >= self.rules.target_minutes


@dataclass(frozen=True, slots=True)
class Left:
    """What is still to do in the year."""

    minutes: int
    days: int
    """Days still to come in the year, without breaks already known."""
    hours_per_two_weeks: int | None
    """Small steps: whole hours every two weeks that make it in time; None when no two weeks are left."""


def pace(
    minutes: int, year: int, start: date, breaks: Iterable[Break], on: date, rules: PaceRules | None = None
) -> Pace:
    """Tell somebody's pace in ``year`` as it stands at the end of the day ``on``.

    ``minutes`` are those that count up to and including that day; ``start`` is the person's first day in the room.
    """
    if minutes < 0:
        raise ValueError(f"{minutes} minutes: less than nothing")
    first, last = _year(year)
    days = _own_days(max(first, start), min(last, on), breaks)
    return Pace(minutes=minutes, days=days, days_in_year=_length(first, last), rules=rules or PaceRules())


def own_share(year: int, start: date, breaks: Iterable[Break], rules: PaceRules | None = None) -> int:
    """Tell the minutes that keep somebody on pace until 31 December: the target for their own part of the year.

    For who starts in July it is about half of the target. With these minutes ``pace(...).on_pace`` holds at
    the year's end, with one fewer it does not.
    """
    first, last = _year(year)
    days = _own_days(max(first, start), last, breaks)
    return -((rules or PaceRules()).target_minutes * days // -_length(first, last))


def left(minutes: int, target_minutes: int, year: int, breaks: Iterable[Break], on: date) -> Left | None:
    """Tell what is left to do after the day ``on`` to come from ``minutes`` to ``target_minutes``; None is reached."""
    if minutes >= target_minutes:
        return None
    first, last = _year(year)
    days = _own_days(max(first, on + timedelta(days=1)), last, breaks)
    missing = target_minutes - minutes
    # Rounded up: who keeps to it gets there.
    steps = -(missing * FORTNIGHT // -(days * 60)) if days >= FORTNIGHT else None
    return Left(minutes=missing, days=days, hours_per_two_weeks=steps)


def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


def _length(first: date, last: date) -> int:
    return max(0, (last - first).days + 1)


def _own_days(first: date, last: date, breaks: Iterable[Break]) -> int:
    """Count the days from first to last, both included, that lie in no break; breaks may overlap."""
    days = _length(first, last)
    for pause in sorted(breaks, key=lambda pause: pause.first):
        end = last if pause.last is None else min(last, pause.last)
        begin = max(first, pause.first)
        if begin <= end:
            days -= _length(begin, end)
            first = end + timedelta(days=1)
    return days
