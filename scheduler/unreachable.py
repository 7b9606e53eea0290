"""Somebody cannot be written to any more: their account is marked, and their coordinators hear it once.

Several within an hour are told of in one message.
"""

from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from handlers.messages import Reply
from language.say.voice import Voice
from storage import outbox, people
from storage.outbox import Address
from storage.rooms import settings_of
from storage.runs import tell_once
from storage.tables import Outbox, Person, Room

GATHERED = timedelta(hours=1)
"""So long a message waits for others of whom it can tell too."""
_WHO = "unreachable"


def mark(session: Session, row: Outbox, now: datetime) -> None:
    """Mark the account that could not be reached with this message; nothing is told while another can be."""
    if row.person_id is None:
        return
    for account in people.accounts_of(session, row.person_id):
        if (account.channel, account.chat) == (row.channel, row.chat):
            account.unreachable_since = account.unreachable_since or now
    session.flush()
    if people.reachable_account(session, row.person_id) is None:
        _tell_coordinators(session, session.get_one(Person, row.person_id), now)


def _tell_coordinators(session: Session, person: Person, now: datetime) -> None:
    since = max(
        (a.unreachable_since for a in people.accounts_of(session, person.id) if a.unreachable_since), default=now
    )
    for place in people.memberships(session, person.id):
        for coordinator in people.coordinators(session, place.room.id):
            what, period = f"unreachable:{person.id}", since.date().isoformat()
            address = outbox.address_of(session, coordinator.id)
            if coordinator.id == person.id or coordinator.quiet_since is not None or address is None:
                continue
            if tell_once(session, coordinator.id, place.room.id, what, period, now):
                _tell(session, place.room, coordinator, address, person, now)


def _tell(session: Session, room: Room, coordinator: Person, address: Address, person: Person, now: datetime) -> None:
    for row in outbox.before_time(session, coordinator.id, now):
        told = (row.body or {}).get(_WHO)
        if told is not None and told["room"] == room.id:
            others = [session.get_one(Person, each) for each in told["people"]]
            row.body = _message(room, coordinator, [*others, person], now)["body"]
            session.flush()
            return
    outbox.put(session, address, now, **_message(room, coordinator, [person], now))


def _message(room: Room, coordinator: Person, those: list[Person], now: datetime) -> dict[str, Any]:
    settings, later = settings_of(room), now + GATHERED
    voice = Voice(coordinator.language, now.astimezone(settings.zone).date())
    text = voice.say("unreachable", count=len(those), names=voice.listed([person.name for person in those]))
    row = Reply(text=text, not_before=settings.waits_until(later) or later).row()
    return row | {"body": row["body"] | {_WHO: {"room": room.id, "people": [person.id for person in those]}}}
