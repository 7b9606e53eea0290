"""When people are asked about their work: pure reckoning in a room's zone, outside its quiet hours. Moments in UTC."""

from datetime import UTC, date, datetime, time, timedelta

from storage.rooms import RoomSettings

SMALL_HOURS = time(5)
"""Who begins before this hour works in the night of the day before."""


def moment_of(day: date, at: time, settings: RoomSettings) -> datetime:
    """The moment of a clock time on a day."""
    # In UTC: moments of one zone are compared by their clock times, which go back an hour in October.
    return datetime.combine(day, at, settings.zone).astimezone(UTC)


def outside_quiet(moment: datetime, settings: RoomSettings) -> datetime:
    """The moment itself, or when the quiet hours around it end."""
    return (settings.waits_until(moment) or moment).astimezone(UTC)


def habit_moment(day: date, starts: time | None, minutes: int, settings: RoomSettings) -> datetime:
    """When to ask whether somebody was there: after the work where its time is known, else at the room's hour."""
    if starts is None:
        return outside_quiet(moment_of(day, settings.habit_at, settings), settings)
    return outside_quiet(moment_of(day, starts, settings) + timedelta(minutes=minutes), settings)


def shift_moment(since: datetime, settings: RoomSettings) -> datetime:
    """When to ask about time that runs ``since`` then: in the evening, or the next morning when begun after that."""
    local = since.astimezone(settings.zone)
    day = local.date() - timedelta(days=1) if local.time() < SMALL_HOURS else local.date()
    evening = moment_of(day, settings.shift_asked_at, settings)
    if since < evening:
        return outside_quiet(evening, settings)
    return outside_quiet(moment_of(day, settings.quiet_from, settings), settings)
