"""Noor, alone in the room TOP, and a message of hers."""

from datetime import UTC, datetime

from sqlalchemy import Engine

from handlers.messages import Incoming
from storage import people, rooms
from storage.database import unit_of_work
from storage.tables import Account, Person

NOW = datetime(2026, 3, 12, 19, 15, tzinfo=UTC)
HOURS = Incoming(channel="test", id="1", account="noor", chat="noor", sent_at=NOW, text="2 uur gisteren", message="1")


def move_in(engine: Engine) -> None:
    """Make the room and let Noor join it."""
    with unit_of_work(engine) as session:
        room = rooms.add_room(session, "top", "TOP")
        noor = Person(name="Noor", created_at=NOW, consented_at=NOW, consent_version=1)
        session.add(noor)
        session.flush()
        session.add(Account(channel="test", external_id="noor", chat="noor", person_id=noor.id, last_seen_at=NOW))
        people.join(session, room.id, noor.id, NOW.date())
