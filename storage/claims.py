"""Whose turn it is in the outbox: rows are claimed by a lease, one of a chat at a time, and chats rest between two."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Executable,
    Integer,
    String,
    and_,
    bindparam,
    func,
    literal_column,
    or_,
    union_all,
    update,
)
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage import core
from storage.instant import Instant
from storage.outbox import HANDED_OVER, SENT, WAITING
from storage.tables import Outbox

LONGEST_HOLD = timedelta(seconds=60)
"""No chat is held longer, by a lease or by a rest: what says so was written before the clock was put back."""


_CLAIM = (
    update(core.table_of(Outbox))
    .where(col(Outbox.id) == bindparam("key"))
    .values(claimed_until=bindparam("leased"), attempts=col(Outbox.attempts) + 1)
)


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
    rows = list(session.exec(_claimed(), params=_given(channel, now, busy=list(busy), most=most)))
    if most_bulk is not None:
        replies = sum(not row.bulk for row in rows)
        rows = rows[: replies + most_bulk]
    for row in rows:
        session.expunge(row)  # its changes are written below, all at once
        row.claimed_until = now + lease
        row.attempts += 1
    if rows:
        session.connection().execute(_CLAIM, [{"key": row.id, "leased": row.claimed_until} for row in rows])
    return rows


def has_claimable(session: Session, channel: str, now: datetime, busy: Collection[str] = ()) -> bool:
    """Whether any message could be sent now."""
    return core.run(session, _any_claimable(), **_given(channel, now, busy=list(busy))).first() is not None


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
    comes, held = _next()
    expires, rested = tuple(core.run(session, held, **_given(channel, now)).one())
    return NextMoments(core.run(session, comes, **_given(channel, now)).scalar_one(), expires, rested)


def chat_is_free(session: Session, channel: str, chat: str, now: datetime) -> bool:
    """Whether a reply would be the next message to the chat: it does not rest, and nothing else goes before."""
    return core.run(session, _in_the_way_of_reply(), **_given(channel, now, chat=chat)).first() is None


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


def is_last_claim(session: Session, row: Outbox) -> bool:
    """Whether nobody claimed the message since it was claimed as this row, and it was not sent; nobody can until the
    commit.

    Another may have when the lease ended, whoever had it before: what it does counts then.
    """
    wanted = select(Outbox.id).where(Outbox.id == row.id, Outbox.attempts == row.attempts, _is_waiting(Outbox))
    return session.exec(wanted.with_for_update()).first() is not None


def handed_over_lately(session: Session, channel: str, now: datetime) -> int:
    """How many answers went in a response of which the chat still rests: with a rest of a second, in the last one."""
    count: int = core.run(session, _handed_over(), **_given(channel, now)).scalar_one()
    return count


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
        _is_tried_again(Outbox),
    )
    return session.exec(wanted.limit(1), params=_given(channel, now)).first() is not None


# The statements are made once: that takes SQLAlchemy longer than running them takes the database.
_CHANNEL, _CHAT = bindparam("channel", type_=String), bindparam("chat", type_=String)
_NOW, _UNTIL = bindparam("now", type_=Instant()), bindparam("until", type_=Instant())


def _given(channel: str, now: datetime, **more: Any) -> dict[str, Any]:
    return {"channel": channel, "now": now, "until": now + LONGEST_HOLD, **more}


@cache
def _claimed() -> SelectOfScalar[Outbox]:
    ordered = _claimable().order_by(col(Outbox.bulk), col(Outbox.id)).limit(bindparam("most", type_=Integer))
    return ordered.with_for_update(skip_locked=True)


@cache
def _any_claimable() -> Executable:
    return _claimable().with_only_columns(col(Outbox.id)).limit(1)


@cache
def _next() -> tuple[Executable, Executable]:
    waits = aliased(Outbox)
    comes = select(func.min(Outbox.not_before)).where(
        _is_waiting(Outbox), Outbox.channel == _CHANNEL, col(Outbox.not_before) > _NOW
    )
    here = (col(waits.channel) == _CHANNEL, col(waits.chat) == col(Outbox.chat))
    held = select(
        func.min(Outbox.claimed_until).filter(_is_waiting(Outbox)),
        func.min(Outbox.claimed_until).filter(~_is_waiting(Outbox)),
    ).where(
        Outbox.channel == _CHANNEL,
        _holds(Outbox),
        select(waits.id).where(*here, _is_waiting(waits), _time_has_come(waits)).exists(),
    )
    return comes, held


@cache
def _in_the_way_of_reply() -> Executable:
    held, waits = aliased(Outbox), aliased(Outbox)
    goes_first = and_(_time_has_come(waits), col(waits.bulk).is_(False))
    return union_all(
        select(held.id).where(col(held.channel) == _CHANNEL, col(held.chat) == _CHAT, _holds(held)),
        select(waits.id).where(
            col(waits.channel) == _CHANNEL,
            col(waits.chat) == _CHAT,
            _is_waiting(waits),
            or_(goes_first, _is_tried_again(waits)),
        ),
    ).limit(1)


@cache
def _handed_over() -> Executable:
    return select(func.count()).where(Outbox.channel == _CHANNEL, _holds(Outbox), Outbox.status == HANDED_OVER)


@cache
def _claimable() -> SelectOfScalar[Outbox]:
    other, held = aliased(Outbox), aliased(Outbox)
    goes_first = or_(
        col(other.bulk) < col(Outbox.bulk),
        and_(col(other.bulk) == col(Outbox.bulk), col(other.id) < col(Outbox.id)),
    )
    in_the_way = (
        select(other.id)
        .where(
            col(other.channel) == _CHANNEL,
            col(other.chat) == col(Outbox.chat),
            _is_waiting(other),
            col(other.id) != col(Outbox.id),
            or_(_is_tried_again(other), and_(_time_has_come(other), goes_first)),
        )
        .exists()
    )
    held_chats = select(held.chat).where(col(held.channel) == _CHANNEL, _holds(held))
    return select(Outbox).where(
        Outbox.channel == _CHANNEL,
        _is_waiting(Outbox),
        _time_has_come(Outbox),
        # Of the row itself once more: PostgreSQL looks at it again when it got it from another who claimed it.
        or_(col(Outbox.claimed_until).is_(None), ~_holds(Outbox)),
        col(Outbox.chat).not_in(held_chats),
        col(Outbox.chat).not_in(bindparam("busy", expanding=True)),
        ~in_the_way,
    )


def _time_has_come(row: type[Outbox]) -> ColumnElement[bool]:
    return or_(col(row.not_before).is_(None), col(row.not_before) <= _NOW)


def _holds(row: type[Outbox]) -> ColumnElement[bool]:
    return and_(col(row.claimed_until) > _NOW, col(row.claimed_until) <= _UNTIL)


def _is_tried_again(row: type[Outbox]) -> ColumnElement[bool]:
    return and_(col(row.attempts) > 0, col(row.not_before) > _NOW)


def _is_waiting(row: type[Outbox]) -> ColumnElement[bool]:
    # Written out, not bound: only so does SQLite see that the index of what waits will do.
    return col(row.status) == literal_column(f"'{WAITING}'")
