"""Doubts about what one had to do: it may have been done, or not, or for another length of time."""

from language.understand.doubts.amount_parts import amount_parts
from language.understand.doubts.doubt import Doubt
from language.understand.kinds import NAME
from language.understand.message import Message
from language.understand.rule import Item

_HAD_TO = frozenset({"ik moest", "moest ik", "we moesten", "moesten we", "moest"})
_VERBS = ("activity", "work", "helped")


def had_to(m: Message) -> bool:
    """ "Ik moest 2 uur koken": told as a duty, and not as done; but "het moest 2 uur zijn" mends an entry."""
    if _HAD_TO.isdisjoint(m.texts) or m.told():
        return False
    for part in amount_parts(m):
        obliged = False
        for item in part:
            obliged = obliged or item.text in _HAD_TO
            if obliged and _to_do(item) and not any(NAME[other.kind] == "be" for other in part):
                return True
    return False


def _to_do(item: Item) -> bool:
    return NAME[item.kind] in _VERBS and item.text.endswith("en") and " " not in item.text


OBLIGED: tuple[Doubt, ...] = (
    Doubt(
        "doubt.had-to",
        "a duty, and not told that it was done",
        had_to,
        yes=("ik moest 2 uur koken", "gisteren moest ik 2 uur schoonmaken", "we moesten 3 uur in de tuin werken"),
        no=("ik moest koken en heb 2 uur gekookt", "de ramen moest ik doen, 2 uur schoonmaak", "2 uur koken"),
        words=_HAD_TO,
    ),
)
