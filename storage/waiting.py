"""What waits in a room for its coordinators, beside hours and learned words."""

from sqlmodel import Session, col, select

from storage import dated_facts
from storage.dated_facts import Fact
from storage.tables import DatedFact, JoinRequest, PassedQuestion, Person


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
