"""Where a figure comes from: the things in the books behind it, which add up to it."""

from collections.abc import Iterable
from datetime import date

from sqlmodel import Session

from storage.figures.evidence import cases, people, work
from storage.figures.evidence.row import EvidenceRow, Thing
from storage.figures.indicators import PEOPLE
from storage.figures.participants import kinds_of
from storage.tables import Room

__all__ = ["HOURS", "EvidenceRow", "Thing", "evidence"]

HOURS = "hours"
"""Beside the indicators: all hours that volunteers worked, which add minutes."""
_WORK = {
    HOURS: work.hours,
    "active_volunteers": work.volunteers,
    "active_groups": work.groups,
    "klussen": work.klussen,
    "participants": people.attendances,
}


def evidence(session: Session, room: Room, indicator: str, on: date) -> list[EvidenceRow]:
    """What is behind the room's figure of an indicator at the end of the day ``on``, in the order of days.

    From 1 January of that day's year, as the figure. Of an indicator that the bot does not count, the result that was
    entered, if there is one: an answer to a survey is behind nothing that can be shown.
    """
    return sorted(_behind(session, room, indicator, on), key=lambda row: row.date)


def _behind(session: Session, room: Room, indicator: str, on: date) -> Iterable[EvidenceRow]:
    if indicator in _WORK:
        return _WORK[indicator](session, room, on)
    if indicator in PEOPLE:
        return people.attendances(session, room, on, kinds_of(indicator))
    if indicator in cases.KIND_OF:
        return cases.tallies(session, room, indicator, on)
    if indicator in cases.FACT_OF:
        return cases.facts(session, room, indicator, on)
    return cases.result(session, room, indicator, on)
