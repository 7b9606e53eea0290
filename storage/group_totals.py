"""What a group did in a period: its hours, its klussen, and who came. Nobody's name is in it."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from storage.entries import entries_in
from storage.figures.activities import activities
from storage.figures.klussen import klussen
from storage.figures.unique_people import Range, unique_people_within
from storage.groups import survivors
from storage.klussen import open_in
from storage.tables import EntryVersion, Group


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupTotals:
    """A group in a period, with the groups that were merged into it."""

    minutes: int
    """Booked."""
    volunteers: int
    """The people whose hours these are."""
    klussen: int
    times: int
    """Activities of which was told who came."""
    heads: int
    """Everybody who came, each time anew."""
    people: Range
    """How many different people that were, see docs/participants.md."""


def group_totals(session: Session, group: Group, first: date, last: date) -> GroupTotals:
    """The group from ``first`` to ``last``, both days in it."""
    worked = _worked(session, group, first, last)
    held = activities(session, group.room_id, first, last, group_id=group.id)
    before = activities(session, group.room_id, date(first.year, 1, 1), first - timedelta(days=1), group_id=group.id)
    return GroupTotals(
        minutes=sum(entry.minutes for entry in worked),
        volunteers=len({entry.person_id for entry in worked}),
        klussen=klussen(session, group.room_id, first, last, group.id),
        times=len(held),
        heads=sum(activity.heads for activity in held),
        people=unique_people_within(before, held),
    )


def group_weeks(session: Session, group: Group, first_monday: date, weeks: int) -> list[tuple[int, int]]:
    """Booked minutes and heads of each of ``weeks`` weeks from ``first_monday`` on."""
    last = first_monday + timedelta(days=7 * weeks - 1)
    minutes, heads = [0] * weeks, [0] * weeks
    for entry in _worked(session, group, first_monday, last):
        minutes[(entry.date - first_monday).days // 7] += entry.minutes
    for activity in activities(session, group.room_id, first_monday, last, group_id=group.id):
        heads[(activity.date - first_monday).days // 7] += activity.heads
    return list(zip(minutes, heads, strict=True))


def _worked(session: Session, group: Group, first: date, last: date) -> list[EntryVersion]:
    into = survivors(session, group.room_id)
    entries = entries_in(session, group.room_id, first, last)
    return [entry for entry in entries if entry.group_id is not None and into[entry.group_id] == group.id]


def open_klussen(session: Session, group: Group) -> int:
    """How many of the group's klussen wait or are taken."""
    into = survivors(session, group.room_id)
    found = open_in(session, [group.room_id])
    return sum(klus.group_id is not None and into[klus.group_id] == group.id for klus in found)
