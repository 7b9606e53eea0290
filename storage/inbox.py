"""Messages as they came in: the door at which a second delivery is turned away, and the evidence behind entries."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import bindparam, update
from sqlmodel import Session, col, select

from storage import core
from storage.once import insert_once
from storage.tables import Inbox

_CHANGE = update(core.table_of(Inbox)).where(col(Inbox.id) == bindparam("key"))


@dataclass(frozen=True, slots=True)
class Taken:
    """A message that was taken in: the row that is its evidence, the chat that it came from, and when it came."""

    id: int
    channel: str
    chat: str
    received_at: datetime


def accept(
    session: Session,
    *,
    channel: str,
    external_id: str,
    chat: str,
    message: str,
    sent_at: datetime,
    received_at: datetime,
    payload: dict[str, Any] | None,
    person_id: int | None = None,
) -> Taken | None:
    """Take a message in. None when it was taken in before: then nothing may be done with it again."""
    inserted = insert_once(
        session,
        Inbox,
        channel=channel,
        external_id=external_id,
        chat=chat,
        message=message,
        person_id=person_id,
        sent_at=sent_at,
        received_at=received_at,
        payload=payload,
    )
    return None if inserted is None else Taken(inserted, channel, chat, received_at)


def accept_id_alone(session: Session, channel: str, external_id: str, message: str, now: datetime) -> Taken | None:
    """Take a turn in a survey in: of it the message's id is kept, and the day. None when it was taken in before."""
    day = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return accept(
        session,
        channel=channel,
        external_id=external_id,
        chat="",
        message=message,
        sent_at=day,
        received_at=day,
        payload=None,
    )


def note(session: Session, taken: Taken, **values: Any) -> None:
    """Note more of a message that was taken in: who wrote it, what is kept of it, or how its handling failed."""
    core.run(session, _CHANGE.values(**values), key=taken.id)


def messages(session: Session, channel: str, chat: str, message: str) -> list[Inbox]:
    """Everything that came in under one message id of a platform: the message and its edits, the oldest first."""
    wanted = (
        select(Inbox)
        .where(Inbox.channel == channel, Inbox.chat == chat, Inbox.message == message)
        .order_by(col(Inbox.id))
    )
    return list(session.exec(wanted))


def was_edited_since(session: Session, row: Inbox) -> bool:
    """Whether an edit of the message came in after it, and was handled."""
    rows = messages(session, row.channel, row.chat, row.message) if row.message else []
    return any(later.id > row.id and later.error is None for later in rows)


def directly_before(session: Session, taken: Taken) -> Inbox | None:
    """What came in from the same chat just before this message."""
    wanted = (
        select(Inbox)
        .where(Inbox.channel == taken.channel, Inbox.chat == taken.chat, col(Inbox.id) < taken.id)
        .order_by(col(Inbox.id).desc())
        .limit(1)
    )
    return session.exec(wanted).first()


def failed(session: Session) -> list[Inbox]:
    """The messages that could not be handled, the oldest first."""
    return list(session.exec(select(Inbox).where(col(Inbox.error).is_not(None)).order_by(col(Inbox.id))))


def kept_of(session: Session, person_id: int) -> list[Inbox]:
    """The person's messages whose words are still kept, the oldest first."""
    wanted = select(Inbox).where(Inbox.person_id == person_id, col(Inbox.payload).is_not(None)).order_by(col(Inbox.id))
    return list(session.exec(wanted))


def words_of(session: Session, inbox_id: int) -> str | None:
    """What the message said; None where its words are not kept any more."""
    payload = session.get_one(Inbox, inbox_id).payload
    return None if payload is None else str(payload["text"])
