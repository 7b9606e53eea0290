"""Rounds of a survey: what they count, what they forget, and what they come to."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from storage import people, surveys
from storage.database import unit_of_work
from storage.entries import Evidence
from storage.inbox import accept
from storage.merging import merge
from storage.rooms import add_room
from storage.survey_results import SurveyResult, survey_result
from storage.surveys import OPEN_DAYS, PARTNERS, RESIDENTS
from storage.tables import Person, Room, SurveyPerson, SurveyRound

NOW = datetime(2026, 3, 12, 12, tzinfo=UTC)
DAY = date(2026, 3, 12)
YEAR_END = date(2026, 12, 31)


def _room(session: Session, count: int) -> tuple[Room, list[Person], Evidence]:
    room = add_room(session, "top", "TOP")
    made = [people.add_paper_volunteer(session, room.id, f"P{number} X", DAY) for number in range(count)]
    taken = accept(
        session, channel="story", external_id="m1", chat="c", message="m1", sent_at=NOW, received_at=NOW, payload=None
    )
    assert taken is not None
    return room, made, Evidence(by=made[0].id, at=NOW, inbox_id=taken.id)


def _open(session: Session, room: Room, asked: list[Person], evidence: Evidence, on: date = DAY) -> SurveyRound:
    return surveys.open_round(session, room.id, RESIDENTS, on, evidence, [person.id for person in asked])


def _answer(session: Session, row: SurveyRound, person: Person, *values: str | None, by_link: bool = False) -> None:
    for value in values:
        part = surveys.taking(session, row.id, person.id, came_by_link=by_link)
        assert part is not None
        surveys.answer(session, part, value)


def _result(session: Session, room: Room, indicator: str, on: date = YEAR_END) -> SurveyResult | None:
    return survey_result(session, room.id, indicator, 2026, on)


def test_the_share_of_yes_and_the_mean_mark_of_a_closed_round(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        room, asked, evidence = _room(session, 8)
        row = _open(session, room, asked, evidence)
        for person, values in zip(asked, [("yes", "no", "10")] * 3 + [("bit", "yes", None)] * 3, strict=False):
            _answer(session, row, person, *values)
        _answer(session, row, asked[6], "no", None, "7")
        assert _result(session, room, "trust") is None, "an open round has a result"
        surveys.close(session, row, date(2026, 3, 20))
        assert _result(session, room, "trust", date(2026, 3, 19)) is None
        trust = _result(session, room, "trust")
        assert trust is not None
        assert (trust.value, trust.answers, trust.counts) == (Decimal("42.86"), 7, {"yes": 3, "bit": 3, "no": 1})
        assert (trust.invited, trust.responded, trust.by_link, trust.rounds) == (8, 7, 0, 1)
        assert trust.response == Decimal("87.50")
        liveability = _result(session, room, "liveability")
        assert liveability is not None
        assert (liveability.value, liveability.answers) == (Decimal("50.00"), 6)
        # 3 × 10 and 7 are four marks: too few to be told.
        assert _result(session, room, "staff_volunteers") is None
        assert survey_result(session, room.id, "trust", 2025, YEAR_END) is None
        with pytest.raises(ValueError, match="klussen"):
            _result(session, room, "klussen")


def test_a_second_round_with_too_few_answers_changes_nothing(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        room, asked, evidence = _room(session, 6)
        for on, answering in ((DAY, asked), (date(2026, 9, 1), asked[:4])):
            row = _open(session, room, asked, evidence, on)
            for person in answering:
                _answer(session, row, person, "yes" if on == DAY else "no", None, None)
            surveys.close(session, row, on + timedelta(days=OPEN_DAYS))
        trust = _result(session, room, "trust")
        assert trust is not None
        assert (trust.value, trust.answers, trust.rounds, trust.invited) == (Decimal(100), 6, 1, 6)


def test_rounds_of_a_year_are_taken_together(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        room, asked, evidence = _room(session, 6)
        for on, value in ((DAY, "yes"), (date(2026, 12, 28), "no")):
            row = _open(session, room, asked, evidence, on)
            for person in asked:
                _answer(session, row, person, value, None, None)
            surveys.close(session, row, on + timedelta(days=OPEN_DAYS))
        # The second was opened in the year, and closed in the next.
        assert _result(session, room, "trust") != _result(session, room, "trust", date(2027, 1, 31))
        both = _result(session, room, "trust", date(2027, 1, 31))
        assert both is not None
        assert (both.value, both.answers, both.rounds, both.invited) == (Decimal(50), 12, 2, 12)
        assert [row.opened_on for row in surveys.rounds_of_year(session, room.id, RESIDENTS, 2026)] == [
            DAY,
            date(2026, 12, 28),
        ]


def test_partners_come_by_the_link_and_their_response_is_of_those_who_were_given_it(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        room, partners, evidence = _room(session, 5)
        row = surveys.open_round(session, room.id, PARTNERS, DAY, evidence, 10)
        assert surveys.taking(session, row.id, partners[0].id) is None
        for partner, mark in zip(partners, ("8", "8", "9", "9", "10"), strict=True):
            _answer(session, row, partner, mark, by_link=True)
        surveys.close(session, row, DAY)
        found = _result(session, room, "partner_consultation")
        assert found is not None
        assert (found.value, found.answers, found.response) == (Decimal("8.80"), 5, Decimal(50))
        # More may answer than the coordinator counted.
        row.invited = 3
        session.flush()
        found = _result(session, room, "partner_consultation")
        assert found is not None
        assert (found.invited, found.response) == (5, Decimal(100))


def test_an_answer_is_given_once_and_must_be_one_of_the_question(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        room, asked, evidence = _room(session, 1)
        row = _open(session, room, asked, evidence)
        part = surveys.taking(session, row.id, asked[0].id)
        assert part is not None
        with pytest.raises(ValueError, match="nothing of the kind"):
            surveys.answer(session, part, "11")
        _answer(session, row, asked[0], "yes", "no", None)
        assert part.question is None
        with pytest.raises(ValueError, match="nothing of the kind"):
            surveys.answer(session, part, "yes")


def test_closing_drops_who_was_asked_and_a_closed_round_takes_nothing(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        room, asked, evidence = _room(session, 3)
        row = _open(session, room, asked, evidence)
        _answer(session, row, asked[0], "yes")
        assert surveys.over(session, row.ends_on) == []
        assert surveys.over(session, row.ends_on + timedelta(days=1)) == [row]
        surveys.close(session, row, row.ends_on)
        assert session.exec(select(SurveyPerson)).all() == []
        assert surveys.taking(session, row.id, asked[1].id, came_by_link=True) is None
        surveys.close(session, row, row.ends_on + timedelta(days=1))
        assert row.closed_on == row.ends_on
        assert surveys.open_round_of(session, room.id, RESIDENTS) is None


def test_who_is_not_through_after_a_week_is_reminded_once(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        room, asked, evidence = _room(session, 3)
        row = _open(session, room, asked[:2], evidence)
        _answer(session, row, asked[0], "yes", "yes", None)
        _answer(session, row, asked[2], "yes", by_link=True)
        week = DAY + timedelta(days=7)
        assert surveys.to_remind(session, room.id, week - timedelta(days=1)) == []
        assert surveys.to_remind(session, room.id, week) == [(row, asked[1])]
        surveys.note_reminded(session, row.id, asked[1].id)
        assert surveys.to_remind(session, room.id, week) == []


@pytest.mark.parametrize("both_asked", [True, False])
def test_who_turns_out_to_be_another_answers_once(engine: Engine, both_asked: bool) -> None:
    with unit_of_work(engine) as session:
        room, (noor, piet), evidence = _room(session, 2)
        row = _open(session, room, [noor, piet] if both_asked else [piet], evidence)
        _answer(session, row, piet, "yes", None)
        merge(session, piet, noor, evidence)
        part = surveys.taking(session, row.id, noor.id)
        assert part is not None
        assert (part.question, part.place.has_answered) == ("staff_volunteers", True)
        assert len(session.exec(select(SurveyPerson)).all()) == 1


def test_who_is_forgotten_stands_in_no_list_of_a_round(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        room, (noor, piet), evidence = _room(session, 2)
        row = _open(session, room, [noor, piet], evidence)
        people.forget(session, piet, DAY, NOW)
        assert [place.person_id for place in session.exec(select(SurveyPerson))] == [noor.id]
        assert row.invited == 2
