"""The clocks of several processes at the same moment: what is due is done once."""

from collections import Counter
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from handlers.receive import receive
from scheduler.tick import tick
from storage.tables import Account, Outbox, Person, Run, Told
from tests.at_once.crowd import at_once, message, rows, taking, told
from tests.scheduler.rooms import House, at

AT_ONCE = 4
SATURDAY, SUNDAY, MONDAY = at("2026-03-14 12:00"), at("2026-03-15 18:00"), at("2026-03-16 08:30")


@pytest.fixture
def house(postgres_engine: Engine) -> House:
    """Two rooms of which the clock was looked at on Saturday; who is in them logged hours that week."""
    house = House(postgres_engine)
    house.add_group("kookgroep")
    other = house.add_room("Hart")
    for name in ("Noor", "Piet"):
        house.add(name)
        house.log(name, "2026-03-12", 90, "kookgroep")
    house.add("Els", is_coordinator=True)
    house.add("Ans", is_coordinator=True, room=other)
    tick(postgres_engine, SATURDAY)
    return house


def test_clocks_that_ring_together_send_everything_once(house: House, caplog: pytest.LogCaptureFixture) -> None:
    for moment in (SUNDAY, MONDAY):
        at_once(house.engine, [lambda own, moment=moment: tick(own, moment)] * AT_ONCE)
    assert [record.message for record in caplog.records if record.levelname == "ERROR"] == []
    runs = Counter((run.job, run.period, run.room_id) for run in rows(house.engine, Run))
    assert set(runs.values()) == {1}
    assert Counter(row.chat for row in rows(house.engine, Outbox) if row.bulk) == {
        "Noor": 1,
        "Piet": 1,
        "Els": 1,
        "Ans": 1,
    }


def test_a_question_of_the_clock_is_asked_once_whatever_its_person_writes_meanwhile(house: House) -> None:
    begun, evening = at("2026-03-17 14:00"), at("2026-03-17 20:45")
    receive(house.engine, message("Noor", 1, "ik begin met kookgroep", begun), begun)
    ring = [lambda own: tick(own, evening)] * AT_ONCE
    at_once(house.engine, [*ring, taking(message("Noor", 2, "mijn uren", evening), evening)])
    asked = [told for told in rows(house.engine, Told) if told.what.startswith("shift")]
    assert len(asked) == 1
    assert sum("Hoe laat was je klaar" in text for text in told(house.engine, "Noor")) == 1


def test_who_joins_while_the_upkeep_runs_is_not_forgotten(house: House) -> None:
    """Fourteen days after a first message without a yes everything goes, unless the yes comes at that very moment."""
    later = SATURDAY + timedelta(days=15)
    for number, words in enumerate(("hallo", "Nederlands", "Ik wil meedoen", "TOP")):
        receive(house.engine, message("Bo", number, words, SATURDAY), SATURDAY)
    at_once(house.engine, [*[lambda own: tick(own, later)] * 3, taking(message("Bo", 9, "ja", later), later)])
    assert not [person for person in rows(house.engine, Person) if person.consented_at and person.forgotten_at]
    assert len(rows(house.engine, Account)) == len(house.people) + 1
