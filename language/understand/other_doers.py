"""Somebody else with an amount of their own, beside the writer or before all else: "ik 2 uur en mijn man 3 uur"."""

import re

from language.understand.kinds import CHAR, NAME
from language.understand.message import Message
from language.understand.segments import AMOUNTS
from language.understand.strangers import capital_name
from language.understand.subjects import of_the_writer

_ENDS = frozenset(
    CHAR[kind]
    for kind in ("comma", "stop", "exclamation", "colonmark", "dashmark", "open_paren", "close_paren", "and", "plus")
)
_LISTED = frozenset(CHAR[kind] for kind in ("name", "other_person"))
_WAS_THERE = frozenset(
    CHAR[kind] for kind in ("was_it", "neutral", "date", "daypart", "approx", "third", "done", "work", "helped")
)
_BEFORE = ("date", "daypart", "greeting", "comma", "attendance")
_SOMEBODY = frozenset({"iemand", "iemand anders", "somebody", "someone"})
_POSSESSED = re.compile(r".{2,}'s$")


def another_doer(m: Message) -> bool:
    """Whether an amount stands with somebody else than the writer."""
    if not m.amounts:
        return False
    return _beside_writer(m) if of_the_writer(m) else _noun_heads(m) or _possessed(m)


def _beside_writer(m: Message) -> bool:
    """ "Joyce 2u tuin, ik 3u", "Fatma was er 3 uur en ik 4 uur": the writer stands in another part."""
    own = len(m.amounts) > 1 or m.follows("i", "int", "dec") or (m.has("int") and _own_number(m))
    if not own and "unknown" not in m.kinds:
        return False
    begins, somebody = True, False
    for item in m.items:
        if somebody and item.kind in AMOUNTS:
            return True
        listed = own and item.kind in _LISTED
        somebody = (begins and (listed or capital_name(m, item))) or (somebody and own and item.kind in _WAS_THERE)
        begins = item.kind in _ENDS
    return False


def _own_number(m: Message) -> bool:
    """ "…, ik deed 3"."""
    return any(
        NAME[writer.kind] == "i" and NAME[verb.kind] in ("done", "helped", "work") and NAME[number.kind] == "int"
        for writer, verb, number in zip(m.items, m.items[1:], m.items[2:], strict=False)
    )


def _noun_heads(m: Message) -> bool:
    """ "De dames 3 uur handwerken", "iemand 2 uur tuin", "opa en oma 2 uur inloop", "mevrouw uit Assen 2 uur tuin"."""
    if m.has("helped"):
        # "Een buurman 2 uur geholpen": who was helped.
        return False
    start = next((i for i, item in enumerate(m.items) if NAME[item.kind] not in _BEFORE), 0)
    kinds = [NAME[item.kind] for item in m.items[start:]]
    place = next(i for i, item in enumerate(m.items[start:]) if item.kind in AMOUNTS)
    if place == 1 and m.items[start].text in _SOMEBODY:
        return True
    new = start > 0 and NAME[m.items[start - 1].kind] == "attendance"
    if kinds[0] in ("the", "a") or new:
        noun = kinds[place - 1] if place else ""
        return noun in ("heads", "title", "visitors") and place <= (1 if new else 2)
    return kinds[:place] in (["title", "and", "title"], ["title", "neutral", "unknown"], ["title", "from", "unknown"])


def _possessed(m: Message) -> bool:
    """ "Theo's 2 hours garden"."""
    return any(
        NAME[owner.kind] in ("unknown", "name") and _POSSESSED.match(owner.text) and amount.kind in AMOUNTS
        for owner, amount in zip(m.items, m.items[1:], strict=False)
    )
