"""How people stand on the way to the year's hours, as a room counts them."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeVar

from storage.figures.pace import Break, Pace, PaceRules, pace

T = TypeVar("T")


class Standing(StrEnum):
    """Where somebody stands; everybody has one. Who reached the hours is on pace too."""

    REACHED = "reached"
    ON_PACE = "on-pace"
    BEHIND = "behind"
    TOO_EARLY = "too-early"


class YearSoFar(Protocol):
    """A person's year in a room, up to a day."""

    @property
    def minutes(self) -> int:
        """The minutes that count."""

    @property
    def start(self) -> date:
        """The person's first day in the room."""

    @property
    def breaks(self) -> Sequence[tuple[date, date | None]]:
        """First and last day of each break; None: still open."""


def pace_of(year: YearSoFar, on: date, rules: PaceRules) -> Pace:
    """Tell the pace of a year as it stands at the end of the day ``on``."""
    return pace(year.minutes, on.year, year.start, [Break(*days) for days in year.breaks], on, rules)


def standing(found: Pace) -> Standing:
    """Tell where somebody with this pace stands."""
    if found.reached:
        return Standing.REACHED
    if found.too_early:
        return Standing.TOO_EARLY
    return Standing.ON_PACE if found.on_pace else Standing.BEHIND


def standings(years: Iterable[tuple[T, YearSoFar]], on: date, rules: PaceRules) -> dict[Standing, list[T]]:
    """Sort people by where they stand at the end of the day ``on``, in the order in which they came."""
    found: dict[Standing, list[T]] = {kind: [] for kind in Standing}
    for who, year in years:
        found[standing(pace_of(year, on, rules))].append(who)
    return found
