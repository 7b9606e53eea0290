"""Messages on their way out: written with what they tell of, claimed one chat at a time, sent, marked."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import case, func, or_, update
from sqlmodel import Session, col, select

from storage import core
from storage.people import reachable_account
from storage.tables import Account, Outbox

WAITING, SENT, HANDED_OVER, DROPPED, FAILED = "waiting", "sent", "handed_over", "dropped", "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a message goes, and to whom if that is known."""

    channel: str
    chat: str
    person_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """That a message goes in the response to the one that it answers, which is an inbox row; then its chat rests."""

    inbox_id: int
    rests_until: datetime


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
    trace: str = "",
    receipt: Receipt | None = None,
) -> int:
    """Lay a message ready to be sent after the commit, or to be handed over with a receipt; returns the row's id."""
    given: dict[str, Any] = {}
    if receipt is not None:
        until = receipt.rests_until
        given = {"status": HANDED_OVER, "sent_at": now, "claimed_until": until, "answers": receipt.inbox_id}
    return core.insert(
        session,
        Outbox,
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
        trace=trace,
        **given,
    )


def address_of(session: Session, person_id: int) -> Address | None:
    """Where a person reads messages now; None when they cannot be reached."""
    account = reachable_account(session, person_id)
    return None if account is None else Address(channel=account.channel, chat=account.chat, person_id=person_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlog:
    """What is not sent yet."""

    due: int
    """Messages that may go now."""
    retried: int
    """Messages that did not go through before, and wait for their next try."""
    held: int
    """Messages whose time has not come: quiet hours."""
    oldest: float
    """Seconds since the first of those due, or tried before, might have gone."""


def backlog(session: Session, now: datetime) -> Backlog:
    """Count what is not sent yet, on all channels."""
    later, tried = col(Outbox.not_before) > now, col(Outbox.attempts) > 0
    # A next try moves the moment on: such a message has waited since it was made.
    since = case((tried, col(Outbox.created_at)), else_=func.coalesce(Outbox.not_before, Outbox.created_at))
    wanted = select(
        func.count().filter(or_(~later, col(Outbox.not_before).is_(None))),
        func.count().filter(later, tried),
        func.count().filter(later, ~tried),
        func.min(since).filter(or_(tried, ~later, col(Outbox.not_before).is_(None))),
    ).where(Outbox.status == WAITING)
    due, retried, held, first = session.execute(wanted).one()
    oldest = 0.0 if first is None else max(0.0, (now - first).total_seconds())
    return Backlog(due=due, retried=retried, held=held, oldest=oldest)


def sent_before(session: Session, channel: str, chat: str, count: int) -> datetime | None:
    """When the newest but ``count`` of the messages to a chat was sent; None where there are fewer."""
    wanted = (
        select(Outbox.sent_at)
        .where(Outbox.channel == channel, Outbox.chat == chat, col(Outbox.sent_at).is_not(None))
        .order_by(col(Outbox.id).desc())
        .offset(count)
        .limit(1)
    )
    return session.exec(wanted).first()


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
    """Everything still to be sent to a chat goes to its new id, and whoever writes from there is found there."""
    session.execute(update(Account).where(col(Account.channel) == channel, col(Account.chat) == old).values(chat=new))
    waiting = select(Outbox).where(Outbox.channel == channel, Outbox.chat == old, Outbox.status == WAITING)
    for row in session.exec(waiting):
        row.chat, row.claimed_until = new, None
        # Messages have other ids there: what this one answers, or takes the place of, cannot be pointed at any more.
        row.body = {**(row.body or {}), "replies_to": "", "replaces": "", "reaction": ""}
    session.flush()


def drop_waiting(session: Session, channel: str, chat: str, why: str) -> None:
    """Nothing more is sent to a chat."""
    session.execute(
        update(Outbox)
        .where(col(Outbox.channel) == channel, col(Outbox.chat) == chat, col(Outbox.status) == WAITING)
        .values(status=DROPPED, claimed_until=None, error=why)
    )


def drop_before_time(session: Session, person_ids: Collection[int], button: str, now: datetime) -> bool:
    """Drop what these people were to read after ``now`` and bears this button; whether there was any."""
    wanted = select(Outbox).where(
        col(Outbox.person_id).in_(person_ids), Outbox.status == WAITING, col(Outbox.not_before) > now
    )
    found = [row for row in session.exec(wanted) if button in buttons_of(row)]
    for row in found:
        mark_dropped(session, row.id, "asked in other words")
    return bool(found)


def drop_expired(session: Session, now: datetime) -> int:
    """Give up the messages that are not worth sending any more, also those of channels that nobody serves."""
    dropped = session.execute(
        update(Outbox)
        .where(col(Outbox.status) == WAITING, col(Outbox.expires_at) <= now)
        .values(status=DROPPED, claimed_until=None, error="its time is over")
        .returning(col(Outbox.id))
    )
    return len(dropped.all())


def _set(session: Session, outbox_id: int, **values: Any) -> None:
    session.execute(update(Outbox).where(col(Outbox.id) == outbox_id).values(**values))


def buttons_of(row: Outbox) -> list[str]:
    """What comes back when the message's buttons are pressed, as long as its words are kept."""
    return [data for _, data in (row.body or {}).get("buttons", [])]


def sent_as(session: Session, channel: str, chat: str, message: str) -> Outbox | None:
    """The message of ours that the platform calls ``message``; a reaction has no name."""
    if not message:
        return None
    wanted = select(Outbox).where(Outbox.channel == channel, Outbox.chat == chat, Outbox.message == message)
    # A message that took the place of another bears its id: what it says now is the newest.
    return session.exec(wanted.order_by(col(Outbox.id).desc())).first()


def newest_to(session: Session, channel: str, chat: str, since: datetime, most: int = 10) -> list[Outbox]:
    """Our messages to a chat since a moment, the newest first; not those that wait for their time."""
    wanted = (
        select(Outbox)
        .where(
            Outbox.channel == channel,
            Outbox.chat == chat,
            col(Outbox.created_at) >= since,
            col(Outbox.not_before).is_(None) | (Outbox.status == SENT),
        )
        .order_by(col(Outbox.created_at).desc(), col(Outbox.id).desc())
        .limit(most)
    )
    return list(session.exec(wanted))


def wrote_to_nobody(session: Session, channel: str, chat: str, since: datetime) -> bool:
    """Whether anything was written to a chat since a moment that was meant for nobody whom the bot knows."""
    wanted = select(Outbox.id).where(
        Outbox.channel == channel,
        Outbox.chat == chat,
        col(Outbox.person_id).is_(None),
        col(Outbox.created_at) >= since,
    )
    return session.exec(wanted).first() is not None


def kept_to(session: Session, person_id: int) -> list[Outbox]:
    """Our messages to the person whose words are still kept, the oldest first."""
    wanted = select(Outbox).where(Outbox.person_id == person_id, col(Outbox.body).is_not(None))
    return list(session.exec(wanted.order_by(col(Outbox.id))))
