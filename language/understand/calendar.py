"""Days as people name them: always looking back, in the room's zone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from language.understand.meaning import Reason

# A day and month without a year are of the last 92 days, or they are asked.
FURTHEST_BACK = timedelta(days=92)


@dataclass(frozen=True, slots=True)
class Days:
    """The days a text names, in its order; or why they cannot be told (``problem``).

    ``part`` is the part of the day that was named with them. ``kind`` tells what was named ("weekday", "relative",
    "date", "list"), so that "gisteren, maandag" can be seen as one day said twice.
    """

    dates: tuple[date, ...]
    kind: str
    part: str | None = None
    problem: Reason | None = None
    week: date | None = None
    """The Monday of the week that was named without a day."""
    ahead: date | None = None
    """The coming day of this name, where that is nearer than the last one."""

    def in_week(self, monday: date) -> "Days":
        """The same weekdays in the week that begins on this Monday."""
        days = tuple(monday + timedelta(days=day.isoweekday() - 1) for day in self.dates)
        return replace(self, dates=days, kind="week", problem=None)

    def with_part(self, part: str | None) -> "Days":
        """The same days with a part of the day."""
        return replace(self, part=part)


def last_weekday(today: date, weekday: int, *, before: bool = False) -> date:
    """The latest day of this name (1 Monday … 7 Sunday) up to today, or strictly before it."""
    back = (today.isoweekday() - weekday) % 7
    return today - timedelta(days=back or (7 if before else 0))


def weekday_of_week(today: date, weekday: int, weeks: int) -> date:
    """The day of this name in the ISO week that is ``weeks`` from this one."""
    return today + timedelta(days=weekday - today.isoweekday(), weeks=weeks)


def full_date(year: int, month: int, day: int) -> date | None:
    """That date, or None if there is none. Two digits of a year mean this century."""
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def day_and_month(today: date, month: int, day: int) -> Days:
    """The latest such date not after today; more than 92 days back it is asked: it may be a slip for a coming one."""
    if full_date(2024, month, day) is None:
        return Days((), "date", problem=Reason.IMPOSSIBLE_DATE)
    years = range(today.year - 8, today.year + 9)
    return latest([full_date(year, month, day) for year in years], today)


def latest(days: Sequence[date | None], today: date) -> Days:
    """The latest of these days not after today, unless that is long ago: then one to come may be meant as well."""
    named = [day for day in days if day is not None]
    found = max((day for day in named if day <= today), default=None)
    coming = min((day for day in named if day > today), default=None)
    if found is None:
        return Days((), "date", problem=Reason.IMPOSSIBLE_DATE)
    if today - found <= FURTHEST_BACK:
        return Days((found,), "date")
    if coming is not None and coming - today < today - found:
        return Days((found,), "date", problem=Reason.FUTURE, ahead=coming)
    return Days((found,), "date", problem=Reason.LONG_AGO)


def easter(year: int) -> date:
    """Easter Sunday of a year (Gregorian calendar), by the method of Meeus, Jones and Butcher."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    correction = (8 * century + 13) // 25
    epact = (19 * golden + century - century // 4 - correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def day_of_month(today: date, day: int) -> Days:
    """The latest day with this number not after today."""
    if not 1 <= day <= 31:
        return Days((), "date", problem=Reason.IMPOSSIBLE_DATE)
    found = today
    while found.day != day:
        found -= timedelta(days=1)
    return Days((found,), "date")


def coming(days: Days, today: date) -> date | None:
    """The last of the days, read as one that is still to come: a weekday next week, a date of the coming year."""
    if not days.dates:
        return None
    day = days.dates[-1]
    if day >= today:
        return day
    if days.kind == "weekday":
        return day + timedelta(weeks=1)
    return next(
        (d for year in (today.year, today.year + 1) if (d := full_date(year, day.month, day.day)) and d >= today), None
    )
