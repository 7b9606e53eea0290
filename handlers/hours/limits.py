"""What the books take at once, what is asked first, what waits for the coordinator and what is refused.

The table of amounts in ``docs/design.md`` is the rule; the figures in it are settings of the room.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from storage.entries import Standing, Status, Work
from storage.rooms import RoomSettings

MINUTES_IN_HOUR = 60
SAME_AGAIN = timedelta(hours=1)
ROUNDED = timedelta(minutes=5)
"""Time that ran is rounded to so much: its end may lie that far ahead."""
ALL = "all"
"""Why hours wait in a room whose coordinator wants to see all of them, when there is nothing else about them."""
REASONS = ("day", "week", "late", ALL)
SMALL_HOURS = 5
"""Until this hour what is told without a day may be of the evening before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Booked:
    """What is in the books already for the same person, and when it came there."""

    work: Work
    at: datetime


@dataclass(frozen=True, slots=True)
class Fine:
    """It may be booked; ``reason`` says why it waits, when it does."""

    status: Status = Status.BOOKED
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AskFirst:
    """``doubt`` must be asked: "day_total", "same", "overlap" or "long_ago"; ``minutes`` is the day's total."""

    doubt: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Refuse:
    """More than a day holds; ``minutes`` is what the day would come to."""

    minutes: int


def is_ordinary(verdict: Fine | AskFirst | Refuse) -> bool:
    """Whether there is nothing about the work: it counts, or waits only because all hours of the room do."""
    return isinstance(verdict, Fine) and verdict.reason in ("", ALL)


def booked(entries: Sequence[Standing]) -> list[Booked]:
    """Entries of the books, to weigh new work against."""
    return [Booked(work=entry.work, at=entry.changed_at) for entry in entries]


def weigh(
    work: Work, others: Sequence[Booked], sent: datetime, now: datetime, settings: RoomSettings, sure: Sequence[str]
) -> Fine | AskFirst | Refuse:
    """Whether ``work``, told at ``sent`` in the room's zone, may be booked beside the ``others`` of the same person.

    ``now`` is when it is handled; ``sure`` are the doubts answered.
    """
    today = sent.date()
    if work.date > today or _is_still_to_come(work, sent):
        return AskFirst("future", work.minutes)
    that_day = [other for other in others if other.work.date == work.date]
    day_total = work.minutes + sum(other.work.minutes for other in that_day)
    if day_total > settings.most_day_hours * MINUTES_IN_HOUR:
        return Refuse(day_total)
    for doubt in _doubts(work, that_day, day_total, today, now, settings):
        if doubt not in sure:
            return AskFirst(doubt, day_total)
    week = work.date.isocalendar()[:2]
    week_total = work.minutes + sum(o.work.minutes for o in others if o.work.date.isocalendar()[:2] == week)
    if day_total > settings.wait_day_hours * MINUTES_IN_HOUR:
        return Fine(Status.WAITING, "day")
    if week_total > settings.wait_week_hours * MINUTES_IN_HOUR:
        return Fine(Status.WAITING, "week")
    if work.date < today - timedelta(days=settings.wait_after_days):
        return Fine(Status.WAITING, "late")
    return Fine(Status.WAITING, ALL) if settings.approve_all else Fine()


def _is_still_to_come(work: Work, sent: datetime) -> bool:
    if work.ends is None:
        return False
    over_midnight = work.starts is not None and work.ends <= work.starts
    ends = datetime.combine(work.date + timedelta(days=over_midnight), work.ends, sent.tzinfo)
    return ends > sent + ROUNDED


def _doubts(
    work: Work, that_day: Sequence[Booked], day_total: int, today: date, now: datetime, settings: RoomSettings
) -> list[str]:
    doubts = []
    if any(_is_same(work, other, now) for other in that_day):
        doubts.append("same")
    elif any(_overlap(work, other.work) for other in that_day):
        doubts.append("overlap")
    if day_total > settings.ask_day_hours * MINUTES_IN_HOUR:
        doubts.append("day_total")
    if work.date < today - timedelta(days=settings.ask_after_days):
        doubts.append("long_ago")
    return doubts


def _is_same(work: Work, other: Booked, now: datetime) -> bool:
    alike = other.work.minutes == work.minutes and other.work.group_id == work.group_id
    return alike and now - other.at <= SAME_AGAIN


def _overlap(work: Work, other: Work) -> bool:
    if work.starts is None or work.ends is None or other.starts is None or other.ends is None:
        return False
    first, second = _span(work.starts, work.ends), _span(other.starts, other.ends)
    return first[0] < second[1] and second[0] < first[1]


def _span(starts: time, ends: time) -> tuple[int, int]:
    begin, end = starts.hour * MINUTES_IN_HOUR + starts.minute, ends.hour * MINUTES_IN_HOUR + ends.minute
    return begin, end if end > begin else end + 24 * MINUTES_IN_HOUR
