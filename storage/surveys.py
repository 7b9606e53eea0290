"""Surveys: opening a round, taking in answers that nobody can be found by, and closing it."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from storage.entries import Evidence
from storage.outbox import DROPPED, WAITING
from storage.tables import Dialogue, Outbox, Person, SurveyCount, SurveyPerson, SurveyRound

RESIDENTS, PARTNERS = "residents", "partners"
YES, A_BIT, NO = "yes", "bit", "no"
WORDS = (YES, A_BIT, NO)
MARKS = tuple(str(mark) for mark in range(1, 11))
QUESTIONS: dict[str, tuple[str, ...]] = {
    RESIDENTS: ("trust", "liveability", "staff_volunteers"),
    PARTNERS: ("partner_consultation",),
}
"""What is asked of whom, in this order: one question for each indicator of the agreement that a survey answers."""
ANSWERS: dict[str, tuple[str, ...]] = {
    "trust": WORDS,
    "liveability": WORDS,
    "staff_volunteers": MARKS,
    "partner_consultation": MARKS,
}
"""The answers that a question has: words, or a mark from 1 to 10."""
OPEN_DAYS = 14
"""As long as the account of somebody who is in no room is kept, so that nobody answers twice (see ``keeping``)."""
REMIND_AFTER_DAYS = 7
MOST_ROUNDS = 2
"""Rounds of one kind that a room opens in a year."""
QUESTION = "survey"
"""The kind of a survey's open question; of a message about a round, what stands before its subject's colon."""
PERSONAL_FILE = "personal_data"
"""The kind of attachment that holds all that is kept of its reader."""
CODE_BYTES = 18


def open_round(
    session: Session, room_id: int, audience: str, on: date, evidence: Evidence, asked: Collection[int] | int
) -> SurveyRound:
    """Open a round: ``asked`` are the people who are asked in the chat, or how many were given the link."""
    people = () if isinstance(asked, int) else asked
    made = SurveyRound(
        room_id=room_id,
        audience=audience,
        code=secrets.token_urlsafe(CODE_BYTES),
        opened_on=on,
        opened_at=evidence.at,
        opened_by=evidence.by,
        inbox_id=evidence.inbox_id,
        ends_on=on + timedelta(days=OPEN_DAYS - 1),
        invited=asked if isinstance(asked, int) else len(people),
    )
    session.add(made)
    session.flush()
    session.add_all(
        SurveyCount(round_id=made.id, question=question, counts=dict.fromkeys(ANSWERS[question], 0))
        for question in QUESTIONS[audience]
    )
    session.add_all(SurveyPerson(round_id=made.id, person_id=person, is_invited=True) for person in people)
    session.flush()
    return made


def open_round_of(session: Session, room_id: int, audience: str) -> SurveyRound | None:
    """The room's round of this kind that is open."""
    wanted = select(SurveyRound).where(
        SurveyRound.room_id == room_id, SurveyRound.audience == audience, col(SurveyRound.closed_on).is_(None)
    )
    return session.exec(wanted).one_or_none()


def rounds_of_year(session: Session, room_id: int, audience: str, year: int) -> list[SurveyRound]:
    """The rounds of this kind that the room opened in a year, the oldest first."""
    wanted = select(SurveyRound).where(
        SurveyRound.room_id == room_id,
        SurveyRound.audience == audience,
        col(SurveyRound.opened_on).between(date(year, 1, 1), date(year, 12, 31)),
    )
    return list(session.exec(wanted.order_by(col(SurveyRound.id))))


def round_by_code(session: Session, code: str) -> SurveyRound | None:
    """The round whose link or poster holds this code, open or not."""
    return session.exec(select(SurveyRound).where(SurveyRound.code == code)).one_or_none()


@dataclass(slots=True)
class Taking:
    """A person who takes part in an open round."""

    round: SurveyRound
    place: SurveyPerson

    @property
    def question(self) -> str | None:
        """What they are asked now; None when all is behind them."""
        questions = QUESTIONS[self.round.audience]
        return None if self.place.is_done else questions[self.place.position]


def taking(session: Session, round_id: int, person_id: int, *, came_by_link: bool = False) -> Taking | None:
    """The person's part in a round, locked until the commit; None when it is closed, or they were not asked.

    Who came by the link takes part from now on.
    """
    row = session.get(SurveyRound, round_id, with_for_update=True, populate_existing=True)
    if row is None or row.closed_on is not None:
        return None
    place = session.get(SurveyPerson, (round_id, person_id))
    if place is None and came_by_link:
        place = SurveyPerson(round_id=round_id, person_id=person_id, is_invited=False)
        session.add(place)
        session.flush()
    return None if place is None else Taking(row, place)


def open_rounds_with(session: Session, person_id: int) -> list[SurveyRound]:
    """The open rounds of which the person is on the list: asked in the chat, or come by the link."""
    wanted = (
        select(SurveyRound)
        .join(SurveyPerson, col(SurveyPerson.round_id) == col(SurveyRound.id))
        .where(SurveyPerson.person_id == person_id, col(SurveyRound.closed_on).is_(None))
    )
    return list(session.exec(wanted.order_by(col(SurveyRound.id))))


