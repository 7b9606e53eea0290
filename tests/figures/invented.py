"""An invented year of two rooms, written straight into the tables, with corrections, merges and mistakes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count
from random import Random

from sqlmodel import Session, SQLModel

from language.understand.meaning import TallyKind
from storage.activities import ACTIVITIES
from storage.entries import Status
from storage.tables import (
    Attendance,
    AttendanceName,
    AttendanceVersion,
    Break,
    DatedFact,
    Entry,
    EntryVersion,
    Group,
    Inbox,
    Klus,
    KlusHelper,
    Member,
    Participant,
    Person,
    Room,
    Tally,
    TallyVersion,
)

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
ORGANISATIONS = ("Buurtteam", "buurtteam", "DOCK", " Dock ", "Wijkzorg", "VvE  Ondiep", "vve ondiep", "", None)


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is of everything in a room."""

    volunteers: int
    groups: int
    participants: int
    entries: int
    attendances: int
    klussen: int
    tallies: int
    facts: int


LARGE = Size(
    volunteers=40, groups=12, participants=300, entries=1500, attendances=350, klussen=120, tallies=120, facts=150
)
SMALL = Size(volunteers=3, groups=3, participants=4, entries=3, attendances=5, klussen=4, tallies=5, facts=4)


def special_days(year: int) -> list[date]:
    """The ends of the year and of February, and the days beside them."""
    ends = [date(year, 1, 1), date(year, 3, 1), date(year, 7, 1), date(year + 1, 1, 1)]
    return [day for end in ends for day in (end - timedelta(days=1), end)]


def invent(session: Session, random: Random, size: Size, year: int) -> list[Room]:
    """Write two rooms with everything around a year, part of it before and after."""
    message = Inbox(channel="story", external_id="m", chat="", message="m", sent_at=NOW, received_at=NOW, payload=None)
    people = [Person(name=f"V{number}", created_at=NOW) for number in range(size.volunteers)]
    rooms = [Room(slug="top", name="TOP"), Room(slug="hart", name="Hart")]
    session.add_all([message, *people, *rooms])
    session.flush()
    ids, written = count(1), list[SQLModel]()
    for room in rooms:
        _Writer(written, random, size, year, room.id, [person.id for person in people], message.id, ids).write()
    for table in SQLModel.metadata.sorted_tables:
        session.add_all(row for row in written if row.__table__ is table)
        session.flush()
    return rooms


