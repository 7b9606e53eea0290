"""Which of several klussen is meant: pressed, by its number ("12", "klus 12"), or by what it is ("de lamp")."""

from handlers.questions import read_answer
from handlers.turn import Turn
from handlers.vocabulary import understood
from language.understand.klus_likeness import alike
from language.understand.klus_words import numbered_klus
from language.understand.meaning import Meaning
from storage.tables import Klus

DIGITS = 6
"""The most digits that a number of a klus can have."""


def number_in(text: str) -> int | None:
    """The number in a bare "12" or "#12", or in "klus 12"."""
    bare = text.strip().lstrip("#").rstrip(".")
    if bare.isdecimal() and len(bare) <= DIGITS:
        return int(bare)
    named = numbered_klus(text)
    return None if named is None else named[0]


def chosen_klus(turn: Turn) -> str | None:
    """The option of the open question that was chosen, one of its klussen or another; None when none was."""
    value = read_answer(turn).value
    if value is not None:
        return value
    options = [key for key, _ in turn.question_state["options"] if key.isdecimal()]
    offered = [klus for key in options if (klus := turn.session.get(Klus, int(key))) is not None]
    number = number_in(turn.incoming.text)
    if number is not None:
        fitting = [klus for klus in offered if klus.number == number]
    else:
        fitting = [klus for klus in offered if _is_called(turn) and alike(klus.what, turn.incoming.text)]
    return str(fitting[0].id) if len(fitting) == 1 else None


def _is_called(turn: Turn) -> bool:
    """Whether the message is what a klus may be called, rather than one that tells or asks something itself."""
    meant = understood(turn)
    is_name = meant.meaning in (Meaning.SMALLTALK, Meaning.INFO, Meaning.ASK)
    return is_name and not any(draft.minutes for draft in meant.drafts)
