"""To which moments the try-out's clock can be moved."""

from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

_SUNDAY_EVENING = (6, time(18, 0))
_MONDAY_MORNING = (0, time(8, 30))


class Step(StrEnum):
    """A button beside the clock."""

    HOUR = "hour"
    SUNDAY = "sunday"
    MONDAY = "monday"


def after(step: Step, now: datetime, zone: ZoneInfo) -> datetime:
    """The moment to which a step leads: an hour on, or the first such Sunday or Monday after ``now``."""
    match step:
        case Step.HOUR:
            return now + timedelta(hours=1)
        case Step.SUNDAY:
            return _next(*_SUNDAY_EVENING, now, zone)
        case Step.MONDAY:
            return _next(*_MONDAY_MORNING, now, zone)


def _next(weekday: int, clock_time: time, now: datetime, zone: ZoneInfo) -> datetime:
    today = now.astimezone(zone).date()
    day = today + timedelta(days=(weekday - today.weekday()) % 7)
    moment = datetime.combine(day, clock_time, zone)
    return moment if moment > now else datetime.combine(day + timedelta(days=7), clock_time, zone)
