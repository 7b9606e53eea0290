"""Booking what an import planned, and telling everybody whose hours it are."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime

from sqlmodel import Session

from bot.importing.plan import Plan
from bot.importing.rows import Place
from handlers.messages import Button, Reply
from language.say import FALLBACK, plain
from language.say.voice import Voice
from storage import outbox
from storage.imports import Hours, book
from storage.people import add_paper_volunteer, join_group
from storage.rooms import settings_of
from storage.tables import Person, Room

_LONGEST_FILE = 80
_MOST_ABOUT = 10
"""Entries that a reply to one message can be about: of more, a button asks which."""


def book_all(session: Session, room: Room, plan: Plan, file: str, by: Person, at: datetime) -> Iterator[None]:
    """Book everything, yielding after each row, and lay messages ready for those who can be written to.

    ``file`` is its name, without where it stood; ``by`` is the coordinator whose list it is. The room is locked.
    """
    people = {number: number for number in {booking.hours.person_id for booking in plan.bookings}}
    today = at.astimezone(settings_of(room).zone).date()
    for number, name in plan.new_people.items():
        people[number] = add_paper_volunteer(session, room.id, name, today).id
    made: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for booking in plan.bookings:
        said = booking.hours
        hours = Hours(people[said.person_id], said.date, said.group_id, said.minutes)
        if said.person_id in plan.new_people and said.group_id is not None:
            join_group(session, said.group_id, hours.person_id)
        entry = book(session, room.id, hours, booking.number, source_of(file, booking.row.at), by.id, at)
        made[hours.person_id].append((entry, hours.minutes))
        yield
    for person_id, entries in made.items():
        if person_id != by.id:
            _tell(session, room, session.get_one(Person, person_id), entries, by, at)


def source_of(file: str, at: Place) -> str:
    """Where a row stands, as the books keep it: "uren.xlsx, blad Maart, rij 14"."""
    name = file if len(file) <= _LONGEST_FILE else f"{file[: _LONGEST_FILE - 1]}…"
    if not at.sheet:
        return plain(FALLBACK, "import-row", file=name, row=str(at.row))
    return plain(FALLBACK, "import-row-of-sheet", file=name, sheet=at.sheet, row=str(at.row))


def _tell(
    session: Session, room: Room, owner: Person, entries: list[tuple[int, int]], by: Person, at: datetime
) -> None:
    """What somebody else did with a person's hours they always hear, with the tap by which they object."""
    address = outbox.address_of(session, owner.id)
    if address is None:
        return
    settings = settings_of(room)
    voice = Voice(owner.language, at.astimezone(settings.zone).date())
    amount = voice.duration(sum(minutes for _, minutes in entries))
    text = voice.say("told-imported", count=len(entries), name=by.name, amount=amount)
    which = f"object:{entries[0][0]}" if len(entries) == 1 else "noted"
    reply = Reply(
        text=text,
        buttons=(Button(voice.label("button-wrong"), which),),
        about=tuple(entry for entry, _ in entries) if len(entries) <= _MOST_ABOUT else (),
        bulk=True,
        not_before=settings.waits_until(at),
    )
    outbox.put(session, address, at, **reply.row())
