"""A room's books, read row by row for whoever checks them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from storage.entries import Status
from storage.people import paper_people
from storage.tables import Entry, EntryVersion, Group, Inbox, Person

_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedHours:
    """An entry as it is now, with the evidence for it: who wrote this version, when, and in which message.

    ``person`` and ``logged_by`` are None for somebody who has no name (any more); ``logged_at`` is in UTC.
    """

    date: date
    person_id: int
    person: str | None
    group: str | None
    minutes: int
    status: Status
    logged_at: datetime
    logged_by_id: int
    logged_by: str | None
    channel: str
    message_id: str
    version: int
    seen: bool
    """Whether the person could see it: not while they have no chat."""


def logged_hours(session: Session, room_id: int, year: int | None = None) -> Iterator[LoggedHours]:
    """The room's entries of a year, or all, by day; not those withdrawn. Few are in memory at a time."""
    volunteer, writer, wrote_as = aliased(Person), aliased(Person), aliased(Person)
    told_for, group = aliased(Group), aliased(Group)
    wanted: Select[*tuple[Any, ...]] = (
        select(
            col(EntryVersion.date),
            col(EntryVersion.person_id),
            col(volunteer.name).label("person"),
            col(group.name).label("group"),
            col(EntryVersion.minutes),
            col(EntryVersion.status),
            col(EntryVersion.changed_at),
            col(writer.id).label("changed_by"),
            col(writer.name).label("logged_by"),
            col(Inbox.channel),
            col(Inbox.message),
            col(Inbox.external_id),
            col(EntryVersion.version),
        )
        .join(volunteer, col(volunteer.id) == col(EntryVersion.person_id))
        # Somebody who wrote on two channels may have been two persons then.
        .join(wrote_as, col(wrote_as.id) == col(EntryVersion.changed_by))
        .join(writer, col(writer.id) == func.coalesce(col(wrote_as.merged_into), col(wrote_as.id)))
        .join(Inbox, col(Inbox.id) == col(EntryVersion.inbox_id))
        # What was told for a group that was merged counts for the one that it went into.
        .outerjoin(told_for, col(told_for.id) == col(EntryVersion.group_id))
        .outerjoin(group, col(group.id) == func.coalesce(col(told_for.merged_into), col(told_for.id)))
        .where(
            col(EntryVersion.room_id) == room_id,
            col(EntryVersion.is_current),
            col(EntryVersion.status) != Status.WITHDRAWN,
        )
        .order_by(col(EntryVersion.date), col(EntryVersion.entry_id))
        .execution_options(yield_per=_AT_ONCE)
    )
    if year is not None:
        wanted = wanted.where(col(EntryVersion.date).between(date(year, 1, 1), date(year, 12, 31)))
    owners = session.connection().execute(select(col(Entry.person_id)).where(col(Entry.room_id) == room_id).distinct())
    paper = paper_people(session, owners.scalars())
    for row in session.connection().execute(wanted):
        yield LoggedHours(
            date=row.date,
            person_id=row.person_id,
            person=row.person or None,
            group=row.group,
            minutes=row.minutes,
            status=Status(row.status),
            logged_at=row.changed_at,
            logged_by_id=row.changed_by,
            logged_by=row.logged_by or None,
            channel=row.channel,
            message_id=row.message or row.external_id,
            version=row.version,
            seen=row.person_id not in paper,
        )
