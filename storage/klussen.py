"""Klussen, small jobs that are asked for, taken, done or dropped: reading them. ``klus_steps`` writes."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, or_, update
from sqlmodel import Session, col, select

from storage.tables import Entry, Klus, KlusChange, KlusHelper, KlusPhoto

PLACE_DAYS = 30
"""Days after which the place of a klus that is done or dropped goes, with its pictures."""
PERSONAL_CHANGES = ("asked", "description")
"""Steps whose value is a description that may name somebody; it goes with the place, what the klus says now stays."""


class State(StrEnum):
    """Where a klus stands. Only DONE counts, and a duplicate never does."""

    ASKED = "asked"
    TAKEN = "taken"
    DONE = "done"
    DROPPED = "dropped"


OPEN = (State.ASKED, State.TAKEN)


def _is_open() -> ColumnElement[bool]:
    return and_(col(Klus.state).in_(OPEN), col(Klus.duplicate_of).is_(None))


def open_in(session: Session, room_ids: Collection[int]) -> list[Klus]:
    """The open klussen of these rooms, the oldest first."""
    wanted = select(Klus).where(col(Klus.room_id).in_(room_ids), _is_open())
    return list(session.exec(wanted.order_by(col(Klus.asked_at), col(Klus.id))))


def open_since(session: Session, room_id: int, before: datetime) -> list[Klus]:
    """The room's klussen that are open and were asked for before a moment, the oldest first."""
    return [klus for klus in open_in(session, [room_id]) if klus.asked_at < before]


def done_in(session: Session, room_id: int, first: date, last: date) -> list[Klus]:
    """The room's klussen done from ``first`` to ``last``, both days in it, each once: duplicates are left out."""
    wanted = (
        select(Klus)
        .where(
            Klus.room_id == room_id,
            Klus.state == State.DONE,
            col(Klus.duplicate_of).is_(None),
            col(Klus.done_on).between(first, last),
        )
        .order_by(col(Klus.done_on), col(Klus.number))
    )
    return list(session.exec(wanted))


def by_number(session: Session, room_ids: Collection[int], number: int) -> list[Klus]:
    """The klussen with this number, at most one of each room."""
    wanted = select(Klus).where(col(Klus.room_id).in_(room_ids), Klus.number == number)
    return list(session.exec(wanted.order_by(col(Klus.room_id))))


def at_hand(session: Session, klus_id: int) -> Klus | None:
    """The klus, kept from others until the end of the unit of work: of two who take it, the second sees the first."""
    return session.get(Klus, klus_id, with_for_update=True)


def kept_one(session: Session, klus: Klus) -> Klus:
    """The klus itself, or the one that it turned out to be."""
    while klus.duplicate_of is not None:
        klus = session.get_one(Klus, klus.duplicate_of)
    return klus


def same_as(session: Session, klus: Klus) -> list[int]:
    """The ids of the klus and of all that turned out to be the same."""
    found, newest = [klus.id], [klus.id]
    while newest:
        newest = list(session.exec(select(Klus.id).where(col(Klus.duplicate_of).in_(newest))))
        found += newest
    return found


def helpers_of(session: Session, klus: Klus) -> list[int]:
    """The ids of the people who do or did the klus, in the order in which they came to it."""
    wanted = select(KlusHelper).where(col(KlusHelper.klus_id).in_(same_as(session, klus)))
    rows = session.exec(wanted.order_by(col(KlusHelper.since), col(KlusHelper.person_id)))
    return list(dict.fromkeys(row.person_id for row in rows))


def in_hand(session: Session, person_id: int, room_ids: Collection[int]) -> list[Klus]:
    """The klussen that the person took or was given and that are not done, the oldest first."""
    wanted = (
        select(Klus)
        .join(KlusHelper, col(KlusHelper.klus_id) == col(Klus.id))
        .where(KlusHelper.person_id == person_id, col(Klus.room_id).in_(room_ids), _is_open())
        .order_by(col(Klus.asked_at), col(Klus.id))
    )
    return list(session.exec(wanted))


