"""Messages on their way out: written with what they tell of, claimed one chat at a time, sent, marked."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import or_, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from storage.tables import Outbox

WAITING, SENT, DROPPED, FAILED = "waiting", "sent", "dropped", "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a message goes, and to whom if that is known."""

    channel: str
    chat: str
    person_id: int | None


def put(
    session: Session,
    address: Address,
    now: datetime,
    *,
    body: dict[str, Any],
    about: tuple[int, ...] = (),
    bulk: bool = False,
    not_before: datetime | None = None,
    expires_at: datetime | None = None,
    asks: bool = False,
) -> Outbox:
    """Lay a message ready to be sent after the commit."""
    row = Outbox(
        channel=address.channel,
        chat=address.chat,
        person_id=address.person_id,
        body=body,
        about=list(about),
        bulk=bulk,
        created_at=now,
        not_before=not_before,
        expires_at=expires_at,
        asks=asks,
    )
    session.add(row)
    session.flush()
    return row


def claim(session: Session, channels: list[str], now: datetime, lease: timedelta) -> Outbox | None:
    """Take the next message to send: the oldest unsent of its chat, replies to people before bulk.

    It is nobody else's until ``now`` + ``lease``. A message that waits for its time (quiet hours, a pause
    after a failure) does not hold up later ones of its chat, one that is being sent does.
    """
    older = aliased(Outbox)
    in_the_way = (
        select(older.id)
        .where(
            col(older.channel) == col(Outbox.channel),
            col(older.chat) == col(Outbox.chat),
            col(older.status) == WAITING,
            col(older.id) < col(Outbox.id),
            or_(col(older.not_before).is_(None), col(older.not_before) <= now, col(older.attempts) > 0),
        )
        .exists()
    )
    wanted = (
        select(Outbox)
        .where(
            col(Outbox.channel).in_(channels),
            Outbox.status == WAITING,
            or_(col(Outbox.not_before).is_(None), col(Outbox.not_before) <= now),
            or_(col(Outbox.claimed_until).is_(None), col(Outbox.claimed_until) <= now),
            ~in_the_way,
        )
        .order_by(col(Outbox.bulk), col(Outbox.id))
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    row = session.exec(wanted).first()
    if row is not None:
        row.claimed_until = now + lease
        row.attempts += 1
        session.flush()
    return row


def mark_sent(session: Session, outbox_id: int, message: str, now: datetime) -> None:
    """The platform took it, and calls it ``message``."""
    _set(session, outbox_id, status=SENT, message=message, sent_at=now, claimed_until=None, error=None)


def mark_dropped(session: Session, outbox_id: int, why: str) -> None:
    """It is not worth sending any more, or nobody is there."""
    _set(session, outbox_id, status=DROPPED, claimed_until=None, error=why)


def mark_failed(session: Session, outbox_id: int, error: str) -> None:
    """The platform will never take it."""
    _set(session, outbox_id, status=FAILED, claimed_until=None, error=error)


def try_again(session: Session, outbox_id: int, at: datetime, error: str) -> None:
    """It did not go through this time."""
    _set(session, outbox_id, not_before=at, claimed_until=None, error=error)


def move_chat(session: Session, channel: str, old: str, new: str) -> None:
    """Everything still to be sent to a chat goes to its new id."""
    session.execute(
        update(Outbox)
        .where(col(Outbox.channel) == channel, col(Outbox.chat) == old, col(Outbox.status) == WAITING)
        .values(chat=new, claimed_until=None)
    )


def _set(session: Session, outbox_id: int, **values: Any) -> None:
    session.execute(update(Outbox).where(col(Outbox.id) == outbox_id).values(**values))


def sent_as(session: Session, channel: str, chat: str, message: str) -> Outbox | None:
    """The message of ours that the platform calls ``message``."""
    wanted = select(Outbox).where(Outbox.channel == channel, Outbox.chat == chat, Outbox.message == message)
    return session.exec(wanted).first()


def newest_to(session: Session, channel: str, chat: str, since: datetime, most: int = 10) -> list[Outbox]:
    """Our messages to a chat since a moment, the newest first."""
    wanted = (
        select(Outbox)
        .where(Outbox.channel == channel, Outbox.chat == chat, col(Outbox.created_at) >= since)
        .order_by(col(Outbox.id).desc())
        .limit(most)
    )
    return list(session.exec(wanted))
