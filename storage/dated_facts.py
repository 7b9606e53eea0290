"""What is true of a person in a room from a day on: holds a key, is a member of the residents' association."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import or_, update
from sqlmodel import Session, col, select

from storage.entries import Evidence
from storage.short_names import free_name, short_name
from storage.tables import Account, DatedFact, Member, Person

NAME_DAYS = 400
"""The name of a former member who was nothing else in the room is kept so long: the year's report looks back on it."""


class Fact(StrEnum):
    """The kinds of facts that the agreement counts (indicators ``key_holders`` and ``members``)."""

    KEY = "key"
    ASSOCIATION = "association"


def begin(
    session: Session, room_id: int, person_id: int, fact: Fact, starts: date, evidence: Evidence, *, is_confirmed: bool
) -> DatedFact:
    """Write down that it is true from ``starts`` on; a key is confirmed by the other hand later."""
    row = DatedFact(
        room_id=room_id,
        person_id=person_id,
        kind=fact,
        starts=starts,
        started_by=evidence.by,
        start_inbox_id=evidence.inbox_id,
        start_confirmed_at=evidence.at if is_confirmed else None,
    )
    session.add(row)
    session.flush()
    return row


def end(fact: DatedFact, ends: date, evidence: Evidence, *, is_confirmed: bool) -> None:
    """Write down that ``ends`` was the last day on which it was true."""
    fact.ends, fact.ended_by, fact.end_inbox_id = ends, evidence.by, evidence.inbox_id
    fact.end_confirmed_at = evidence.at if is_confirmed else None


def undo_end(fact: DatedFact) -> None:
    """It did not end: who was asked to confirm it denied it."""
    fact.ends = fact.ended_by = fact.end_inbox_id = fact.end_confirmed_at = None


def withdraw(fact: DatedFact, now: datetime) -> None:
    """It never was: told by mistake, or denied."""
    fact.withdrawn_at = now


def is_running(fact: DatedFact) -> bool:
    """Whether it counts on: not withdrawn, and no end that both sides confirmed."""
    return fact.withdrawn_at is None and fact.end_confirmed_at is None


def running(session: Session, room_id: int, fact: Fact) -> list[tuple[DatedFact, Person]]:
    """Those of whom it is true now, or would be once both sides have confirmed, by name."""
    wanted = (
        select(DatedFact, Person)
        .join(Person, col(Person.id) == col(DatedFact.person_id))
        .where(
            DatedFact.room_id == room_id,
            DatedFact.kind == fact,
            col(DatedFact.withdrawn_at).is_(None),
            col(DatedFact.end_confirmed_at).is_(None),
        )
        .order_by(col(Person.name), col(DatedFact.id))
    )
    return list(session.exec(wanted))


def running_of(session: Session, room_id: int, person_id: int, fact: Fact) -> DatedFact | None:
    """The fact if it is true of this person now, or waits to be confirmed."""
    return next((row for row, person in running(session, room_id, fact) if person.id == person_id), None)


def facts_of(session: Session, person_id: int) -> list[DatedFact]:
    """Everything of the kind that was ever told of a person, the oldest first."""
    wanted = (
        select(DatedFact).where(DatedFact.person_id == person_id).order_by(col(DatedFact.starts), col(DatedFact.id))
    )
    return list(session.exec(wanted))


def add_person(session: Session, name: str, taken: Collection[str], now: datetime) -> Person:
    """Somebody of whom such a fact alone is known: first name and initial, numbered where ``taken`` has it."""
    person = Person(name=free_name(short_name(name), taken), created_at=now)
    session.add(person)
    session.flush()
    return person


def forget_names(session: Session, today: date) -> int:
    """Erase the names of those who were members of the association alone, and are no longer; returns how many."""
    counts_on = or_(col(DatedFact.end_confirmed_at).is_(None), col(DatedFact.ends) > today - timedelta(days=NAME_DAYS))
    of_person = col(DatedFact.person_id) == col(Person.id)
    erased = session.execute(
        update(Person)
        .where(
            col(Person.name) != "",
            select(DatedFact.id).where(of_person).exists(),
            ~select(DatedFact.id).where(of_person, col(DatedFact.withdrawn_at).is_(None), counts_on).exists(),
            ~select(Member.id).where(col(Member.person_id) == col(Person.id)).exists(),
            ~select(Account.id).where(col(Account.person_id) == col(Person.id)).exists(),
        )
        .values(name="")
        .returning(col(Person.id))
    )
    return len(erased.all())
