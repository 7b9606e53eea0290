"""That somebody told of it: the message on which a change of the books rests."""

from datetime import datetime

from sqlmodel import Session

from storage.entries import Evidence
from storage.tables import Inbox


def told_by(session: Session, person_id: int, at: datetime, message: str = "m1") -> Evidence:
    """A message of this person, with an id of its own."""
    row = Inbox(channel="x", external_id=message, chat="x", message=message, sent_at=at, received_at=at)
    session.add(row)
    session.flush()
    return Evidence(by=person_id, at=at, inbox_id=row.id)
