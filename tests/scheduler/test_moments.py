"""When people are asked about their work, whatever the clock on the wall does."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.moments import habit_moment, outside_quiet, shift_moment
from storage.rooms import RoomSettings
from tests.scheduler.rooms import ZONE, at, minutes_later

USUAL = RoomSettings()
MOMENTS = st.integers(0, 400 * 24 * 60).map(lambda minutes: minutes_later(at("2026-01-01 00:00"), minutes))
DAYS = st.dates(date(2026, 1, 1), date(2027, 2, 1))
ROOMS = st.builds(
    RoomSettings,
    quiet_from=st.times(time(18), time(23, 59)),
    quiet_until=st.times(time(5), time(10)),
    quiet_until_sunday=st.times(time(5), time(13)),
    habit_at=st.times(),
    shift_asked_at=st.times(time(14), time(23, 59)),
)


@pytest.mark.parametrize(
    ("day", "starts", "minutes", "asked"),
    [
        ("2026-11-10", None, 180, "2026-11-10 19:00"),
        ("2026-11-10", "10:00", 180, "2026-11-10 13:00"),
        ("2026-11-10", "19:30", 180, "2026-11-11 08:30"),
        ("2026-11-14", "22:00", 180, "2026-11-15 12:00"),
        ("2026-11-15", "09:00", 60, "2026-11-15 12:00"),
        # On 25 October 2026 the clock goes from 3:00 back to 2:00: six hours from 23:00 are over at 4:00.
        ("2026-10-24", "23:00", 13 * 60, "2026-10-25 12:00"),
        ("2026-10-24", "23:00", 14 * 60, "2026-10-25 12:00"),
        ("2026-10-24", "23:00", 15 * 60, "2026-10-25 13:00"),
    ],
)
def test_regular_work(day: str, starts: str | None, minutes: int, asked: str) -> None:
    begin = None if starts is None else time.fromisoformat(starts)
    assert habit_moment(date.fromisoformat(day), begin, minutes, USUAL) == at(asked)


@given(DAYS, st.none() | st.times(), st.integers(1, 960), ROOMS)
def test_regular_work_is_asked_about_after_it_and_never_in_quiet_hours(
    day: date, starts: time | None, minutes: int, room: RoomSettings
) -> None:
    moment = habit_moment(day, starts, minutes, room)
    assert room.waits_until(moment) is None
    if starts is not None:
        assert moment >= datetime.combine(day, starts, ZONE).astimezone(UTC) + timedelta(minutes=minutes)
    assert moment.astimezone(ZONE).date() <= day + timedelta(days=2)


@given(MOMENTS, ROOMS)
def test_time_that_runs_is_asked_about_within_a_day_and_never_in_quiet_hours(
    since: datetime, room: RoomSettings
) -> None:
    moment = shift_moment(since, room)
    assert moment > since
    assert room.waits_until(moment) is None
    assert moment - since < timedelta(hours=33)


@given(MOMENTS, ROOMS)
def test_outside_quiet_hours_nothing_is_moved(moment: datetime, room: RoomSettings) -> None:
    moved = outside_quiet(moment, room)
    assert moved >= moment
    assert outside_quiet(moved, room) == moved
    assert (moved == moment) == (room.waits_until(moment) is None)
