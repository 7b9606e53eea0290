"""What the try-out begins with: the sample rooms, an invite for each phone, and neighbours who logged hours before.

The neighbours' hours go through the same door as everybody's: as messages, on the days they were sent.
"""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import Engine
from sqlmodel import Session

from bot.sample.rooms import keep_example, seed
from bot.tryout.ports import Phone
from handlers.joining.invite_link import start_command
from handlers.messages import Incoming
from handlers.receive import receive
from storage import people
from storage.database import reading, unit_of_work
from storage.groups import groups_of
from storage.invites import make_invite
from storage.rooms import room_by_slug
from storage.runs import keep_note, note
from storage.tables import Account, Person, Room

ROOM = "top"
VISITOR_DAYS = 3650
WEEKS_BEFORE = 8
NEIGHBOURS = {
    "Fatima": ("kookgroep", 3),
    "Piet": ("klussendienst", 2),
    "Sevgi": ("taalteam", 2),
    "Oksana": ("tuingroep", 3),
    "Henk": ("formulierenbrigade", 2),
    "Mia": ("kookgroep", 4),
}
"""First name: their group, and the hours they usually put in."""
GROUP_CHAT = Phone(key="group-chat", person="Kookgroep", role="groepschat", start="/koppel", is_group=True)
"""Not coupled yet: that is for Ahmed, who leads the kookgroep, or Els to do."""
PHONES = (
    ("phone-volunteer", "Noor", "vrijwilliger", "volunteer"),
    ("phone-leader", "Ahmed", "groepstrekker", "leader"),
    ("phone-coordinator", "Els", "coördinator", "coordinator"),
)


def seed_tryout(engine: Engine, now: datetime) -> None:
    """Lay the sample out in an empty database; one that has rooms gets this year's example agreement alone."""
    with unit_of_work(engine) as session:
        if room_by_slug(session, ROOM) is not None:
            keep_example(session, now)
            return
        seed(session, now)
        room = room_by_slug(session, ROOM)
        if room is None:
            raise ValueError(f"the sample has no room {ROOM!r}")
        groups = {group.name: group.id for group in groups_of(session, room.id)}
        for key, _, _, role in PHONES:
            group_id = groups["kookgroep"] if role == "leader" else None
            invite = make_invite(session, room.id, role, now, group_id=group_id, days=VISITOR_DAYS)
            keep_note(session, key, invite.code)
        for name, (group, _) in NEIGHBOURS.items():
            _add_neighbour(session, room, name, groups[group], now)
    for incoming in _hours_before(now):
        receive(engine, incoming, incoming.sent_at)


def _add_neighbour(session: Session, room: Room, name: str, group_id: int, now: datetime) -> None:
    since = now - timedelta(weeks=WEEKS_BEFORE)
    person = Person(name=name, created_at=since, consented_at=since, consent_version=1)
    session.add(person)
    session.flush()
    session.add(Account(channel="sample", external_id=name, chat=name, person_id=person.id, last_seen_at=since))
    people.join(session, room.id, person.id, since.date(), group_id=group_id)


def _hours_before(now: datetime) -> Iterator[Incoming]:
    # The same neighbours at every start: a try-out that looks different each time is hard to talk about.
    chance = random.Random(250)  # noqa: S311 (not for secrets)
    for back in range(WEEKS_BEFORE * 7, 0, -1):
        day = (now - timedelta(days=back)).replace(hour=15, minute=0, second=0, microsecond=0)
        for name, (group, usual) in NEIGHBOURS.items():
            if name == "Henk" and back < 21:
                continue
            if chance.random() < 0.3:
                hours = max(1, usual + chance.choice((-1, 0, 0, 1)))
                yield Incoming(
                    channel="sample",
                    id=f"{name}-{back}",
                    account=name,
                    chat=name,
                    sent_at=day,
                    text=f"{hours} uur {group}",
                    message=f"{name}-{back}",
                )


def phones(engine: Engine) -> list[Phone]:
    """The phones on the page, each with the invite that its Start button sends, and a group chat of theirs."""
    with reading(engine) as session:
        of_people = [
            Phone(key=key, person=name, role=role, start=start_command(note(session, key) or ""))
            for key, name, role, _ in PHONES
        ]
    return [*of_people, GROUP_CHAT]
