"""A message from its arrival to its commit: taken in once, handled, and its answers laid ready to be sent."""

import logging
from dataclasses import fields
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine
from sqlmodel import Session

from handlers.conversation import converse
from handlers.group_conversation import hear
from handlers.laying_ready import Answer, Arrival, HandOver, lay_ready
from handlers.messages import Incoming, Reply
from handlers.surveys.answering import take_part
from handlers.surveys.survey_turns import is_survey_turn
from handlers.turn import Turn
from language.say import say, speaks
from storage import dialogues, handed_over, inbox, locks, people, surveys
from storage.beside import ReadFirstError
from storage.database import Beside, again, is_unavailable, unit_of_work
from storage.inbox import Taken
from storage.writers import Writer, known_writer

log = logging.getLogger(__name__)
_FIELDS = tuple(field.name for field in fields(Incoming))


class Result(StrEnum):
    """What became of a message."""

    HANDLED = "handled"
    AGAIN = "again"
    """It came before, and changed nothing."""
    FAILED = "failed"
    """It is kept with its error."""


class Received(NamedTuple):
    """What became of a message, and the answer that is to go in the response to whoever brought it."""

    result: Result
    answer: Answer | None = None


def receive(
    bind: Engine | Connection,
    incoming: Incoming,
    now: datetime,
    hand_over: HandOver | None = None,
    beside: Beside | None = None,
) -> Received:
    """Handle one message in one commit, or in the commit that it shares. A message that came before changes nothing.

    Where ``hand_over`` lets an answer go in the response, it is marked so in the same commit, and is given once more
    when the same message comes again. All other answers are sent later.

    A message that makes its handler fail is kept with its error and answered with an apology; it is never raised.
    What the database itself refuses (gone, locked, disk full) is raised: the message was not received then. With
    ``beside``, ReadFirstError is raised for what is to be read beside before it can be.
    """
    try:
        return again(lambda: _receive(bind, incoming, now, hand_over, beside))
    except ReadFirstError:
        raise
    except Exception as failure:
        if is_unavailable(failure):
            raise
        kind = type(failure).__name__
        log.exception("a message could not be handled", extra={"channel": incoming.channel, "id": incoming.id})
        return Received(Result.FAILED, again(lambda: _keep_failed(bind, incoming, now, kind, hand_over)))


def _receive(
    bind: Engine | Connection, incoming: Incoming, now: datetime, hand_over: HandOver | None, beside: Beside | None
) -> Received:
    with unit_of_work(bind, beside) as session:
        lock(session, incoming)
        if incoming.group_chat:
            taken = _take_in(session, incoming, now)
            if taken is not None:
                return Received(Result.HANDLED, _hear(Arrival(session, taken, incoming, now, hand_over)))
        else:
            found = _take_in_from(session, incoming, now)
            if found is not None:
                arrival = _arrival(session, found, incoming, now, hand_over)
                return Received(Result.HANDLED, handle(arrival, found.writer))
        return Received(Result.AGAIN, _given_again(session, incoming, can_be_handed_over=hand_over is not None))


def lock(session: Session, incoming: Incoming) -> None:
    """Let nobody else write in this chat, nor in the writer's rooms, until the commit.

    Before the message has its number: of a chat, and of a person, numbers tell the order of handling.
    """
    locks.chat(session, incoming.channel, incoming.chat)
    locks.rooms_of_writer(session, incoming.channel, incoming.account, incoming.chat)


def _given_again(session: Session, incoming: Incoming, *, can_be_handed_over: bool) -> Answer | None:
    """The answer that was handed over when the message came before: that it comes again says that it was lost."""
    row = handed_over.answer_to(session, incoming.channel, incoming.id)
    if row is None or can_be_handed_over:
        return None if row is None else Answer(row.id, row.chat, row.body or {})
    handed_over.take_back(session, row)
    return None


def _hear(arrival: Arrival) -> Answer | None:
    """What is said in a group chat is kept only when it was meant for the bot, by somebody it knows."""
    heard = hear(arrival.session, arrival.taken, arrival.incoming, arrival.now)
    if heard is None:
        return None
    person_id, replies = heard
    if person_id is not None:
        inbox.note(arrival.session, arrival.taken, person_id=person_id, payload=_kept(arrival.incoming))
    return lay_ready(arrival, replies, person_id)


