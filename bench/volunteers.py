"""Volunteers who write: laid straight into the database, their messages, and a look at the books afterwards."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, insert
from sqlmodel import Session, col, func, select

from bench.load import Update
from storage import groups, outbox, rooms
from storage.database import reading, unit_of_work
from storage.entries import Status
from storage.tables import Account, EntryVersion, GroupMember, Inbox, Member, Outbox, Person

CHANNEL = "telegram"
PEOPLE_IN_ROOM = 60
FIRST_CHAT = 700_000_000
ZONE = ZoneInfo("Europe/Amsterdam")
_GROUPS = {"tuingroep": "tuin", "kookgroep": "koken", "taalgroep": "taal"}
_DAYS = ("", "gisteren", "eergisteren", "{weekday}")
_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
# Nobody comes to more than eight hours on a day, or thirty in a week: all of it is booked without a question.
_FORMS = (
    "2 uur {group} {day}",
    "{day} 1,5 uur {group}",
    "{group} {day} half uur",
    "{day} 45 minuten in de {group}",
    "ik heb {day} 2 uur in de {group} gewerkt",
    "{day} anderhalf uur {group}",
)
_SMALL_HOURS = 5


def seed(engine: Engine, count: int) -> None:
    """Make so many rooms with their groups, and people who have joined them long ago."""
    long_ago = datetime(2025, 1, 6, 12, tzinfo=UTC)
    with unit_of_work(engine) as session:
        for number in range(count):
            room = rooms.add_room(session, f"kamer-{number}", f"Kamer {number}")
            ids = [groups.add_group(session, room.id, name, activity).id for name, activity in _GROUPS.items()]
            _add_people(session, room.id, ids, number * PEOPLE_IN_ROOM, long_ago)


def _add_people(session: Session, room: int, group_ids: list[int], first: int, joined: datetime) -> None:
    people = [
        {"name": f"Noor {number}", "created_at": joined, "consented_at": joined, "consent_version": 1}
        for number in range(first, first + PEOPLE_IN_ROOM)
    ]
    made = list(session.scalars(insert(Person).returning(col(Person.id), sort_by_parameter_order=True), people))
    accounts = [
        {
            "channel": CHANNEL,
            "external_id": str(FIRST_CHAT + first + index),
            "chat": str(FIRST_CHAT + first + index),
            "person_id": person,
            "last_seen_at": joined,
        }
        for index, person in enumerate(made)
    ]
    session.execute(insert(Account), accounts)
    day = joined.date()
    session.execute(insert(Member), [{"room_id": room, "person_id": person, "joined_on": day} for person in made])
    in_groups = [
        {"group_id": group_ids[index % len(group_ids)], "person_id": person} for index, person in enumerate(made)
    ]
    session.execute(insert(GroupMember), in_groups)


def updates(people: int, first_person: int = 0) -> Iterator[Update]:
    """Messages of so many people in turn, each of other work: every one of them can be booked as it is.

    Ends when nobody has anything more to tell.
    """
    sent = datetime.now(ZONE)
    if sent.hour < _SMALL_HOURS:  # who writes at night means the evening before, or is asked
        sent -= timedelta(hours=_SMALL_HOURS + 1)
    number = 0
    for turn in range(len(_GROUPS) * len(_DAYS)):
        for person in range(first_person, people):
            number += 1
            update = 100_000_000 + first_person * 100 + number
            yield _update(update, FIRST_CHAT + person, text(turn, person, sent.date()), int(sent.timestamp()))


def text(turn: int, person: int, today: date) -> str:
    """What somebody writes the so-manieth time."""
    group = tuple(_GROUPS)[(turn + person) % len(_GROUPS)]
    day = _DAYS[turn // len(_GROUPS)].format(weekday=_WEEKDAYS[(today - timedelta(days=3)).weekday()])
    return " ".join(_FORMS[(turn + person) % len(_FORMS)].format(group=group, day=day).split())


def _update(number: int, chat: int, said: str, sent: int) -> Update:
    name = f"Noor {chat - FIRST_CHAT}"
    user = {"id": chat, "is_bot": False, "first_name": name, "language_code": "nl"}
    private = {"id": chat, "first_name": name, "type": "private"}
    message = {"message_id": number, "from": user, "chat": private, "date": sent, "text": said}
    return Update(number, chat, json.dumps({"update_id": number, "message": message}).encode())


def lay_broadcast(engine: Engine, count: int) -> None:
    """Lay a message ready for each of so many people, as the clock does on Sunday evening."""
    now = datetime.now(UTC)
    with unit_of_work(engine) as session:
        for account in session.exec(select(Account).order_by(col(Account.id)).limit(count)):
            address = outbox.Address(channel=CHANNEL, chat=account.chat, person_id=account.person_id)
            outbox.put(session, address, now, body={"text": "Deze week: 2 uur."}, bulk=True)


def faults(engine: Engine, delivered: list[int]) -> list[str]:
    """What is wrong in the books: every update that was delivered is booked exactly once and answered once."""
    with reading(engine) as session:
        booked = Counter(session.exec(_BOOKED))
        failed = session.exec(select(func.count()).select_from(Inbox).where(col(Inbox.error).is_not(None))).one()
        rows = session.exec(select(func.count()).select_from(Outbox).where(col(Outbox.bulk).is_(False))).one()
        left = session.exec(_LEFT).one()
    wanted = Counter(str(number) for number in delivered)
    found = {
        "updates not booked": (wanted - booked).total(),
        "entries too many": (booked - wanted).total(),
        "messages failed": failed,
        "answers too many or too few": abs(rows - wanted.total()),
        "answers not sent": left,
    }
    return [f"{count} {what}" for what, count in found.items() if count]


_BOOKED = (
    select(Inbox.external_id)
    .join(EntryVersion, col(EntryVersion.inbox_id) == col(Inbox.id))
    .where(col(EntryVersion.is_current), EntryVersion.status == Status.BOOKED)
)
_LEFT = (
    select(func.count())
    .select_from(Outbox)
    .where(col(Outbox.bulk).is_(False), col(Outbox.status).not_in(("sent", "handed_over")))
)
