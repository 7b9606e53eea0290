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
from storage.inbox import Taken
from storage.tables import Account, Person

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
        is_new = _hear(session, incoming, now) if incoming.group_chat else _handle(session, incoming, now)
    return Result.HANDLED if is_new else Result.AGAIN


def _lock(session: Session, incoming: Incoming) -> None:
    """Let nobody else write in this chat, nor in the writer's rooms, until the commit.

    Before the message has its number: of a chat, and of a person, numbers tell the order of handling.
    """
    locks.chat(session, incoming.channel, incoming.chat)
    locks.rooms_of_writer(session, incoming.channel, incoming.account, incoming.chat)


def _hear(session: Session, incoming: Incoming, now: datetime) -> bool:
    """What is said in a group chat is kept only when it was meant for the bot, by somebody it knows.

    Returns whether the message is new.
    """
    taken = _take_in(session, incoming, now)
    if taken is None:
        return False
    heard = hear(session, taken, incoming, now)
    if heard is not None:
        person_id, replies = heard
        if person_id is not None:
            inbox.note(session, taken, person_id=person_id, payload=_kept(incoming))
        _lay_ready(session, replies, incoming, person_id, now)
    return True


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
    return asdict(incoming) | {"sent_at": incoming.sent_at.isoformat(), "photo": ""}


def _take_in_from(session: Session, incoming: Incoming, now: datetime) -> tuple[Taken, Account] | None:
    """Take a message in, with the account that wrote it: locked, and new where it was not known."""
    known = people.known_account(session, incoming.channel, incoming.account)
    taken = _take_in(session, incoming, now, None if known is None else known.person_id)
    if taken is None:
        return None
    if known is not None:
        people.saw(session, known, now)
        return taken, known
    account = people.add_account(
        session, incoming.channel, incoming.account, incoming.chat, speaks(incoming.language), now
    )
    inbox.note(session, taken, person_id=account.person_id)
    return taken, account


def _handle(session: Session, incoming: Incoming, now: datetime) -> bool:
    """Answer what was said in private; returns whether the message is new."""
    found = _take_in_from(session, incoming, now)
    if found is None:
        return False
    taken, account = found
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
    return True


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
        if incoming.group_chat:
            _keep_failed_in_group(session, incoming, now, failure)
            return
        found = _take_in_from(session, incoming, now)
        if found is None:
            return
        taken, account = found
        inbox.note(session, taken, error=failure)
        person = session.get_one(Person, account.person_id)
        apology = Reply(text=say(person.language, "failed"))
        _lay_ready(session, [apology], incoming, person.id, now)


def _keep_failed_in_group(session: Session, incoming: Incoming, now: datetime, failure: str) -> None:
    """Nothing of it is kept. Whoever spoke to the bot is asked to do so again."""
    taken = _take_in(session, incoming, now)
    if taken is None:
        return
    inbox.note(session, taken, error=failure)
    if incoming.addressed:
        apology = Reply(text=say(speaks(incoming.language), "failed-in-group-chat"), replies_to=incoming.message)
        _lay_ready(session, [apology], incoming, None, now)
