"""Each figure against a slow second one, on invented years of a room."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine
from sqlmodel import Session

from storage.database import open_database
from storage.figures import dated_facts, tallies
from storage.figures.active_groups import active_groups
from storage.figures.evidence import HOURS, EvidenceRow, evidence
from storage.figures.indicators import INDICATORS, PEOPLE, figure
from storage.figures.klussen import klussen
from storage.figures.participants import new_participants, participants, unique_participants
from storage.figures.unique_people import Range
from storage.group_totals import group_totals
from storage.room_week import room_total
from storage.rooms import settings_of
from storage.tables import Room
from tests.figures import slow
from tests.figures.invented import LARGE, SMALL, Size, invent, special_days


@pytest.fixture(scope="module")
def books(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A database for many examples, each of which is undone."""
    path = tmp_path_factory.mktemp("figures") / "kamerbot.db"
    path.write_bytes(empty_database.read_bytes())
    engine = open_database(f"sqlite:///{path}")
    yield engine
    engine.dispose()


YEARS = st.sampled_from([2020, 2024, 2026, 2027])


@given(st.integers(0, 2**32), YEARS, st.data())
@settings(max_examples=4, deadline=None, phases=[Phase.generate])  # a seed says nothing when it is smaller
def test_the_figures_of_a_large_room(books: Engine, seed: int, year: int, data: st.DataObject) -> None:
    _compare(books, Random(seed), LARGE, year, data)


@given(st.randoms(use_true_random=False), YEARS, st.data())
@settings(max_examples=60, deadline=None)
def test_the_figures_of_a_small_room(books: Engine, random: Random, year: int, data: st.DataObject) -> None:
    _compare(books, random, SMALL, year, data)


def _compare(books: Engine, random: Random, size: Size, year: int, data: st.DataObject) -> None:
    special = [day for day in special_days(year) if day.year == year]
    days = st.sampled_from(special) | st.dates(date(year, 1, 1), date(year, 12, 31))
    on, other_day = data.draw(days), data.draw(days)
    with Session(books) as session:
        room, other_room = invent(session, random, size, year)
        every = slow.Books(session)
        _same_on_a_day(session, every, room, on)
        _same_in_a_period(session, every, other_room, min(on, other_day), max(on, other_day))
        _same_in_a_period(session, every, room, date(year, 1, 1), date(year, 12, 31))
        _same_of_each_group(session, every, room, min(on, other_day), max(on, other_day))
        _same_by_indicator(session, every, room, on)
        _adds_up(session, room, on)
        session.rollback()


def _same_on_a_day(session: Session, books: slow.Books, room: Room, on: date) -> None:
    for weeks in (1, 8):
        active = active_groups(session, room.id, on, weeks)
        assert {group.id for group in active} == slow.active_groups(books, room.id, on, weeks)
        assert [group.name for group in active] == sorted(group.name for group in active)
    assert participants(session, room.id, on) == Range(*slow.participants(books, room.id, on))
    assert set(PEOPLE) == set(slow.PEOPLE_AT)
    for indicator in PEOPLE:
        expected = Range(*slow.unique_participants(books, room.id, indicator, on))
        assert unique_participants(session, room.id, indicator, on) == expected, indicator
    assert dated_facts.key_holders(session, room.id, on) == slow.holders(books, room.id, "key", on)
    assert dated_facts.members(session, room.id, on) == slow.holders(books, room.id, "association", on)


def _same_in_a_period(session: Session, books: slow.Books, room: Room, first: date, last: date) -> None:
    period = (room.id, first, last)
    assert klussen(session, *period) == slow.klussen(books, *period)
    assert tallies.referred_taking_part(session, *period) == slow.taking_part(books, *period)
    assert tallies.referrals(session, *period) == slow.referrals(books, *period)
    assert tallies.partners(session, *period) == slow.partners(books, *period)
    earlier = slow.told(books, room.id, date(first.year, 1, 1), first - timedelta(days=1))
    came_first = slow.first_visits(earlier, slow.told(books, *period), first.year)
    assert new_participants(session, *period) == Range(*came_first)
    plain = {
        "referred": tallies.referred,
        "placement": tallies.placements,
        "newcomer": tallies.newcomers,
        "paid_work": tallies.paid_work,
    }
    for kind, count in plain.items():
        assert count(session, *period) == len(slow.cases(books, room.id, kind, first, last)), kind


