"""The board of a room: what it promised in the sample agreement, and how it stands."""

from datetime import date
from decimal import Decimal
from typing import Literal

import pytest
from sqlmodel import Session

from storage import surveys
from storage.agreements import PromisedIndicator, agreement_of, terms_of
from storage.attendances import Turnout, add_attendance
from storage.entries import Evidence, Status, Work, add_entry
from storage.figures.board import BoardLine, board, board_line
from storage.figures.light import Light
from storage.figures.unique_people import Range
from storage.people import join
from storage.results import Finding, enter
from storage.tables import Person, Room
from storage.tallies import Case, add_tally


def line(session: Session, room: Room, indicator: str, on: date) -> BoardLine:
    return next(line for line in board(session, room, 2026, on) if line.indicator.id == indicator)


def test_it_has_all_that_was_promised_in_the_agreements_order(session: Session, room: Room) -> None:
    agreement = agreement_of(session, room.id, 2026)
    assert agreement is not None
    found = board(session, room, 2026, date(2026, 7, 2))
    assert tuple(line.indicator for line in found) == terms_of(agreement).indicators
    assert len(found) == 27
    assert {(line.days, line.days_in_year) for line in found} == {(183, 365)}
    assert round(found[0].gone, 3) == Decimal("0.501")


def test_without_an_agreement_there_is_nothing(session: Session, room: Room) -> None:
    assert board(session, room, 2025, date(2025, 7, 2)) == []


def test_a_day_before_the_year_is_refused(session: Session, room: Room) -> None:
    with pytest.raises(ValueError, match="2025-12-31 lies before 2026"):
        board(session, room, 2026, date(2025, 12, 31))


def test_a_count_is_held_against_what_is_due_by_now(session: Session, room: Room, told: Evidence) -> None:
    for _ in range(12):
        add_tally(session, room.id, "agency", Case(date=date(2026, 3, 2)), told)
    july = line(session, room, "referrals", date(2026, 7, 2))
    # More than 30 is 31: 31 x 183 / 365 is 15.5, and 12 x 365 / 183 is 23.9.
    assert (july.value, july.due, july.expected, july.light) == (Range(12, 12), 15, 23, Light.LAGGING)
    march = line(session, room, "referrals", date(2026, 3, 31))
    assert (march.due, march.expected, march.light) == (7, 48, Light.ON_COURSE)
    after = line(session, room, "referrals", date(2027, 6, 1))
    assert (after.days, after.due, after.expected, after.light) == (365, 31, 12, Light.MISSED)


def test_new_people_are_expected_as_they_came_of_late(session: Session, room: Room, told: Evidence) -> None:
    for month, new in ((1, 120), (5, 12)):
        turnout = Turnout(date=date(2026, month, 3), activity="koken", group_id=None, heads=new, new=new)
        add_attendance(session, room.id, turnout, told)
    # 132 of 200 people, where 100 are due; since 3 April 12 came in 91 days, and 182 days are left.
    july = line(session, room, "meeting", date(2026, 7, 2))
    assert (july.value, july.due, july.expected, july.light) == (Range(132, 132), 100, 156, Light.LAGGING)
    march = line(session, room, "meeting", date(2026, 3, 31))
    assert (march.due, march.expected, march.light) == (49, 486, Light.ON_COURSE)
    april = line(session, room, "meeting", date(2026, 4, 5))
    assert (april.due, april.expected, april.light) == (52, 120, Light.LAGGING)


def test_nothing_is_due_in_the_first_days(session: Session, room: Room) -> None:
    begin = {line.indicator.id: line.light for line in board(session, room, 2026, date(2026, 1, 1))}
    assert begin["paid_work"] == begin["klussen"] == Light.ON_COURSE
    assert begin["active_volunteers"] == begin["trust"] == Light.UNKNOWN


def test_those_who_were_referred_are_told_beside_those_who_take_part(
    session: Session, room: Room, told: Evidence
) -> None:
    for day, takes_part in ((2, None), (3, date(2026, 3, 9)), (4, date(2026, 9, 1))):
        case = Case(date=date(2026, 3, day), takes_part_since=takes_part)
        add_tally(session, room.id, "referred", case, told)
    found = line(session, room, "referred_taking_part", date(2026, 7, 2))
    assert (found.value, found.out_of, found.indicator.of) == (Range(1, 1), 3, 20)


def test_those_who_were_announced_are_entered_and_told_beside_those_who_take_part(
    session: Session, room: Room, told: Evidence
) -> None:
    assert line(session, room, "newcomers", date(2026, 7, 2)).out_of is None
    for month, count in ((3, 4), (9, 7)):
        finding = Finding(value=Decimal(count), date=date(2026, month, 1), source="gemeente")
        enter(session, room.id, "newcomers_announced", finding, told)
    add_tally(session, room.id, "newcomer", Case(date=date(2026, 3, 2)), told)
    july, october = (line(session, room, "newcomers", date(2026, month, 2)) for month in (7, 10))
    assert (july.value, july.out_of, july.indicator.of, october.out_of) == (Range(1, 1), 4, 10, 7)
    assert line(session, room, "newcomers", date(2026, 2, 2)).out_of is None
    assert line(session, room, "placements", date(2026, 7, 2)).out_of is None


