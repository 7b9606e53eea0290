"""The weekly total."""

import pytest

from scheduler.tick import tick
from storage.database import unit_of_work
from storage.entries import Status
from storage.people import join
from storage.tables import Break
from tests.scheduler.rooms import House, at, labels

SUNDAY = "2026-11-15 18:00"


def ring(house: House, moment: str = SUNDAY, before: str = "2026-11-09 07:00") -> None:
    """Look at the clock before and at a moment; reminders are switched off."""
    house.set(reminder=False)
    tick(house.engine, at(before))
    tick(house.engine, at(moment))


def test_it_tells_the_week_and_the_year(house: House) -> None:
    house.add("Noor")
    house.log("Noor", "2026-10-07", 600)
    house.log("Noor", "2026-11-09", 60)
    house.log("Noor", "2026-11-15", 90)
    ring(house)
    [row] = house.outbox("Noor")
    assert row.body is not None
    assert row.body["text"].splitlines()[:2] == [
        "Deze week: <b>2 uur en 30 minuten</b>.",
        "Dit jaar: 12 uur en 30 minuten.",
    ]
    assert labels(row) == ["Uren invullen", "Mijn uren"]
    assert row.bulk
    assert row.not_before is None
    assert row.expires_at == at("2026-11-16 18:00")


def test_it_tells_a_step_that_is_enough(house: House) -> None:
    house.add("Noor")
    house.log("Noor", "2026-11-11", 234 * 60)
    ring(house)
    tick(house.engine, at("2026-11-22 18:00"))
    # In the first is a milestone. 250 - 234 = 16 hours in the 39 days that are left: 5.7 hours in two weeks.
    assert house.texts("Noor")[1].splitlines()[-1] == "Ongeveer 6 uur per twee weken is genoeg voor je doel."


def test_a_step_that_helps_nobody_is_not_told(house: House) -> None:
    house.add("Noor")
    house.log("Noor", "2026-11-11", 60)
    ring(house)
    assert house.texts("Noor") == ["Deze week: <b>1 uur</b>.\nDit jaar: 1 uur."]


def test_who_began_late_has_enough_sooner(house: House) -> None:
    house.add("Noor", "2026-11-01")
    house.log("Noor", "2026-11-11", 42 * 60)
    ring(house)
    # 250 hours x 61 of 365 days.
    assert house.texts("Noor")[0].splitlines()[-1] == "Je hebt genoeg uren voor jouw deel van dit jaar. Mooi!"


def test_a_milestone_reached_in_silence_is_told_once_and_instead_of_a_step(house: House) -> None:
    house.add("Noor")
    house.log("Noor", "2026-11-11", 101 * 60)
    ring(house)
    tick(house.engine, at("2026-11-22 18:00"))
    first, second = house.texts("Noor")
    assert first.splitlines()[-1] == "Mooi! Je hebt dit jaar al <b>100 uur</b> geholpen."
    assert "geholpen" not in second


def test_the_years_hours_are_reached(house: House) -> None:
    house.add("Noor")
    house.log("Noor", "2026-11-11", 250 * 60)
    ring(house)
    tick(house.engine, at("2026-11-22 18:00"))
    first, second = house.texts("Noor")
    assert first.splitlines()[-1] == "Geweldig! Je hebt dit jaar <b>250 uur</b> geholpen. Dank je wel!"
    assert second.splitlines()[-1] == "Je hebt je uren voor dit jaar al gehaald. Mooi!"


def test_a_change_in_last_week_is_told_the_week_after_only(house: House) -> None:
    house.add("Noor")
    entry = house.log("Noor", "2026-11-11", 120)
    house.log("Noor", "2026-11-12", 60)
    ring(house)
    house.log("Noor", "2026-11-15", 60, logged="2026-11-15 21:00")
    house.correct(entry, 90, "2026-11-16 12:00")
    house.log("Noor", "2026-11-18", 60)
    tick(house.engine, at("2026-11-22 18:00"))
    tick(house.engine, at("2026-11-29 18:00"))
    _, second, third = house.texts("Noor")
    assert "De week ervoor is aangepast: nu 3 uur en 30 minuten." in second
    assert "De week ervoor" not in third


def test_a_correction_that_comes_to_the_same_is_no_change(house: House) -> None:
    house.add("Noor")
    entry = house.log("Noor", "2026-11-11", 120)
    house.correct(entry, 150, "2026-11-12 12:00")
    ring(house)
    house.correct(entry, 90, "2026-11-16 12:00")
    house.correct(entry, 150, "2026-11-16 12:01")
    tick(house.engine, at("2026-11-22 18:00"))
    assert "De week ervoor" not in house.texts("Noor")[1]


def test_hours_that_wait_are_told_apart(house: House) -> None:
    house.add("Noor")
    house.log("Noor", "2026-11-11", 120)
    house.log("Noor", "2026-11-12", 540, status=Status.WAITING)
    ring(house)
    assert house.texts("Noor")[0].splitlines()[:2] == [
        "Deze week: <b>2 uur</b>.",
        "De coördinator kijkt nog naar 9 uur.",
    ]


def test_a_week_without_hours_is_fine(house: House) -> None:
    house.add("Noor")
    house.log("Noor", "2026-11-04", 120)
    ring(house)
    assert house.texts("Noor")[0].splitlines()[0] == "Deze week staan er geen uren van je. Dat mag."


@pytest.mark.parametrize(("logged", "told"), [("2026-10-19 20:00", 1), ("2026-10-18 12:00", 0)])
def test_it_goes_to_who_logged_in_the_last_28_days(house: House, logged: str, told: int) -> None:
    house.add("Noor")
    house.log("Noor", "2026-10-17", 120, logged=logged)
    ring(house)
    assert len(house.outbox("Noor")) == told


