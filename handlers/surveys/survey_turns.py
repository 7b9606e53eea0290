"""Which messages are a turn in a survey. Of those the inbox keeps the id alone, so it is decided before they go in.

That is a button of a survey, the start by its link, and whatever is typed while one of its questions is open, unless
it is plainly something else. A turn in a survey is answered by the survey and by nothing else.
"""

import logging
import re
from collections.abc import Sequence
from datetime import timedelta

from sqlmodel import Session

from handlers.helping import LONGEST_TEXT
from handlers.messages import Incoming, Kind
from handlers.turn import Turn
from handlers.vocabulary import understood
from language.understand.meaning import Meaning
from storage import inbox, outbox, surveys
from storage.database import is_unavailable
from storage.inbox import Taken
from storage.tables import Outbox
from storage.writers import Writer

log = logging.getLogger(__name__)

VERB = "s"
"""What the data of a survey's buttons begins with: "s:round:position:what"."""
STILL_ASKED = timedelta(hours=24)
"""As long as a typed message can be the answer to what was asked."""
CRY = "cry"
_START = re.compile(r"/start(?:@\w+)?\s+(\S+)\s*", re.IGNORECASE)
_SOMETHING_ELSE = frozenset(
    {
        Meaning.LOG, Meaning.HABIT, Meaning.ATTENDANCE, Meaning.TALLY,
        Meaning.HELP, Meaning.STOP, Meaning.MY_DATA, Meaning.LANGUAGE, Meaning.HUMAN, Meaning.LEAVE,
    }
)  # fmt: skip
"""What is told or asked while a survey asks, and cannot be an opinion on the room: it is kept like any message."""


def is_survey_turn(session: Session, incoming: Incoming, writer: Writer | None) -> bool:
    """Whether a message in a private chat is a turn in a survey. ``writer`` is who wrote it, if that is known."""
    if incoming.kind is Kind.BUTTON:
        return incoming.text.startswith(f"{VERB}:")
    text = incoming.text.strip()
    if not text or incoming.kind in (Kind.BLOCKED, Kind.UNBLOCKED):
        return False
    code = start_code(text)
    if code or text.startswith("/"):
        return bool(code) and surveys.round_by_code(session, code) is not None
    if is_edit_of_turn(session, incoming) or survey_message_replied_to(session, incoming) is not None:
        return True
    question = None if writer is None else writer.question
    if writer is None or question is None or question.kind != surveys.QUESTION:
        return False
    if incoming.sent_at - question.asked_at > STILL_ASKED:
        return False
    if len(text) > LONGEST_TEXT:
        return True
    # To read it the words of the writer's rooms are wanted, as for any message; nothing is written by this turn.
    nothing = Taken(0, incoming.channel, incoming.chat, incoming.sent_at)
    moment = incoming.sent_at
    turn = Turn(session, incoming, nothing, writer.account, writer.person, writer.places, moment, question)
    return is_short_answer(text, question.state["options"]) or not _is_something_else(turn)


def start_code(text: str) -> str:
    """The code in a ``/start`` with one; else empty."""
    found = _START.fullmatch(text.strip())
    return found[1] if found else ""


def is_edit_of_turn(session: Session, incoming: Incoming) -> bool:
    """Whether it changes a message that was a turn in a survey: of those neither chat nor writer is kept.

    Telegram promises that a message's id is its chat's own, and no more: one that is known in this chat is none.
    """
    if not incoming.edited or inbox.messages(session, incoming.channel, incoming.chat, incoming.message):
        return False
    return any(row.person_id is None for row in inbox.messages(session, incoming.channel, "", incoming.message))


def survey_message_replied_to(session: Session, incoming: Incoming) -> Outbox | None:
    """The survey's message that is replied to; once the round is closed, one whose words and chat are gone."""
    found = outbox.sent_as(session, incoming.channel, incoming.chat, incoming.replies_to)
    if found is not None:
        subject = str((found.body or {}).get("subject", ""))
        return found if subject.startswith(f"{surveys.QUESTION}:") else None
    if not incoming.replies_to or inbox.messages(session, incoming.channel, incoming.chat, incoming.replies_to):
        return None
    found = outbox.sent_as(session, incoming.channel, "", incoming.replies_to)
    return None if found is None or found.person_id is not None else found


def is_short_answer(text: str, options: Sequence[Sequence[str]]) -> bool:
    """Whether it says one of the options, or a number, and nothing else."""
    said = text.strip().rstrip(".!").casefold()
    return bool(re.fullmatch(r"\d{1,3}(?:[.,]\d+)?", said)) or any(said == label.casefold() for _, label in options)


def _is_something_else(turn: Turn) -> bool:
    try:
        meant = understood(turn)
    except Exception as failure:
        if is_unavailable(failure):
            raise
        # It may be an answer, so it is not kept with the failure either.
        log.exception("a message could not be read while a survey asks")
        return False
    corrects_hours = meant.meaning is Meaning.CORRECTION and any(draft.minutes for draft in meant.drafts)
    return corrects_hours or meant.meaning in _SOMETHING_ELSE or any(part.rule == CRY for part in meant.parts)
