"""A message from its arrival to its commit: taken in once, handled, and its answers laid ready to be sent."""

import logging
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Engine
from sqlmodel import Session

from handlers.conversation import converse
from handlers.group_conversation import hear
from handlers.messages import Incoming, Kind, Reply
from handlers.turn import Turn
from language.say import say, speaks
from storage import dialogues, inbox, locks, outbox, people
from storage.database import again, is_unavailable, unit_of_work
from storage.tables import Account, Inbox, Person

log = logging.getLogger(__name__)


class Result(StrEnum):
    """What became of a message."""

    HANDLED = "handled"
    AGAIN = "again"
    """It came before, and changed nothing."""
    FAILED = "failed"
    """It is kept with its error."""


def receive(engine: Engine, incoming: Incoming, now: datetime) -> Result:
    """Handle one message in one commit. A message that came before changes nothing.

    A message that makes its handler fail is kept with its error and answered with an apology; it is never raised.
    What the database itself refuses (gone, locked, disk full) is raised: the message was not received then.
    """
    try:
        return again(lambda: _receive(engine, incoming, now))
    except Exception as failure:
        if is_unavailable(failure):
            raise
        kind = type(failure).__name__
        log.exception("a message could not be handled", extra={"channel": incoming.channel, "id": incoming.id})
        again(lambda: _keep_failed(engine, incoming, now, kind))
        return Result.FAILED


def _receive(engine: Engine, incoming: Incoming, now: datetime) -> Result:
    with unit_of_work(engine) as session:
        _lock(session, incoming)
        taken = _take_in(session, incoming, now)
        if taken is None:
            return Result.AGAIN
        if incoming.group_chat:
            _hear(session, taken, incoming, now)
        else:
            _handle(session, taken, incoming, now)
    return Result.HANDLED


def _lock(session: Session, incoming: Incoming) -> None:
    """Let nobody else write in this chat, nor in the writer's rooms, until the commit.

    Before the message has its number: of a chat, and of a person, numbers tell the order of handling.
    """
    locks.chat(session, incoming.channel, incoming.chat)
    locks.rooms_of_writer(session, incoming.channel, incoming.account, incoming.chat)


def _hear(session: Session, taken: Inbox, incoming: Incoming, now: datetime) -> None:
    """What is said in a group chat is kept only when it was meant for the bot, by somebody it knows."""
    heard = hear(session, taken, incoming, now)
    if heard is None:
        return
    person_id, replies = heard
    if person_id is not None:
        taken.person_id, taken.payload = person_id, _kept(incoming)
    _lay_ready(session, replies, incoming, person_id, now)


def _take_in(session: Session, incoming: Incoming, now: datetime) -> Inbox | None:
    return inbox.accept(
        session,
        channel=incoming.channel,
        external_id=incoming.id,
        chat=incoming.chat,
        message=incoming.message,
        sent_at=incoming.sent_at,
        received_at=now,
        payload=None if incoming.group_chat else _kept(incoming),
    )


def _kept(incoming: Incoming) -> dict[str, Any]:
    """What is kept of a message: all but the way to its picture, which is for who asked for one."""
    return asdict(incoming) | {"sent_at": incoming.sent_at.isoformat(), "photo": ""}


def _account(session: Session, taken: Inbox, incoming: Incoming, now: datetime) -> Account:
    language = speaks(incoming.language)
    account = people.find_or_add(session, incoming.channel, incoming.account, incoming.chat, language, now)
    taken.person_id = account.person_id
    return account


def _handle(session: Session, taken: Inbox, incoming: Incoming, now: datetime) -> None:
    account = _account(session, taken, incoming, now)
    person = session.get_one(Person, account.person_id)
    places = people.memberships(session, person.id)
    locks.expect(session, [place.room.id for place in places])
    turn = Turn(
        session=session,
        incoming=incoming,
        inbox=taken,
        account=account,
        person=person,
        places=places,
        now=now,
        question=dialogues.open_question(session, person.id, incoming.chat),
    )
    _lay_ready(session, converse(turn), incoming, person.id, now)


def _lay_ready(
    session: Session, replies: Iterable[Reply], incoming: Incoming, person_id: int | None, now: datetime
) -> None:
    pressed = incoming.replies_to if incoming.kind is Kind.BUTTON else ""
    for reply in replies:
        address = _address(session, reply, incoming, person_id)
        if address is not None:
            outbox.put(session, address, now, trace=incoming.trace, **reply.row(pressed))


def _address(session: Session, reply: Reply, incoming: Incoming, person_id: int | None) -> outbox.Address | None:
    if reply.to_person is None:
        chat = reply.to_chat or incoming.chat
        return outbox.Address(channel=incoming.channel, chat=chat, person_id=person_id)
    account = people.reachable_account(session, reply.to_person, reply.to_account)
    if account is None:
        return None
    return outbox.Address(channel=account.channel, chat=account.chat, person_id=reply.to_person)


def _keep_failed(engine: Engine, incoming: Incoming, now: datetime, failure: str) -> None:
    with unit_of_work(engine) as session:
        _lock(session, incoming)
        taken = _take_in(session, incoming, now)
        if taken is None:
            return
        if incoming.group_chat:
            _keep_failed_in_group(session, taken, incoming, now, failure)
            return
        account = _account(session, taken, incoming, now)
        taken.error = failure
        person = session.get_one(Person, account.person_id)
        apology = Reply(text=say(person.language, "failed"))
        _lay_ready(session, [apology], incoming, person.id, now)


def _keep_failed_in_group(session: Session, taken: Inbox, incoming: Incoming, now: datetime, failure: str) -> None:
    """Nothing of it is kept. Whoever spoke to the bot is asked to do so again."""
    taken.error = failure
    if incoming.addressed:
        apology = Reply(text=say(speaks(incoming.language), "failed-in-group-chat"), replies_to=incoming.message)
        _lay_ready(session, [apology], incoming, None, now)
