"""Hours in the books, as messages would have put them there."""

from datetime import UTC, date, datetime
from itertools import count

from sqlalchemy import Engine
from sqlmodel import Session

from storage.entries import Evidence, Status, Work, add_entry, revise
from storage.inbox import accept
from storage.tables import EntryVersion, Person

AT = datetime(2026, 11, 23, 19, 15, tzinfo=UTC)
TODAY = AT.date()
_numbers = count(1)


def person(session: Session, name: str) -> int:
    """Somebody by this name."""
    row = Person(name=name, created_at=AT, consented_at=AT, consent_version=1)
    session.add(row)
    session.flush()
    return row.id


def evidence(session: Session, by: int, message: str | None = None) -> Evidence:
    """A message that somebody sent."""
    number = next(_numbers)
    row = accept(
        session,
        channel="telegram",
        external_id=f"update-{number}",
        chat="1",
        message=f"message-{number}" if message is None else message,
        sent_at=AT,
        received_at=AT,
        payload={"text": "words"},
    )
    assert row is not None
    return Evidence(by=by, at=AT, inbox_id=row.id)


def log(
    session: Session,
    room_id: int,
    whose: int,
    minutes: int,
    *,
    on: date = TODAY,
    group_id: int | None = None,
    status: Status = Status.BOOKED,
    message: str | None = None,
) -> EntryVersion:
    """An entry of somebody, logged by themselves."""
    work = Work(date=on, minutes=minutes, group_id=group_id)
    return add_entry(session, room_id, whose, work, status, evidence(session, whose, message))


def correct(session: Session, entry: EntryVersion, minutes: int, by: int, status: Status = Status.BOOKED) -> None:
    """Somebody changes what an entry says."""
    work = Work(date=entry.date, minutes=minutes, group_id=entry.group_id)
    revise(session, entry, work, status, evidence(session, by, "correction"), "asked")


def add_dangling_entry(books: Engine) -> None:
    """Damage the books: an entry of nobody in no room, which the database would refuse."""
    raw = books.raw_connection()
    try:
        raw.cursor().execute("PRAGMA foreign_keys=OFF")
        raw.cursor().execute("INSERT INTO entry (id, room_id, person_id) VALUES (1, 99, 99)")
        raw.cursor().execute("PRAGMA foreign_keys=ON")
    finally:
        raw.close()
