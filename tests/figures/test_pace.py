"""The domain rule "the year's 250 hours": examples that a coordinator can check by hand, then properties."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from storage.figures.pace import Break, PaceRules, left, own_share, pace

NEW_YEAR = date(2026, 1, 1)
LONG_AGO = date(2019, 5, 4)


def test_half_a_year_with_half_the_hours_is_exactly_on_pace() -> None:
    # 2 July 2024 is day 184 of a leap year of 366: 184/366 of 250 hours is 7540.98... minutes.
    assert not pace(7540, 2024, LONG_AGO, [], date(2024, 7, 2)).on_pace
    assert pace(7541, 2024, LONG_AGO, [], date(2024, 7, 2)).on_pace


def test_one_minute_short_at_the_years_end_is_not_on_pace() -> None:
    nearly = pace(250 * 60 - 1, 2026, LONG_AGO, [], date(2026, 12, 31))
    assert (nearly.days, nearly.on_pace, nearly.active, nearly.reached) == (365, False, False, False)
    assert nearly.hours_per_year == 249
    exactly = pace(250 * 60, 2026, LONG_AGO, [], date(2026, 12, 31))
    assert (exactly.on_pace, exactly.active, exactly.reached, exactly.hours_per_year) == (True, True, True, 250)


def test_before_28_days_it_is_too_early() -> None:
    early = pace(6000, 2026, LONG_AGO, [], date(2026, 1, 27))
    assert (early.days, early.too_early, early.on_pace, early.hours_per_year) == (27, True, False, None)
    assert not pace(6000, 2026, LONG_AGO, [], date(2026, 1, 28)).too_early


def test_a_late_start_counts_from_the_own_first_day() -> None:
    late = pace(30 * 60, 2026, date(2026, 10, 1), [], date(2026, 10, 31))
    assert late.days == 31
    assert late.hours_per_year == 353  # 30 x 365 / 31


def test_an_active_volunteer_has_ninety_own_days_at_least() -> None:
    year_end = date(2026, 12, 31)
    assert pace(100 * 60, 2026, date(2026, 10, 3), [], year_end).active  # 90 days
    assert not pace(100 * 60, 2026, date(2026, 10, 4), [], year_end).active  # 89 days
    assert pace(100 * 60, 2026, date(2026, 10, 4), [], year_end).on_pace


def test_who_starts_after_the_day_has_no_days() -> None:
    assert pace(0, 2026, date(2026, 3, 1), [], date(2026, 2, 1)).days == 0
    assert pace(0, 2026, LONG_AGO, [], date(2025, 12, 31)).days == 0


def test_a_day_after_the_year_counts_the_whole_year() -> None:
    assert pace(0, 2024, LONG_AGO, [], date(2025, 3, 1)).days == 366


@pytest.mark.parametrize(
    ("breaks", "days"),
    [
        ([], 100),
        ([Break(date(2026, 2, 1), date(2026, 2, 10))], 90),
        ([Break(date(2026, 2, 1), date(2026, 2, 10)), Break(date(2026, 2, 5), date(2026, 2, 14))], 86),
        ([Break(date(2026, 2, 1), date(2026, 2, 20)), Break(date(2026, 2, 5), date(2026, 2, 6))], 80),
        ([Break(date(2025, 12, 1), date(2026, 1, 10))], 90),
        ([Break(date(2026, 4, 1), date(2026, 5, 30))], 90),
        ([Break(date(2026, 4, 1))], 90),
        ([Break(date(2025, 4, 1), date(2025, 5, 1)), Break(date(2026, 5, 1))], 100),
        ([Break(date(2025, 4, 1))], 0),
        ([Break(date(2026, 2, 1)), Break(date(2026, 3, 1), date(2026, 3, 2))], 31),
    ],
    ids=[
        "none",
        "one",
        "overlapping",
        "nested",
        "from-last-year",
        "beyond-today",
        "open",
        "outside",
        "all",
        "open-first",
    ],
)
def test_breaks_are_left_out_once(breaks: list[Break], days: int) -> None:
    assert pace(0, 2026, LONG_AGO, breaks, date(2026, 4, 10)).days == days


def test_a_break_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="before its start"):
        Break(date(2026, 2, 2), date(2026, 2, 1))


def test_fewer_than_no_minutes_are_refused() -> None:
    with pytest.raises(ValueError, match="less than nothing"):
        pace(-1, 2026, LONG_AGO, [], date(2026, 2, 1))


def test_the_agreed_numbers_can_be_others() -> None:
    rules = PaceRules(target_hours=100, earliest_days=7, active_days=10)
    week = pace(2 * 60, 2026, LONG_AGO, [], date(2026, 1, 7), rules)
    assert (week.too_early, week.hours_per_year, week.on_pace, week.active) == (False, 104, True, False)


def test_what_is_left_comes_in_small_steps() -> None:
    # 163 hours in the 28 weeks from 19 June: 11.6 hours every two weeks.
    to_do = left(87 * 60, 250 * 60, 2026, [], date(2026, 6, 18))
    assert to_do is not None
    assert (to_do.minutes, to_do.days, to_do.hours_per_two_weeks) == (163 * 60, 196, 12)


def test_a_coming_holiday_leaves_fewer_days() -> None:
    to_do = left(0, 140 * 60, 2026, [Break(date(2026, 12, 15))], date(2026, 11, 30))
    assert to_do is not None
    assert (to_do.days, to_do.hours_per_two_weeks) == (14, 140)


def test_in_the_last_two_weeks_there_are_no_steps_any_more() -> None:
    to_do = left(0, 60, 2026, [], date(2026, 12, 18))
    assert to_do is not None
    assert (to_do.days, to_do.hours_per_two_weeks) == (13, None)


def test_nothing_is_left_when_the_target_is_reached() -> None:
    assert left(250 * 60, 250 * 60, 2026, [], date(2026, 6, 18)) is None
    assert left(250 * 60 - 1, 250 * 60, 2026, [], date(2026, 6, 18)) is not None


def test_half_a_year_asks_half_of_the_hours() -> None:
    assert own_share(2026, date(2026, 7, 2), [], PaceRules()) == 7521  # 183/365 of 250 hours, rounded up
    assert own_share(2026, LONG_AGO, [], PaceRules()) == 250 * 60


days_around_2024 = st.dates(date(2023, 11, 1), date(2025, 2, 28))
any_breaks = st.lists(
    st.builds(
        lambda first, length: Break(first, None if length is None else first + timedelta(days=length)),
        days_around_2024,
        st.none() | st.integers(0, 200),
    ),
    max_size=5,
)


@given(days_around_2024, days_around_2024, any_breaks)
def test_own_days_are_those_that_one_counts_on_the_fingers(start: date, on: date, breaks: list[Break]) -> None:
    year = [date(2024, 1, 1) + timedelta(days=number) for number in range(366)]
    own = [
        day
        for day in year
        if start <= day <= on and not any(b.first <= day and (b.last is None or day <= b.last) for b in breaks)
    ]
    assert pace(0, 2024, start, breaks, on).days == len(own)


@given(st.integers(2020, 2030), st.integers(0, 366), st.integers(0, 30_000))
@example(2024, 183, 7500)
def test_a_shown_pace_of_250_and_being_on_pace_are_the_same(year: int, day: int, minutes: int) -> None:
    now = pace(minutes, year, LONG_AGO, [], date(year, 1, 1) + timedelta(days=min(day, 364)))
    assert now.on_pace == (now.hours_per_year is not None and now.hours_per_year >= 250)


@given(st.integers(0, 20_000), days_around_2024, any_breaks, days_around_2024)
def test_more_hours_never_slow_the_pace(minutes: int, start: date, breaks: list[Break], on: date) -> None:
    fewer, more = (pace(amount, 2024, start, breaks, on) for amount in (minutes, minutes + 1))
    assert (more.on_pace, more.active, more.reached) >= (fewer.on_pace, fewer.active, fewer.reached)


@given(days_around_2024, any_breaks)
def test_the_own_share_is_the_least_that_is_on_pace_at_the_years_end(start: date, breaks: list[Break]) -> None:
    year_end = date(2024, 12, 31)
    share = own_share(2024, start, breaks)
    assume(not pace(share, 2024, start, breaks, year_end).too_early)
    assert pace(share, 2024, start, breaks, year_end).on_pace
    assert not pace(share - 1, 2024, start, breaks, year_end).on_pace


@given(st.integers(0, 15_000), days_around_2024, any_breaks)
def test_who_keeps_to_the_steps_gets_there_and_no_smaller_step_does(
    minutes: int, on: date, breaks: list[Break]
) -> None:
    to_do = left(minutes, 15_000, 2024, breaks, on)
    assume(to_do is not None and to_do.hours_per_two_weeks is not None)
    assert to_do is not None
    assert to_do.hours_per_two_weeks is not None
    assert to_do.hours_per_two_weeks * 60 * to_do.days >= to_do.minutes * 14
    assert (to_do.hours_per_two_weeks - 1) * 60 * to_do.days < to_do.minutes * 14
