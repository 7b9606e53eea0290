"""The one reminder of a silence."""

from datetime import date, timedelta

import pytest

from scheduler.tick import tick
from storage.database import unit_of_work
from storage.entries import Status
from storage.tables import Break
from tests.scheduler.rooms import House, at, labels


def days(house: House, first: str, last: str) -> list[str]:
    """Look at the clock each day at 10:00; the days on which something was laid ready."""
    found = []
    day = date.fromisoformat(first)
    tick(house.engine, at(f"{day - timedelta(days=1)} 12:00"))
    while day <= date.fromisoformat(last):
        before = len(house.outbox())
        tick(house.engine, at(f"{day} 10:00"))
        found += [day.isoformat()] * (len(house.outbox()) - before)
        day += timedelta(days=1)
    return found


@pytest.fixture
def noor(house: House) -> House:
    """Noor worked on Sunday 1 November; nothing but the reminder rings."""
    house.set(weekly_total=False, digest=False)
    house.add("Noor")
    house.log("Noor", "2026-11-01", 120)
    return house


def test_it_comes_after_14_days_and_once(noor: House) -> None:
    assert days(noor, "2026-11-12", "2026-12-10") == ["2026-11-15"]
    [row] = noor.outbox("Noor")
    assert noor.texts("Noor") == [
        "Hallo Noor! Ik heb een tijdje niets van je gehoord.\nHeb je iets gedaan? Dan noteer ik het graag."
    ]
    assert labels(row) == ["Uren invullen", "Niets te melden", "Even pauze"]
    assert row.bulk
    # On Sunday it is quiet until noon.
    assert row.not_before == at("2026-11-15 12:00")
    assert row.expires_at == at("2026-11-16 12:00")


def test_after_new_hours_a_new_silence_has_its_own(noor: House) -> None:
    assert days(noor, "2026-11-14", "2026-11-16") == ["2026-11-15"]
    noor.log("Noor", "2026-11-20", 60)
    assert days(noor, "2026-11-20", "2026-12-06") == ["2026-12-04"]


def test_hours_told_afterwards_end_a_silence_too(noor: House) -> None:
    noor.log("Noor", "2026-11-13", 60, logged="2026-11-14 20:00")
    assert days(noor, "2026-11-13", "2026-12-16") == ["2026-11-28"]


def test_taking_hours_away_by_the_coordinator_brings_no_second_one(noor: House) -> None:
    noor.add("Els", is_coordinator=True)
    noor.log("Noor", "2026-10-20", 60, by="Els", logged="2026-10-20 20:00")
    entry = noor.log("Noor", "2026-11-02", 60, by="Els", logged="2026-11-02 20:00")
    assert days(noor, "2026-11-13", "2026-11-20") == ["2026-11-16"]
    noor.correct(entry, 60, "2026-11-20 12:00", Status.WITHDRAWN)
    with unit_of_work(noor.engine) as session:
        session.connection().exec_driver_sql(
            "UPDATE entry_version SET changed_by = 2 WHERE entry_id = ? AND version = 2", (entry,)
        )
    assert days(noor, "2026-11-21", "2026-11-24") == []


def test_who_never_logged_is_asked_once_after_joining(house: House) -> None:
    house.set(weekly_total=False, digest=False)
    house.add("Noor", "2026-11-02")
    assert days(house, "2026-11-13", "2026-12-16") == ["2026-11-16"]


def test_nothing_to_tell_silences_it_for_a_while(noor: House) -> None:
    noor.member("Noor", silent_until=date(2026, 11, 24))
    assert days(noor, "2026-11-13", "2026-12-16") == ["2026-11-24"]


def test_a_break_silences_it_and_the_silence_begins_anew_after_it(noor: House) -> None:
    with unit_of_work(noor.engine) as session:
        member = noor.member("Noor")
        session.add(Break(member_id=member, starts=date(2026, 11, 10), ends=date(2026, 11, 30)))
    assert days(noor, "2026-11-13", "2026-12-16") == ["2026-12-14"]


def test_who_writes_in_another_room_is_not_silent(noor: House) -> None:
    first, noor.room = noor.room, noor.add_room("Hart")
    noor.log("Noor", "2026-11-10", 60)
    noor.room = first
    assert days(noor, "2026-11-14", "2026-11-23") == []


def test_hours_that_wait_are_no_silence(noor: House) -> None:
    noor.log("Noor", "2026-11-10", 600, status=Status.WAITING)
    assert days(noor, "2026-11-13", "2026-11-23") == []


def test_it_does_not_go_to_who_asked_for_silence_or_has_no_account(house: House) -> None:
    house.set(weekly_total=False, digest=False)
    house.add("Stil")
    house.add("Papier", has_account=False)
    house.person("Stil", quiet_since=at("2026-11-02 12:00"))
    assert days(house, "2026-11-13", "2026-11-20") == []


def test_a_coordinator_without_hours_is_not_reminded_and_one_with_hours_is(house: House) -> None:
    house.set(weekly_total=False, digest=False)
    house.add("Els", is_coordinator=True)
    house.add("Anna", is_coordinator=True)
    house.log("Anna", "2026-11-01", 60)
    days(house, "2026-11-13", "2026-11-30")
    assert [row.chat for row in house.outbox()] == ["Anna"]


def test_the_room_sets_the_days_and_the_time(noor: House) -> None:
    noor.set(reminder_after_days=5, reminder_at="16:30")
    tick(noor.engine, at("2026-11-05 20:00"))
    tick(noor.engine, at("2026-11-06 16:29"))
    assert noor.outbox() == []
    tick(noor.engine, at("2026-11-06 16:30"))
    assert len(noor.outbox()) == 1


def test_after_downtime_it_still_comes(noor: House) -> None:
    tick(noor.engine, at("2026-11-05 12:00"))
    tick(noor.engine, at("2026-11-25 11:00"))
    assert len(noor.outbox()) == 1