def test_on_monday_it_tells_of_last_week(house: House) -> None:
    house.add("Noor")
    house.log("Noor", "2026-11-11", 120)
    house.log("Noor", "2026-11-16", 60, logged="2026-11-16 08:00")
    ring(house, "2026-11-16 09:00")
    assert house.texts("Noor")[0].splitlines()[:1] == ["Vorige week: <b>2 uur</b>."]


def test_in_quiet_hours_it_waits_and_speaks_of_the_day_it_is_read(house: House) -> None:
    house.set(weekly_total_at="22:00")
    house.add("Noor")
    house.log("Noor", "2026-11-11", 120)
    ring(house, "2026-11-15 22:00")
    [row] = house.outbox("Noor")
    assert row.not_before == at("2026-11-16 08:30")
    assert house.texts("Noor")[0].splitlines()[0] == "Vorige week: <b>2 uur</b>."


def test_it_does_not_go_to_who_asked_for_silence_or_cannot_be_reached(house: House) -> None:
    for name in ("Stil", "Pauze", "Papier", "Weg"):
        house.add(name, has_account=name != "Papier")
        house.log(name, "2026-11-11", 120)
    house.person("Stil", quiet_since=at("2026-11-12 12:00"))
    with unit_of_work(house.engine) as session:
        session.add(Break(member_id=house.member("Pauze"), starts=at("2026-11-14 12:00").date()))
    house.member("Weg", left_on=at("2026-11-14 12:00").date())
    ring(house)
    assert house.outbox() == []


def test_a_week_without_hours_is_not_told_to_who_said_so_or_was_reminded(house: House) -> None:
    house.add("Noor")
    house.log("Noor", "2026-11-03", 120)
    house.member("Noor", silent_until=at("2026-11-26 12:00").date())
    house.add("Piet")
    house.log("Piet", "2026-10-28", 120)
    for day in range(9, 16):
        tick(house.engine, at(f"2026-11-{day:02} 10:00"))
    tick(house.engine, at(SUNDAY))
    assert house.outbox("Noor") == []
    assert len(house.outbox("Piet")) == 1
    assert "Ik heb een tijdje niets van je gehoord" in house.texts("Piet")[0]


def test_who_is_in_two_rooms_sees_which(house: House) -> None:
    noor = house.add("Noor")
    other = house.add_room("Hart")
    with unit_of_work(house.engine) as session:
        join(session, other, noor, at("2026-01-01 12:00").date())
    house.log("Noor", "2026-11-11", 120)
    ring(house)
    assert house.texts("Noor")[0].splitlines()[:2] == ["<b>TOP</b>", "Deze week: <b>2 uur</b>."]


def test_in_english(house: House) -> None:
    house.add("Noor", language="en")
    house.log("Noor", "2026-11-11", 120)
    ring(house)
    assert house.texts("Noor") == ["This week: <b>2 hours</b>.\nThis year: 2 hours."]


def test_who_did_klussen_reads_how_many(house: House) -> None:
    for name in ("Noor", "Piet"):
        house.add(name)
        house.log(name, "2026-11-11", 60)
    house.do_klus("Noor", "lamp opgehangen", "2026-11-11", helpers=["Piet"])
    house.do_klus("Noor", "kraan gemaakt", "2026-11-12")
    house.do_klus("Noor", "vorige week", "2026-11-08")
    ring(house)
    assert house.texts("Noor")[0].splitlines()[1] == "Je deed 2 klussen."
    assert house.texts("Piet")[0].splitlines()[1] == "Je deed 1 klus."


def test_who_leads_a_group_reads_a_line_about_it_and_nobody_else_does(house: House) -> None:
    for group in ("kookgroep", "klussendienst", "tuingroep"):
        house.add_group(group)
    for name in ("Sevgi", "Noor"):
        house.add(name)
        house.log(name, "2026-11-11", 60, "kookgroep")
    for group in house.groups:
        house.lead("Sevgi", group)
    house.attend("kookgroep", "2026-11-03", 20, 20)
    house.attend("kookgroep", "2026-11-10", 18, 3)
    house.attend("kookgroep", "2026-11-12", 13, 0)
    house.do_klus("Noor", "kraan gemaakt", "2026-11-12", "klussendienst")
    house.ask_klus("Noor", "lamp ophangen", "2026-11-13 09:00", "klussendienst")
    ring(house)
    lines = house.texts("Sevgi")[0].splitlines()
    assert lines[1:4] == [
        "Klussendienst: 1 klus klaar en 1 klus open.",
        "Kookgroep: samen 2 uur en 2 activiteiten met 31 deelnemers (3 nieuw).",
        "Tuingroep: al 8 weken stil.",
    ]
    assert house.texts("Noor")[0].splitlines()[1:2] == ["Je deed 1 klus."]
    assert "Kookgroep" not in house.texts("Noor")[0]


def test_new_ones_that_were_not_told_are_so_many_at_least(house: House) -> None:
    house.add_group("kookgroep")
    house.add("Sevgi")
    house.log("Sevgi", "2026-11-11", 60, "kookgroep")
    house.lead("Sevgi", "kookgroep")
    house.attend("kookgroep", "2026-11-03", 12)
    house.attend("kookgroep", "2026-11-10", 18)
    ring(house)
    expected = "Kookgroep: 1 activiteit met 18 deelnemers (minstens 6 nieuw)."
    assert house.texts("Sevgi")[0].splitlines()[1] == expected
