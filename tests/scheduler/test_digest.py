"""The digest."""

from datetime import date

import pytest

from reports.attachments import draw
from scheduler.jobs.digest_figures import needed_in_a_week
from scheduler.tick import tick
from storage.agreements import PromisedIndicator, Terms, keep_agreement
from storage.database import unit_of_work
from storage.entries import Status
from storage.tables import Agreement, Break, JoinRequest, PassedQuestion
from storage.words import learn
from tests.scheduler.rooms import House, at, labels

MONDAY = "2026-11-16 08:30"


@pytest.fixture
def top(house: House) -> House:
    """Els coordinates; Noor cooks; Henk was last seen in October; nothing but the digest rings."""
    house.set(weekly_total=False, reminder=False)
    for group in ("kookgroep", "tuingroep"):
        house.add_group(group)
    house.add("Els", is_coordinator=True)
    house.add("Noor")
    house.add("Henk")
    house.log("Henk", "2026-09-01", 60, "tuingroep")
    house.log("Noor", "2026-11-09", 225 * 60, "kookgroep")
    house.log("Noor", "2026-11-15", 90)
    return house


def ring(house: House, moment: str = MONDAY, before: str = "2026-11-13 09:00") -> None:
    """Look at the clock before and at a moment."""
    tick(house.engine, at(before))
    tick(house.engine, at(moment))


def test_it_tells_the_week_that_ended(top: House) -> None:
    top.promise(2026, 8000)
    top.log("Noor", "2026-11-16", 60, logged="2026-11-16 08:00")
    ring(top)
    [row] = top.outbox("Els")
    assert row.body is not None
    assert row.body["text"] == (
        "<b>TOP: week 46</b>\n"
        "Samen deden jullie <b>226 uur en 30 minuten</b>.\n"
        "Dit jaar tot nu toe: 227 uur.\n"
        "Nodig voor het jaardoel: 154 uur per week.\n\n"
        "Op tempo voor 250 uur: 1 vrijwilliger.\n"
        "Misschien even bellen: Henk.\n\n"
        "Actieve groepen: kookgroep.\n"
        "Al 8 weken stil: tuingroep."
    )
    assert labels(row) == ["Stuur herinnering", "Details", "Wie?"]
    assert row.bulk
    assert row.not_before is None
    assert row.expires_at == at("2026-11-19 08:30")


def test_its_chart_can_be_drawn_and_is_described(top: House) -> None:
    top.promise(2026, 8000)
    ring(top)
    [row] = top.outbox("Els")
    assert row.body is not None
    drawing = draw(row.body["attachment"]["kind"], row.body["attachment"]["data"])
    assert drawing.name == "weekbericht-2026-46.png"
    assert drawing.description == "Uren van TOP per week. Week 46: 226,5 uur."
    data = row.body["attachment"]["data"]
    assert [week["label"] for week in data["weeks"]] == ["39", "40", "41", "42", "43", "44", "45", "46"]
    assert [(group["name"], group["minutes"]) for group in data["groups"]] == [
        ("kookgroep", 225 * 60),
        ("zonder groep", 90),
    ]


def test_without_an_agreement_the_target_is_left_out_and_that_is_told_once(top: House) -> None:
    ring(top)
    tick(top.engine, at("2026-11-23 08:30"))
    first, second = top.texts("Els")
    assert "Voor 2026 is er nog geen afspraak. Daarom staat hier geen jaardoel." in first
    assert "afspraak" not in second
    assert "Nodig" not in first + second
    assert "Dit jaar tot nu toe" not in first + second


def test_a_target_that_is_reached_is_told(top: House) -> None:
    top.promise(2026, 200)
    ring(top)
    assert "Het jaardoel van 200 uur is gehaald!" in top.texts("Els")[0]


def test_an_example_is_called_one(top: House) -> None:
    with unit_of_work(top.engine) as session:
        session.add(
            Agreement(
                room_id=top.room,
                year=2026,
                title="Voorbeeld",
                volunteer_hours=8000,
                active_volunteer_hours=250,
                is_example=True,
            )
        )
    ring(top)
    assert "Dit jaardoel is een voorbeeld." in top.texts("Els")[0]


