"""Somebody cannot be written to any more: their account is marked, and their coordinators hear it once."""

from datetime import datetime

from sqlmodel import Session

from handlers.messages import Reply
from language.say.voice import Voice
from storage import outbox, people
from storage.rooms import settings_of
from storage.runs import tell_once
from storage.tables import Outbox, Person, Room


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
                outbox.put(session, address, now, **_message(place.room, coordinator, person, now).row())


def _message(room: Room, coordinator: Person, person: Person, now: datetime) -> Reply:
    settings = settings_of(room)
    voice = Voice(coordinator.language, now.astimezone(settings.zone).date())
    return Reply(text=voice.say("unreachable", name=person.name), not_before=settings.waits_until(now))
