"""What waits in a room for its coordinators."""

from sqlmodel import Session, col, select

from storage import dated_facts, entries
from storage.dated_facts import Fact
from storage.named import is_named, named_together
from storage.tables import DatedFact, JoinRequest, PassedQuestion, Person
from storage.words import unchecked_words


def join_requests(session: Session, room_id: int) -> list[tuple[JoinRequest, Person]]:
    """Who asked to be let in and was not answered, the oldest first."""
    wanted = (
        select(JoinRequest, Person)
        .join(Person, col(Person.id) == col(JoinRequest.person_id))
        .where(JoinRequest.room_id == room_id, col(JoinRequest.decided_at).is_(None))
        .order_by(col(JoinRequest.id))
    )
    return list(session.exec(wanted))


def open_questions(session: Session, room_id: int) -> list[tuple[PassedQuestion, Person]]:
    """The questions that were passed on and not answered, with who asked them, the oldest first."""
    wanted = (
        select(PassedQuestion, Person)
        .join(Person, col(Person.id) == col(PassedQuestion.person_id))
        .where(PassedQuestion.room_id == room_id, col(PassedQuestion.answered_at).is_(None))
        .order_by(col(PassedQuestion.id))
    )
    return list(session.exec(wanted))


def keys_said_back(session: Session, room_id: int) -> list[tuple[DatedFact, Person]]:
    """The keys of which the holder says that they were given back, by name."""
    return [
        (fact, person)
        for fact, person in dated_facts.running(session, room_id, Fact.KEY)
        if fact.ends is not None and fact.ended_by == fact.person_id
    ]


def count(session: Session, room_id: int, coordinator_id: int) -> int:
    """How many things wait for this coordinator of the room: all but their own questions, names of one work as one."""
    questions = [asked for asked, person in open_questions(session, room_id) if person.id != coordinator_id]
    hours = [entry for entry in entries.waiting(session, room_id) if not is_named(entry)]
    found = (
        join_requests(session, room_id),
        questions,
        hours,
        named_together(session, room_id),
        keys_said_back(session, room_id),
        unchecked_words(session, room_id),
    )
    return sum(len(each) for each in found)