def test_who_reached_the_hours_is_counted_beside_the_pace(top: House) -> None:
    top.log("Noor", "2026-11-10", 30 * 60)
    top.add("Nieuw", "2026-11-10")
    ring(top)
    assert "Op tempo voor 250 uur: 1 vrijwilliger.\nAl 250 uur gedaan: 1 vrijwilliger." in top.texts("Els")[0]


def test_what_waits_is_counted(top: House) -> None:
    now = at("2026-11-14 12:00")
    with unit_of_work(top.engine) as session:
        session.add(JoinRequest(room_id=top.room, person_id=top.people["Henk"], asked_at=now))
        session.add(PassedQuestion(room_id=top.room, person_id=top.people["Henk"], asked_at=now))
        session.add(PassedQuestion(room_id=top.room, person_id=top.people["Noor"], asked_at=now))
        session.add(PassedQuestion(room_id=top.room, person_id=top.people["Noor"], asked_at=now, answered_at=now))
    top.log("Noor", "2026-11-12", 600, status=Status.WAITING)
    ring(top)
    assert top.texts("Els")[0].endswith(
        "Wil graag meedoen: 1 persoon.\nWacht op antwoord: 2 vragen.\nUren die op jou wachten: 1 keer.\n"
        "Alles wat op jou wacht: 4."
    )
    assert labels(top.outbox("Els")[0]) == ["Stuur herinnering", "Wacht nog: 4", "Details"]


def test_one_thing_that_waits_is_told_once_and_what_is_rarer_is_in_the_sum(top: House) -> None:
    top.log("Noor", "2026-11-12", 600, status=Status.WAITING)
    ring(top)
    assert top.texts("Els")[0].endswith("Uren die op jou wachten: 1 keer.")
    with unit_of_work(top.engine) as session:
        learn(session, top.room, "soep", top.groups["kookgroep"], top.people["Noor"], at("2026-11-17 12:00"))
    tick(top.engine, at("2026-11-23 08:30"))
    assert top.texts("Els")[1].endswith("Uren die op jou wachten: 1 keer.\nAlles wat op jou wacht: 2.")


def test_a_coordinators_own_question_waits_for_the_others(top: House) -> None:
    top.add("Anna", is_coordinator=True)
    with unit_of_work(top.engine) as session:
        asked = at("2026-11-14 12:00")
        session.add(PassedQuestion(room_id=top.room, person_id=top.people["Anna"], asked_at=asked))
    ring(top)
    assert "Wacht nog: 1" in labels(top.outbox("Els")[0])
    assert not any(label.startswith("Wacht nog") for label in labels(top.outbox("Anna")[0]))


def test_a_target_that_drifts_is_told_in_the_week_that_it_does(top: House) -> None:
    klussen = PromisedIndicator(
        id="klussen", kind="output", name="Klussen", unit="klussen", comparison="ge", source="logged", target=52
    )
    with unit_of_work(top.engine) as session:
        keep_agreement(session, top.room, 2026, Terms(title="Afspraak", volunteer_hours=200, indicators=(klussen,)))
    # Of 52 in a year 44 are due on 8 November, 45 a week later and 46 another week later.
    for _ in range(44):
        top.do_klus("Noor", "kraan gemaakt", "2026-11-02", "tuingroep")
    ring(top)
    assert "Loopt minder goed dan een week eerder: Klussen." in top.texts("Els")[0]
    assert labels(top.outbox("Els")[0]) == ["Stuur herinnering", "Details", "Overzicht"]
    tick(top.engine, at("2026-11-23 08:30"))
    assert "Loopt minder goed" not in top.texts("Els")[1]
    assert labels(top.outbox("Els")[1]) == ["Stuur herinnering", "Details", "Wie?"]


def test_a_week_without_hours(house: House) -> None:
    house.set(weekly_total=False, reminder=False)
    house.add("Els", is_coordinator=True)
    ring(house)
    assert house.texts("Els")[0].splitlines()[:2] == ["<b>TOP: week 46</b>", "Er zijn geen uren ingevuld."]
    [row] = house.outbox("Els")
    assert labels(row) == ["Details", "Wie?"]
    assert row.body is not None
    draw(row.body["attachment"]["kind"], row.body["attachment"]["data"])


def test_many_names_are_cut_short(top: House) -> None:
    for number in range(12):
        top.add(f"Stil{number:02}")
    ring(top)
    assert "Stil06 en nog 5 anderen." in top.texts("Els")[0]


