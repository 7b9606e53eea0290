"""Which periods are due: on time, late, too late, across clock changes, downtime and restarts."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.due import UPKEEP_AT, Due, Job, counts_from, due, next_moment, night_of
from storage.rooms import RoomSettings
from storage.runs import monday_of, week_of
from tests.scheduler.rooms import ZONE, at, minutes_later

USUAL = RoomSettings()
EARLIER = at("2026-11-01 12:00")
KNOWN = at("2026-01-01 12:00")


def found_at(now: datetime, last_run: datetime, room: RoomSettings = USUAL) -> list[Due]:
    """What is due in a room that is known for long."""
    return due(room, counts_from(KNOWN, last_run, now), now, ())


def done_now(now: datetime, last_run: datetime, room: RoomSettings = USUAL) -> dict[str, str]:
    """What is to be done, not skipped: job and period."""
    return {item.job: item.period for item in found_at(now, last_run, room) if not item.skip}


@pytest.mark.parametrize(
    ("now", "jobs"),
    [
        ("2026-11-15 17:59", {"reminder": "2026-11-15", "deadlines": "2026-11-15"}),
        ("2026-11-15 18:00", {"reminder": "2026-11-15", "deadlines": "2026-11-15", "weekly_total": "2026-W46"}),
        ("2026-11-15 20:30", {"reminder": "2026-11-15", "weekly_total": "2026-W46"}),
        ("2026-11-16 08:29", {"weekly_total": "2026-W46"}),
        ("2026-11-16 08:30", {"weekly_total": "2026-W46", "digest": "2026-W46", "deadlines": "2026-11-16"}),
        ("2026-11-16 18:00", {"digest": "2026-W46", "reminder": "2026-11-16", "deadlines": "2026-11-16"}),
        ("2026-11-19 23:59", {"digest": "2026-W46"}),
        ("2026-11-20 00:00", {}),
        ("2026-11-20 09:59", {"deadlines": "2026-11-20"}),
        ("2026-11-20 10:00", {"reminder": "2026-11-20", "deadlines": "2026-11-20"}),
    ],
)
def test_how_late_each_job_may_be(now: str, jobs: dict[str, str]) -> None:
    assert done_now(at(now), EARLIER) == jobs


def test_after_downtime_only_the_newest_period_is_done() -> None:
    found = found_at(at("2026-11-16 09:00"), at("2026-10-15 12:00"))
    digests = {item.period: item.skip for item in found if item.job == Job.DIGEST}
    assert digests == {
        "2026-W41": True,
        "2026-W42": True,
        "2026-W43": True,
        "2026-W44": True,
        "2026-W45": True,
        "2026-W46": False,
    }


def test_what_is_done_or_skipped_is_not_due_again() -> None:
    now = at("2026-11-16 09:00")
    done = {(item.job.value, item.period) for item in due(USUAL, EARLIER, now, ())}
    assert due(USUAL, EARLIER, now, done) == []


def test_a_room_that_was_not_known_before_begins_with_the_next_period() -> None:
    now = at("2026-11-16 09:00")
    assert counts_from(now, None, now) == now
    assert due(USUAL, now, now, ()) == []
    later = at("2026-11-17 10:00")
    assert due(USUAL, counts_from(now, later, later), later, ()) == [
        Due(Job.REMINDER, "2026-11-16", skip=True),
        Due(Job.REMINDER, "2026-11-17", skip=False),
        Due(Job.DEADLINES, "2026-11-17", skip=False),
    ]


def test_a_room_whose_first_look_is_at_the_very_moment_gets_its_message() -> None:
    now = at("2026-11-15 18:00")
    assert due(USUAL, now, now, ()) == [Due(Job.WEEKLY_TOTAL, "2026-W46", skip=False)]


def test_a_room_that_became_known_by_a_clock_that_was_ahead_is_served_all_the_same() -> None:
    now = at("2026-11-15 18:00")
    found = due(USUAL, counts_from(at("2027-06-01 12:00"), at("2027-06-02 10:00"), now), now, ())
    assert Due(Job.WEEKLY_TOTAL, "2026-W46", skip=False) in found


def test_what_is_switched_off_is_skipped_for_good() -> None:
    off = RoomSettings(digest=False)
    now = at("2026-11-16 08:30")
    assert Due(Job.DIGEST, "2026-W46", skip=True) in found_at(now, EARLIER, off)
    assert "digest" not in done_now(now, EARLIER, off)


def test_times_are_the_rooms_own() -> None:
    early = RoomSettings(weekly_total_at=time(12, 0), timezone="Asia/Tokyo")
    assert "weekly_total" not in done_now(datetime(2026, 11, 15, 2, 59, tzinfo=UTC), EARLIER, early)
    assert "weekly_total" in done_now(datetime(2026, 11, 15, 3, 0, tzinfo=UTC), EARLIER, early)


def test_a_time_set_earlier_after_it_passed_still_counts() -> None:
    """At 17:00 the room moves its weekly total from 18:00 to 16:00."""
    moved = RoomSettings(weekly_total_at=time(16, 0))
    assert done_now(at("2026-11-15 17:01"), at("2026-11-15 17:00"), moved)["weekly_total"] == "2026-W46"


@pytest.mark.parametrize(
    ("day", "clock", "moment"),
    [
        # On 29 March 2026 the clock goes from 2:00 to 3:00: 2:30 is 1:30 UTC, when the wall says 3:30.
        ("2026-03-29", time(2, 30), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
        ("2026-03-29", time(18, 0), datetime(2026, 3, 29, 16, 0, tzinfo=UTC)),
        # On 25 October 2026 it goes from 3:00 back to 2:00: the first of the two 2:30s counts.
        ("2026-10-25", time(2, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        ("2026-10-25", time(18, 0), datetime(2026, 10, 25, 17, 0, tzinfo=UTC)),
    ],
)
def test_clock_changes(day: str, clock: time, moment: datetime) -> None:
    room = RoomSettings(weekly_total_at=clock)
    week = week_of(date.fromisoformat(day))
    before = moment - timedelta(days=1)
    assert done_now(moment - timedelta(seconds=1), before, room).get("weekly_total") != week
    assert done_now(moment, before, room)["weekly_total"] == week
    assert done_now(moment + timedelta(hours=23, minutes=59), before, room)["weekly_total"] == week
    assert done_now(moment + timedelta(hours=24), before, room).get("weekly_total") != week


def test_the_week_around_new_year_belongs_to_one_year() -> None:
    assert week_of(date(2027, 1, 3)) == "2026-W53"
    assert monday_of("2026-W53") == date(2026, 12, 28)
    assert done_now(at("2027-01-04 08:30"), at("2027-01-03 23:00"))["digest"] == "2026-W53"


def test_upkeep_belongs_to_the_newest_night() -> None:
    assert night_of(at("2026-11-16 03:29"), UPKEEP_AT) == "2026-11-15"
    assert night_of(at("2026-11-16 03:30"), UPKEEP_AT) == "2026-11-16"


@given(
    st.integers(0, 270 * 24 * 60).map(lambda minutes: minutes_later(at("2026-03-01 00:00"), minutes)),
    st.times(),
    st.times(),
    st.times(),
)
def test_the_next_moment_is_the_first_at_which_something_is_due(
    after: datetime, total: time, digest: time, reminder: time
) -> None:
    room = RoomSettings(weekly_total_at=total, digest_at=digest, reminder_at=reminder)
    moment = next_moment(room, after)
    seen = {(item.job.value, item.period) for item in due(room, after, after, ())}
    just_before = due(room, after, moment - timedelta(microseconds=1), seen)
    assert moment > after
    assert just_before == []
    assert any(not item.skip for item in due(room, after, moment, seen))


def moments_of(room: RoomSettings, first: datetime, last: datetime) -> dict[tuple[str, str], datetime]:
    """Every period and its moment, reckoned day by day by hand."""
    found = {}
    day = first.astimezone(ZONE).date() - timedelta(days=2)
    while day <= last.astimezone(ZONE).date():
        today = {("reminder", day.isoformat()): room.reminder_at, ("deadlines", day.isoformat()): room.digest_at}
        if day.isoweekday() == 7:
            today["weekly_total", week_of(day)] = room.weekly_total_at
        if day.isoweekday() == 1:
            today["digest", week_of(day - timedelta(days=1))] = room.digest_at
        for key, clock in today.items():
            moment = datetime.combine(day, clock, ZONE).astimezone(UTC)
            if first < moment <= last:
                found[key] = moment
        day += timedelta(days=1)
    return found


LATEST = {
    "weekly_total": timedelta(hours=24),
    "reminder": timedelta(hours=12),
    "deadlines": timedelta(hours=12),
    "digest": timedelta(days=3),
}
"""Surely not too late yet; for the digest less than the real limit, which depends on its time."""

GAPS = st.one_of(
    st.integers(1, 90),
    st.integers(60, 3 * 24 * 60),
    st.integers(24 * 60, 40 * 24 * 60),
)


@settings(max_examples=150, deadline=None)
@given(
    start=st.sampled_from([at("2026-03-20 12:00"), at("2026-10-16 12:00"), at("2026-12-20 12:00")]),
    gaps=st.lists(GAPS, min_size=1, max_size=25),
    total=st.times(),
    digest=st.times(),
    reminder=st.times(),
    fails=st.lists(st.booleans(), min_size=25, max_size=25),
)
def test_no_period_is_done_twice_and_none_is_lost(
    start: datetime, gaps: list[int], total: time, digest: time, reminder: time, fails: list[bool]
) -> None:
    """Looks after any gaps, at some of which nothing could be done."""
    room = RoomSettings(weekly_total_at=total, digest_at=digest, reminder_at=reminder)
    looks: list[datetime] = [start]
    book: dict[tuple[str, str], bool] = {}
    last: datetime | None = None
    moment = start
    for gap, failed in zip([0, *gaps], [False, *fails], strict=False):
        moment = minutes_later(moment, gap)
        if failed:
            continue
        for item in due(room, counts_from(start, last, moment), moment, book.keys()):
            assert (item.job.value, item.period) not in book
            book[item.job.value, item.period] = item.skip
            last = moment
        looks.append(moment)
    expected = moments_of(room, start, looks[-1])
    assert expected.keys() <= book.keys()
    newest_at = {look: _newest(expected, look) for look in looks}
    for (job, period), moment in expected.items():
        in_time = [
            look for look in looks if moment <= look < moment + LATEST[job] and newest_at[look].get(job) == period
        ]
        if in_time:
            assert not book[job, period], (job, period)


def _newest(moments: dict[tuple[str, str], datetime], look: datetime) -> dict[str, str]:
    passed = sorted((moment, key) for key, moment in moments.items() if moment <= look)
    return {job: period for _, (job, period) in passed}