def answer(session: Session, part: Taking, value: str | None) -> None:
    """Count an answer to the question that is asked now, and go on to the next; None passes it over."""
    question = part.question
    if question is None or (value is not None and value not in ANSWERS[question]):
        raise ValueError("nothing of the kind is asked")
    if value is not None:
        row = session.get_one(SurveyCount, (part.round.id, question), with_for_update=True)
        row.counts = {name: count + (name == value) for name, count in row.counts.items()}
        if not part.place.has_answered:
            part.place.has_answered = True
            part.round.by_link += not part.place.is_invited
            part.round.responded += part.place.is_invited or part.round.audience == PARTNERS
    part.place.position += 1
    part.place.is_done = part.place.position == len(QUESTIONS[part.round.audience])
    session.flush()


def stop(session: Session, part: Taking) -> None:
    """The person wants no more of it; what they answered counts."""
    part.place.is_done = True
    session.flush()


def to_remind(session: Session, room_id: int, today: date) -> list[tuple[SurveyRound, Person]]:
    """Who was asked in the chat a week ago or more, is not through, and was not reminded."""
    wanted = (
        select(SurveyRound, Person)
        .join(SurveyPerson, col(SurveyPerson.round_id) == col(SurveyRound.id))
        .join(Person, col(Person.id) == col(SurveyPerson.person_id))
        .where(
            SurveyRound.room_id == room_id,
            col(SurveyRound.closed_on).is_(None),
            col(SurveyRound.opened_on) <= today - timedelta(days=REMIND_AFTER_DAYS),
            col(SurveyRound.ends_on) >= today,
            col(SurveyPerson.is_invited),
            ~col(SurveyPerson.is_done),
            ~col(SurveyPerson.is_reminded),
        )
        .order_by(col(Person.id))
    )
    return list(session.exec(wanted))


def note_reminded(session: Session, round_id: int, person_id: int) -> None:
    """The person is not reminded of this round again."""
    session.get_one(SurveyPerson, (round_id, person_id)).is_reminded = True
    session.flush()


def over(session: Session, today: date) -> list[SurveyRound]:
    """The open rounds of all rooms whose last day is behind us."""
    wanted = select(SurveyRound).where(col(SurveyRound.closed_on).is_(None), col(SurveyRound.ends_on) < today)
    return list(session.exec(wanted.order_by(col(SurveyRound.id))))


def close(session: Session, row: SurveyRound, on: date, evidence: Evidence | None = None) -> None:
    """End a round, and forget who was asked and who answered; ``evidence`` is of the coordinator who ended it early."""
    session.refresh(row, with_for_update=True)
    if row.closed_on is not None:
        return
    row.closed_on = on
    if evidence is not None:
        row.closed_by, row.closed_inbox_id = evidence.by, evidence.inbox_id
    session.exec(delete(SurveyPerson).where(col(SurveyPerson.round_id) == row.id))
    for dialogue in session.exec(select(Dialogue).where(Dialogue.kind == QUESTION)):
        if dialogue.state.get("round") == row.id:
            dialogue.kind, dialogue.state = "", {}
    _forget_messages(session, row)
    session.flush()


def forget_open_answers(session: Session) -> None:
    """Set the answers of rounds that are open to none: of a copy, in which they would stand beside who answered."""
    wanted = (
        select(SurveyCount)
        .join(SurveyRound, col(SurveyRound.id) == col(SurveyCount.round_id))
        .where(col(SurveyRound.closed_on).is_(None))
    )
    for row in session.exec(wanted):
        row.counts = dict.fromkeys(row.counts, 0)
    session.flush()


def _forget_messages(session: Session, row: SurveyRound) -> None:
    """Who was sent a second question, or was thanked, is somebody who answered."""
    of_round = (
        col(Outbox.body).is_not(None),
        col(Outbox.created_at) >= row.opened_at,
        col(Outbox.body)["subject"].as_string() == subject_of(row.id),
    )
    gone = {"body": None, "chat": "", "person_id": None, "trace": "", "answers": None}
    session.exec(
        update(Outbox)
        .where(*of_round, col(Outbox.status) == WAITING)
        .values(**gone, status=DROPPED, claimed_until=None, error="the survey is closed")
    )
    session.exec(update(Outbox).where(*of_round).values(**gone))
    # Whoever asked for all that is kept of them meanwhile was sent those messages once more, and that they are asked.
    files = (
        col(Outbox.body)[("attachment", "kind")].as_string() == PERSONAL_FILE,
        col(Outbox.created_at) >= row.opened_at,
        col(Outbox.status) != WAITING,
    )
    session.exec(update(Outbox).where(col(Outbox.body).is_not(None), *files).values(body=None))


def subject_of(round_id: int) -> str:
    """What a message about a round bears as its subject, by which it is found when the round closes."""
    return f"{QUESTION}:{round_id}"
