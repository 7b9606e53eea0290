"""What delivery reads and writes in the books: each step one short transaction, none of them open while sending."""

import logging
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Engine
from sqlmodel import Session

from scheduler import put_out, unreachable
from scheduler.limiter import Rate
from scheduler.sending import ChatMovedError, RefusedError, SendError, TryAgainError, UnreachableError
from storage import group_chats, outbox
from storage.database import reading, unit_of_work
from storage.outbox import Address
from storage.tables import Outbox, Person

log = logging.getLogger(__name__)

GROUP_MINUTE = timedelta(minutes=1)
LONGEST_PAUSE = 300.0
"""Seconds between two attempts at the same message, at most, unless the platform asks for more."""


def take(
    engine: Engine, channels: Sequence[str], now: datetime, lease: timedelta, resting: Collection[tuple[str, str]]
) -> Outbox | None:
    """Claim the next message that is worth sending; those that are not are dropped on the way."""
    with unit_of_work(engine) as session:
        while (row := outbox.claim(session, channels, now, lease, resting)) is not None:
            why = _not_worth_sending(session, row, now)
            if why is None:
                return row
            outbox.mark_dropped(session, row.id, why)
        return None


def _not_worth_sending(session: Session, row: Outbox, now: datetime) -> str | None:
    if row.expires_at is not None and row.expires_at <= now:
        return "its time is over"
    reader = None if row.person_id is None else session.get(Person, row.person_id)
    if row.bulk and reader is not None and (reader.quiet_since or reader.forgotten_at):
        return "they want no messages any more"
    return None


def seconds_to_next(engine: Engine, channels: Sequence[str], now: datetime) -> float | None:
    """Tell the seconds until a message may go that waits for its time or for a lease; None when there is none."""
    with reading(engine) as session:
        moment = outbox.next_moment(session, channels, now)
    return None if moment is None else (moment - now).total_seconds()


def has_more(engine: Engine, channels: Sequence[str], now: datetime) -> bool:
    """Whether a message could be sent now, were it not for the rates."""
    with reading(engine) as session:
        return outbox.has_claimable(session, channels, now)


def hand_over(session: Session, address: Address, rate: Rate | None, now: datetime) -> timedelta | None:
    """How long a chat rests after an answer that goes in a response now; None where it must wait for its turn."""
    if not outbox.chat_is_free(session, address.channel, address.chat, now):
        return None
    return _rest(session, address.channel, address.chat, rate, now)


def _rest(session: Session, channel: str, chat: str, rate: Rate | None, now: datetime) -> timedelta:
    """How long a chat rests after a message that it gets now."""
    if rate is None:
        return timedelta()
    rest = timedelta(seconds=rate.chat_rest)
    if not rate.is_group(chat):
        return rest
    first = outbox.sent_before(session, channel, chat, rate.group_per_minute - 2)
    return rest if first is None else max(rest, first + GROUP_MINUTE - now)


def mark_sent(engine: Engine, row: Outbox, message: str, now: datetime, rate: Rate | None) -> None:
    """It arrived at the platform."""
    with unit_of_work(engine) as session:
        rest = _rest(session, row.channel, row.chat, rate, now)
        outbox.mark_sent(session, row.id, message, now, now + rest if rest else None)


def mark_not_sent(engine: Engine, row: Outbox, error: SendError, now: datetime) -> None:
    """It did not arrive: see what follows from the error."""
    where = {"outbox": row.id, "channel": row.channel}
    with unit_of_work(engine) as session:
        match error:
            case TryAgainError():
                at = now + timedelta(seconds=pause(row.attempts) if error.after is None else error.after)
                log.warning("message %d is tried again at %s: %s", row.id, at.isoformat(), error, extra=where)
                outbox.try_again(session, row.id, at, str(error))
            case UnreachableError():
                log.info("the reader of message %d cannot be reached: %s", row.id, error, extra=where)
                outbox.drop_waiting(session, row.channel, row.chat, str(error))
                unreachable.mark(session, row, now)
                put_out.mark(session, row, now)
            case ChatMovedError():
                log.info("the chat of message %d moved", row.id, extra=where)
                group_chats.move(session, row.channel, row.chat, error.new_chat)
            case RefusedError() | SendError():
                log.error("message %d is refused: %s", row.id, error, extra=where)
                outbox.mark_failed(session, row.id, str(error))


def pause(attempts: int) -> float:
    """Tell the seconds to wait after so many attempts: 1, 2, 4 and so on."""
    return min(2.0 ** min(attempts - 1, 20), LONGEST_PAUSE)
