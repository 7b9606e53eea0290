"""What an import would book: the rows of a file held against the room's books."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches

from sqlmodel import Session

from bot.importing.names import Fit, Match, matches
from bot.importing.rows import Bad, Listed, Row
from storage.groups import group_called, groups_of
from storage.imports import Hours, books_of, known_people
from storage.periods import closed_periods
from storage.rooms import RoomSettings, settings_of
from storage.tables import ClosedPeriod, Group, Room


@dataclass(frozen=True, slots=True)
class Booking:
    """A row that is to be booked. ``number`` says which of several alike it is."""

    row: Row
    hours: Hours
    number: int


@dataclass(slots=True)
class Plan:
    """What an import would do."""

    names: dict[str, Match] = field(default_factory=dict)
    groups: dict[str, Group | None] = field(default_factory=dict)
    bookings: list[Booking] = field(default_factory=list)
    new_people: dict[int, str] = field(default_factory=dict)
    """People whom the room does not know, under numbers below 0, which stand in ``bookings`` for theirs to come."""
    there: list[Row] = field(default_factory=list)
    """Rows that are in the books already."""
    bad: list[Bad] = field(default_factory=list)
    long_days: list[tuple[str, date, int]] = field(default_factory=list)
    """Names, days and minutes to be looked at: more than the room asks about."""
    closed: list[tuple[ClosedPeriod, int]] = field(default_factory=list)
    """Closed periods, and how many of the bookings lie in each."""

    @property
    def minutes(self) -> int:
        """What would be booked."""
        return sum(booking.hours.minutes for booking in self.bookings)


def plan(session: Session, room: Room, found: Listed, *, new_people: bool) -> Plan:
    """Hold what was found in a file against the books. ``new_people``: whom the room does not know becomes a member."""
    made = Plan(bad=list(found.bad))
    made.names = matches({row.name for row in found.rows}, known_people(session, room.id))
    made.groups = {
        word: group_called(session, room.id, word) for word in sorted({row.group for row in found.rows if row.group})
    }
    there = [group.name for group in groups_of(session, room.id)]
    numbers = _numbers(made.names)
    sure = []
    for row in found.rows:
        reason = _why_not(row, made, there, new_people=new_people)
        if reason:
            made.bad.append(Bad(row.at, reason))
        else:
            sure.append((row, _hours(row, made, numbers)))
    _weigh(session, room, sure, made)
    used = {booking.hours.person_id for booking in made.bookings}
    made.new_people = {
        number: made.names[name].name for name, number in sorted(numbers.items(), reverse=True) if number in used
    }
    made.closed = _closed(session, room, made)
    order = [sheet.name for sheet, _ in found.sheets]
    made.bad.sort(key=lambda bad: (order.index(bad.at.sheet), bad.at.row))
    return made


def _numbers(names: dict[str, Match]) -> dict[str, int]:
    """A number below 0 for each new person, by the names that mean them: those differ in capitals alone."""
    people: dict[str, int] = {}
    numbers = {}
    for name, match in names.items():
        if match.fit is Fit.NEW:
            numbers[name] = people.setdefault(name.casefold(), -len(people) - 1)
    return numbers


def _why_not(row: Row, made: Plan, groups: list[str], *, new_people: bool) -> str:
    """Why the row cannot be booked; empty when it can."""
    match = made.names[row.name]
    group = made.groups.get(row.group)
    if match.fit is Fit.NO_NAME:
        return f"{row.name[:40]!r} is no name"
    if match.fit is Fit.UNSURE:
        return f"{row.name!r} {match.doubt}"
    if match.fit is Fit.NEW and not new_people:
        return f"nobody in the room is called {row.name!r}"
    if match.person is not None and match.person.left_on is not None and row.date > match.person.left_on:
        return f"{match.person.name} left the room on {match.person.left_on:%d-%m-%Y}"
    if row.group and group is None:
        like = get_close_matches(row.group, groups, 1)
        return f"the room has no group {row.group!r}" + (f"; did you mean {like[0]}?" if like else "")
    if group is not None and group.closed_at is not None and row.date > group.closed_at.date():
        return f"the group {group.name} was closed on {group.closed_at:%d-%m-%Y}"
    return ""


def _hours(row: Row, made: Plan, numbers: dict[str, int]) -> Hours:
    match, group = made.names[row.name], made.groups.get(row.group)
    person_id = numbers[row.name] if match.person is None else match.person.person_id
    return Hours(person_id, row.date, None if group is None else group.id, row.minutes)


def _weigh(session: Session, room: Room, rows: list[tuple[Row, Hours]], made: Plan) -> None:
    """What of the rows is new, and whether the days can hold it."""
    books, settings = books_of(session, room.id), settings_of(room)
    seen: Counter[Hours] = Counter()
    days: defaultdict[tuple[int, date], list[Booking]] = defaultdict(list)
    for row, hours in rows:
        seen[hours] += 1
        if seen[hours] <= books.there[hours]:
            made.there.append(row)
        else:
            days[hours.person_id, hours.date].append(Booking(row, hours, seen[hours]))
    for (person_id, day), bookings in days.items():
        total = books.days[person_id, day] + sum(booking.hours.minutes for booking in bookings)
        _weigh_day(settings, day, bookings, total, made)
    made.bookings.sort(key=lambda booking: (booking.hours.date, booking.row.at.sheet, booking.row.at.row))


def _weigh_day(settings: RoomSettings, day: date, bookings: list[Booking], total: int, made: Plan) -> None:
    if total > settings.most_day_hours * 60:
        reason = f"{total / 60:g} hours on {day:%d-%m-%Y} is more than {settings.most_day_hours} on one day"
        made.bad += [Bad(booking.row.at, reason) for booking in bookings]
        return
    made.bookings += bookings
    if total > settings.ask_day_hours * 60:
        made.long_days.append((bookings[0].row.name, day, total))


def _closed(session: Session, room: Room, made: Plan) -> list[tuple[ClosedPeriod, int]]:
    counted = [
        (period, sum(period.first <= booking.hours.date <= period.last for booking in made.bookings))
        for period in closed_periods(session, room.id)
    ]
    return [(period, count) for period, count in counted if count]
