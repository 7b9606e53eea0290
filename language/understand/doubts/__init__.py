"""Signs that an amount is not of work that the writer did for the room: one that holds makes the message be asked."""

from language.understand.doubts.amounts import AMOUNT_DOUBTS
from language.understand.doubts.beside import BESIDE
from language.understand.doubts.doubt import Doubt
from language.understand.doubts.no_work import NO_WORK
from language.understand.doubts.obliged import OBLIGED
from language.understand.doubts.predicates import PREDICATES
from language.understand.doubts.private import PRIVATE
from language.understand.doubts.talk import TALK
from language.understand.message import Message

DOUBTS: tuple[Doubt, ...] = (*AMOUNT_DOUBTS, *NO_WORK, *PREDICATES, *TALK, *OBLIGED, *BESIDE, *PRIVATE)

_BY_SIGN: dict[str, list[Doubt]] = {}
for _doubt in DOUBTS:
    for _sign in _doubt.words or _doubt.needs:
        _BY_SIGN.setdefault(_sign, []).append(_doubt)
_SIGNS = frozenset(_BY_SIGN)
_WITHOUT_SIGN = tuple(doubt for doubt in DOUBTS if not doubt.words and not doubt.needs)


def doubt_in(m: Message) -> Doubt | None:
    """A doubt that holds; None where nothing speaks against an entry."""
    # Only those are looked at of which the message has a word, or a kind of word.
    for sign in _SIGNS & (m.texts | m.kinds):
        for doubt in _BY_SIGN[sign]:
            if doubt.found_in(m):
                return doubt
    return next((doubt for doubt in _WITHOUT_SIGN if doubt.holds(m)), None)


__all__ = ["DOUBTS", "Doubt", "doubt_in"]
