"""Whom to expect beside somebody who tells of a group's work."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from storage import entries, groups, people, rooms
from storage.company import usual_people
from storage.database import unit_of_work
from storage.entries import Evidence, Status, Work
from storage.tables import Group, Inbox, Person

NOW = datetime(2026, 3, 12, 19, 15, tzinfo=UTC)
TODAY = date(2026, 3, 12)
NAMES = ("Ahmed", "Bo", "Cem", "Dirk", "Els")


@pytest.fixture
def books(engine: Engine) -> Engine:
    """Five members of the room, of whom Ahmed, Bo and Els are in the tuingroep."""
    with unit_of_work(engine) as session:
        room = rooms.add_room(session, "top", "TOP")
        tuin = groups.add_group(session, room.id, "tuingroep", "tuin")
        groups.add_group(session, room.id, "moestuin", "tuin")
        session.add(
            Inbox(channel="test", external_id="1", chat="1", message="1", sent_at=NOW, received_at=NOW, payload=None)
        )
        for name in NAMES:
            person = Person(name=name, created_at=NOW)
            session.add(person)
            session.flush()
            group_id = tuin.id if name in ("Ahmed", "Bo", "Els") else None
            people.join(session, room.id, person.id, TODAY, group_id=group_id)
    return engine


def _group(session: Session, name: str) -> Group:
    return session.exec(select(Group).where(Group.name == name)).one()


def _worked(
    session: Session, name: str, days_ago: int, status: Status = Status.BOOKED, group: str = "tuingroep"
) -> None:
    person = session.exec(select(Person).where(Person.name == name)).one()
    found = _group(session, group)
    work = Work(date=TODAY - timedelta(days=days_ago), minutes=60, group_id=found.id)
    entries.add_entry(session, found.room_id, person.id, work, status, Evidence(by=person.id, at=NOW, inbox_id=1))


def _usual(session: Session, group: str | None = "tuingroep") -> list[str]:
    room = _group(session, "tuingroep").room_id
    ids = usual_people(session, room, None if group is None else _group(session, group).id, TODAY)
    return [session.get_one(Person, key).name for key in ids]


def test_who_is_in_the_group_by_name_when_nothing_is_known(books: Engine) -> None:
    with unit_of_work(books) as session:
        assert _usual(session) == ["Ahmed", "Bo", "Els"]
        assert _usual(session, "moestuin") == []
        assert _usual(session, None) == list(NAMES)


def test_those_of_last_time_come_first_then_those_who_come_most(books: Engine) -> None:
    with unit_of_work(books) as session:
        for days_ago in (9, 16, 23):
            _worked(session, "Els", days_ago)
        _worked(session, "Cem", 2)
        _worked(session, "Bo", 9)
        assert _usual(session) == ["Cem", "Els", "Bo", "Ahmed"]


def test_what_is_of_the_day_itself_long_ago_or_withdrawn_tells_nothing(books: Engine) -> None:
    with unit_of_work(books) as session:
        _worked(session, "Cem", 0)
        _worked(session, "Dirk", 60)
        _worked(session, "Dirk", 3, Status.WITHDRAWN)
        assert _usual(session) == ["Ahmed", "Bo", "Els"]


def test_work_of_a_group_that_was_merged_counts_and_who_left_is_not_expected(books: Engine) -> None:
    with unit_of_work(books) as session:
        _worked(session, "Dirk", 3, group="moestuin")
        moestuin, tuin = _group(session, "moestuin"), _group(session, "tuingroep")
        moestuin.merged_into, moestuin.closed_at = tuin.id, NOW
        bo = session.exec(select(Person).where(Person.name == "Bo")).one()
        people.leave_room(session, tuin.room_id, bo.id, TODAY, NOW)
        assert _usual(session) == ["Dirk", "Ahmed", "Els"]
