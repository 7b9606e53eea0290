"""A room of people who are on Telegram already: laid straight into the database before the program starts."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from storage import groups, people, rooms
from storage.database import unit_of_work
from storage.entries import Evidence, Status, Work, add_entry
from storage.tables import Account, Inbox, Person
from tests.faults.programs import Home
from tests.telegram import standin

CHANNEL = "telegram"
GROUPS = {"kookgroep": "koken", "tuingroep": "tuin"}


def add_room(engine: Engine) -> int:
    """Make a room with its groups."""
    with unit_of_work(engine) as session:
        room = rooms.add_room(session, "top", "TOP")
        for name, activity in GROUPS.items():
            groups.add_group(session, room.id, name, activity)
        return room.id


def add_members(
    engine: Engine, room: int, added: Sequence[standin.Person], now: datetime, *, is_coordinator: bool = False
) -> None:
    """Make them members, who joined at ``now``."""
    with unit_of_work(engine) as session:
        for each in added:
            person = Person(name=each.user.first_name, created_at=now, consented_at=now, consent_version=1)
            session.add(person)
            session.flush()
            chat = str(each.id)
            session.add(Account(channel=CHANNEL, external_id=chat, chat=chat, person_id=person.id, last_seen_at=now))
            people.join(session, room, person.id, now.date(), is_coordinator=is_coordinator)


def add_hours(engine: Engine, room: int, moment: datetime, minutes: int = 90) -> None:
    """Give everybody in the room hours on the day of ``moment``, logged then, each from a message of their own."""
    with unit_of_work(engine) as session:
        for _, person in people.members(session, room):
            message = Inbox(
                channel="before",
                external_id=str(person.id),
                chat="",
                message=str(person.id),
                person_id=person.id,
                sent_at=moment,
                received_at=moment,
            )
            session.add(message)
            session.flush()
            evidence = Evidence(by=person.id, at=moment, inbox_id=message.id)
            work = Work(date=moment.date(), minutes=minutes)
            add_entry(session, room, person.id, work, Status.BOOKED, evidence)


def move_in(engine: Engine, home: Home) -> None:
    """Close the database, and put its file where the program looks for it."""
    assert engine.url.database is not None
    engine.dispose()
    home.database.parent.mkdir()
    Path(engine.url.database).rename(home.database)
