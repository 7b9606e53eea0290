"""Two persons who are one: everything that was theirs is in one place, and nothing that was written is changed."""

from datetime import UTC, date, datetime

from sqlalchemy import Engine
from sqlmodel import Session, SQLModel, select

from storage import entries, people
from storage.database import unit_of_work
from storage.entries import Evidence, Status, Work
from storage.exports import logged_hours
from storage.groups import add_group, leaders_of, people_in
from storage.history import people_with_new_entries
from storage.inbox import accept
from storage.invites import is_usable, make_invite
from storage.merging import MOVED, days_of_both, merge, rooms_of
from storage.rooms import add_room
from storage.runs import tell_once, told_to
from storage.tables import Break, DatedFact, Habit, Klus, KlusHelper, Member, Person, Shift

NOW = datetime(2026, 3, 12, 12, tzinfo=UTC)
DAY = date(2026, 3, 10)

# Who did something: evidence, which stays under the number that did it.
STAYS = {
    ("attendance_version", "changed_by"),
    ("closed_period", "closed_by"),
    ("dated_fact", "ended_by"),
    ("dated_fact", "started_by"),
    ("entry_version", "changed_by"),
    ("explanation", "changed_by"),
    ("group_change", "changed_by"),
    ("group_chat", "coupled_by"),
    ("joinrequest", "decided_by"),
    ("klus_change", "changed_by"),
    ("klus_photo", "by"),
    ("learnedword", "checked_by"),
    ("learnedword", "taught_by"),
    ("participant_change", "changed_by"),
    ("passedquestion", "answered_by"),
    ("result_version", "changed_by"),
    ("room_setting_change", "changed_by"),
    ("snapshot", "made_by"),
    ("survey_round", "closed_by"),
    ("survey_round", "opened_by"),
    ("tally_version", "changed_by"),
}
# Moved one by one, since a person has them once, or as new versions.
APART = {
    ("entry", "person_id"),
    ("entry_version", "person_id"),
    ("groupmember", "person_id"),
    ("invite", "person_id"),
    ("klus_helper", "person_id"),
    ("member", "person_id"),
    ("survey_person", "person_id"),
    ("told", "person_id"),
}


def test_for_every_column_that_names_a_person_it_is_decided_what_a_merge_does() -> None:
    names_person = {
        (table.name, column.name)
        for table in SQLModel.metadata.tables.values()
        for column in table.columns
        if any(key.column.table.name == "person" for key in column.foreign_keys)
    }
    moved = {(str(table.__tablename__), column) for table, column in MOVED}
    undecided = names_person - moved - STAYS - APART
    assert not undecided, "add to storage.merging.MOVED what is theirs, or here to STAYS who did something"
    assert moved | STAYS | APART <= names_person


def _person(session: Session, name: str) -> Person:
    person = people.add_account(session, "story", name, name, "nl", NOW)[1]
    person.name, person.consented_at, person.consent_version = name, NOW, 1
    return person


def _evidence(session: Session, by: int, external_id: str = "m1") -> Evidence:
    taken = accept(
        session,
        channel="story",
        external_id=external_id,
        chat="els",
        message=external_id,
        sent_at=NOW,
        received_at=NOW,
        payload=None,
    )
    assert taken is not None
    return Evidence(by=by, at=NOW, inbox_id=taken.id)


