"""Who has been silent in a room, since when, and the one reminder that a silence may bring."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, func
from sqlalchemy import select as core_select
from sqlmodel import Session, col, select

from storage.breaks import break_on
from storage.entries import Status
from storage.people import breaks_of, members, reachable_account
from storage.rooms import settings_of
from storage.runs import last_told, tell_once
from storage.tables import AttendanceVersion, EntryVersion, Member, Person, Room

REMINDER = "reminder"
EARLY_DAYS = 8
"""Silent days after which a coordinator may have the one reminder sent: just more than a weekly volunteer is silent."""


@dataclass(frozen=True, slots=True)
class Silence:
    """A member from whom nothing was heard after the day ``since``: worked, told of something, joined, or came back."""

    member: Member
    person: Person
    since: date


def volunteers(session: Session, room: Room) -> list[tuple[Member, Person]]:
    """The room's members who volunteer, by name: all but coordinators who never had hours."""
    with_hours = {*last_worked(session, room)}
    return [
        (member, person)
        for member, person in members(session, room.id)
        if not member.is_coordinator or person.id in with_hours
    ]


def silences(session: Session, room: Room, on: date, days: int) -> list[Silence]:
    """Volunteers who on this day have been silent for ``days``: nothing heard, no break, no word of absence."""
    worked, wrote, reported = last_worked(session, room), _last_wrote(session, room), _last_reported(session, room)
    found = []
    for member, person in volunteers(session, room):
        if break_on(session, member, on) is not None or (member.silent_until is not None and member.silent_until > on):
            continue
        back = [pause.ends for pause in breaks_of(session, member.id) if pause.ends is not None and pause.ends < on]
        heard = [worked.get(person.id), wrote.get(person.id), reported.get(person.id), *back]
        since = max([member.joined_on, *(day for day in heard if day is not None)])
        if since <= on - timedelta(days=days):
            found.append(Silence(member, person, since))
    return found


def to_remind(session: Session, room: Room, on: date, days: int) -> list[Silence]:
    """Of those silent for ``days``, whom the one reminder can still be sent: not reminded yet, and willing to read."""
    zone = settings_of(room).zone
    reminded = {person: at.astimezone(zone).date() for person, at in last_told(session, room.id, REMINDER).items()}
    return [
        silence
        for silence in silences(session, room, on, days)
        if reminded.get(silence.person.id, date.min) <= silence.since
        and silence.person.quiet_since is None
        and reachable_account(session, silence.person.id) is not None
    ]


def take_reminder(session: Session, silence: Silence, now: datetime) -> bool:
    """Whether this silence brings its reminder now: then it must be sent in this unit of work."""
    since = silence.since.isoformat()
    return tell_once(session, silence.person.id, silence.member.room_id, REMINDER, since, now)


def last_worked(session: Session, room: Room) -> dict[int, date]:
    """The last day on which each member of the room worked, also where those hours wait; not who never did."""
    # For each member the newest alone is looked up by an index: years of what they did before are not read.
    newest = [
        core_select(col(EntryVersion.date))
        .where(
            col(EntryVersion.person_id) == col(Member.person_id),
            col(EntryVersion.is_current),
            col(EntryVersion.status) == status,
            col(EntryVersion.room_id) == room.id,
        )
        .order_by(col(EntryVersion.date).desc())
        .limit(1)
        .scalar_subquery()
        for status in Status
        if status is not Status.WITHDRAWN
    ]
    found = session.connection().execute(core_select(col(Member.person_id), *newest).where(_is_of(room)))
    worked = {person: [day for day in days if day is not None] for person, *days in found}
    return {person: max(days) for person, days in worked.items() if days}


def _last_wrote(session: Session, room: Room) -> dict[int, date]:
    """When each member last wrote hours themselves, in whichever room: who wrote is not silent."""
    own = (EntryVersion.person_id == Member.person_id, EntryVersion.changed_by == Member.person_id)
    return _last_days(session, room, select(func.max(EntryVersion.changed_at)).where(*own))


def _last_reported(session: Session, room: Room) -> dict[int, date]:
    """When each member last told of who came to an activity."""
    own = (AttendanceVersion.changed_by == Member.person_id, AttendanceVersion.room_id == room.id)
    return _last_days(session, room, select(func.max(AttendanceVersion.changed_at)).where(*own))


def _last_days(session: Session, room: Room, newest: Select[Any]) -> dict[int, date]:
    wanted = core_select(col(Member.person_id), newest.scalar_subquery()).where(_is_of(room))
    zone = settings_of(room).zone
    found = session.connection().execute(wanted)
    return {person: at.astimezone(zone).date() for person, at in found if at is not None}


def _is_of(room: Room) -> ColumnElement[bool]:
    return col(Member.room_id) == room.id
