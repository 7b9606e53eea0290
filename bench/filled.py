"""A database as it is after some years of use: a room with its people, groups and words, and entries in bulk."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine, func, text
from sqlmodel import Session, select

from bot.sample.rooms import seed
from storage.database import open_database, unit_of_work
from storage.groups import add_group, groups_of
from storage.migrations import migrate
from storage.people import join
from storage.rooms import add_room, room_by_slug
from storage.tables import Account, Entry, Group, Person
from storage.words import learn

CHANNEL = "telegram"
ROOM = "top"
TODAY = date(2026, 11, 16)
"""The day on which the books are looked at: a Monday."""
FIRST_CHAT = 1000
YEARS = 10
MOST_IN_A_ROOM = 20_000
"""Entries of a room in a year."""
OTHER_ROOMS, PEOPLE_THERE = 100, 100
_GROUPS = (("naaiatelier", "handwerken"), ("wandelclub", "wandelen"), ("boodschappendienst", "boodschappen"))
_WORDS = (("bloembakken", "tuingroep"), ("pannen", "kookgroep"), ("ketting", "fietsenwerkplaats"))
_NAMES = (
    *("Noor", "Ahmed", "Els", "Fatima", "Piet", "Sevgi", "Oksana", "Henk", "Mia", "Youssef", "Anja", "Bram", "Carla"),
    *("Dirk", "Esra", "Femke", "Gerrit", "Hanna", "Ibrahim", "Joke", "Kees", "Leyla", "Marijke", "Nadia", "Omar"),
    *("Petra", "Quinten", "Rachid", "Samira", "Theo", "Ulla", "Vera", "Willem", "Xandra", "Yusuf", "Zeynep"),
)
_NUMBERS = "WITH RECURSIVE n(i) AS (SELECT :begin UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :end) "
_PERSON = ":person + i % :people"
_BULK = (
    "INSERT INTO inbox (id, channel, external_id, chat, message, person_id, sent_at, received_at) "
    f"{_NUMBERS} SELECT i, 'bulk', i, i % :people, i, {_PERSON}, :moment, :moment FROM n",
    f"INSERT INTO entry (id, room_id, person_id) {_NUMBERS} SELECT i, :room, {_PERSON} FROM n",
    "INSERT INTO entry_version (id, entry_id, version, is_current, room_id, person_id, group_id, date, minutes, "
    f"status, reason, changed_at, changed_by, inbox_id) {_NUMBERS} "
    f"SELECT i, i, 1, 1, :room, {_PERSON}, :group + i / :people % :groups, "
    "date(:first, '+' || (i * 7919 % :days) || ' days'), 30 + i * 17 % 6 * 30, 'booked', 'logged', "
    f":moment, {_PERSON}, i FROM n",
)


def filled(path: Path, people: int, entries: int, others: int = 0) -> Engine:
    """A migrated SQLite file with the room ``ROOM``: so many volunteers, and entries of this year until ``TODAY``.

    ``others`` are entries beside them, of earlier years and of other rooms.
    """
    engine = open_database(f"sqlite:///{path}")
    migrate(engine)
    with unit_of_work(engine) as session:
        session.connection().exec_driver_sql("PRAGMA cache_size = -2000000")
        seed(session, _noon(TODAY))
        found = room_by_slug(session, ROOM)
        if found is None:
            raise ValueError(f"the sample has no room {ROOM!r}")
        for name, activity in _GROUPS:
            add_group(session, found.id, name, activity)
        groups = groups_of(session, found.id)
        first = _volunteers(session, found.id, groups, people)
        for word, group in _WORDS:
            learn(session, found.id, word, next(g.id for g in groups if g.name == group), first, _noon(TODAY))
        _add(session, found.id, groups, first, people, entries, date(TODAY.year, 1, 1), TODAY)
        earlier = min(others // 2, MOST_IN_A_ROOM * (YEARS - 1))
        began, before = date(TODAY.year - YEARS + 1, 1, 1), date(TODAY.year - 1, 12, 31)
        _add(session, found.id, groups, first, people, earlier, began, before)
        _fill_other_rooms(session, others - earlier, began)
    with engine.begin() as connection:
        connection.exec_driver_sql("ANALYZE")
    engine.dispose()
    return engine


def _noon(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=12)


def _volunteers(session: Session, room_id: int, groups: list[Group], count: int) -> int:
    """Make volunteers with ids that follow each other, and return the first; the first one coordinates the room."""
    first = (session.exec(select(func.max(Person.id))).one() or 0) + 1
    for key in range(first, first + count):
        number = key - first
        name = f"{_NAMES[number % len(_NAMES)]} {chr(ord('A') + number // len(_NAMES) % 26)}."
        session.add(Person(id=key, name=name, created_at=_noon(TODAY), consented_at=_noon(TODAY), consent_version=1))
        session.flush()
        where = str(FIRST_CHAT + key)
        session.add(Account(channel=CHANNEL, external_id=where, chat=where, person_id=key, last_seen_at=_noon(TODAY)))
        group = groups[number % len(groups)]
        join(session, room_id, key, date(2020, 1, 1), group_id=group.id, is_coordinator=number == 0)
    return first


def _fill_other_rooms(session: Session, entries: int, began: date) -> None:
    for number in range(OTHER_ROOMS if entries else 0):
        room = add_room(session, f"other-{number}", f"Kamer {number}")
        groups = [add_group(session, room.id, name) for name in ("kookgroep", "tuingroep")]
        first = _volunteers(session, room.id, groups, PEOPLE_THERE)
        _add(session, room.id, groups, first, PEOPLE_THERE, entries // OTHER_ROOMS, began, TODAY)


def _add(
    session: Session, room_id: int, groups: list[Group], person: int, people: int, count: int, first: date, last: date
) -> None:
    """Book entries of 30 to 180 minutes, each from a message of its own."""
    if not count:
        return
    begin = (session.exec(select(func.max(Entry.id))).one() or 0) + 1
    values = {
        **{"begin": begin, "end": begin + count, "room": room_id, "person": person, "people": people},
        **{"group": min(group.id for group in groups), "groups": len(groups)},
        **{"first": first.isoformat(), "days": (last - first).days + 1, "moment": f"{last} 12:00:00.000000"},
    }
    for statement in _BULK:
        session.connection().execute(text(statement), values)
