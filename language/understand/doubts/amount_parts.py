"""The words that stand with an amount: as few of them as tell by themselves of what it is."""

from collections.abc import Sequence

from language.understand.clauses import clauses_of
from language.understand.kinds import CHAR
from language.understand.message import Message
from language.understand.rule import Item
from language.understand.segments import AMOUNTS
from language.understand.wordfiles import STRENGTH

_ENDS = frozenset(
    CHAR[kind] for kind in ("comma", "stop", "exclamation", "but", "then", "and", "plus", "colonmark", "open_paren")
)
_STOPS = frozenset(CHAR[kind] for kind in ("stop", "exclamation"))
_ACTIVITY = CHAR["activity"]


def amount_parts(m: Message) -> list[Sequence[Item]]:
    """For each amount its own words, where these name the work; else the whole part of the sentence it stands in."""
    found: list[Sequence[Item]] = []
    for clause in clauses_of(m.items):
        if any(item.kind in AMOUNTS for item in clause):
            found += _parts(clause)
    return found


def _parts(clause: Sequence[Item]) -> list[Sequence[Item]]:
    telling = _cut(clause, _ENDS)
    if all(map(_names_work, telling)):
        return telling
    sentences = _cut(clause, _STOPS)
    return [clause] if _names_work(clause) and not all(map(_names_work, sentences)) else sentences


def _cut(clause: Sequence[Item], ends: frozenset[str]) -> list[Sequence[Item]]:
    pieces: list[list[Item]] = [[]]
    for item in clause:
        if item.kind in ends:
            pieces.append([])
        pieces[-1].append(item)
    return [piece for piece in pieces if any(item.kind in AMOUNTS for item in piece)]


def _names_work(piece: Sequence[Item]) -> bool:
    return any(item.kind == _ACTIVITY and item.value.strength > STRENGTH["sign"] for item in piece)