def test_each_coordinator_gets_it_in_their_language_also_on_a_break(top: House) -> None:
    top.add("Anna", is_coordinator=True, language="en")
    with unit_of_work(top.engine) as session:
        session.add(Break(member_id=top.member("Anna"), starts=date(2026, 11, 1)))
    ring(top)
    assert [row.chat for row in top.outbox()] == ["Anna", "Els"]
    assert top.texts("Anna")[0].startswith("<b>TOP: week 46</b>\nTogether you did <b>226 hours and 30 minutes</b>.")


def test_it_does_not_go_to_who_said_stop(top: House) -> None:
    top.person("Els", quiet_since=at("2026-11-12 12:00"))
    ring(top)
    assert top.outbox() == []


def test_it_can_be_late_until_thursday(top: House) -> None:
    ring(top, "2026-11-19 20:00")
    assert len(top.outbox("Els")) == 1
    ring(top, "2026-11-27 09:00", "2026-11-19 21:00")
    assert len(top.outbox("Els")) == 1


def test_late_at_night_it_waits_for_the_morning(top: House) -> None:
    ring(top, "2026-11-17 22:00")
    assert top.outbox("Els")[0].not_before == at("2026-11-18 08:30")


def test_another_room_is_not_in_it(top: House) -> None:
    other = top.add_room("Hart")
    top.add("Karin", is_coordinator=True, room=other)
    ring(top)
    text = top.texts("Karin")[0]
    assert text.startswith("<b>Hart: week 46</b>\nEr zijn geen uren ingevuld.")
    assert "Henk" not in text


def test_the_week_that_makes_the_year() -> None:
    # 8000 hours x 7 of 365 days is 9205.5 minutes; in a leap year 9180.3.
    assert needed_in_a_week(8000, 2026) == 9206
    assert needed_in_a_week(8000, 2028) == 9181


def test_it_tells_klussen_done_and_those_open_for_two_weeks_without_their_place(top: House) -> None:
    top.ask_klus("Noor", "lamp ophangen", "2026-11-02 21:00")
    top.ask_klus("Noor", "heg snoeien", "2026-11-03 09:00")
    top.do_klus("Noor", "kraan gemaakt", "2026-11-15", "tuingroep")
    top.do_klus("Noor", "fiets gemaakt", "2026-11-16")
    ring(top)
    text = top.texts("Els")[0]
    assert "Klussen klaar: 1.\nAl 14 dagen of langer open:\n• klus 1: lamp ophangen" in text
    assert "heg" not in text
    assert "Amsterdamsestraatweg" not in text
    assert "Actieve groepen: kookgroep en tuingroep." in text


def test_of_many_open_klussen_a_few_are_told(top: House) -> None:
    for number in range(8):
        top.ask_klus("Noor", f"klus van {'heel ' * 20}lang geleden {number}", "2026-10-01 09:00")
    ring(top)
    open_ones = [line for line in top.texts("Els")[0].splitlines() if line.startswith("•")]
    assert len(open_ones) == 6
    assert open_ones[0] == f"• klus 1: klus van {'heel ' * 9}heel…"
    assert open_ones[-1] == "• en nog 3 klussen"


def test_it_tells_who_came_for_the_first_time_as_a_range_where_that_was_not_told(top: House) -> None:
    top.attend("kookgroep", "2026-11-02", 18)
    top.attend("kookgroep", "2026-11-09", 20, 3)
    ring(top)
    assert "Nieuw bij een activiteit: 3." in top.texts("Els")[0]
    top.attend("kookgroep", "2026-11-17", 6, activity="taal")
    top.attend("kookgroep", "2026-11-18", 8, activity="taal")
    tick(top.engine, at("2026-11-23 08:30"))
    assert "Nieuw bij een activiteit: minstens 8, hoogstens 14." in top.texts("Els")[1]


def test_a_group_that_only_counts_visitors_is_active(top: House) -> None:
    top.attend("tuingroep", "2026-09-21", 4)
    ring(top)
    assert "Actieve groepen: kookgroep en tuingroep." in top.texts("Els")[0]


def test_a_group_is_silent_after_eight_weeks_to_the_day(top: House) -> None:
    top.attend("tuingroep", "2026-09-20", 4)
    ring(top)
    assert "Al 8 weken stil: tuingroep." in top.texts("Els")[0]
