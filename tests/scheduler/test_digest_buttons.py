"""The buttons under a digest, pressed."""

from datetime import datetime

import pytest
from sqlmodel import select

from handlers.messages import Incoming, Kind
from handlers.receive import receive
from scheduler.tick import tick
from storage.database import reading
from storage.tables import Run
from tests.scheduler.rooms import CHANNEL, House, at, labels

MONDAY = at("2026-11-16 08:30")


@pytest.fixture
def top(house: House) -> House:
    """A room with a digest: Noor on pace, Piet not, Henk silent since October, Nieuw here for a week."""
    house.set(weekly_total=False, reminder=False)
    for group in ("kookgroep", "tuingroep"):
        house.add_group(group)
    house.add("Els", is_coordinator=True)
    for name in ("Piet", "Noor", "Henk"):
        house.add(name)
    house.add("Nieuw", "2026-11-10")
    house.log("Noor", "2026-11-02", 230 * 60, "kookgroep")
    house.log("Noor", "2026-11-10", 150, "kookgroep")
    house.log("Piet", "2026-11-15", 90, "tuingroep")
    house.log("Piet", "2026-11-12", 30)
    house.log("Henk", "2026-10-01", 60)
    tick(house.engine, at("2026-11-13 09:00"))
    tick(house.engine, MONDAY)
    return house


def press(house: House, who: str, verb: str, when: datetime = MONDAY) -> list[str]:
    """Press a button of the room's newest digest; what the presser reads."""
    with reading(house.engine) as session:
        [run] = session.exec(select(Run.id).where(Run.job == "digest", Run.period == "2026-W46", Run.room_id == 1))
    return press_data(house, who, f"{verb}:{run}", when)


def press_data(house: House, who: str, data: str, when: datetime = MONDAY) -> list[str]:
    """Press a button with this data."""
    before = len(house.texts(who))
    count = len(house.outbox())
    incoming = Incoming(
        channel=CHANNEL, id=f"press{count}", account=who, chat=who, sent_at=when, kind=Kind.BUTTON, text=data
    )
    receive(house.engine, incoming, when)
    return house.texts(who)[before:]


def test_details_tell_the_week_by_group_and_person(top: House) -> None:
    assert press(top, "Els", "details") == [
        "<b>TOP: week 46</b>\n"
        "Per groep:\n"
        "• kookgroep: 2 uur en 30 minuten\n"
        "• tuingroep: 1 uur en 30 minuten\n"
        "• zonder groep: 30 minuten\n"
        "Per persoon:\n"
        "• Noor: 2 uur en 30 minuten\n"
        "• Piet: 2 uur"
    ]


def test_details_lead_to_what_found_no_place_under_the_digest(top: House) -> None:
    press(top, "Els", "details")
    assert labels(top.outbox("Els")[-1]) == ["Wie?"]
    top.promise(2026, 8000)
    press(top, "Els", "details")
    assert labels(top.outbox("Els")[-1]) == ["Wie?", "Overzicht"]


def test_who_tells_everybody_by_standing_and_name(top: House) -> None:
    top.add("Jan")
    top.log("Jan", "2026-11-10", 251 * 60)
    assert press(top, "Els", "who") == [
        "<b>TOP: week 46</b>\n"
        "Al 250 uur gedaan: Jan.\n"
        "Op tempo voor 250 uur: Noor.\n"
        "Nog niet op tempo: Henk en Piet.\n"
        "Te vroeg, nog geen 28 dagen erbij: Nieuw.\n"
        "Misschien even bellen: Henk."
    ]


def test_remind_asks_the_silent_once(top: House) -> None:
    assert press(top, "Els", "remind") == ["Ik stuur 1 persoon een bericht."]
    [row] = top.outbox("Henk")
    assert top.texts("Henk") == [
        "Hallo Henk! Els van TOP vraagt hoe het gaat.\nHeb je iets gedaan? Dan noteer ik het graag."
    ]
    assert labels(row) == ["Uren invullen", "Niets te melden", "Even pauze"]
    assert press(top, "Els", "remind") == ["Iedereen heeft al een bericht gehad. Bellen helpt misschien."]
    assert len(top.outbox("Henk")) == 1


def test_the_clock_and_the_coordinator_share_the_one_reminder(top: House) -> None:
    top.set(reminder=True)
    press(top, "Els", "remind")
    tick(top.engine, at("2026-11-16 10:00"))
    assert len(top.outbox("Henk")) == 1
    top.add("Mia")
    tick(top.engine, at("2026-11-17 10:00"))
    assert len(top.outbox("Mia")) == 1
    assert press(top, "Els", "remind", at("2026-11-17 11:00")) == [
        "Iedereen heeft al een bericht gehad. Bellen helpt misschien."
    ]


def test_remind_leaves_alone_who_asked_for_silence(top: House) -> None:
    top.person("Henk", quiet_since=MONDAY)
    assert press(top, "Els", "remind") == ["Iedereen heeft al een bericht gehad. Bellen helpt misschien."]


def test_at_night_a_reminder_waits(top: House) -> None:
    press(top, "Els", "remind", at("2026-11-16 22:00"))
    assert top.outbox("Henk")[0].not_before == at("2026-11-17 08:30")


@pytest.mark.parametrize("verb", ["remind", "details", "who", "digest-board"])
def test_only_the_rooms_coordinator_may_press(top: House, verb: str) -> None:
    top.add("Karin", is_coordinator=True, room=top.add_room("Hart"))
    for who in ("Noor", "Karin"):
        assert press(top, who, verb) == ["Deze knop is niet voor jou. Er is niets veranderd."]
    assert top.outbox("Henk") == []


@pytest.mark.parametrize("data", ["details:999", "who:999", "remind:999", "digest-board:999"])
def test_a_button_of_no_digest_does_nothing(top: House, data: str) -> None:
    assert press_data(top, "Els", data) == ["Deze knop is niet voor jou. Er is niets veranderd."]


def test_a_run_of_another_job_is_no_digest(top: House) -> None:
    with reading(top.engine) as session:
        other = session.exec(select(Run.id).where(Run.job != "digest")).first()
    assert press_data(top, "Els", f"details:{other}") == ["Deze knop is niet voor jou. Er is niets veranderd."]


def test_a_room_without_hours(house: House) -> None:
    house.set(weekly_total=False, reminder=False)
    house.add("Els", is_coordinator=True)
    tick(house.engine, at("2026-11-13 09:00"))
    tick(house.engine, MONDAY)
    assert press(house, "Els", "details") == ["<b>TOP: week 46</b>\nEr zijn geen uren ingevuld."]
    assert press(house, "Els", "who") == ["<b>TOP: week 46</b>\nEr zijn nog geen vrijwilligers."]


@pytest.mark.parametrize(
    ("data", "answer"),
    [("nothing", "Goed dat je het zegt."), ("pause-now", "Goed. Je hebt nu pauze.")],
)
def test_a_reminder_can_be_answered_with_a_tap(top: House, data: str, answer: str) -> None:
    assert press_data(top, "Henk", data)[0].startswith(answer)
    tick(top.engine, at("2026-11-17 10:00"))
    assert press(top, "Els", "remind", at("2026-11-17 11:00"))[0].startswith("Iedereen")
