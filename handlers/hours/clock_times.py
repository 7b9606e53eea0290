"""Clock times that people say: "om 5 uur" is in the morning or in the afternoon, whichever can be."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from language.understand.meaning import Understanding

HALF_DAY = 12
_DIGITS = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)(?: ?uur)?")


def said_time(meant: Understanding, text: str) -> time | None:
    """The one clock time that a message tells; None where it tells none, several, or an amount besides."""
    digits = _DIGITS.fullmatch(text.strip().casefold())
    if digits is not None:
        return time(int(digits[1]), int(digits[2]))
    told = {str(part.value["time"]) for part in meant.parts if part.kind == "time"}
    if len(told) != 1 or any(draft.minutes is not None for draft in meant.drafts):
        return None
    return time.fromisoformat(told.pop())


def newest_before(at: time, moment: datetime, zone: ZoneInfo) -> datetime | None:
    """When it was last that time before ``moment``, on the same day in the room's zone; None when it was not yet."""
    today = moment.astimezone(zone).date()
    return max((found for found in _moments(at, today, zone) if found <= moment), default=None)


def first_between(at: time, after: datetime, until: datetime, zone: ZoneInfo) -> datetime | None:
    """When it was first that time after a moment and not after another; None when it was not."""
    day, last = after.astimezone(zone).date(), until.astimezone(zone).date()
    found: list[datetime] = []
    while day <= last and not found:
        found = [moment for moment in _moments(at, day, zone) if after < moment <= until]
        day += timedelta(days=1)
    return min(found, default=None)


def _moments(at: time, day: date, zone: ZoneInfo) -> Iterator[datetime]:
    """A clock time on a day; up to 12 o'clock it may be of either half of it."""
    hours = {at.hour, (at.hour + HALF_DAY) % 24} if at.hour <= HALF_DAY else {at.hour}
    return (datetime.combine(day, at.replace(hour=hour), zone).astimezone(UTC) for hour in hours)
