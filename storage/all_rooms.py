"""What the clock asks of all rooms at once, each in one statement however many rooms there are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import String, and_, cast, exists, func, literal, or_
from sqlalchemy import select as core_select
from sqlmodel import Session, col

from storage import habits, shifts
from storage.entries import STANDING
from storage.once import insert_once
from storage.tables import EntryVersion, Habit, Note, Person, Room, Run, Shift, Told

_FIRST_SEEN = "clock: room "


@dataclass(frozen=True, slots=True)
class RoomSeen:
    """A room as the clock knows it: its own settings, since when it is known, and when a job last ran or was skipped.

    ``known_since`` is None for a room that the clock never saw.
    """

    id: int
    slug: str
    settings: dict[str, Any]
    known_since: datetime | None
    last_run: datetime | None


@dataclass(frozen=True, slots=True)
class OpenHabit:
    """Regular work on a day, of which nothing is logged and nothing was asked yet."""

    room_id: int
    person_id: int
    day: date
    starts: time | None
    minutes: int


@dataclass(frozen=True, slots=True)
class RunningShift:
    """Time that runs: until when it is certain, and the last day on which it was asked about (ISO, or None)."""

    room_id: int
    person_id: int
    started_at: datetime
    certain_until: datetime
    asked_on: str | None


def rooms_seen(session: Session) -> list[RoomSeen]:
    """All rooms by name."""
    # One seek in an index for each: grouping the runs would read them all.
    first = core_select(func.min(Run.started_at)).where(col(Run.room_id) == col(Room.id)).scalar_subquery()
    last = core_select(func.max(Run.started_at)).where(col(Run.room_id) == col(Room.id)).scalar_subquery()
    wanted = core_select(col(Room.id), col(Room.slug), col(Room.settings), first, last).order_by(col(Room.name))
    noted = _first_seen(session)
    return [
        RoomSeen(key, slug, settings, min(filter(None, (noted.get(key), begun)), default=None), newest)
        for key, slug, settings, begun, newest in session.connection().execute(wanted)
    ]


def see_first(session: Session, room_ids: Iterable[int], now: datetime) -> None:
    """Keep that the clock saw these rooms for the first time."""
    for room_id in room_ids:
        insert_once(session, Note, name=f"{_FIRST_SEEN}{room_id}", value=now.astimezone(UTC).isoformat())


def runs_in(session: Session, since: datetime) -> dict[int, set[tuple[str, str]]]:
    """The (job, period) pairs that were done or skipped since a moment, by room."""
    # By way of the rooms: the index begins with them.
    wanted = core_select(col(Run.room_id), col(Run.job), col(Run.period)).where(
        col(Run.room_id).in_(core_select(col(Room.id))), col(Run.started_at) >= since
    )
    found: dict[int, set[tuple[str, str]]] = {}
    for room_id, job, period in session.connection().execute(wanted):
        found.setdefault(room_id, set()).add((job, period))
    return found


def open_habits(session: Session, days: Sequence[date]) -> list[OpenHabit]:
    """Everybody's regular work on these days of which nothing is logged and nothing was asked, but of who is quiet.

    Whether somebody is to be asked is for a closer look: this leaves out what most of it needs not be looked at for.
    """
    return [found for day in days for found in _open_on(session, day)]


def running_shifts(session: Session) -> list[RunningShift]:
    """Everybody's time that runs."""
    of_shift = (col(Told.person_id) == col(Shift.person_id), col(Told.room_id) == col(Shift.room_id))
    goes_on = (
        core_select(func.max(Told.told_at))
        .where(*of_shift, col(Told.what) == _numbered(shifts.GOES_ON, Shift))
        .scalar_subquery()
    )
    asked = (
        core_select(func.max(Told.period)).where(*of_shift, col(Told.what) == _numbered(shifts.ASKED, Shift))
    ).scalar_subquery()
    running = (col(Shift.room_id), col(Shift.person_id), col(Shift.started_at))
    wanted = core_select(*running, goes_on, asked).where(col(Shift.ended_at).is_(None))
    return [
        RunningShift(room_id, person_id, started, on_until or started, asked_on)
        for room_id, person_id, started, on_until, asked_on in session.connection().execute(wanted)
    ]


def _open_on(session: Session, day: date) -> list[OpenHabit]:
    logged = exists().where(
        col(EntryVersion.person_id) == col(Habit.person_id),
        col(EntryVersion.is_current),
        col(EntryVersion.status).in_(STANDING),
        col(EntryVersion.date) == day,
        col(EntryVersion.room_id) == col(Habit.room_id),
        or_(col(Habit.group_id).is_(None), col(EntryVersion.group_id) == col(Habit.group_id)),
    )
    asked = exists().where(
        col(Told.person_id) == col(Habit.person_id),
        col(Told.room_id) == col(Habit.room_id),
        col(Told.what) == _numbered(habits.ASKED, Habit),
        col(Told.period) == day.isoformat(),
    )
    wanted = (
        core_select(col(Habit.room_id), col(Habit.person_id), col(Habit.starts), col(Habit.minutes))
        .join(Person, and_(col(Person.id) == col(Habit.person_id), col(Person.quiet_since).is_(None)))
        .where(
            col(Habit.weekday) == day.isoweekday(),
            col(Habit.ended_on).is_(None),
            col(Habit.begins_on) <= day,
            ~logged,
            ~asked,
        )
    )
    return [
        OpenHabit(room_id, person_id, day, starts, minutes)
        for room_id, person_id, starts, minutes in session.connection().execute(wanted)
    ]


def _numbered(what: str, table: type[Habit] | type[Shift]) -> Any:
    """What somebody was told of a row, with its number in place of the braces."""
    before, after = what.split("{}")
    return literal(before) + cast(col(table.id), String) + literal(after)


def _first_seen(session: Session) -> dict[int, datetime]:
    noted = core_select(col(Note.name), col(Note.value)).where(col(Note.name).startswith(_FIRST_SEEN))
    return {
        int(name.removeprefix(_FIRST_SEEN)): datetime.fromisoformat(value)
        for name, value in session.connection().execute(noted)
    }
