"""What every part of the invented year writes with: a room, its people, and a message for each thing that is told."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from sqlmodel import Session

from storage import core
from storage.entries import Evidence
from storage.tables import Break, Group, Inbox, Member, Person, Room
from tests.year.plans import FIRST_NAMES, INITIALS, Plan

EVENING = time(19, 30, tzinfo=UTC)


@dataclass(slots=True)
class Volunteer:
    """Somebody who volunteers: their place in the room, their groups, and the minutes that they work in a week."""

    person: Person
    member: Member
    groups: list[Group]
    weekly: int
    last: date
    """Their last day in the room, or the year's."""
    away: Break | None

    def is_there(self, on: date) -> bool:
        """Whether they volunteer on a day."""
        is_away = self.away is not None and self.away.starts <= on and (self.away.ends is None or on <= self.away.ends)
        return self.member.joined_on <= on <= self.last and not is_away


@dataclass(slots=True)
class RoomBooks:
    """A room in the year, to write into."""

    session: Session
    random: Random
    year: int
    room: Room
    plan: Plan
    coordinator: Person
    messages: Iterator[int]
    """Numbers for messages, of all rooms."""
    groups: list[Group] = field(default_factory=list)
    volunteers: list[Volunteer] = field(default_factory=list)

    @property
    def first(self) -> date:
        """New Year's Day."""
        return date(self.year, 1, 1)

    @property
    def last(self) -> date:
        """New Year's Eve."""
        return date(self.year, 12, 31)

    def day(self, first: date | None = None, last: date | None = None) -> date:
        """A day between these two, or in the whole year."""
        first, last = first or self.first, last or self.last
        return first + timedelta(days=self.random.randrange((last - first).days + 1))

    def one_in(self, times: int) -> bool:
        """Whether something happens that does so once in so many times."""
        return self.random.randrange(times) == 0

    def name(self) -> str:
        """A first name and an initial."""
        return f"{self.random.choice(FIRST_NAMES)} {self.random.choice(INITIALS)}."

    def told(self, on: date, by: int | None = None, days_later: int = 0) -> Evidence:
        """A message of somebody, or of the coordinator, on the evening of a day or some days later."""
        person, at = by or self.coordinator.id, datetime.combine(on + timedelta(days=days_later), EVENING)
        name = str(next(self.messages))
        values = {"channel": "year", "external_id": name, "chat": str(person), "message": name, "person_id": person}
        return Evidence(
            by=person, at=at, inbox_id=core.insert(self.session, Inbox, **values, sent_at=at, received_at=at)
        )

    def leader(self, group: Group) -> int:
        """Who tells what the group did: the first of its volunteers who is there, or the coordinator."""
        of_group = (volunteer.person.id for volunteer in self.volunteers if group in volunteer.groups)
        return next(of_group, self.coordinator.id)
