"""Somebody cannot be written to any more: their account is marked, and their coordinators hear it once.

They block the bot, which the platform tells, or a message to them fails. An hour later their coordinators are told, of
several in one message; who is back by then was never gone. At night nothing is told, so that it comes in the morning.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlmodel import Session

from handlers.messages import Reply
from scheduler.job_run import RoomRun
from storage import outbox, people
from storage.rooms import settings_of
from storage.runs import tell_once, told_at
from storage.tables import Outbox, Person, Room
from storage.unreachable import Unreachable, unreachable_members

GATHERED = timedelta(hours=1)
"""So long it waits for others of whom can be told too."""
KEPT = timedelta(days=7)
"""After a week it is no news any more, also when the clock stood still."""


def mark(session: Session, row: Outbox, now: datetime) -> None:
    """Mark the account that could not be reached with this message."""
    if row.person_id is None:
        return
    for account in people.accounts_of(session, row.person_id):
        if (account.channel, account.chat) == (row.channel, row.chat):
            account.unreachable_since = account.unreachable_since or now
    session.flush()


def rooms_to_tell(session: Session, now: datetime, rooms: Collection[int]) -> list[int]:
    """Those of the rooms with a coordinator who is to be told of somebody now."""
    found = unreachable_members(session, now - KEPT)
    late = {each.room_id for each in found if each.since <= now - GATHERED}.intersection(rooms)
    return [room_id for room_id in sorted(late) if _to_tell(session, _run(session, room_id, now), found)]


def next_to_tell(session: Session, after: datetime) -> datetime | None:
    """The first moment after ``after`` at which coordinators are to be told of somebody who is gone now."""
    moments = []
    for each in unreachable_members(session, after - KEPT):
        at = each.since + GATHERED
        moments.append(settings_of(session.get_one(Room, each.room_id)).waits_until(at) or at)
    return min((moment for moment in moments if moment > after), default=None)


def tell(session: Session, room_id: int, now: datetime) -> None:
    """Tell the room's coordinators of all whom they were not told of, those of the last hour too."""
    run = _run(session, room_id, now)
    for coordinator, gone in _to_tell(session, run, unreachable_members(session, now - KEPT)):
        told = [each for each in gone if tell_once(session, coordinator.id, room_id, *_once(each), now)]
        names = [session.get_one(Person, each.person_id).name for each in told]
        voice = run.voice(coordinator)
        text = voice.say("unreachable", count=len(names), names=voice.listed(names))
        address = outbox.address_of(session, coordinator.id)
        if address is not None and names:
            outbox.put(session, address, now, **Reply(text=text).row())


def _run(session: Session, room_id: int, now: datetime) -> RoomRun:
    room = session.get_one(Room, room_id)
    return RoomRun(session=session, room=room, settings=settings_of(room), now=now)


def _once(gone: Unreachable) -> tuple[str, str]:
    """Under what it is kept that a coordinator was told of somebody: once for a day on which they went."""
    return f"unreachable:{gone.person_id}", gone.since.date().isoformat()


def _to_tell(session: Session, run: RoomRun, found: Sequence[Unreachable]) -> list[tuple[Person, list[Unreachable]]]:
    """Whom to tell of whom now, if one of them has been gone for an hour."""
    if run.settings.waits_until(run.now) is not None:
        return []
    here = [each for each in found if each.room_id == run.room.id]
    to_tell = []
    for coordinator in people.coordinators(session, run.room.id):
        gone = [
            each
            for each in here
            if each.person_id != coordinator.id and told_at(session, coordinator.id, run.room.id, *_once(each)) is None
        ]
        if run.may_write_to(coordinator) and any(each.since <= run.now - GATHERED for each in gone):
            to_tell.append((coordinator, gone))
    return to_tell
