"""How fast a channel sends over all its chats, whichever processes do: evenly, by a row that who claims has alone."""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from storage.once import insert_once
from storage.tables import ChannelPace

AHEAD = timedelta(seconds=0.25)
"""Turns are given out so long before they come, so that no message waits for the database, and no reply for long."""
CATCH_UP = timedelta(seconds=0.02)
"""Who comes so late for the next turn still has it."""
CATCH_UP_ALONE = timedelta(seconds=1)
"""The same, where nobody else sends: then whoever does can count itself what arrives in a second."""
_LONGEST = timedelta(seconds=10)
"""No next turn is further away than this: it was reckoned before the clock was put back."""
LONGEST_PAUSE = timedelta(hours=1)


@dataclass(slots=True)
class Turns:
    """The next turns: so many messages may be claimed (``most``); where none, more may be from ``opens`` on."""

    most: int
    opens: datetime
    _pace: ChannelPace
    _spacing: timedelta

    def use(self, count: int) -> list[datetime]:
        """Take so many turns; returns when each of them is. A moment that is past is now."""
        first = self._pace.next_at
        moments = [first + place * self._spacing for place in range(count)]
        self._pace.next_at = first + count * self._spacing
        self.opens = self._pace.next_at - AHEAD / 2
        return moments


def hold(session: Session, channel: str, now: datetime) -> None:
    """Wait until no other process takes turns on this channel; none does from here until the commit."""
    _of(session, channel, now)


def turns(
    session: Session, channel: str, per_second: float, most: int, now: datetime, catch_up: timedelta = CATCH_UP
) -> Turns:
    """How many turns there are to take now. Until the commit no other process has any on this channel."""
    pace = _of(session, channel, now)
    spacing = timedelta(seconds=1 / per_second)
    if not now - catch_up <= pace.next_at <= now + _LONGEST:
        pace.next_at = now
    # Half of them left is soon enough to take more, several at a time.
    opens = max(pace.next_at - AHEAD / 2, _paused(pace, now) or now)
    if opens > now:
        return Turns(0, opens, pace, spacing)
    ready = math.floor((now + AHEAD - pace.next_at) / spacing)
    return Turns(min(most, 1 + max(ready, 0)), now, pace, spacing)


def pause(session: Session, channel: str, until: datetime) -> None:
    """Send nothing on this channel until then."""
    pace = _of(session, channel, until)
    pace.paused_until = max(until, pace.paused_until or until)


def is_paused(session: Session, channel: str, now: datetime) -> bool:
    """Whether nothing is to be sent on this channel now."""
    pace = session.get(ChannelPace, channel)
    return pace is not None and _paused(pace, now) is not None


def _paused(pace: ChannelPace, now: datetime) -> datetime | None:
    """The end of the pause, while there is one; one that is too long was set before the clock was put back."""
    until = pace.paused_until
    return until if until is not None and now < until <= now + LONGEST_PAUSE else None


def _of(session: Session, channel: str, now: datetime) -> ChannelPace:
    wanted = select(ChannelPace).where(col(ChannelPace.channel) == channel).with_for_update()
    found = session.exec(wanted).first()
    if found is None:
        insert_once(session, ChannelPace, channel=channel, next_at=now, paused_until=None)
        found = session.exec(wanted).one()
    return found
