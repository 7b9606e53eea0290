"""A look at the clock: for every room, what is due is done once, through the run table."""

import logging
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial

from sqlalchemy import Engine
from sqlmodel import Session

from scheduler import unreachable
from scheduler.due import Due, Job, next_moment
from scheduler.job_run import Counts, JobRun, RoomRun
from scheduler.jobs import weekly_total
from scheduler.jobs.deadlines import deadlines
from scheduler.jobs.digest import digest
from scheduler.jobs.reminder import reminder
from scheduler.jobs.upkeep import Part, parts
from scheduler.look import UPKEEP, Found, Look, look
from scheduler.questions import Asking, next_question, put
from scheduler.watcher import Watcher
from storage import locks
from storage.all_rooms import see_first
from storage.beside import ReadFirstError, beside_of
from storage.database import Beside, again, reading, unit_of_work
from storage.rooms import RoomSettings, rooms, settings_of
from storage.runs import DONE, SKIPPED, keep_note, note, take_run
from storage.tables import Room
from storage.wiping import wipe

log = logging.getLogger(__name__)

JOBS: dict[Job, Callable[[JobRun], Counts]] = {
    Job.WEEKLY_TOTAL: weekly_total.weekly_total,
    Job.DIGEST: digest,
    Job.REMINDER: reminder,
    Job.DEADLINES: deadlines,
}
AHEAD: dict[Job, tuple[Callable[[JobRun], list[int]], Callable[[JobRun, list[int]], None]]] = {
    Job.WEEKLY_TOTAL: (weekly_total.still_to_tell, weekly_total.tell),
}
"""Whom a job writes to, and how, in small units of work ahead of its own. Each is told once: it can go on later."""
AT_ONCE = 10
"""People who are written to in one unit of work: no message waits longer for the books than that takes."""
ROOMS_AT_ONCE = 50
"""New rooms that are noted in one unit of work."""
FAILED = "failed"

Step = Callable[[], None] | None
"""What is to be read beside before the next step, if anything."""


def tick(engine: Engine, now: datetime, watcher: Watcher | None = None) -> None:
    """Do what is due. What fails is logged, blocks nothing else, and is tried again at the next look."""
    for read in steps(engine, look(engine, now), watcher or Watcher()):
        if read is not None:
            read()


def steps(engine: Engine, found: Look, watcher: Watcher) -> Iterator[Step]:
    """Do what a look found bit by bit: no unit of work is open at a ``yield``, and messages may go first.

    What is yielded is to be called before going on: it reads, and keeps nobody from writing.
    Another process may have found the same: whoever is first does it.
    """
    for first in range(0, len(found.new_rooms), ROOMS_AT_ONCE):
        again(partial(_see_first, engine, found.new_rooms[first : first + ROOMS_AT_ONCE], found.now))
        yield None
    for room in found.rooms:
        try:
            yield from _do_jobs(engine, room, found.now, watcher)
            yield from _ask_people(engine, room, found.now)
        except Exception:
            log.exception("the clock could not do what is due in room %s", room.slug)
    for room_id in found.unreachable:
        try:
            again(partial(_tell_of_unreachable, engine, room_id, found.now))
        except Exception:
            log.exception("the coordinators of room %d could not be told who is unreachable", room_id)
        yield None
    if found.night is not None:
        try:
            yield from _keep_up(engine, found.night, found.now, watcher)
        except Exception:
            log.exception("the nightly upkeep failed")


def next_ring(engine: Engine, after: datetime) -> datetime | None:
    """Tell the first moment after ``after`` at which something becomes due in any room; None without rooms."""
    with reading(engine) as session:
        jobs = [next_moment(settings_of(room), after) for room in rooms(session)]
        questions = [next_question(session, room, after) for room in rooms(session)]
        gone = unreachable.next_to_tell(session, after)
        return min((moment for moment in [*jobs, *questions, gone] if moment is not None), default=None)


def _see_first(engine: Engine, room_ids: Sequence[int], now: datetime) -> None:
    with unit_of_work(engine) as session:
        see_first(session, room_ids, now)


def _tell_of_unreachable(engine: Engine, room_id: int, now: datetime) -> None:
    with unit_of_work(engine) as session:
        locks.rooms(session, [room_id])
        unreachable.tell(session, room_id, now)


def _do_jobs(engine: Engine, room: Found, now: datetime, watcher: Watcher) -> Iterator[Step]:
    skipped = [item for item in room.jobs if item.skip]
    for item in room.jobs:
        if not item.skip:
            yield from _do(engine, room.room_id, room.slug, item, now, watcher)
    if skipped:
        again(partial(_skip, engine, room.room_id, skipped, now))
        yield None


def _skip(engine: Engine, room_id: int, skipped: Sequence[Due], now: datetime) -> None:
    with unit_of_work(engine) as session:
        locks.rooms(session, [room_id])
        for item in skipped:
            take_run(session, item.job, item.period, room_id, SKIPPED, now)


