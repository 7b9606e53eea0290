"""Hours that come in from a coordinator's own spreadsheet: whom the room knows, what is there already, and booking."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, select

from storage.entries import Evidence, Status, Work, add_entry
from storage.groups import survivors
from storage.inbox import accept
from storage.people import paper_people
from storage.tables import Entry, EntryVersion, Inbox, Member, Person

CHANNEL = "import"
"""Of the inbox rows that stand for the rows of spreadsheets."""
REASON = "imported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Somebody who is or was in the room."""

    person_id: int
    name: str
    is_paper: bool
    left_on: date | None


@dataclass(frozen=True, slots=True)
class Hours:
    """What makes a row of hours the same as another, whichever file it stands in. The date is in the room's zone."""

    person_id: int
    date: date
    group_id: int | None
    minutes: int


@dataclass(frozen=True, slots=True)
class Books:
    """What the room's books hold of hours."""

    there: Counter[Hours]
    """How often each is there, also taken back; imported hours that were corrected since are there as they came too."""
    days: Counter[tuple[int, date]]
    """The minutes of each person on each day, booked or waiting."""


def known_people(session: Session, room_id: int) -> list[Known]:
    """Everybody with a name who is or was a member of the room, by name."""
    wanted = (
        select(Member, Person)
        .join(Person, col(Person.id) == col(Member.person_id))
        .where(Member.room_id == room_id, Person.name != "", col(Person.merged_into).is_(None))
        .order_by(col(Person.name), col(Person.id))
    )
    found = list(session.exec(wanted))
    paper = paper_people(session, [person.id for _, person in found])
    return [
        Known(person_id=person.id, name=person.name, is_paper=person.id in paper, left_on=member.left_on)
        for member, person in found
    ]


def books_of(session: Session, room_id: int) -> Books:
    """What the room's books hold now."""
    counts_for = survivors(session, room_id)

    def hours(person_id: int, on: date, group_id: int | None, minutes: int) -> Hours:
        return Hours(person_id, on, None if group_id is None else counts_for[group_id], minutes)

    fields = (
        Entry.id,
        Entry.person_id,
        col(EntryVersion.date),
        EntryVersion.group_id,
        EntryVersion.minutes,
        EntryVersion.status,
    )
    versions = select(*fields).join(Entry, col(Entry.id) == col(EntryVersion.entry_id)).where(Entry.room_id == room_id)  # type: ignore[call-overload]
    now = versions.where(col(EntryVersion.is_current))
    came = versions.join(Inbox, col(Inbox.id) == col(EntryVersion.inbox_id)).where(
        EntryVersion.version == 1, Inbox.channel == CHANNEL
    )
    seen: set[tuple[int, Hours]] = set()
    days: Counter[tuple[int, date]] = Counter()
    for entry_id, person_id, on, group_id, minutes, status in session.connection().execute(now):
        seen.add((entry_id, hours(person_id, on, group_id, minutes)))
        if status in (Status.BOOKED, Status.WAITING):
            days[person_id, on] += minutes
    for entry_id, person_id, on, group_id, minutes, _ in session.connection().execute(came):
        seen.add((entry_id, hours(person_id, on, group_id, minutes)))
    return Books(Counter(said for _, said in seen), days)


def book(session: Session, room_id: int, hours: Hours, number: int, source: str, by: int, at: datetime) -> int:
    """Book hours that a spreadsheet tells of, and return the entry's id.

    They rest on an inbox row of their own: ``source`` names the file and the row, ``by`` is the coordinator whose list
    it is. ``number`` says which of several alike they are; the room must be locked since they were counted.
    """
    while True:
        taken = accept(
            session,
            channel=CHANNEL,
            external_id=_key(room_id, hours, number),
            chat="",
            message=source,
            sent_at=at,
            received_at=at,
            payload=None,
            person_id=by,
        )
        if taken is not None:
            break
        number += 1  # alike ones became another's since: two persons or groups turned out to be one
    work = Work(date=hours.date, minutes=hours.minutes, group_id=hours.group_id)
    evidence = Evidence(by=by, at=at, inbox_id=taken.id)
    return add_entry(session, room_id, hours.person_id, work, Status.BOOKED, evidence, REASON).entry_id


def _key(room_id: int, hours: Hours, number: int) -> str:
    return f"hours:{room_id}:{hours.person_id}:{hours.date}:{hours.group_id or 0}:{hours.minutes}:{number}"
