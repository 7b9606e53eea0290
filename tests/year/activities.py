"""What the groups of the invented year hold, and who really comes: so much of it as is told."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from storage.attendances import Turnout, add_attendance, revise
from storage.entries import Evidence
from storage.participants import add_participant, merge
from storage.tables import AttendanceVersion, Group, Participant
from tests.year.books import RoomBooks

Came = Mapping[str, set[int]]
"""Who really came in the year, by the kind of activity."""


@dataclass(slots=True)
class Guest:
    """Somebody who takes part. Of some the name is never told, and some are known by two names."""

    number: int
    is_known: bool
    rows: list[Participant] = field(default_factory=list)


def hold_activities(books: RoomBooks) -> Came:
    """Hold the activities of the year, and tell of them; who really came."""
    guests = [Guest(number, is_known=not books.one_in(10)) for number in range(books.plan.people)]
    came: dict[str, set[int]] = defaultdict(set)
    for kind, size in books.plan.pools.items():
        group = next((group for group in books.groups if group.activity == kind), None)
        weekday = books.random.randrange(6)
        # Some come nearly every week, most now and then.
        pool = [(guest, books.random.betavariate(1.2, 9)) for guest in books.random.sample(guests, size)]
        monday = books.first - timedelta(days=books.first.weekday())
        while monday <= books.last:
            on = monday + timedelta(days=weekday)
            here = [guest for guest, chance in pool if books.random.random() < chance]
            if here and on.year == books.year and not books.one_in(10):
                _tell(books, kind, group, on, here, came[kind])
            monday += timedelta(weeks=1)
    _merge_doubles(books, guests)
    return came


def _tell(books: RoomBooks, kind: str, group: Group | None, on: date, here: list[Guest], came: set[int]) -> None:
    told = books.told(on, None if group is None else books.leader(group))
    numbers = {guest.number for guest in here}
    known = [] if books.one_in(5) else [guest for guest in here if guest.is_known]
    right = Turnout(
        date=on,
        activity=kind,
        group_id=None if group is None else group.id,
        heads=len(here),
        new=None if books.one_in(4) else len(numbers - came),
        named=frozenset(_named(books, guest, told) for guest in known),
    )
    if books.one_in(20):
        # It was another day, and nobody came: told by mistake, and taken back.
        version = add_attendance(books.session, books.room.id, replace(right, new=None), told)
        _revise(books, version, right, is_withdrawn=True)
        return
    came |= numbers
    wrong = replace(right, heads=right.heads + 3, new=None, named=frozenset())
    version = add_attendance(books.session, books.room.id, wrong if books.one_in(15) else right, told)
    if version.heads != right.heads:
        _revise(books, version, right)


def _revise(books: RoomBooks, version: AttendanceVersion, right: Turnout, *, is_withdrawn: bool = False) -> None:
    told = books.told(right.date, version.changed_by, days_later=1)
    revise(books.session, version, right, told, "corrected", is_withdrawn=is_withdrawn)


def _named(books: RoomBooks, guest: Guest, told: Evidence) -> int:
    if not guest.rows or (len(guest.rows) == 1 and books.one_in(80)):
        guest.rows.append(add_participant(books.session, books.room.id, books.name(), told))
    return books.random.choice(guest.rows).id


def _merge_doubles(books: RoomBooks, guests: list[Guest]) -> None:
    """ "Dezelfde?": who was known by two names turns out to be one."""
    for guest in guests:
        if len(guest.rows) == 2:
            merge(books.session, guest.rows[1], guest.rows[0], books.told(books.last))
