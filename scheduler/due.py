"""Which jobs of the clock are due for a room: pure reckoning over what was done before.

A period is due once its moment has come, and done until it is too late. That is before the next period's moment, so
that after downtime the newest alone is done. Older ones are skipped, and so are periods of a job that is switched
off. Those from before a room was known are none of its periods.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache

from scheduler.moments import moment_of
from storage.rooms import RoomSettings
from storage.runs import week_of

MONDAY, SUNDAY = 1, 7
LOOK_BACK = timedelta(days=8)
"""Longer than any job may be late, so that a changed time or a failed job loses no period."""
UPKEEP_AT = time(3, 30)
BACKUP_AT = time(4)
"""After the upkeep, so that what was erased is not in the copy. Neither lies in the hour of the clock change."""


class Job(StrEnum):
    """What the clock does for each room, as it is called in the run table."""

    WEEKLY_TOTAL = "weekly_total"
    DIGEST = "digest"
    REMINDER = "reminder"
    DEADLINES = "deadlines"


@dataclass(frozen=True, slots=True)
class Due:
    """A job for a period that is to be done now, or to be marked as skipped."""

    job: Job
    period: str
    skip: bool


@dataclass(frozen=True, slots=True)
class _Plan:
    job: Job
    is_on: bool
    at: time
    weekday: int | None
    """ISO weekday of its moment; None is every day."""
    period: Callable[[date], str]
    """The name of the period that the moment on this day is for."""
    too_late: Callable[[date, datetime], datetime]
    """From when on it is not done any more, by the day of its moment and the moment in UTC."""


def counts_from(known_since: datetime, last_run: datetime | None, now: datetime) -> datetime:
    """Tell the first moment whose periods are looked at: nothing from before a room was known.

    ``last_run`` is when a job of the room was last done or skipped; None is never.
    """
    window = min(last_run or known_since, now) - LOOK_BACK
    # A room that became known later than now did so by a clock that was wrong.
    return window if known_since > now else max(known_since, window)


def due(settings: RoomSettings, since: datetime, now: datetime, done: Collection[tuple[str, str]]) -> list[Due]:
    """Tell what became due from ``since`` until ``now``, but for the (job, period) pairs ``done`` or skipped before."""
    periods = _periods(settings, since.astimezone(settings.zone).date(), now)
    return [item for moment, item in periods if moment >= since and (item.job, item.period) not in done]


@lru_cache(maxsize=64)
def _periods(settings: RoomSettings, first: date, now: datetime) -> Sequence[tuple[datetime, Due]]:
    """All periods from the day ``first`` until ``now``. Most rooms have the same settings: it is reckoned once."""
    before = moment_of(first, time(), settings) - timedelta(microseconds=1)
    days = [(plan, day) for plan in _plans(settings) for day in _days(plan, settings, before, now)]
    return [
        (moment := moment_of(day, plan.at, settings), Due(plan.job, plan.period(day), _skips(plan, day, moment, now)))
        for plan, day in days
    ]


def _skips(plan: _Plan, day: date, moment: datetime, now: datetime) -> bool:
    return not plan.is_on or now >= plan.too_late(day, moment)


def next_moment(settings: RoomSettings, after: datetime) -> datetime:
    """Tell the first moment after ``after`` at which a job of the room becomes due."""
    return min(
        moment_of(day, plan.at, settings)
        for plan in _plans(settings)
        for day in _days(plan, settings, after, after + LOOK_BACK)
    )


def night_of(now: datetime, at: time) -> str:
    """Tell the newest night, by its date, whose work should be done by ``now`` when it is due at a time of night."""
    local = now.astimezone(RoomSettings().zone)
    night = local.date() if local.time() >= at else local.date() - timedelta(days=1)
    return night.isoformat()


def _plans(settings: RoomSettings) -> list[_Plan]:
    return [
        _Plan(
            Job.WEEKLY_TOTAL,
            settings.weekly_total,
            settings.weekly_total_at,
            SUNDAY,
            week_of,
            lambda _, moment: moment + timedelta(hours=24),
        ),
        _Plan(
            Job.DIGEST,
            settings.digest,
            settings.digest_at,
            MONDAY,
            lambda day: week_of(day - timedelta(days=7)),
            # Until Thursday, that day included.
            lambda day, _: moment_of(day + timedelta(days=4), time(), settings),
        ),
        _Plan(
            Job.REMINDER,
            settings.reminder,
            settings.reminder_at,
            None,
            date.isoformat,
            lambda _, moment: moment + timedelta(hours=12),
        ),
        _Plan(
            Job.DEADLINES,
            True,
            settings.digest_at,
            None,
            date.isoformat,
            # The next day tells what this one should have.
            lambda _, moment: moment + timedelta(hours=12),
        ),
    ]


def _days(plan: _Plan, settings: RoomSettings, after: datetime, until: datetime) -> Iterator[date]:
    """The days on which the job's moment lies after ``after`` and not after ``until``, the oldest first."""
    day, last = after.astimezone(settings.zone).date(), until.astimezone(settings.zone).date()
    while day <= last:
        if plan.weekday in (None, day.isoweekday()) and after < moment_of(day, plan.at, settings) <= until:
            yield day
        day += timedelta(days=1)
