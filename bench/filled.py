"""A database as it is after some years of use: a room with its people, groups and words, and entries in bulk."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine, func
from sqlmodel import Session, select

from bot.sample.rooms import seed
from storage.database import open_database, unit_of_work
from storage.groups import add_group, groups_of
from storage.migrations import migrate
from storage.people import join
from storage.rooms import add_room, room_by_slug
from storage.tables import Account, Person
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
    f"{_NUMBERS} SELECT i, 'bulk', printf('%010d', i), i % :people, i, {_PERSON}, :moment, :moment FROM n",
    f"INSERT INTO entry (id, room_id, person_id) {_NUMBERS} SELECT i, :room, {_PERSON} FROM n",
    "INSERT INTO entry_version (id, entry_id, version, is_current, room_id, person_id, group_id, date, minutes, "
    f"status, reason, changed_at, changed_by, inbox_id) {_NUMBERS} "
    f"SELECT i, i, 1, 1, :room, {_PERSON}, :group + i / :people % :groups, "
    "date(:first, '+' || (i * 7919 % :days) || ' days'), 30 + i * 17 % 6 * 30, 'booked', 'logged', "
    f":moment, {_PERSON}, i FROM n",
)


def filled(path: Path, people: int, entries: int, others: int = 0, rooms_beside: int = OTHER_ROOMS) -> Engine:
    """A migrated SQLite file with the room ``ROOM``: so many volunteers, and entries of this year until ``TODAY``.

    ``others`` are entries beside them, of earlier years and of so many other rooms.
    """
    engine = open_database(f"sqlite:///{path}")
    migrate(engine)
    with unit_of_work(engine) as session:
        seed(session, _noon(TODAY))
        top = room_by_slug(session, ROOM)
        if top is None:
            raise ValueError(f"the sample has no room {ROOM!r}")
        for name, activity in _GROUPS:
            add_group(session, top.id, name, activity)
        rooms = [_people_in(session, top.id, people)]
        for word, group in _WORDS:
            named = next(found.id for found in groups_of(session, top.id) if found.name == group)
            learn(session, top.id, word, named, rooms[0]["person"], _noon(TODAY))
        for number in range(rooms_beside if others else 0):
            room = add_room(session, f"other-{number}", f"Kamer {number}")
            for name in ("kookgroep", "tuingroep"):
                add_group(session, room.id, name)
            rooms.append(_people_in(session, room.id, PEOPLE_THERE))
    engine.dispose()
    earlier = min(others // 2, MOST_IN_A_ROOM * (YEARS - 1))
    began, before = date(TODAY.year - YEARS + 1, 1, 1), date(TODAY.year - 1, 12, 31)
    with _bulk(path) as connection:
        last = _add(connection, 0, rooms[0], entries, date(TODAY.year, 1, 1), TODAY)
        last = _add(connection, last, rooms[0], earlier, began, before)
        for room in rooms[1:]:
            last = _add(connection, last, room, (others - earlier) // rooms_beside, began, TODAY)
    return engine


@contextmanager
def _bulk(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection for writing very much at once: what holds the rows together is made again in the end."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in ("foreign_keys = OFF", "synchronous = OFF", "cache_size = -1000000"):
            connection.execute(f"PRAGMA {pragma}")
        made = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL "
            "AND tbl_name IN ('inbox', 'entry', 'entry_version')"
        ).fetchall()
        connection.execute("BEGIN")
        for name, _ in made:
            connection.execute(f"DROP INDEX {name}")
        yield connection
        for _, again in made:
            connection.execute(again)
        connection.execute("COMMIT")
        connection.execute("PRAGMA analysis_limit = 1000")
        connection.execute("ANALYZE")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _noon(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=12)


def _people_in(session: Session, room_id: int, count: int) -> dict[str, int]:
    """Make volunteers with ids that follow each other, the first of whom coordinates the room; tell what is where."""
    groups = groups_of(session, room_id)
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
    keys = sorted(group.id for group in groups)
    return {
        **{"room": room_id, "person": first, "people": count},
        # Those that were made together have numbers that follow each other.
        **{"group": keys[0], "groups": sum(key == keys[0] + place for place, key in enumerate(keys))},
    }


def _add(
    connection: sqlite3.Connection, last_id: int, room: dict[str, int], count: int, first: date, last: date
) -> int:
    """Book entries of 30 to 180 minutes, each from a message of its own; returns the last id."""
    if count:
        days = {"first": first.isoformat(), "days": (last - first).days + 1, "moment": f"{last} 12:00:00.000000"}
        for statement in _BULK:
            connection.execute(statement, {**room, **days, "begin": last_id + 1, "end": last_id + count + 1})
    return last_id + count
