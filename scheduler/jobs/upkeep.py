"""The nightly upkeep: words that were kept long enough are erased; ids, times and values stay."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import partial

from sqlmodel import Session

from scheduler.jobs.surveys import close_over
from storage import dated_facts, keeping, klussen, outbox, shifts
from storage.participant_keeping import erase_unseen

Part = Callable[[Session, date, datetime], int]
"""Erases what is old enough on a day, at a moment of it; returns how much that was."""

_OF_ALL: Mapping[str, Part] = {
    "surveys": close_over,
    "dropped": lambda session, _, now: outbox.drop_expired(session, now),
    "received": lambda session, _, now: keeping.erase_received(session, now),
    "places": lambda session, _, now: klussen.erase_places(session, now),
    "sent": lambda session, _, now: keeping.erase_sent(session, now),
    "chats": lambda session, *_: keeping.erase_chats_of_forgotten(session),
    "questions": lambda session, _, now: keeping.close_old_questions(session, now),
    "shifts": lambda session, _, now: shifts.drop_old(session, now),
    "forgotten": keeping.forget_without_consent,
    "former": keeping.forget_former_members,
    "association": lambda session, today, _: dated_facts.forget_names(session, today),
}


def parts(room_ids: Sequence[int]) -> Iterator[tuple[str, Part]]:
    """What the design's "Keeping" says, by name: each a unit of work by itself, so that nobody waits for all of it."""
    for room_id in room_ids:
        yield "participants", partial(_erase_unseen, room_id)
    yield from _OF_ALL.items()


def _erase_unseen(room_id: int, session: Session, today: date, now: datetime) -> int:
    return erase_unseen(session, room_id, today, now)