def test_hours_go_to_the_one_person_and_say_whose_they_were(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        room = add_room(session, "top", "TOP")
        els, noor = _person(session, "Els"), _person(session, "Noor")
        people.join(session, room.id, noor.id, DAY)
        paper = people.add_paper_volunteer(session, room.id, "Noor Bakker", date(2026, 1, 1))
        wrote = _evidence(session, els.id)
        for person, status, minutes in (
            (paper, Status.BOOKED, 60),
            (paper, Status.WITHDRAWN, 90),
            (paper, Status.WAITING, 600),
            (noor, Status.BOOKED, 30),
        ):
            entries.add_entry(session, room.id, person.id, Work(date=DAY, minutes=minutes), status, wrote, "logged")
        assert days_of_both(session, paper.id, noor.id, room.id) == 1

        moved = merge(session, paper, noor, _evidence(session, noor.id, "m2"))

        assert entries.total(session, noor.id, DAY, DAY) == 90
        assert entries.entries_of(session, paper.id, date.min, date.max, tuple(Status)) == []
        assert [(entry.minutes, entry.status, entry.reason) for entry in moved] == [
            (60, Status.BOOKED, "merged"),
            (90, Status.WITHDRAWN, "merged"),
            (600, Status.WAITING, "merged"),
        ]
        said = [(version.person_id, version.changed_by) for version in entries.versions(session, moved[0].entry_id)]
        assert said == [(paper.id, els.id), (noor.id, noor.id)]
        assert people_with_new_entries(session, room.id, NOW) == {noor.id}
        member = people.member_of(session, room.id, noor.id)
        assert member is not None
        assert member.joined_on == date(2026, 1, 1)
        assert people.member_of(session, room.id, paper.id) is None
        assert (paper.name, noor.name) == ("", "Noor")
        assert people.who_is(session, paper.id) == noor
        assert not people.is_paper(session, paper.id)


def test_two_accounts_of_one_human_become_one_person_with_what_both_had(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        room = add_room(session, "top", "TOP")
        garden, kitchen = (add_group(session, room.id, name) for name in ("tuin", "keuken"))
        old, new, third = _person(session, "Piet"), _person(session, "Pieter"), _person(session, "P")
        evidence = _evidence(session, old.id)
        first = people.join(session, room.id, old.id, DAY, group_id=garden.id, is_leader=True, is_coordinator=True)
        people.join(session, room.id, new.id, DAY, group_id=garden.id)
        people.join_group(session, kitchen.id, new.id)
        session.add(Break(member_id=first.id, starts=DAY))
        here = {"room_id": room.id, "inbox_id": evidence.inbox_id}
        for person in (old, new):
            session.add(Shift(person_id=person.id, started_at=NOW, **here))
            session.add(Habit(person_id=person.id, weekday=2, minutes=60, begins_on=DAY, **here))
            session.add(
                DatedFact(
                    room_id=room.id,
                    person_id=person.id,
                    kind="key",
                    starts=DAY,
                    started_by=new.id,
                    start_inbox_id=evidence.inbox_id,
                    start_confirmed_at=NOW,
                )
            )
            tell_once(session, person.id, room.id, "milestone:50", "2026", NOW)
        tell_once(session, old.id, room.id, "milestone:100", "2026", NOW)
        entries.add_entry(session, room.id, old.id, Work(date=DAY, minutes=60), Status.BOOKED, evidence, "logged")

        merge(session, old, new, Evidence(by=new.id, at=NOW, inbox_id=evidence.inbox_id))
        merge(session, new, third, Evidence(by=third.id, at=NOW, inbox_id=evidence.inbox_id))

        assert [account.external_id for account in people.accounts_of(session, third.id)] == ["Piet", "Pieter", "P"]
        place = people.member_of(session, room.id, third.id)
        assert place is not None
        assert place.is_coordinator
        assert len(people.breaks_of(session, place.id)) == 1
        assert session.exec(select(Member)).all() == [place]
        assert people_in(session, [garden.id, kitchen.id]) == leaders_of(session, [garden.id]) == {third.id}
        assert leaders_of(session, [kitchen.id]) == set()
        assert {t.what for t in told_to(session, third.id)} == {"milestone:50", "milestone:100"}
        assert [shift.ended_at is None for shift in session.exec(select(Shift))] == [False, True]
        assert [habit.ended_on is None for habit in session.exec(select(Habit))] == [False, True]
        assert [fact.withdrawn_at is None for fact in session.exec(select(DatedFact))] == [True, False]
        assert people.who_is(session, old.id) == people.who_is(session, new.id) == third
        assert [(hours.person, hours.logged_by) for hours in logged_hours(session, room.id)] == [("P", "P")]
        assert rooms_of(session, [third.id]) == {room.id}


def test_who_helped_with_a_klus_helped_once(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        room = add_room(session, "top", "TOP")
        piet, noor = _person(session, "Piet"), _person(session, "Noor")
        evidence = _evidence(session, noor.id)
        klus = Klus(
            room_id=room.id,
            number=1,
            what="lamp",
            state="taken",
            asked_by=piet.id,
            asked_at=NOW,
            inbox_id=evidence.inbox_id,
        )
        session.add(klus)
        session.flush()
        session.add_all(KlusHelper(klus_id=klus.id, person_id=person.id, since=NOW) for person in (piet, noor))
        session.flush()
        merge(session, piet, noor, evidence)
        assert [helper.person_id for helper in session.exec(select(KlusHelper))] == [noor.id]
        session.refresh(klus)
        assert klus.asked_by == noor.id


def test_who_leaves_the_room_keeps_hours_and_nothing_that_goes_on(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        room = add_room(session, "top", "TOP")
        garden = add_group(session, room.id, "tuin")
        piet = people.add_paper_volunteer(session, room.id, "Piet Bakker", DAY, garden.id)
        noor = _person(session, "Noor")
        evidence = _evidence(session, noor.id)
        people.join(session, room.id, noor.id, DAY, is_coordinator=True)
        invite = make_invite(session, room.id, "volunteer", NOW, person_id=piet.id)
        entries.add_entry(session, room.id, piet.id, Work(date=DAY, minutes=60), Status.BOOKED, evidence, "logged")
        for person in (piet, noor):
            people.leave_room(session, room.id, person.id, DAY, NOW)
        session.refresh(invite)
        assert not is_usable(invite, NOW)
        assert people.members(session, room.id) == []
        assert people_in(session, [garden.id]) == set()
        assert entries.total(session, piet.id, DAY, DAY) == 60
        assert not people.join(session, room.id, noor.id, DAY).is_coordinator
