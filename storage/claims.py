"""Whose turn it is in the outbox: rows are claimed by a lease, one of a chat at a time, and chats rest between two."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, bindparam, func, literal_column, or_, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage import core
from storage.outbox import HANDED_OVER, SENT, WAITING
from storage.tables import Outbox

LONGEST_HOLD = timedelta(seconds=60)
"""No chat is held longer, by a lease or by a rest: what says so was written before the clock was put back."""


def claim(
    session: Session,
    channel: str,
    now: datetime,
    lease: timedelta,
    most: int,
    busy: Collection[str] = (),
    most_bulk: int | None = None,
) -> list[Outbox]:
    """Take the next messages to send, of so many chats at most: of each the oldest unsent, replies before bulk.

    They are nobody else's until ``now`` + ``lease``. ``busy`` are chats to leave alone.
    A message that waits for its time (quiet hours) does not hold up others of its chat. One that is being
    sent does, and so does one that waits to be tried again: the platform asked to leave that chat alone.
    """
    wanted = _claimable(channel, now, busy).order_by(col(Outbox.bulk), col(Outbox.id)).limit(most)
    rows = list(session.exec(wanted.with_for_update(skip_locked=True)))
    if most_bulk is not None:
        replies = sum(not row.bulk for row in rows)
        rows = rows[: replies + most_bulk]
    for row in rows:
        row.claimed_until = now + lease
        row.attempts += 1
    session.flush()
    return rows


def has_claimable(session: Session, channel: str, now: datetime, busy: Collection[str] = ()) -> bool:
    """Whether any message could be sent now."""
    return session.exec(_claimable(channel, now, busy).limit(1)).first() is not None


@dataclass(frozen=True, slots=True)
class NextMoments:
    """When messages may go that may not go now; None where there is none of the kind."""

    comes: datetime | None
    """The time comes of one that waits for it."""
    expires: datetime | None
    """The lease ends of one that is being sent, or was when a program died."""
    rested: datetime | None
    """A chat has rested for which one waits."""


def next_moments(session: Session, channel: str, now: datetime) -> NextMoments:
    """When to look again, if nothing new is laid ready."""
    waits = aliased(Outbox)
    comes = select(func.min(Outbox.not_before)).where(
        _is_waiting(Outbox), Outbox.channel == channel, col(Outbox.not_before) > now
    )
    here = (col(waits.channel) == channel, col(waits.chat) == col(Outbox.chat))
    held = select(
        func.min(Outbox.claimed_until).filter(_is_waiting(Outbox)),
        func.min(Outbox.claimed_until).filter(~_is_waiting(Outbox)),
    ).where(
        Outbox.channel == channel,
        _holds(Outbox, now),
        select(waits.id).where(*here, _is_waiting(waits), _time_has_come(waits, now)).exists(),
    )
    expires, rested = session.execute(held).one()
    return NextMoments(session.exec(comes).one(), expires, rested)


def chat_is_free(session: Session, channel: str, chat: str, now: datetime) -> bool:
    """Whether a reply would be the next message to the chat: it does not rest, and nothing else goes before."""
    row = aliased(Outbox)
    here = (col(row.channel) == channel, col(row.chat) == chat)
    held = select(row.id).where(*here, _holds(row, now))
    goes_first = and_(_time_has_come(row, now), col(row.bulk).is_(False))
    waiting = select(row.id).where(*here, _is_waiting(row), or_(goes_first, _is_tried_again(row, now)))
    return not any(session.exec(wanted.limit(1)).first() for wanted in (held, waiting))


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that the platform took: its row, what the platform calls it, when, and until when its chat rests."""

    outbox_id: int
    message: str
    at: datetime
    rests_until: datetime | None = None


_MARK = (
    update(core.table_of(Outbox))
    .where(col(Outbox.id) == bindparam("key"))
    .values(
        status=SENT, message=bindparam("name"), sent_at=bindparam("at"), claimed_until=bindparam("rests"), error=None
    )
)


def mark_sent(session: Session, sent: Sequence[Sent]) -> None:
    """The platform took these messages; their chats are left alone for a while."""
    if sent:
        marks = [{"key": one.outbox_id, "name": one.message, "at": one.at, "rests": one.rests_until} for one in sent]
        session.connection().execute(_MARK, marks)


def handed_over_lately(session: Session, channel: str, now: datetime) -> int:
    """How many answers went in a response of which the chat still rests: with a rest of a second, in the last one."""
    wanted = select(func.count()).where(Outbox.channel == channel, _holds(Outbox, now), Outbox.status == HANDED_OVER)
    return session.exec(wanted).one()


def release(session: Session) -> int:
    """End the leases of a program that is gone: what it was sending is sent again. Returns how many there were."""
    wanted = update(Outbox).where(_is_waiting(Outbox), col(Outbox.claimed_until).is_not(None))
    return len(session.execute(wanted.values(claimed_until=None).returning(col(Outbox.id))).all())


def told_to_wait(session: Session, channel: str, chat: str, why: str, now: datetime) -> bool:
    """Whether another chat than this waits to be tried again for the same reason."""
    wanted = select(Outbox.id).where(
        _is_waiting(Outbox),
        Outbox.channel == channel,
        Outbox.chat != chat,
        Outbox.error == why,
        _is_tried_again(Outbox, now),
    )
    return session.exec(wanted.limit(1)).first() is not None


def _claimable(channel: str, now: datetime, busy: Collection[str]) -> SelectOfScalar[Outbox]:
    other, held = aliased(Outbox), aliased(Outbox)
    goes_first = or_(
        col(other.bulk) < col(Outbox.bulk),
        and_(col(other.bulk) == col(Outbox.bulk), col(other.id) < col(Outbox.id)),
    )
    in_the_way = (
        select(other.id)
        .where(
            col(other.channel) == channel,
            col(other.chat) == col(Outbox.chat),
            _is_waiting(other),
            col(other.id) != col(Outbox.id),
            or_(_is_tried_again(other, now), and_(_time_has_come(other, now), goes_first)),
        )
        .exists()
    )
    held_chats = select(held.chat).where(col(held.channel) == channel, _holds(held, now))
    return select(Outbox).where(
        Outbox.channel == channel,
        _is_waiting(Outbox),
        _time_has_come(Outbox, now),
        # Of the row itself once more: PostgreSQL looks at it again when it got it from another who claimed it.
        or_(col(Outbox.claimed_until).is_(None), ~_holds(Outbox, now)),
        col(Outbox.chat).not_in(held_chats),
        col(Outbox.chat).not_in(list(busy)),
        ~in_the_way,
    )


def _time_has_come(row: type[Outbox], now: datetime) -> ColumnElement[bool]:
    return or_(col(row.not_before).is_(None), col(row.not_before) <= now)


def _holds(row: type[Outbox], now: datetime) -> ColumnElement[bool]:
    return and_(col(row.claimed_until) > now, col(row.claimed_until) <= now + LONGEST_HOLD)


def _is_tried_again(row: type[Outbox], now: datetime) -> ColumnElement[bool]:
    return and_(col(row.attempts) > 0, col(row.not_before) > now)


def _is_waiting(row: type[Outbox]) -> ColumnElement[bool]:
    # Written out, not bound: only so does SQLite see that the index of what waits will do.
    return col(row.status) == literal_column(f"'{WAITING}'")