@dataclass(slots=True)
class _Writer:
    rows: list[SQLModel]
    random: Random
    size: Size
    year: int
    room: int
    people: list[int]
    message: int
    ids: Iterator[int]

    def write(self) -> None:
        for person in self.people:
            self._member(person)
        groups = self._groups()
        participants = self._participants()
        for _ in range(self.size.entries):
            self._entry(groups)
        for number in range(self.size.attendances):
            self._attendance(number, groups, participants)
        klussen = list[int]()
        for number in range(self.size.klussen):
            klussen.append(self._klus(number, groups, klussen))
        for number in range(self.size.tallies):
            self._tally(number)
        for _ in range(self.size.facts):
            self._fact()

    def _by(self) -> dict[str, object]:
        return {"changed_at": NOW, "changed_by": self.people[0], "inbox_id": self.message}

    def _day(self) -> date:
        """Mostly in the year, and often on one of its special days."""
        if self._perhaps(4):
            return self.random.choice(special_days(self.year))
        return date(self.year, 1, 1) + timedelta(days=self.random.randrange(-40, 400))

    def _perhaps(self, one_in: int) -> bool:
        return self.random.randrange(one_in) == 0

    def _member(self, person: int) -> None:
        member = Member(id=next(self.ids), room_id=self.room, person_id=person, joined_on=self._day())
        member.left_on = max(member.joined_on, self._day()) if self._perhaps(5) else None
        self.rows.append(member)
        for _ in range(self.random.choice([0, 0, 1, 2])):
            starts = self._day()
            ends = None if self._perhaps(4) else starts + timedelta(days=self.random.randrange(60))
            self.rows.append(Break(member_id=member.id, starts=starts, ends=ends))

    def _groups(self) -> list[int]:
        ids: list[int] = []
        into: dict[int, int] = {}
        for number in range(self.size.groups):
            group = Group(id=next(self.ids), room_id=self.room, name=f"groep {number}")
            if ids and self._perhaps(5):
                target = self.random.choice(ids)
                group.merged_into = into.get(target, target)
            if group.merged_into is not None or self._perhaps(6):
                group.closed_at = NOW
            self.rows.append(group)
            if group.merged_into is not None:
                into[group.id] = group.merged_into
            ids.append(group.id)
        return ids

    def _participants(self) -> list[int]:
        ids: list[int] = []
        for number in range(self.size.participants):
            into = self.random.choice(ids) if ids and self._perhaps(8) else None
            row = Participant(id=next(self.ids), room_id=self.room, name=f"P{number}", created_at=NOW, merged_into=into)
            self.rows.append(row)
            ids.append(row.id)
        return ids

    def _entry(self, groups: list[int]) -> None:
        person = self.random.choice(self.people)
        entry = Entry(id=next(self.ids), room_id=self.room, person_id=person)
        self.rows.append(entry)
        last = self.random.choice([1, 1, 1, 2, 3])
        for version in range(1, last + 1):
            self.rows.append(
                EntryVersion(
                    entry_id=entry.id,
                    version=version,
                    is_current=version == last,
                    room_id=self.room,
                    person_id=person,
                    group_id=self.random.choice([*groups, None]),
                    date=self._day(),
                    minutes=self.random.randrange(1, 961),
                    status=self.random.choice([Status.BOOKED, Status.BOOKED, *Status]),
                    **self._by(),
                )
            )

    def _attendance(self, number: int, groups: list[int], participants: list[int]) -> None:
        attendance = Attendance(id=next(self.ids), room_id=self.room, number=number)
        self.rows.append(attendance)
        last = self.random.choice([1, 1, 2, 3])
        for version in range(1, last + 1):
            named = self.random.sample(participants, self.random.randrange(min(len(participants), 12) + 1))
            heads = len(named) + self.random.choice([0, 0, 1, 2, self.random.randrange(25)])
            row = AttendanceVersion(
                id=next(self.ids),
                attendance_id=attendance.id,
                version=version,
                is_current=version == last,
                room_id=self.room,
                group_id=self.random.choice([*groups, None]),
                activity=self.random.choice([*ACTIVITIES, ""]),
                date=self._day(),
                heads=heads,
                new_heads=self.random.choice(
                    [None, self.random.randrange(heads + 1), self.random.randrange(heads + 1)]
                ),
                is_withdrawn=version == last and self._perhaps(8),
                **self._by(),
            )
            self.rows.append(row)
            self.rows.extend(AttendanceName(version_id=row.id, participant_id=key) for key in named)

    def _klus(self, number: int, groups: list[int], earlier: list[int]) -> int:
        state = self.random.choice(["asked", "taken", "done", "done", "done", "dropped"])
        closed = state in ("done", "dropped")
        row = Klus(
            id=next(self.ids),
            room_id=self.room,
            number=number,
            what="lamp",
            group_id=self.random.choice([*groups, None]),
            state=state,
            asked_by=self.people[0],
            asked_at=NOW,
            # One that was done may be asked for again.
            done_on=self._day() if state == "done" or self._perhaps(3) else None,
            closed_at=NOW if closed else None,
            inbox_id=self.message,
        )
        # "Deze hadden we al."
        if earlier and self._perhaps(8):
            row.duplicate_of = self.random.choice(earlier)
        self.rows.append(row)
        helpers = self.random.sample(self.people, self.random.randrange(3))
        self.rows.extend(KlusHelper(klus_id=row.id, person_id=person, since=NOW) for person in helpers)
        return row.id

    def _tally(self, number: int) -> None:
        kind = self.random.choice([kind.value for kind in TallyKind])
        tally = Tally(id=next(self.ids), room_id=self.room, kind=kind, number=number)
        self.rows.append(tally)
        last = self.random.choice([1, 1, 2, 3])
        for version in range(1, last + 1):
            self.rows.append(
                TallyVersion(
                    tally_id=tally.id,
                    version=version,
                    is_current=version == last,
                    room_id=self.room,
                    kind=kind,
                    takes_part_since=self.random.choice([None, self._day()]),
                    date=self._day(),
                    organisation=self.random.choice(ORGANISATIONS),
                    counted_before=self._perhaps(3),
                    is_withdrawn=version == last and self._perhaps(8),
                    **self._by(),
                )
            )

    def _fact(self) -> None:
        starts = self._day()
        has_end = self._perhaps(2)
        self.rows.append(
            DatedFact(
                room_id=self.room,
                person_id=self.random.choice(self.people),
                kind=self.random.choice(["key", "association"]),
                starts=starts,
                ends=max(starts, self._day()) if has_end else None,
                started_by=self.people[0],
                start_inbox_id=self.message,
                start_confirmed_at=None if self._perhaps(6) else NOW,
                ended_by=self.people[0] if has_end else None,
                end_inbox_id=self.message if has_end else None,
                end_confirmed_at=NOW if has_end and not self._perhaps(4) else None,
                withdrawn_at=NOW if self._perhaps(8) else None,
            )
        )
