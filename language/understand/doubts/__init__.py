"""Signs that an amount is not of work that the writer did for the room: one that holds makes the message be asked."""

from language.understand.doubts.amounts import AMOUNT_DOUBTS
from language.understand.doubts.doubt import Doubt
from language.understand.doubts.no_work import NO_WORK
from language.understand.doubts.predicates import PREDICATES
from language.understand.doubts.private import PRIVATE
from language.understand.doubts.talk import TALK
from language.understand.message import Message

DOUBTS: tuple[Doubt, ...] = (*AMOUNT_DOUBTS, *NO_WORK, *PREDICATES, *TALK, *PRIVATE)


_WORDS = frozenset(word for doubt in DOUBTS for word in doubt.words)
_WITHOUT_WORDS = tuple(doubt for doubt in DOUBTS if not doubt.words)


def doubt_in(m: Message) -> Doubt | None:
    """The first doubt that holds; None where nothing speaks against an entry."""
    for doubt in _WITHOUT_WORDS if _WORDS.isdisjoint(m.texts) else DOUBTS:
        if doubt.found_in(m):
            return doubt
    return None


__all__ = ["DOUBTS", "Doubt", "doubt_in"]