def _take_in(session: Session, incoming: Incoming, now: datetime, person_id: int | None = None) -> Taken | None:
    return inbox.accept(
        session,
        channel=incoming.channel,
        external_id=incoming.id,
        chat=incoming.chat,
        message=incoming.message,
        person_id=person_id,
        sent_at=incoming.sent_at,
        received_at=now,
        payload=None if incoming.group_chat else _kept(incoming),
    )


def _kept(incoming: Incoming) -> dict[str, Any]:
    """What is kept of a message: all but the way to its picture, which is for who asked for one."""
    kept = {name: getattr(incoming, name) for name in _FIELDS}
    return kept | {"sent_at": incoming.sent_at.isoformat(), "photo": ""}


class _Found(NamedTuple):
    """A message that was taken in, with who wrote it."""

    taken: Taken
    writer: Writer
    is_survey_turn: bool


def _take_in_from(session: Session, incoming: Incoming, now: datetime) -> _Found | None:
    """Take a message in, with the account and person that wrote it: locked, and new where they were not known.

    Of a turn in a survey that is known before anything of it is written, so that no page of the database, and no log
    of writes, ever holds it with who wrote it.
    """
    writer = known_writer(session, incoming.channel, incoming.account, incoming.chat)
    secret = is_survey_turn(session, incoming, writer)
    taken = (
        inbox.accept_id_alone(session, incoming.channel, incoming.id, incoming.message, now)
        if secret
        else _take_in(session, incoming, now, None if writer is None else writer.person.id)
    )
    if taken is None:
        return None
    if writer is not None:
        if not secret:
            people.saw(session, writer.account, now)
        return _Found(taken, writer, secret)
    account, person = people.add_account(
        session, incoming.channel, incoming.account, incoming.chat, speaks(incoming.language), now
    )
    if not secret:
        inbox.note(session, taken, person_id=person.id)
    return _Found(taken, Writer(account, person, None, []), secret)


def _arrival(session: Session, found: _Found, incoming: Incoming, now: datetime, hand_over: HandOver | None) -> Arrival:
    # What is handed over points at the message that it answers.
    secret = found.is_survey_turn
    return Arrival(session, found.taken, incoming, now, None if secret else hand_over, is_survey_turn=secret)


def handle(arrival: Arrival, writer: Writer) -> Answer | None:
    """Answer what was said in private."""
    session, incoming, question = arrival.session, arrival.incoming, writer.question
    if question is not None and question.kind == surveys.QUESTION and not arrival.is_survey_turn:
        # Something else was said: what is typed next may be about that. The survey's buttons go on working.
        dialogues.close_question(session, writer.person.id, incoming.chat)
        question = None
    locks.expect(session, [place.room.id for place in writer.places])
    turn = Turn(
        session=session,
        incoming=incoming,
        inbox=arrival.taken,
        account=writer.account,
        person=writer.person,
        places=writer.places,
        now=arrival.now,
        question=question,
    )
    return lay_ready(arrival, take_part(turn) if arrival.is_survey_turn else converse(turn), writer.person.id)


def _keep_failed(
    bind: Engine | Connection, incoming: Incoming, now: datetime, failure: str, hand_over: HandOver | None
) -> Answer | None:
    with unit_of_work(bind) as session:
        lock(session, incoming)
        if incoming.group_chat:
            return _keep_failed_in_group(session, incoming, now, failure, hand_over)
        found = _take_in_from(session, incoming, now)
        if found is None:
            return None
        if not found.is_survey_turn:
            inbox.note(session, found.taken, error=failure)
        apology = Reply(text=say(found.writer.person.language, "survey-failed" if found.is_survey_turn else "failed"))
        return lay_ready(_arrival(session, found, incoming, now, hand_over), [apology], found.writer.person.id)


def _keep_failed_in_group(
    session: Session, incoming: Incoming, now: datetime, failure: str, hand_over: HandOver | None
) -> Answer | None:
    """Nothing of it is kept. Whoever spoke to the bot is asked to do so again."""
    taken = _take_in(session, incoming, now)
    if taken is None:
        return None
    inbox.note(session, taken, error=failure)
    if not incoming.addressed:
        return None
    apology = Reply(text=say(speaks(incoming.language), "failed-in-group-chat"), replies_to=incoming.message)
    return lay_ready(Arrival(session, taken, incoming, now, hand_over), [apology], None)
