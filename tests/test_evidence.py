"""Who changed the books by which message is said in one place, and what rests on another message is seen."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import Session, SQLModel

from storage.database import unit_of_work
from storage.entries import Evidence, Status, Work, add_entry
from storage.inbox import Taken, accept
from storage.rooms import add_room
from storage.tables import Person
from tests.evidence import BOOKS, evidence_faults, marks

NOW = datetime(2026, 3, 12, 12, tzinfo=UTC)
WORK = Work(date=date(2026, 3, 12), minutes=45)


def _message(session: Session, number: int, person: Person) -> Taken:
    taken = accept(
        session,
        channel="x",
        external_id=f"m{number}",
        chat="c",
        message="",
        sent_at=NOW,
        received_at=NOW,
        payload=None,
        person_id=person.id,
    )
    assert taken is not None
    return taken


def test_the_product_makes_evidence_of_the_message_at_hand_alone() -> None:
    root = Path(__file__).parent.parent
    makers = [
        path.relative_to(root).as_posix()
        for folder in ("bot", "handlers", "scheduler", "storage")
        for path in (root / folder).rglob("*.py")
        if re.search(r"(?<!class )\bEvidence\(", path.read_text(encoding="utf-8"))
    ]
    # An import has no turn: each of its rows is a message of its own.
    assert makers == ["handlers/turn.py", "storage/imports.py"]


def test_every_table_that_says_who_changed_it_by_which_message_is_looked_at() -> None:
    saying = {
        name for name, table in SQLModel.metadata.tables.items() if {"changed_by", "inbox_id"} <= set(table.c.keys())
    }
    assert saying == {str(table.__tablename__) for table in BOOKS}


def test_hours_that_rest_on_an_older_message_or_somebody_elses_are_named(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        room = add_room(session, "top", "TOP")
        noor, mo = (Person(name=name, language="nl", created_at=NOW) for name in ("Noor", "Mo"))
        session.add_all([noor, mo])
        session.flush()
        older = _message(session, 1, noor)
        session.flush()
        before = marks(session)
        newer = _message(session, 2, noor)
        session.flush()
        for by, message in ((noor, newer), (noor, older), (mo, newer)):
            evidence = Evidence(by=by.id, at=NOW, inbox_id=message.id)
            add_entry(session, room.id, mo.id, WORK, Status.BOOKED, evidence, "logged")
        assert list(evidence_faults(session, before)) == [
            f"EntryVersion 2 ('logged' of {noor.id}) rests on an older message {older.id} of {noor.id}",
            f"EntryVersion 3 ('logged' of {mo.id}) rests on this turn's message {newer.id} of {noor.id}",
        ]