def _do(engine: Engine, room_id: int, slug: str, item: Due, now: datetime, watcher: Watcher) -> Iterator[Step]:
    """Do a job, unless another process has it. One that fails leaves no run behind, so that it is due again."""
    started = time.perf_counter()
    try:
        for people in _to_write_to(engine, room_id, item, now):
            again(partial(_write_ahead, engine, room_id, item, now, people))
            yield None
        beside = beside_of(engine)
        while True:
            try:
                counts = again(partial(_run, engine, room_id, item, now, beside))
                break
            except ReadFirstError as first:
                yield partial(first.read_on, engine)
    except Exception:
        log.exception("%s %s of room %s failed", item.job, item.period, slug)
        watcher.done(item.job, FAILED, time.perf_counter() - started)
        return
    if counts is None:
        return
    watcher.done(item.job, DONE, time.perf_counter() - started)
    _log(f"{item.job} {item.period} of room {slug}", counts, started)
    yield None


def _to_write_to(engine: Engine, room_id: int, item: Due, now: datetime) -> list[list[int]]:
    """Whom the job writes to ahead, a few together."""
    if item.job not in AHEAD:
        return []
    find, _ = AHEAD[item.job]
    with reading(engine) as session:
        people = find(_job_run(session, room_id, item, now))
    return [people[first : first + AT_ONCE] for first in range(0, len(people), AT_ONCE)]


def _write_ahead(engine: Engine, room_id: int, item: Due, now: datetime, people: list[int]) -> None:
    _, write = AHEAD[item.job]
    with unit_of_work(engine) as session:
        locks.rooms(session, [room_id])
        write(_job_run(session, room_id, item, now), people)


def _job_run(session: Session, room_id: int, item: Due, now: datetime, key: int = 0) -> JobRun:
    room = session.get_one(Room, room_id)
    return JobRun(session=session, room=room, settings=settings_of(room), period=item.period, id=key, now=now)


def _run(engine: Engine, room_id: int, item: Due, now: datetime, beside: Beside | None) -> Counts | None:
    """Do a job and count; None when it is done already. Raises ReadFirstError where it wants to read."""
    with unit_of_work(engine, beside) as session:
        locks.rooms(session, [room_id])
        row = take_run(session, item.job, item.period, room_id, DONE, now)
        if row is None:
            return None
        row.counts = JOBS[item.job](_job_run(session, room_id, item, now, row.id))
        return row.counts


def _ask_people(engine: Engine, room: Found, now: datetime) -> Iterator[Step]:
    """Put the questions that are due, each in its own unit of work: one that fails is due again."""
    started = time.perf_counter()
    asked = 0
    for asking in room.questions:
        asked += _ask(engine, room.room_id, room.slug, asking, now)
        yield None
    if asked:
        _log(f"questions of room {room.slug}", {"asked": asked}, started)


def _ask(engine: Engine, room_id: int, slug: str, asking: Asking, now: datetime) -> bool:
    try:
        return again(partial(_put, engine, room_id, asking, now))
    except Exception:
        log.exception("a question to person %d of room %s failed", asking.person_id, slug)
        return False


def _put(engine: Engine, room_id: int, asking: Asking, now: datetime) -> bool:
    with unit_of_work(engine) as session:
        locks.rooms(session, [room_id])
        locks.people(session, [asking.person_id])
        room = session.get_one(Room, room_id)
        return put(RoomRun(session=session, room=room, settings=settings_of(room), now=now), asking)


def _keep_up(engine: Engine, period: str, now: datetime, watcher: Watcher) -> Iterator[Step]:
    """The nightly upkeep of the whole house. Doing it twice changes nothing, so it needs no run of its own."""
    started = time.perf_counter()
    result, counts = FAILED, Counter[str]()
    with reading(engine) as session:
        room_ids = [room.id for room in rooms(session)]
    try:
        for name, part in parts(room_ids):
            counts[name] += again(partial(_erase, engine, period, now, part))
            yield None
        again(partial(_note_kept_up, engine, period))
        result = DONE
    finally:
        watcher.done("upkeep", result, time.perf_counter() - started)
    _log(f"upkeep {period}", counts, started)
    wipe(engine)


def _erase(engine: Engine, period: str, now: datetime, part: Part) -> int:
    """Do a part of the upkeep and count; another process that does the same finds nothing left to erase."""
    with unit_of_work(engine) as session:
        locks.work(session, UPKEEP)
        return 0 if note(session, UPKEEP) == period else part(session, now.astimezone(RoomSettings().zone).date(), now)


def _note_kept_up(engine: Engine, period: str) -> None:
    with unit_of_work(engine) as session:
        keep_note(session, UPKEEP, period)


def _log(what: str, counts: Counts, started: float) -> None:
    told = ", ".join(f"{name} {count}" for name, count in counts.items())
    log.info("%s: %s in %.3f s", what, told, time.perf_counter() - started)
