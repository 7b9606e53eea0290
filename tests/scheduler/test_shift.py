"""The question about time that runs on."""

from datetime import date

import pytest

from scheduler.jobs.shift import likely_ends
from scheduler.tick import tick
from storage import dialogues, shifts
from storage.database import reading, unit_of_work
from storage.tables import Shift
from tests.scheduler.rooms import ZONE, House, asked, at, labels


@pytest.fixture
def noor(house: House) -> House:
    """Nothing but the questions rings."""
    house.set(weekly_total=False, digest=False, reminder=False)
    house.add("Noor")
    house.add_group("tuingroep")
    return house


def test_it_is_asked_once_in_the_evening(noor: House) -> None:
    noor.begins("Noor", "2026-11-10 10:07", "tuingroep")
    assert asked(noor, "2026-11-10 20:44", "2026-11-10 20:45", "2026-11-10 20:46", "2026-11-11 08:30") == [
        "2026-11-10 20:45"
    ]
    [row] = noor.outbox("Noor")
    assert noor.texts("Noor") == [
        "Je tijd loopt nog: <b>tuingroep</b>, vanaf 10.07 uur.\nHoe laat was je klaar?",
    ]
    assert labels(row) == [
        *("11.00 uur", "12.00 uur", "13.00 uur", "14.00 uur", "15.00 uur", "16.00 uur", "17.00 uur"),
        *("Net klaar", "Nog bezig", "Vergeet het"),
    ]
    with reading(noor.engine) as session:
        question = dialogues.open_question(session, noor.people["Noor"], "Noor")
        assert question is not None
        assert (question.kind, question.state["shift"]) == (shifts.QUESTION, 1)


@pytest.mark.parametrize("began", ["2026-11-10 20:45", "2026-11-10 20:59", "2026-11-10 23:30", "2026-11-11 04:59"])
def test_begun_after_that_it_is_asked_the_next_morning(noor: House, began: str) -> None:
    noor.begins("Noor", began)
    assert asked(noor, "2026-11-11 08:29", "2026-11-11 08:30", "2026-11-11 20:45") == ["2026-11-11 08:30"]


def test_who_begins_early_is_asked_in_the_evening(noor: House) -> None:
    noor.begins("Noor", "2026-11-10 07:30")
    assert asked(noor, "2026-11-10 08:30", "2026-11-10 20:45") == ["2026-11-10 20:45"]


def test_on_sunday_morning_it_is_quiet_until_noon(noor: House) -> None:
    noor.begins("Noor", "2026-11-14 22:00")
    assert asked(noor, "2026-11-15 08:30", "2026-11-15 11:59", "2026-11-15 12:00") == ["2026-11-15 12:00"]


def test_after_downtime_in_the_evening_it_is_asked_the_next_morning(noor: House) -> None:
    noor.begins("Noor", "2026-11-10 10:00")
    assert asked(noor, "2026-11-10 21:30", "2026-11-11 08:30") == ["2026-11-11 08:30"]


def test_who_goes_on_is_asked_again_later(noor: House) -> None:
    noor.begins("Noor", "2026-11-10 10:00")
    assert asked(noor, "2026-11-10 20:45") == ["2026-11-10 20:45"]
    with unit_of_work(noor.engine) as session:
        shifts.goes_on(session, session.get_one(Shift, 1), at("2026-11-10 20:50"))
        dialogues.close_question(session, noor.people["Noor"], "Noor")
    assert asked(noor, "2026-11-11 08:30", "2026-11-11 20:45", "2026-11-12 08:30") == ["2026-11-11 08:30"]


def test_not_when_it_ended_nor_who_left_or_asked_for_silence(noor: House) -> None:
    noor.add("Stil")
    noor.add("Weg")
    shift = noor.begins("Noor", "2026-11-10 10:00")
    noor.begins("Stil", "2026-11-10 10:00")
    noor.begins("Weg", "2026-11-10 10:00")
    with unit_of_work(noor.engine) as session:
        shifts.end(session, session.get_one(Shift, shift), at("2026-11-10 12:00"))
    noor.person("Stil", quiet_since=at("2026-11-10 11:00"))
    noor.member("Weg", left_on=date(2026, 11, 10))
    assert asked(noor, "2026-11-10 20:45", "2026-11-11 08:30") == []


def test_the_room_sets_the_hour(noor: House) -> None:
    noor.set(shift_asked_at="19:15")
    noor.begins("Noor", "2026-11-10 10:00")
    assert asked(noor, "2026-11-10 19:14", "2026-11-10 19:15") == ["2026-11-10 19:15"]


def test_a_question_asked_just_before_comes_first(noor: House) -> None:
    noor.begins("Noor", "2026-11-10 10:00")
    with unit_of_work(noor.engine) as session:
        state = dialogues.question_state("Welke groep?")
        dialogues.save_question(session, noor.people["Noor"], "Noor", 1, "hours", state, at("2026-11-10 20:40"))
    assert asked(noor, "2026-11-10 20:45", "2026-11-10 21:40", "2026-11-11 08:30") == ["2026-11-11 08:30"]


def test_after_a_week_without_an_answer_it_is_dropped(noor: House) -> None:
    noor.begins("Noor", "2026-11-10 10:00")
    tick(noor.engine, at("2026-11-17 09:59"))
    with reading(noor.engine) as session:
        assert shifts.running(session, noor.people["Noor"]) is not None
    tick(noor.engine, at("2026-11-18 03:30"))
    with reading(noor.engine) as session:
        assert shifts.running(session, noor.people["Noor"]) is None
    with reading(noor.engine) as session:
        assert session.connection().exec_driver_sql("SELECT count(*) FROM entry").scalar_one() == 0


@pytest.mark.parametrize(
    ("began", "now", "times"),
    [
        ("2026-11-10 20:00", "2026-11-10 20:45", ["20:30"]),
        ("2026-11-10 18:10", "2026-11-10 20:45", ["19:00", "19:30", "20:00", "20:30"]),
        ("2026-11-10 10:00", "2026-11-10 20:45", ["11:00", "12:00", "13:00", "14:00", "15:00", "16:00", "17:00"]),
        ("2026-11-10 20:40", "2026-11-10 20:45", []),
        # On 25 October 2026 the clock goes from 3:00 back to 2:00.
        ("2026-10-25 01:00", "2026-10-25 04:00", ["01:30", "02:00", "02:30", "02:00", "02:30", "03:00", "03:30"]),
    ],
)
def test_likely_ends(began: str, now: str, times: list[str]) -> None:
    found = likely_ends(at(began), at(now))
    assert [f"{end.astimezone(ZONE):%H:%M}" for end in found] == times