def last_done_by(session: Session, person_id: int, since: datetime) -> Klus | None:
    """The klus that the person did and that was told to be done most lately, since a moment."""
    wanted = (
        select(Klus)
        .join(KlusHelper, col(KlusHelper.klus_id) == col(Klus.id))
        .where(KlusHelper.person_id == person_id, Klus.state == State.DONE, col(Klus.closed_at) >= since)
        .order_by(col(Klus.closed_at).desc(), col(Klus.id).desc())
    )
    return session.exec(wanted).first()


def of_person(session: Session, person_id: int) -> list[Klus]:
    """Every klus that the person asked for, or does or did, in all rooms, the oldest first."""
    helped = select(KlusHelper.klus_id).where(KlusHelper.person_id == person_id)
    wanted = select(Klus).where(or_(col(Klus.asked_by) == person_id, col(Klus.id).in_(helped)))
    return list(session.exec(wanted.order_by(col(Klus.id))))


def made_by(session: Session, inbox_ids: Iterable[int]) -> list[Klus]:
    """The klussen that these messages made."""
    wanted = select(Klus).where(col(Klus.inbox_id).in_(list(inbox_ids)))
    return list(session.exec(wanted.order_by(col(Klus.id))))


def klussen_from(session: Session, inbox_ids: Iterable[int]) -> list[int]:
    """The ids of the klussen that these messages made."""
    return [klus.id for klus in made_by(session, inbox_ids)]


def klus_of_entry(session: Session, entry_id: int) -> Klus | None:
    """The klus that an entry's hours went into, or the one that it turned out to be."""
    entry = session.get(Entry, entry_id)
    if entry is None or entry.klus_id is None:
        return None
    return kept_one(session, session.get_one(Klus, entry.klus_id))


def entry_ids_of(session: Session, klus: Klus) -> list[int]:
    """The ids of the entries whose hours went into the klus, withdrawn ones included."""
    wanted = select(Entry.id).where(col(Entry.klus_id).in_(same_as(session, klus)))
    return list(session.exec(wanted.order_by(col(Entry.id))))


def changes_of(session: Session, klus_id: int) -> list[KlusChange]:
    """All steps of a klus, the first one first."""
    wanted = select(KlusChange).where(KlusChange.klus_id == klus_id)
    return list(session.exec(wanted.order_by(col(KlusChange.id))))


def was_asked_for(session: Session, klus: Klus) -> bool:
    """Whether somebody asked for the klus before it was done, rather than telling of it at once."""
    return not any(
        step.change == State.DONE and step.inbox_id == klus.inbox_id for step in changes_of(session, klus.id)
    )


def photos_of(session: Session, klus: Klus) -> list[KlusPhoto]:
    """The pictures of a klus that can be shown, the oldest first."""
    wanted = select(KlusPhoto).where(col(KlusPhoto.klus_id).in_(same_as(session, klus)), col(KlusPhoto.reference) != "")
    return list(session.exec(wanted.order_by(col(KlusPhoto.taken_at), col(KlusPhoto.id))))


def erase_places(session: Session, now: datetime) -> int:
    """Erase where klussen were, what they were first called and their pictures, 30 days after they were closed.

    The number of places that were erased.
    """
    over = select(Klus.id).where(
        col(Klus.closed_at) <= now - timedelta(days=PLACE_DAYS),
        or_(col(Klus.state).in_((State.DONE, State.DROPPED)), col(Klus.duplicate_of).is_not(None)),
    )
    session.execute(
        update(KlusPhoto).where(col(KlusPhoto.klus_id).in_(over), col(KlusPhoto.reference) != "").values(reference="")
    )
    session.execute(
        update(KlusChange)
        .where(
            col(KlusChange.klus_id).in_(over), col(KlusChange.change).in_(PERSONAL_CHANGES), col(KlusChange.value) != ""
        )
        .values(value="")
    )
    erased = session.execute(
        update(Klus)
        .where(col(Klus.id).in_(over), col(Klus.place).is_not(None))
        .values(place=None)
        .returning(col(Klus.id))
    )
    return len(erased.all())
