"""The open question of a person in a chat, kept so that a restart goes on mid-question."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from storage import core
from storage.tables import Dialogue

STATE_VERSION = 1
BY_THE_CLOCK = 0
"""The number of a question that no message led to: its buttons say themselves what they are about."""

_OPEN = select(Dialogue.person_id, Dialogue.chat).where(
    Dialogue.person_id == bindparam("person"),
    Dialogue.chat == bindparam("chat"),
    Dialogue.kind != "",
    Dialogue.version == STATE_VERSION,
)


def question_state(
    text: str, options: Sequence[tuple[str, str]] = (), also: Sequence[tuple[str, str]] = (), **more: Any
) -> dict[str, Any]:
    """What is kept of a question: its words, its options (value, label), buttons below them (label, data), and more."""
    return {**more, "text": str(text), "options": list(options), "also": [list(button) for button in also], "first": 0}


def open_question(session: Session, person_id: int, chat: str) -> Dialogue | None:
    """The question that waits for this person's answer in this chat."""
    return next(iter(core.rare(session, Dialogue, _OPEN, person=person_id, chat=chat)), None)


def question_in(session: Session, chat: str, number: int) -> Dialogue | None:
    """The open question of this number in a chat, whoever it was asked."""
    wanted = select(Dialogue).where(
        Dialogue.chat == chat, Dialogue.number == number, Dialogue.kind != "", Dialogue.version == STATE_VERSION
    )
    return session.exec(wanted).one_or_none()


def hand_over(session: Session, question: Dialogue, person_id: int) -> Dialogue:
    """Let somebody else answer an open question, in place of whom it was asked."""
    taken_over = (question.chat, question.number, question.kind, dict(question.state), question.asked_at)
    close_question(session, question.person_id, question.chat)
    save_question(session, person_id, *taken_over)
    return session.get_one(Dialogue, (person_id, question.chat))


def save_question(
    session: Session, person_id: int, chat: str, number: int, kind: str, state: dict[str, Any], now: datetime
) -> None:
    """Make this the open question, in place of whatever was open; ``number`` tells its buttons from older ones."""
    dialogue = session.get(Dialogue, (person_id, chat))
    if dialogue is None:
        dialogue = Dialogue(person_id=person_id, chat=chat, number=number)
        session.add(dialogue)
    dialogue.number = number
    dialogue.kind = kind
    dialogue.state = state
    dialogue.version = STATE_VERSION
    dialogue.asked_at = now
    session.flush()


def close_question(session: Session, person_id: int, chat: str) -> None:
    """Nothing is open any more."""
    dialogue = session.get(Dialogue, (person_id, chat))
    if dialogue is not None:
        dialogue.kind = ""
        dialogue.state = {}
        session.flush()


def last_asked(session: Session, person_ids: Iterable[int]) -> dict[int, datetime]:
    """When each of these people was asked the newest question that is still open, in whichever chat."""
    wanted = (
        select(Dialogue.person_id, Dialogue.asked_at)
        .where(col(Dialogue.person_id).in_(list(person_ids)), Dialogue.kind != "")
        .order_by(col(Dialogue.asked_at))
    )
    return dict(list(session.exec(wanted)))


def asked_after(session: Session, moment: datetime) -> set[int]:
    """Who was asked a question after this moment that is still open."""
    return set(session.exec(select(Dialogue.person_id).where(Dialogue.kind != "", col(Dialogue.asked_at) > moment)))
