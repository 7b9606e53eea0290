"""Entries and their versions: what was worked, who said so, and what was changed since."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import bindparam, func, update
from sqlmodel import Session, col, select

from storage import core
from storage.tables import Entry, EntryVersion


class Status(StrEnum):
    """Where an entry stands. Only BOOKED counts in totals and targets."""

    BOOKED = "booked"
    WAITING = "waiting"
    """For the coordinator's tap."""
    DISPUTED = "disputed"
    """The person whose hours these are objected."""
    WITHDRAWN = "withdrawn"


STANDING = (Status.BOOKED, Status.WAITING, Status.DISPUTED)
"""Hours that were not taken away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What an entry says: so many minutes on a day (in the room's zone), for a group, between clock times if told."""

    date: date
    minutes: int
    group_id: int | None = None
    starts: time | None = None
    ends: time | None = None


class Standing(NamedTuple):
    """An entry that counts or waits to, as new work is weighed against it."""

    entry_id: int
    status: str
    reason: str
    changed_at: datetime
    work: Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Who changed the books, when, by which message."""

    by: int
    at: datetime
    inbox_id: int


WEEK = timedelta(days=7)
_OF_PERSON = (
    select(EntryVersion)
    .where(
        EntryVersion.person_id == bindparam("person"),
        col(EntryVersion.is_current),
        col(EntryVersion.status).in_(bindparam("statuses", expanding=True)),
        col(EntryVersion.date).between(bindparam("first"), bindparam("last")),
    )
    .order_by(col(EntryVersion.date), col(EntryVersion.entry_id))
)
_TOTAL = select(func.coalesce(func.sum(EntryVersion.minutes), 0)).where(
    EntryVersion.person_id == bindparam("person"),
    col(EntryVersion.is_current),
    EntryVersion.status == Status.BOOKED,
    col(EntryVersion.date).between(bindparam("first"), bindparam("last")),
)
_SAME = (
    select(EntryVersion.id)
    .where(
        EntryVersion.person_id == bindparam("person"),
        col(EntryVersion.is_current),
        col(EntryVersion.status).in_((Status.BOOKED, Status.WAITING, Status.DISPUTED)),
        EntryVersion.date == bindparam("on"),
        EntryVersion.room_id == bindparam("room"),
        EntryVersion.minutes == bindparam("minutes"),
        col(EntryVersion.group_id).is_not_distinct_from(bindparam("group")),
    )
    .order_by(col(EntryVersion.entry_id))
    .limit(1)
)
_AROUND = (
    select(EntryVersion.entry_id, EntryVersion.status, EntryVersion.reason, EntryVersion.changed_at)
    .add_columns(col(EntryVersion.date), col(EntryVersion.minutes), col(EntryVersion.group_id))
    .add_columns(col(EntryVersion.starts), col(EntryVersion.ends))
    .where(
        col(EntryVersion.person_id) == bindparam("person"),
        col(EntryVersion.is_current),
        col(EntryVersion.status).in_((Status.BOOKED, Status.WAITING)),
        col(EntryVersion.date).between(bindparam("first"), bindparam("last")),
    )
    .order_by(col(EntryVersion.date), col(EntryVersion.entry_id))
)
_HERE = EntryVersion.room_id == bindparam("room")
_OF_PERSON_HERE, _TOTAL_HERE = _OF_PERSON.where(_HERE), _TOTAL.where(_HERE)
_AROUND_HERE = _AROUND.where(col(EntryVersion.room_id) == bindparam("room"))


def add_entry(
    session: Session, room_id: int, person_id: int, work: Work, status: Status, evidence: Evidence, reason: str = ""
) -> EntryVersion:
    """Write a new entry into the books."""
    entry_id = core.insert(session, Entry, room_id=room_id, person_id=person_id)
    return _add_version(session, (entry_id, room_id, person_id), 1, work, status, evidence, reason)


def revise(
    session: Session, current: EntryVersion, work: Work, status: Status, evidence: Evidence, reason: str
) -> EntryVersion:
    """Write what the entry says from now on; what it said stays as an older version."""
    session.execute(update(EntryVersion).where(col(EntryVersion.id) == current.id).values(is_current=False))
    entry = session.get_one(Entry, current.entry_id)
    of = (entry.id, entry.room_id, entry.person_id)
    return _add_version(session, of, current.version + 1, work, status, evidence, reason)


def _add_version(
    session: Session,
    of: tuple[int, int, int],
    version: int,
    work: Work,
    status: Status,
    evidence: Evidence,
    reason: str,
) -> EntryVersion:
    """``of`` is the entry with its room and person."""
    entry_id, room_id, person_id = of
    row: dict[str, Any] = {
        "entry_id": entry_id,
        "version": version,
        "is_current": True,
        "room_id": room_id,
        "person_id": person_id,
        "group_id": work.group_id,
        "date": work.date,
        "minutes": work.minutes,
        "starts": work.starts,
        "ends": work.ends,
        "status": status,
        "reason": reason,
        "changed_at": evidence.at,
        "changed_by": evidence.by,
        "inbox_id": evidence.inbox_id,
    }
    # Past the session, which would ask for it again: nobody changes a version.
    return core.written(EntryVersion, id=core.insert(session, EntryVersion, **row), **row)


def work_of(version: EntryVersion) -> Work:
    """What this version of an entry says."""
    return Work(
        date=version.date,
        minutes=version.minutes,
        group_id=version.group_id,
        starts=version.starts,
        ends=version.ends,
    )


def current(session: Session, entry_ids: Iterable[int]) -> list[EntryVersion]:
    """What these entries say now, in the order they were made."""
    wanted = (
        select(EntryVersion)
        .where(col(EntryVersion.entry_id).in_(list(entry_ids)), col(EntryVersion.is_current))
        .order_by(col(EntryVersion.entry_id))
    )
    return list(session.exec(wanted))


def versions(session: Session, entry_id: int) -> list[EntryVersion]:
    """Everything the entry ever said, the oldest first."""
    wanted = select(EntryVersion).where(EntryVersion.entry_id == entry_id).order_by(col(EntryVersion.version))
    return list(session.exec(wanted))


def entries_from(session: Session, inbox_ids: Iterable[int]) -> list[EntryVersion]:
    """What the entries that these messages made or changed say now."""
    touched = select(EntryVersion.entry_id).where(col(EntryVersion.inbox_id).in_(list(inbox_ids)))
    wanted = (
        select(EntryVersion)
        .where(col(EntryVersion.entry_id).in_(touched), col(EntryVersion.is_current))
        .order_by(col(EntryVersion.entry_id))
    )
    return list(session.exec(wanted))


def entries_of(
    session: Session,
    person_id: int,
    first: date,
    last: date,
    statuses: tuple[Status, ...] = (Status.BOOKED,),
    room_id: int | None = None,
) -> list[EntryVersion]:
    """The person's entries from ``first`` to ``last`` with both days in it, in the order of their days."""
    values = {"person": person_id, "first": first, "last": last, "statuses": statuses}
    if room_id is None:
        return list(session.exec(_OF_PERSON, params=values))
    return list(session.exec(_OF_PERSON_HERE, params={**values, "room": room_id}))


