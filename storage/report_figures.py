"""What a report tells beside the promised figures: hours by group and month, and klussen by housing corporation."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func
from sqlmodel import Session, col, select

from storage.attendances import standing
from storage.entries import Status, entries_in
from storage.figures.course import month_ends
from storage.groups import survivors
from storage.klussen import done_in, kept_one, open_in
from storage.tables import Entry, EntryVersion, Klus


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupWork:
    """What a group did in a period, with the groups that were merged into it; ``group_id`` is None for no group."""

    group_id: int | None
    minutes: int
    """Booked."""
    people: frozenset[int]
    """Whose hours these are."""
    activities: int
    """Activities of which was told who came."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorporationKlussen:
    """Klussen in a period for the houses of one corporation; "" is none, or not asked."""

    corporation: str
    done: int
    open: int
    """They wait or are taken now."""
    minutes: int
    """Booked on those that were done."""


def work_by_group(session: Session, room_id: int, first: date, last: date) -> list[GroupWork]:
    """What each group of the room did from ``first`` to ``last``, both days in it; the one with most hours first."""
    into = survivors(session, room_id)
    minutes: Counter[int | None] = Counter()
    people: dict[int | None, set[int]] = defaultdict(set)
    for entry in entries_in(session, room_id, first, last):
        group = None if entry.group_id is None else into[entry.group_id]
        minutes[group] += entry.minutes
        people[group].add(entry.person_id)
    held = Counter(
        None if row.group_id is None else into[row.group_id] for row in standing(session, room_id, first, last)
    )
    every = sorted({*minutes, *held}, key=lambda group: (-minutes[group], group is None, group or 0))
    return [
        GroupWork(group_id=group, minutes=minutes[group], people=frozenset(people[group]), activities=held[group])
        for group in every
    ]


def klussen_by_corporation(session: Session, room_id: int, first: date, last: date) -> list[CorporationKlussen]:
    """The room's klussen that were done from ``first`` to ``last``, and those open now, by corporation."""
    done = done_in(session, room_id, first, last)
    worked = _minutes_of_klussen(session, room_id)
    waiting = Counter(klus.corporation or "" for klus in open_in(session, [room_id]))
    number = Counter(klus.corporation or "" for klus in done)
    minutes: Counter[str] = Counter()
    for klus in done:
        minutes[klus.corporation or ""] += worked[klus.id]
    return [
        CorporationKlussen(corporation=name, done=number[name], open=waiting[name], minutes=minutes[name])
        for name in sorted({*number, *waiting}, key=lambda name: (not name, name))
    ]


def _minutes_of_klussen(session: Session, room_id: int) -> Counter[int]:
    """The booked minutes of each klus of the room, those of its doubles among them."""
    wanted = (
        select(Entry.klus_id, func.sum(EntryVersion.minutes))
        .join(EntryVersion, col(EntryVersion.entry_id) == col(Entry.id))
        .where(
            Entry.room_id == room_id,
            col(Entry.klus_id).is_not(None),
            col(EntryVersion.is_current),
            EntryVersion.status == Status.BOOKED,
        )
        .group_by(col(Entry.klus_id))
    )
    minutes: Counter[int] = Counter()
    for klus_id, amount in session.exec(wanted):
        minutes[kept_one(session, session.get_one(Klus, klus_id)).id] += amount
    return minutes


def minutes_until(session: Session, room_id: int, last: date) -> list[tuple[date, int]]:
    """The room's booked minutes since 1 January at the end of each month, and of ``last`` where that is within one."""
    by_day: Counter[date] = Counter()
    for entry in entries_in(session, room_id, date(last.year, 1, 1), last):
        by_day[entry.date] += entry.minutes
    return [(day, sum(amount for on, amount in by_day.items() if on <= day)) for day in month_ends(last)]


def waiting_minutes(session: Session, room_id: int, last: date) -> int:
    """Minutes of the year up to ``last`` that wait for a coordinator, or to which somebody objected."""
    wanted = select(func.coalesce(func.sum(EntryVersion.minutes), 0)).where(
        EntryVersion.room_id == room_id,
        col(EntryVersion.is_current),
        col(EntryVersion.status).in_((Status.WAITING, Status.DISPUTED)),
        col(EntryVersion.date).between(date(last.year, 1, 1), last),
    )
    return session.exec(wanted).one()
