"""The open question of a person in a chat, kept so that a restart goes on mid-question."""

from datetime import datetime
from typing import Any

from sqlmodel import Session

from storage.tables import Dialogue

STATE_VERSION = 1


def open_question(session: Session, person_id: int, chat: str) -> Dialogue | None:
    """The question that waits for this person's answer in this chat."""
    dialogue = session.get(Dialogue, (person_id, chat))
    if dialogue is None or not dialogue.kind or dialogue.version != STATE_VERSION:
        return None
    return dialogue


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
