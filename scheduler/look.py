"""What is to be done now, found by reading alone: in a few statements for all rooms, closer where something may be due.

Nothing is written here, so it can go on beside whoever writes.
"""

import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Engine
from sqlmodel import Session

from scheduler.due import UPKEEP_AT, Due, counts_from, due, night_of
from scheduler.moments import habit_moment, shift_moment
from scheduler.questions import PATIENCE, Asking, due_questions
from scheduler.unreachable import rooms_to_tell
from storage import dialogues
from storage.all_rooms import RoomSeen, RunningShift, open_habits, rooms_seen, running_shifts, runs_in
from storage.database import reading
from storage.rooms import RoomSettings
from storage.runs import note
from storage.tables import Room

log = logging.getLogger(__name__)
UPKEEP = "clock: upkeep"
ONE_DAY = timedelta(days=1)
MOVED = timedelta(days=2)
"""A time that is set later, or another zone, moves a moment of which the run was before; no more than by so much."""


@dataclass(frozen=True, slots=True)
class Found:
    """What is to be done in a room: its jobs, and questions to people."""

    room_id: int
    slug: str
    jobs: Sequence[Due]
    questions: Sequence[Asking]


@dataclass(frozen=True, slots=True)
class Look:
    """What a look found: rooms with something due, rooms that the clock did not know, and the night to keep up for.

    ``unreachable`` are the rooms whose coordinators are to be told of somebody who can be written to no more.
    """

    now: datetime
    rooms: Sequence[Found]
    new_rooms: Sequence[int]
    unreachable: Sequence[int]
    night: str | None

    @property
    def has_work(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.rooms or self.new_rooms or self.unreachable or self.night)


@dataclass(frozen=True, slots=True)
class _Known:
    room: RoomSeen
    settings: RoomSettings
    since: datetime
    """From when on its periods count."""


def look(engine: Engine, now: datetime) -> Look:
    """Tell what is due. A room that cannot be looked at is logged and left out."""
    with reading(engine) as session:
        seen = rooms_seen(session)
        known = [each for room in seen if (each := _known(room, now)) is not None]
        jobs = _jobs(session, known, now)
        people = _to_ask(session, known, now)
        gone = rooms_to_tell(session, now, [each.room.id for each in known])
        night = night_of(now, UPKEEP_AT)
        kept_up = note(session, UPKEEP) == night
    questions = {
        each.room.id: _questions(engine, each.room, people[each.room.id], now)
        for each in known
        if each.room.id in people
    }
    found = [Found(each.room.id, each.room.slug, jobs[each.room.id], questions.get(each.room.id, ())) for each in known]
    return Look(
        now,
        [room for room in found if room.jobs or room.questions],
        [room.id for room in seen if room.known_since is None],
        gone,
        None if kept_up else night,
    )


def _known(room: RoomSeen, now: datetime) -> _Known | None:
    try:
        settings = RoomSettings.model_validate(room.settings)
    except ValueError:
        log.exception("the clock could not look at room %s", room.slug)
        return None
    return _Known(room, settings, counts_from(room.known_since or now, room.last_run, now))


def _jobs(session: Session, known: Sequence[_Known], now: datetime) -> dict[int, list[Due]]:
    done = runs_in(session, min((each.since for each in known), default=now) - MOVED)
    return {each.room.id: due(each.settings, each.since, now, done.get(each.room.id, ())) for each in known}


def _to_ask(session: Session, known: Sequence[_Known], now: datetime) -> dict[int, set[int]]:
    """Who may be to be asked something, by room: what is certain is told by a closer look."""
    awake = {each.room.id: each.settings for each in known if each.settings.waits_until(now) is None}
    days = {now.astimezone(settings.zone).date() for settings in awake.values()}
    running = [shift for shift in running_shifts(session) if shift.room_id in awake]
    works = {(shift.person_id, _day(shift.started_at, awake[shift.room_id])) for shift in running}
    found = [
        (habit.room_id, habit.person_id)
        for habit in open_habits(session, sorted(days | {day - ONE_DAY for day in days}))
        if habit.room_id in awake
        and (habit.person_id, habit.day) not in works
        and habit_moment(habit.day, habit.starts, habit.minutes, awake[habit.room_id]) <= now
    ]
    found += [(each.room_id, each.person_id) for each in running if _may_ask_shift(awake[each.room_id], each, now)]
    busy = dialogues.asked_after(session, now - PATIENCE) if found else set()
    by_room: dict[int, set[int]] = {}
    for room_id, person_id in found:
        if person_id not in busy:
            by_room.setdefault(room_id, set()).add(person_id)
    return by_room


def _may_ask_shift(settings: RoomSettings, shift: RunningShift, now: datetime) -> bool:
    moment = shift_moment(shift.certain_until, settings)
    return moment <= now and shift.asked_on != _day(moment, settings).isoformat()


def _day(moment: datetime, settings: RoomSettings) -> date:
    return moment.astimezone(settings.zone).date()


def _questions(engine: Engine, room: RoomSeen, people: Collection[int], now: datetime) -> list[Asking]:
    try:
        with reading(engine) as session:
            return due_questions(session, session.get_one(Room, room.id), now, people)
    except Exception:
        log.exception("the clock could not look at room %s", room.slug)
        return []
