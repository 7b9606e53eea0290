"""What is shown behind a figure is what a reader would look for. That it adds up is in test_figures.py."""

from datetime import date
from decimal import Decimal

from sqlmodel import Session

from storage import klus_steps, results
from storage.attendances import Turnout, add_attendance
from storage.dated_facts import Fact, begin
from storage.entries import Evidence, Status, Work, add_entry
from storage.figures.evidence import HOURS, EvidenceRow, Thing, evidence
from storage.figures.unique_people import Range
from storage.group_merging import merge
from storage.groups import add_group
from storage.klus_steps import Told
from storage.participants import add_participant
from storage.people import join
from storage.results import Finding
from storage.tables import Person, Room
from storage.tallies import Case, add_tally

JULY = date(2026, 7, 2)
MARCH = date(2026, 3, 3)
ONE, NOTHING = Range(1, 1), Range(0, 0)


def test_hours_bear_the_group_that_they_count_for(session: Session, room: Room, told: Evidence) -> None:
    old, new = add_group(session, room.id, "tuinclub"), add_group(session, room.id, "tuingroep")
    booked = add_entry(session, room.id, told.by, Work(date=MARCH, minutes=90, group_id=old.id), Status.BOOKED, told)
    add_entry(session, room.id, told.by, Work(date=MARCH, minutes=60), Status.WAITING, told)
    merge(session, old, new, told)
    assert evidence(session, room, HOURS, JULY) == [
        EvidenceRow(
            thing=Thing.HOURS,
            id=booked.entry_id,
            date=MARCH,
            adds=Range(90, 90),
            amount=90,
            group="tuingroep",
            people=(told.by,),
        )
    ]


def test_an_active_volunteer_bears_the_minutes_of_the_year(session: Session, room: Room, told: Evidence) -> None:
    join(session, room.id, told.by, date(2026, 1, 1))
    for day, hours in ((3, 200), (9, 100)):
        add_entry(session, room.id, told.by, Work(date=date(2026, 3, day), minutes=hours * 60), Status.BOOKED, told)
    [row] = evidence(session, room, "active_volunteers", JULY)
    assert (row.thing, row.date, row.amount, row.adds) == (Thing.VOLUNTEER, date(2026, 3, 9), 18_000, ONE)
    assert row.pace == 300 * 365 // (JULY - date(2025, 12, 31)).days
    assert row.people == (told.by,)


def test_a_klus_bears_its_number_group_corporation_and_who_did_it(session: Session, room: Room, told: Evidence) -> None:
    group, helper = add_group(session, room.id, "klussendienst"), Person(name="Piet", created_at=told.at)
    session.add(helper)
    session.flush()
    done = klus_steps.done_at_once(session, room.id, Told(what="lamp", group_id=group.id), MARCH, told)
    klus_steps.add_helper(session, done, told.by, told)
    klus_steps.set_corporation(session, done, "Mitros", told)
    same = klus_steps.done_at_once(session, room.id, Told(what="lamp"), MARCH, told)
    klus_steps.add_helper(session, same, helper.id, told)
    klus_steps.merge(session, same, done, told)
    [row] = evidence(session, room, "klussen", JULY)
    assert (row.number, row.group, row.detail, row.date) == (done.number, "klussendienst", "Mitros", MARCH)
    assert row.people == (told.by, helper.id)


def test_an_activity_adds_whom_it_brought(session: Session, room: Room, told: Evidence) -> None:
    fatima = add_participant(session, room.id, "Fatima B.", told).id
    ahmed = add_participant(session, room.id, "Ahmed K.", told).id
    for day, heads, named in ((3, 18, {fatima}), (10, 20, {fatima, ahmed})):
        turnout = Turnout(date=date(2026, 3, day), activity="koken", group_id=None, heads=heads, named=frozenset(named))
        add_attendance(session, room.id, turnout, told)
    first, second = evidence(session, room, "meeting", JULY)
    assert (first.adds, first.amount, first.participants) == (Range(18, 18), 18, (fatima,))
    # Fatima came before; of the 19 others perhaps 17 did too, perhaps nobody.
    assert (second.adds, second.amount, second.participants) == (Range(2, 19), 20, (fatima, ahmed))
    assert second.kind == "koken"
    assert evidence(session, room, "dutch", JULY) == []


def test_a_second_tie_with_a_partner_adds_nothing(session: Session, room: Room, told: Evidence) -> None:
    for day, name in ((9, "Buurtteam"), (3, "buurtteam"), (5, None)):
        add_tally(session, room.id, "partner", Case(date=date(2026, 3, day), organisation=name), told)
    rows = evidence(session, room, "partners", JULY)
    assert [(row.number, row.detail, row.adds) for row in rows] == [
        (2, "buurtteam", ONE),
        (3, "", NOTHING),
        (1, "Buurtteam", NOTHING),
    ]


def test_who_was_referred_and_does_not_take_part_adds_nothing(session: Session, room: Room, told: Evidence) -> None:
    for takes_part in (None, MARCH, date(2026, 9, 1)):
        add_tally(session, room.id, "referred", Case(date=MARCH, takes_part_since=takes_part), told)
    rows = evidence(session, room, "referred_taking_part", JULY)
    assert [(row.thing, row.number, row.adds) for row in rows] == [
        (Thing.TALLY, 1, NOTHING),
        (Thing.TALLY, 2, ONE),
        (Thing.TALLY, 3, NOTHING),
    ]


def test_a_second_key_adds_nothing(session: Session, room: Room, told: Evidence) -> None:
    for day in (9, 3):
        begin(session, room.id, told.by, Fact.KEY, date(2026, 3, day), told, is_confirmed=True)
    rows = evidence(session, room, "key_holders", JULY)
    assert [(row.thing, row.date.day, row.adds, row.people) for row in rows] == [
        (Thing.KEY, 3, ONE, (told.by,)),
        (Thing.KEY, 9, NOTHING, (told.by,)),
    ]


def test_behind_a_result_is_its_source(session: Session, room: Room, told: Evidence) -> None:
    finding = Finding(value=Decimal(3), date=MARCH, source="interview met Mitros")
    entered = results.enter(session, room.id, "nuisance", finding, told)
    assert evidence(session, room, "nuisance", JULY) == [
        EvidenceRow(
            thing=Thing.RESULT,
            id=entered.result_id,
            date=MARCH,
            adds=Decimal(3),
            detail="interview met Mitros",
            people=(told.by,),
        )
    ]


def test_behind_what_is_not_known_is_nothing(session: Session, room: Room) -> None:
    assert evidence(session, room, "nuisance", JULY) == []
    assert evidence(session, room, "trust", JULY) == []
