"""What delivery reads and writes in the books: each step one short transaction, none of them open while sending."""

import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Engine
from sqlmodel import Session

from scheduler import put_out, unreachable
from scheduler.rate import Rate
from scheduler.sending import ChatMovedError, RefusedError, SendError, TryAgainError, UnreachableError
from storage import claims, group_chats, outbox, paces
from storage.database import has_one_writer, unit_of_work
from storage.outbox import Address
from storage.tables import Outbox, Person

log = logging.getLogger(__name__)

Clock = Callable[[], datetime]
GROUP_MINUTE = timedelta(minutes=1)
LONGEST_PAUSE = 300.0
"""Seconds between two attempts at the same message, at most, unless the platform asks for more."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What can be begun on a channel: so many messages, of which so many bulk, in other chats than the busy ones."""

    rate: Rate | None
    most: int
    most_bulk: int
    busy: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """A message that the platform took, what it calls it, and when."""

    row: Outbox
    message: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Turn:
    """A message that is to be sent, and from when on."""

    row: Outbox
    at: datetime


@dataclass(slots=True)
class Look:
    """What a look at the books brought: messages to send, and when to look again."""

    turns: list[Turn]
    again: datetime | None = None
    """Something may go then that may not now; None where there is nothing."""
    held: datetime | None = None
    """The same, of what only the rates hold up."""

    def at(self, moment: datetime | None, *, by_rates: bool = False) -> None:
        """Look again at this moment too."""
        if moment is not None:
            self.again = min(self.again or moment, moment)
        if moment is not None and by_rates:
            self.held = min(self.held or moment, moment)


def look(engine: Engine, wanted: Mapping[str, Wanted], done: Sequence[Done], clock: Clock, lease: timedelta) -> Look:
    """Mark what was sent, and claim what can be sent now, in one commit; what is not worth sending is dropped."""
    with unit_of_work(engine) as session:
        session.connection()  # waits until the database can be had: a lease counts from then on
        claims.mark_sent(session, [_sent(session, one, wanted[one.row.channel].rate) for one in done])
        found = Look([])
        for channel, want in wanted.items():
            _claim(session, found, channel, want, clock, lease)
        return found


def _sent(session: Session, done: Done, rate: Rate | None) -> claims.Sent:
    rest = _rest(session, done.row.channel, done.row.chat, rate, done.at)
    return claims.Sent(done.row.id, done.message, done.at, done.at + rest if rest else None)


def _claim(session: Session, found: Look, channel: str, want: Wanted, clock: Clock, lease: timedelta) -> None:
    if want.most == 0:
        return
    if want.rate is not None:
        paces.hold(session, channel, clock())
    now = clock()
    turns = None if want.rate is None else _turns(session, channel, want.rate, want.most, now)
    most = want.most if turns is None else turns.most
    claimed = claims.claim(session, channel, now, lease, most, want.busy, want.most_bulk) if most else []
    worth = [row for row in claimed if not _is_dropped(session, row, now)]
    moments = [now] * len(worth) if turns is None or not worth else turns.use(len(worth))
    # Who sends alone counts what arrives: then a reply need not wait for the turns that were given out before.
    at_once = want.rate is not None and _counts_alone(session, want.rate)
    found.turns += [Turn(row, now if at_once and not row.bulk else at) for row, at in zip(worth, moments, strict=True)]
    if len(worth) < len(claimed):
        found.at(now)
    elif len(claimed) < most or not claims.has_claimable(session, channel, now, want.busy):
        following = claims.next_moments(session, channel, now)
        found.at(following.comes)
        found.at(following.expires)
        found.at(following.rested, by_rates=True)
    elif turns is not None:
        found.at(turns.opens, by_rates=True)


def _turns(session: Session, channel: str, rate: Rate, most: int, now: datetime) -> paces.Turns:
    # Answers in responses are not held up; what is sent by itself leaves room for them.
    left = rate.per_second - claims.handed_over_lately(session, channel, now)
    catch_up = paces.CATCH_UP_ALONE if _counts_alone(session, rate) else paces.CATCH_UP
    return paces.turns(session, channel, max(left, 1.0), most, now, catch_up)


def _counts_alone(session: Session, rate: Rate) -> bool:
    """Whether one process sends, which counts what arrives in a second (see ``scheduler.window``)."""
    return rate.most_in_second is not None and has_one_writer(session.get_bind().engine)


def _is_dropped(session: Session, row: Outbox, now: datetime) -> bool:
    why = _not_worth_sending(session, row, now)
    if why is not None:
        outbox.mark_dropped(session, row.id, why)
    return why is not None


def _not_worth_sending(session: Session, row: Outbox, now: datetime) -> str | None:
    if row.expires_at is not None and row.expires_at <= now:
        return "its time is over"
    reader = session.get(Person, row.person_id) if row.bulk and row.person_id is not None else None
    if reader is not None and (reader.quiet_since or reader.forgotten_at):
        return "they want no messages any more"
    return None


def take_over(engine: Engine) -> None:
    """Send again at once what another program was sending that is gone: the database is for one alone."""
    with unit_of_work(engine) as session:
        count = claims.release(session)
    if count:
        log.warning("%d messages were being sent when the program ended; they are sent again", count)


def hand_over(session: Session, address: Address, rate: Rate | None, now: datetime) -> timedelta | None:
    """How long a chat rests after an answer that goes in a response now; None where it must wait for its turn."""
    if rate is not None and paces.is_paused(session, address.channel, now):
        return None
    if not claims.chat_is_free(session, address.channel, address.chat, now):
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


def mark_not_sent(engine: Engine, row: Outbox, error: SendError, now: datetime) -> None:
    """It did not arrive: see what follows from the error. Of a message that another sends by now nothing follows."""
    where = {"outbox": row.id, "channel": row.channel}
    with unit_of_work(engine) as session:
        if not claims.is_last_claim(session, row):
            log.info("message %d was not sent by a lease that is over: %s", row.id, error, extra=where)
            return
        match error:
            case TryAgainError():
                at = now + timedelta(seconds=pause(row.attempts) if error.after is None else error.after)
                log.warning("message %d is tried again at %s: %s", row.id, at.isoformat(), error, extra=where)
                outbox.try_again(session, row.id, at, str(error))
                if error.after is not None and claims.told_to_wait(session, row.channel, row.chat, str(error), now):
                    # No platform says whom it means; who is told so in two chats at a time is meant as a whole.
                    log.warning("nothing is sent by %s until %s", row.channel, at.isoformat(), extra=where)
                    paces.pause(session, row.channel, at)
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