def _same_of_each_group(session: Session, books: slow.Books, room: Room, first: date, last: date) -> None:
    for group in books.groups:
        if group.room_id == room.id and group.merged_into is None:
            totals = group_totals(session, group, first, last)
            told = slow.told(books, room.id, first, last, group.id)
            since_new_year = slow.told(books, room.id, date(first.year, 1, 1), last, group.id)
            least, most = slow.people(told, first.year, whole_year=False)
            assert totals.people == Range(least, min(most, slow.people(since_new_year, first.year)[1]))
            assert totals.klussen == slow.klussen(books, room.id, first, last, group.id)
            assert (totals.times, totals.heads) == (len(told), sum(activity.heads for activity in told))
            assert (totals.minutes, totals.volunteers) == slow.hours(books, group.id, first, last)


def _same_by_indicator(session: Session, books: slow.Books, room: Room, on: date) -> None:
    first = date(on.year, 1, 1)
    weeks = settings_of(room).group_active_weeks
    counts = {
        "klussen": klussen(session, room.id, first, on),
        "referred_taking_part": tallies.referred_taking_part(session, room.id, first, on),
        "placements": tallies.placements(session, room.id, first, on),
        "newcomers": tallies.newcomers(session, room.id, first, on),
        "paid_work": tallies.paid_work(session, room.id, first, on),
        "referrals": tallies.referrals(session, room.id, first, on),
        "partners": tallies.partners(session, room.id, first, on),
        "key_holders": dated_facts.key_holders(session, room.id, on),
        "members": dated_facts.members(session, room.id, on),
        "active_groups": len(active_groups(session, room.id, on, weeks)),
        "active_volunteers": len(slow.active_volunteers(books, room.id, on)),
    }
    expected = {indicator: Range(count, count) for indicator, count in counts.items()}
    expected["participants"] = participants(session, room.id, on)
    expected |= {indicator: unique_participants(session, room.id, indicator, on) for indicator in PEOPLE}
    assert {indicator: figure(session, room, indicator, on) for indicator in INDICATORS} == expected


def _adds_up(session: Session, room: Room, on: date) -> None:
    """What is behind each figure, in the order of days, adds up to it."""
    for indicator in INDICATORS:
        rows = evidence(session, room, indicator, on)
        assert _sum(rows) == figure(session, room, indicator, on), indicator
        assert [row.date for row in rows] == sorted(row.date for row in rows)
    minutes = room_total(session, room.id, date(on.year, 1, 1), on)
    assert _sum(evidence(session, room, HOURS, on)) == Range(minutes, minutes)


def _sum(rows: list[EvidenceRow]) -> Range:
    added = [row.adds for row in rows if isinstance(row.adds, Range)]
    assert len(added) == len(rows)
    return Range(sum(each.least for each in added), sum(each.most for each in added))


def test_an_indicator_that_is_not_counted_is_refused(books: Engine) -> None:
    with Session(books) as session:
        room = Room(id=1, slug="top", name="TOP", settings={})
        with pytest.raises(ValueError, match="trust"):
            figure(session, room, "trust", date(2026, 3, 1))
        with pytest.raises(ValueError, match="klussen"):
            unique_participants(session, 1, "klussen", date(2026, 3, 1))


def test_every_counted_indicator_of_the_agreement_has_a_figure() -> None:
    from bot.sample.rooms import AGREEMENT
    from storage.agreements import COUNTED, parse

    promised = parse(AGREEMENT.read_text(encoding="utf-8")).terms_of("top", 2026).indicators
    counted = {indicator.id for indicator in promised if indicator.source in COUNTED}
    assert counted == set(INDICATORS)
