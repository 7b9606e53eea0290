"""A room with the sample agreement, and somebody who tells of things."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from bot.sample.rooms import AGREEMENT
from storage.agreements import load, parse
from storage.entries import Evidence
from storage.rooms import add_room
from storage.tables import Person, Room
from tests.told import told_by

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """A session that is undone."""
    with Session(engine) as session:
        yield session


@pytest.fixture
def room(session: Session) -> Room:
    """TOP, with what it promised in the sample agreement, as if for 2026."""
    parsed = parse(AGREEMENT.read_text(encoding="utf-8"))
    rooms = [add_room(session, slug, promise.name or slug) for slug, promise in parsed.rooms.items()]
    load(session, parsed, year=2026)
    return rooms[0]


@pytest.fixture
def told(session: Session) -> Evidence:
    """That Noor told of it in a message."""
    person = Person(name="Noor", created_at=NOW)
    session.add(person)
    session.flush()
    return told_by(session, person.id, NOW)