def test_what_is_true_on_a_day_is_held_against_the_whole_target(session: Session, room: Room) -> None:
    found = line(session, room, "key_holders", date(2026, 7, 2))
    assert (found.value, found.due, found.expected, found.light) == (Range(0, 0), None, None, Light.BEHIND)


@pytest.mark.parametrize("source", ["logged", "tally", "survey", "entered"])
def test_what_another_agreement_promised_besides_is_not_known(
    session: Session, room: Room, source: Literal["logged", "tally", "survey", "entered"]
) -> None:
    bees = PromisedIndicator(
        id="bees", kind="output", name="Bijenkasten", unit="hives", comparison="ge", source=source, target=3
    )
    found = board_line(session, room, bees, date(2026, 7, 2))
    assert (found.value, found.due, found.expected, found.light) == (None, None, None, Light.UNKNOWN)


def test_a_result_that_was_entered_holds_until_a_newer_one(session: Session, room: Room, told: Evidence) -> None:
    assert line(session, room, "no_deficit", date(2026, 7, 2)).light == Light.UNKNOWN
    enter(session, room.id, "no_deficit", Finding(value="negative", date=date(2026, 4, 1), source="begroting"), told)
    enter(session, room.id, "no_deficit", Finding(value="positive", date=date(2026, 9, 1), source="begroting"), told)
    enter(session, room.id, "nuisance", Finding(value=Decimal("2.5"), date=date(2026, 4, 1), source="interview"), told)
    july, october = (line(session, room, "no_deficit", date(2026, month, 2)) for month in (7, 10))
    assert (july.value, july.light, july.due, july.expected) == ("negative", Light.BEHIND, None, None)
    assert (october.value, october.light) == ("positive", Light.REACHED)
    assert line(session, room, "nuisance", date(2026, 7, 2)).value == Decimal("2.5")


def _ask_partners(session: Session, room: Room, told: Evidence, first: date, last: date) -> None:
    """Five of nine partners give marks: 8.8 on average."""
    asked = surveys.open_round(session, room.id, surveys.PARTNERS, first, told, 9)
    for mark in ("9", "8", "8", "9", "10"):
        partner = Person(name="Partner", created_at=told.at)
        session.add(partner)
        session.flush()
        part = surveys.taking(session, asked.id, partner.id, came_by_link=True)
        assert part is not None
        surveys.answer(session, part, mark)
    surveys.close(session, asked, last, told)


def test_a_figure_that_was_asked_bears_how_many_answered(session: Session, room: Room, told: Evidence) -> None:
    _ask_partners(session, room, told, date(2026, 5, 1), date(2026, 5, 14))
    assert line(session, room, "partner_consultation", date(2026, 5, 13)).light == Light.UNKNOWN
    found = line(session, room, "partner_consultation", date(2026, 5, 14))
    assert (found.value, found.light, found.due) == (Decimal("8.80"), Light.REACHED, None)
    assert found.survey is not None
    assert (found.survey.answers, found.survey.invited) == (5, 9)


def test_a_round_that_closes_in_january_is_of_the_year_in_which_it_was_opened(
    session: Session, room: Room, told: Evidence
) -> None:
    _ask_partners(session, room, told, date(2026, 12, 28), date(2027, 1, 10))
    assert line(session, room, "partner_consultation", date(2026, 12, 30)).value is None
    assert line(session, room, "partner_consultation", date(2027, 6, 1)).value == Decimal("8.80")


def test_an_active_volunteer_is_on_pace_and_at_the_years_end_over_ninety_days(
    session: Session, room: Room, told: Evidence
) -> None:
    people = [Person(name=name, created_at=told.at) for name in ("Els", "Piet")]
    session.add_all(people)
    session.flush()
    for person, joined, worked in zip(people, ((1, 1), (11, 1)), ((2, 1), (11, 9)), strict=True):
        join(session, room.id, person.id, date(2026, *joined))
        work = Work(date=date(2026, *worked), minutes=300 * 60)
        add_entry(session, room.id, person.id, work, Status.BOOKED, told)
    # Before 28 days nobody can be told to be one, or not to be.
    assert line(session, room, "active_volunteers", date(2026, 1, 27)).value is None
    assert line(session, room, "active_volunteers", date(2026, 1, 28)).value == Range(0, 0)
    assert line(session, room, "active_volunteers", date(2026, 2, 1)).value == Range(1, 1)
    # Piet has the hours in the first days of his own already.
    assert line(session, room, "active_volunteers", date(2026, 11, 20)).value == Range(2, 2)
    # At the year's end he has them still, but 61 days of his own in the year.
    assert line(session, room, "active_volunteers", date(2026, 12, 30)).value == Range(2, 2)
    assert line(session, room, "active_volunteers", date(2026, 12, 31)).value == Range(1, 1)