def same_entry(session: Session, person_id: int, room_id: int, work: Work) -> EntryVersion | None:
    """The person's first entry in the room that says as much on that day for that group, if it is not withdrawn."""
    values = {"person": person_id, "room": room_id, "on": work.date, "minutes": work.minutes, "group": work.group_id}
    return next(iter(core.rare(session, EntryVersion, _SAME, **values)), None)


def last_entries(session: Session, person_id: int, most: int, room_id: int | None = None) -> list[EntryVersion]:
    """The person's newest entries by when they were made, the newest first; not those withdrawn."""
    wanted = (
        select(EntryVersion)
        .where(
            EntryVersion.person_id == person_id,
            col(EntryVersion.is_current),
            EntryVersion.status != Status.WITHDRAWN,
        )
        .order_by(col(EntryVersion.entry_id).desc())
        .limit(most)
    )
    if room_id is not None:
        wanted = wanted.where(EntryVersion.room_id == room_id)
    return list(session.exec(wanted))


def entries_around(session: Session, person_id: int, day: date, room_id: int | None = None) -> list[Standing]:
    """What stands in the books for a person a week before and after a day, to weigh their work on it against."""
    values = {"person": person_id, "first": day - WEEK, "last": day + WEEK}
    if room_id is None:
        rows = core.run(session, _AROUND, **values)
    else:
        rows = core.run(session, _AROUND_HERE, **values, room=room_id)
    return [
        Standing(
            row.entry_id,
            row.status,
            row.reason,
            row.changed_at,
            Work(date=row.date, minutes=row.minutes, group_id=row.group_id, starts=row.starts, ends=row.ends),
        )
        for row in rows
    ]


def total(session: Session, person_id: int, first: date, last: date, room_id: int | None = None) -> int:
    """The person's booked minutes from ``first`` to ``last``, both days in it."""
    values = {"person": person_id, "first": first, "last": last}
    if room_id is None:
        minutes: int = core.run(session, _TOTAL, **values).scalar_one()
    else:
        minutes = core.run(session, _TOTAL_HERE, **values, room=room_id).scalar_one()
    return minutes


def entries_in(session: Session, room_id: int, first: date, last: date) -> list[EntryVersion]:
    """The room's booked entries from ``first`` to ``last``, both days in it, in the order of their days."""
    wanted = (
        select(EntryVersion)
        .where(
            EntryVersion.room_id == room_id,
            col(EntryVersion.is_current),
            EntryVersion.status == Status.BOOKED,
            col(EntryVersion.date).between(first, last),
        )
        .order_by(col(EntryVersion.date), col(EntryVersion.entry_id))
    )
    return list(session.exec(wanted))


def waiting(session: Session, room_id: int) -> list[EntryVersion]:
    """The room's entries that wait for a coordinator: to be approved, or because the person objected."""
    wanted = select(EntryVersion).where(
        EntryVersion.room_id == room_id,
        col(EntryVersion.is_current),
        col(EntryVersion.status).in_((Status.WAITING, Status.DISPUTED)),
    )
    # Put in order here: asked for it, SQLite may go through all entries in their order to find these few.
    return sorted(session.exec(wanted), key=lambda version: version.entry_id)
