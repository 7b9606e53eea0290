"""The month that ended, for the groups."""

import pytest

from scheduler.tick import tick
from storage import group_chats
from storage.database import unit_of_work
from storage.tables import Group
from tests.scheduler.rooms import CHANNEL, House, at


@pytest.fixture
def top(house: House) -> House:
    """Sevgi leads the cooks and Anna, who reads English, the garden; nothing else rings on the first of December."""
    house.set(weekly_total=False, reminder=False, digest=False)
    for group in ("kookgroep", "tuingroep"):
        house.add_group(group)
    house.add("Sevgi")
    house.add("Anna", language="en")
    house.lead("Sevgi", "kookgroep")
    house.lead("Anna", "tuingroep")
    house.add("Noor")
    return house


def ring(house: House, moment: str, before: str = "2026-11-30 12:00") -> None:
    """Look at the clock before and at a moment."""
    tick(house.engine, at(before))
    tick(house.engine, at(moment))


def test_the_month_and_no_other_day_is_told_to_who_leads_in_their_language(top: House) -> None:
    top.log("Noor", "2026-10-31", 60, "kookgroep")
    top.log("Noor", "2026-11-01", 60, "kookgroep")
    top.log("Noor", "2026-11-30", 30, "kookgroep")
    top.log("Noor", "2026-12-01", 60, "kookgroep", logged="2026-12-01 08:00")
    top.do_klus("Noor", "kraan gemaakt", "2026-11-15", "tuingroep")
    ring(top, "2026-12-01 08:30")
    assert top.texts("Sevgi") == ["<b>Kookgroep in november</b>\nSamen 1 uur en 30 minuten."]
    assert top.texts("Anna") == ["<b>Tuingroep in November</b>\n1 job done."]
    assert top.texts("Noor") == []


def test_who_came_is_told_as_a_range(top: House) -> None:
    top.attend("kookgroep", "2026-10-06", 10)
    top.attend("kookgroep", "2026-11-03", 12, 4)
    top.attend("kookgroep", "2026-11-10", 9)
    ring(top, "2026-12-01 08:30")
    [text] = top.texts("Sevgi")
    assert text.splitlines()[1:] == ["Mensen die kwamen: minstens 12, hoogstens 21. Nieuw: minstens 4, hoogstens 13."]


@pytest.mark.parametrize(("moment", "told"), [("2026-12-04 20:00", 1), ("2026-12-05 08:30", 0)])
def test_it_may_be_three_days_late(top: House, moment: str, told: int) -> None:
    top.log("Noor", "2026-11-03", 60, "kookgroep")
    ring(top, moment)
    assert len(top.outbox("Sevgi")) == told


def test_it_is_told_once_also_when_hours_or_a_leader_come_after(top: House) -> None:
    top.log("Noor", "2026-11-03", 60, "kookgroep")
    ring(top, "2026-12-01 08:30")
    top.lead("Noor", "kookgroep")
    top.log("Noor", "2026-11-04", 60, "tuingroep", logged="2026-12-01 12:00")
    tick(top.engine, at("2026-12-02 08:30"))
    assert [len(top.outbox(name)) for name in ("Sevgi", "Noor", "Anna")] == [1, 0, 0]


def test_of_a_closed_group_nothing_is_told(top: House) -> None:
    top.log("Noor", "2026-11-03", 60, "kookgroep")
    with unit_of_work(top.engine) as session:
        session.get_one(Group, top.groups["kookgroep"]).closed_at = at("2026-11-20 12:00")
    ring(top, "2026-12-01 08:30")
    assert top.outbox() == []


def test_the_groups_chat_reads_of_its_own_group_until_it_is_uncoupled(top: House) -> None:
    top.log("Noor", "2026-11-03", 60, "kookgroep")
    top.log("Noor", "2026-11-03", 60, "tuingroep")
    with unit_of_work(top.engine) as session:
        kitchen = session.get_one(Group, top.groups["kookgroep"])
        group_chats.couple(session, kitchen, CHANNEL, "kookchat", top.people["Sevgi"], at("2026-11-02 12:00"))
    ring(top, "2026-12-01 08:30")
    assert top.texts("kookchat") == ["<b>Kookgroep in november</b>\nSamen 1 uur."]
    top.log("Noor", "2026-12-03", 60, "kookgroep")
    with unit_of_work(top.engine) as session:
        row = group_chats.find(session, CHANNEL, "kookchat")
        assert row is not None
        group_chats.uncouple(session, row, at("2026-12-10 12:00"))
    ring(top, "2027-01-01 12:30", "2026-12-31 12:00")
    assert len(top.outbox("kookchat")) == 1
    assert top.texts("Sevgi")[-1] == "<b>Kookgroep in december</b>\nSamen 1 uur."
