"""An invented year of the three rooms of the sample, as it would stand in the books if it had been told to the bot.

Everything is written by the functions that handle messages, each thing with a message behind it. Beside it stands what
really happened, of which the books tell a part.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import count
from random import Random

from sqlmodel import Session

from bot.sample.rooms import AGREEMENT, seed
from storage.agreements import load, parse
from storage.group_merging import merge
from storage.groups import add_group, groups_of
from storage.people import join
from storage.rooms import room_by_slug
from storage.tables import Person, Room
from tests.year.activities import Came, hold_activities
from tests.year.asking import ask
from tests.year.books import RoomBooks
from tests.year.cases import count_cases, do_klussen, enter_results, give_keys, register_members
from tests.year.plans import PLANS, Plan
from tests.year.volunteers import add_volunteers, leave, log_hours

YEAR = 2026


@dataclass(frozen=True, slots=True)
class RoomYear:
    """A room of which the year stands in the books, and who really came."""

    room: Room
    came: Came


def generate(session: Session, year: int = YEAR, number: int = 1, plans: Mapping[str, Plan] = PLANS) -> list[RoomYear]:
    """Write a year into a database without rooms, as it is planned; the same number gives the same year."""
    random, messages = Random(number), count(1)
    seed(session, datetime.combine(date(year, 1, 1), time(12), UTC))
    load(session, parse(AGREEMENT.read_text(encoding="utf-8")), year=year)
    found: list[RoomYear] = []
    in_two_rooms: Person | None = None
    for slug, plan in plans.items():
        room = room_by_slug(session, slug)
        assert room is not None
        coordinator = Person(name="Coördinator", created_at=datetime(year - 2, 1, 1, tzinfo=UTC))
        session.add(coordinator)
        session.flush()
        join(session, room.id, coordinator.id, date(year - 2, 1, 1), is_coordinator=True)
        books = RoomBooks(session, random, year, room, plan, coordinator, messages)
        came = _write(books, in_two_rooms)
        in_two_rooms = books.volunteers[0].person
        found.append(RoomYear(room, came))
    return found


def _write(books: RoomBooks, also_here: Person | None) -> Came:
    for name, activity in books.plan.more_groups:
        add_group(books.session, books.room.id, name, activity)
    books.groups = groups_of(books.session, books.room.id)
    merged = add_group(books.session, books.room.id, "buurtmaaltijd", "koken")
    books.groups.append(merged)
    add_volunteers(books, also_here)
    log_hours(books)
    came = hold_activities(books)
    do_klussen(books)
    count_cases(books)
    give_keys(books)
    register_members(books)
    enter_results(books)
    ask(books)
    merge(books.session, merged, books.groups[0], books.told(date(books.year, 9, 1)))
    leave(books)
    return came
