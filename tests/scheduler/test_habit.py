"""The question after regular work."""

from datetime import date, datetime

import pytest

from scheduler.tick import next_ring, tick
from storage import dialogues, habits
from storage.database import reading, unit_of_work
from storage.entries import Status
from storage.tables import Break, Dialogue, Group, Habit
from tests.scheduler.rooms import House, asked, at, labels, minutes_later

TUESDAY, WEDNESDAY = 2, 3


@pytest.fixture
def noor(house: House) -> House:
    """Noor cooks every Tuesday; Tuesday 10 November 2026 is the first. Nothing but the questions rings."""
    house.set(weekly_total=False, digest=False, reminder=False)
    house.add("Noor")
    house.add_group("kookgroep")
    house.works_weekly("Noor", TUESDAY, 180, "kookgroep", since="2026-11-09 12:00")
    return house


def test_it_is_asked_once_at_the_rooms_hour(noor: House) -> None:
    assert asked(
        noor,
        "2026-11-09 19:00",
        "2026-11-10 18:59",
        "2026-11-10 19:00",
        "2026-11-10 19:01",
        "2026-11-11 08:30",
        "2026-11-17 19:00",
    ) == ["2026-11-10 19:00", "2026-11-17 19:00"]
    first, _ = noor.outbox("Noor")
    assert noor.texts("Noor")[0] == "<b>Kookgroep</b>, dinsdag 10 november. Was je er?"
    assert labels(first) == ["Ja, 3 uur", "Anders", "Nee"]
    assert first.bulk
    assert first.asks
    assert first.expires_at == at("2026-11-11 19:00")


def test_what_is_typed_can_answer_it(noor: House) -> None:
    asked(noor, "2026-11-10 19:00")
    with reading(noor.engine) as session:
        question = dialogues.open_question(session, noor.people["Noor"], "Noor")
        assert question is not None
        assert question.kind == habits.QUESTION
        found = habits.asked_about(session, question.state["asking"])
        assert found is not None
        assert found[1] == date(2026, 11, 10)


def test_after_the_work_where_its_time_is_known(house: House) -> None:
    house.set(weekly_total=False, digest=False, reminder=False)
    house.add("Noor")
    house.works_weekly("Noor", TUESDAY, 90, starts="10:15", since="2026-11-09 12:00")
    assert asked(house, "2026-11-10 11:44", "2026-11-10 11:45") == ["2026-11-10 11:45"]
    assert house.texts("Noor") == ["Je vaste dag: dinsdag 10 november. Was je er?"]


def test_work_that_ends_in_quiet_hours_is_asked_about_next_morning(house: House) -> None:
    house.set(weekly_total=False, digest=False, reminder=False)
    house.add("Noor")
    house.works_weekly("Noor", TUESDAY, 180, starts="20:00", since="2026-11-09 12:00")
    assert asked(house, "2026-11-10 23:00", "2026-11-11 08:29", "2026-11-11 08:30") == ["2026-11-11 08:30"]
    [row] = house.outbox("Noor")
    assert row.not_before is None
    assert "dinsdag 10 november" in house.texts("Noor")[0]


def test_after_downtime_the_newest_day_alone_and_a_day_late_at_most(noor: House) -> None:
    noor.works_weekly("Noor", WEDNESDAY, 60, "kookgroep", since="2026-11-09 12:00")
    assert asked(noor, "2026-11-11 19:30", "2026-11-11 20:45") == ["2026-11-11 19:30"]
    assert "woensdag 11 november" in noor.texts("Noor")[0]
    assert asked(noor, "2026-11-19 00:00", "2026-11-19 08:30") == ["2026-11-19 08:30"]
    assert "woensdag 18 november" in noor.texts("Noor")[1]
    assert asked(noor, "2026-11-27 00:00", "2026-11-27 12:00") == []


def test_downtime_that_ends_at_night_waits_for_the_morning(noor: House) -> None:
    assert asked(noor, "2026-11-10 22:00", "2026-11-11 08:30") == ["2026-11-11 08:30"]


@pytest.mark.parametrize("status", [Status.BOOKED, Status.WAITING, Status.DISPUTED])
def test_not_when_the_hours_are_there_already(noor: House, status: Status) -> None:
    noor.log("Noor", "2026-11-10", 60, "kookgroep", logged="2026-11-10 17:00", status=status)
    assert asked(noor, "2026-11-10 19:00", "2026-11-11 12:00") == []


def test_hours_for_another_group_or_taken_away_do_not_count(noor: House) -> None:
    noor.add_group("tuingroep")
    noor.log("Noor", "2026-11-10", 60, "tuingroep", logged="2026-11-10 17:00")
    noor.log("Noor", "2026-11-10", 60, "kookgroep", logged="2026-11-10 17:00", status=Status.WITHDRAWN)
    assert asked(noor, "2026-11-10 19:00") == ["2026-11-10 19:00"]


def test_not_during_a_break_or_after_a_word_of_absence(noor: House) -> None:
    with unit_of_work(noor.engine) as session:
        session.add(Break(member_id=noor.member("Noor"), starts=date(2026, 11, 10), ends=date(2026, 11, 12)))
    noor.member("Noor", away_from=date(2026, 11, 16), away_to=date(2026, 11, 22))
    assert asked(noor, "2026-11-10 19:00", "2026-11-17 19:00", "2026-11-24 19:00") == ["2026-11-24 19:00"]


def test_not_to_who_asked_for_silence_left_or_cannot_be_reached(noor: House) -> None:
    noor.add("Papier", has_account=False)
    noor.works_weekly("Papier", TUESDAY, 60, "kookgroep", since="2026-11-09 12:00")
    noor.person("Noor", quiet_since=at("2026-11-10 12:00"))
    assert asked(noor, "2026-11-10 19:00") == []
    noor.person("Noor", quiet_since=None)
    noor.member("Noor", left_on=date(2026, 11, 11))
    assert asked(noor, "2026-11-17 19:00") == []


def test_not_for_a_group_that_was_closed_nor_once_it_ended(noor: House) -> None:
    with unit_of_work(noor.engine) as session:
        session.get_one(Group, noor.groups["kookgroep"]).closed_at = at("2026-11-10 12:00")
    assert asked(noor, "2026-11-10 19:00") == []
    with unit_of_work(noor.engine) as session:
        session.get_one(Group, noor.groups["kookgroep"]).closed_at = None
        habits.end_habit(session, session.get_one(Habit, 1), date(2026, 11, 10))
    assert asked(noor, "2026-11-10 19:00") == []


def test_not_while_time_runs_that_began_that_day(noor: House) -> None:
    noor.begins("Noor", "2026-11-10 18:00", "kookgroep")
    assert asked(noor, "2026-11-10 19:00") == []
    assert asked(noor, "2026-11-17 19:00") == ["2026-11-17 19:00"]


def test_one_question_at_a_time(noor: House) -> None:
    """Noor does two things on a Tuesday: the second is asked when the first is answered, or an hour later."""
    noor.add_group("tuingroep")
    noor.works_weekly("Noor", TUESDAY, 60, "tuingroep", since="2026-11-09 12:00")
    assert asked(noor, "2026-11-10 19:00", "2026-11-10 19:01", "2026-11-10 19:59") == ["2026-11-10 19:00"]
    with unit_of_work(noor.engine) as session:
        dialogues.close_question(session, noor.people["Noor"], "Noor")
    assert asked(noor, "2026-11-10 20:00") == ["2026-11-10 20:00"]
    assert asked(noor, "2026-11-17 19:00", "2026-11-17 19:59", "2026-11-17 20:00") == [
        "2026-11-17 19:00",
        "2026-11-17 20:00",
    ]


def test_the_same_again_takes_the_place_of_what_was_and_asks_no_day_twice(noor: House) -> None:
    assert asked(noor, "2026-11-10 19:00") == ["2026-11-10 19:00"]
    noor.works_weekly("Noor", TUESDAY, 60, "kookgroep", since="2026-11-10 19:30")
    assert asked(noor, "2026-11-10 20:30", "2026-11-17 19:00") == ["2026-11-17 19:00"]
    assert labels(noor.outbox("Noor")[1])[0] == "Ja, 1 uur"
    with reading(noor.engine) as session:
        assert [habit.minutes for habit in habits.habits_of(session, noor.people["Noor"])] == [60]


def test_looking_twice_at_once_asks_once(noor: House) -> None:
    tick(noor.engine, at("2026-11-10 19:00"))
    with unit_of_work(noor.engine) as session:
        row = session.get_one(Dialogue, (noor.people["Noor"], "Noor"))
        row.asked_at = at("2026-11-10 12:00")
        assert habits.take_asking(session, session.get_one(Habit, 1), date(2026, 11, 10), row.asked_at) is None
    tick(noor.engine, at("2026-11-10 19:00"))
    assert len(noor.outbox()) == 1


def rings(house: House, first: str, last: str) -> list[datetime]:
    """All moments at which the clock says it must ring, until ``last``."""
    found, moment = [], next_ring(house.engine, at(first))
    while moment is not None and moment <= at(last):
        found.append(moment)
        tick(house.engine, moment)
        moment = next_ring(house.engine, moment)
    return found


def test_the_clock_rings_at_the_moments_of_the_questions(house: House) -> None:
    """As the try-out moves its clock: from ring to ring."""
    house.set(weekly_total=False, digest=False, reminder=False, reminder_at="03:00")
    house.add("Noor")
    house.add("Piet")
    house.works_weekly("Noor", TUESDAY, 95, starts="10:10", since="2026-11-09 12:00")
    house.works_weekly("Noor", WEDNESDAY, 180, starts="19:00", since="2026-11-09 12:00")
    house.begins("Piet", "2026-11-10 14:00")
    found = rings(house, "2026-11-10 08:00", "2026-11-13 00:00")
    assert {at("2026-11-10 11:45"), at("2026-11-10 20:45"), at("2026-11-12 08:30")} <= set(found)
    assert [row.created_at for row in house.outbox("Noor")] == [at("2026-11-10 11:45"), at("2026-11-12 08:30")]
    assert [row.created_at for row in house.outbox("Piet")] == [at("2026-11-10 20:45")]


def test_a_question_that_waits_for_another_rings_when_its_turn_comes(noor: House) -> None:
    noor.set(reminder_at="03:00", weekly_total_at="03:00")
    noor.add_group("tuingroep")
    noor.works_weekly("Noor", TUESDAY, 60, "tuingroep", since="2026-11-09 12:00")
    found = rings(noor, "2026-11-10 12:00", "2026-11-10 21:00")
    assert found == [at("2026-11-10 19:00"), minutes_later(at("2026-11-10 19:00"), 60)]
    assert len(noor.outbox("Noor")) == 2
