"""Whose hours a message tells."""

from language.understand.kinds import NAME
from language.understand.message import Message

SOMEBODY = "somebody"
"""Somebody else than the writer, and it is not certain who."""

_BESIDE = (
    "inversion",
    "with",
    "at",
    "place_at",
    "title",
    "of",
    "and",
    "greeting",
    "bye",
    "thanks",
    "i",
    "sorry",
)
_FOR = ("for", "before")
# "Ik heb mijn buurvrouw geholpen": after the writer, in the same part of the sentence, she is who was helped.
_WRITER = ("i", "inversion", "we")
_PARTS = ("comma", "stop", "colonmark", "and", "but", "then")
# Work that is done for somebody: "voor" names who was helped, not who worked.
_FOR_OTHERS = frozenset({"klussen", "formulieren", "computerhulp", "fietsen", "sollicitatie", "schuldhulp"})


def doer(m: Message) -> int | str | None:
    """The known person whose hours these are, SOMEBODY for another, None for the writer."""
    named = _named(m)
    if named is not None:
        return named
    if m.has("as_person") or (m.has("third") and not m.has("i", "we")):
        return SOMEBODY
    return None


def several_doers(m: Message) -> bool:
    """Whether more than one known person of the room is named as somebody who worked."""
    beside = ("with", "at", "place_at", "of", "title", "helped", "greeting", "thanks", "bye")
    kinds = ["", *(NAME[item.kind] for item in m.items)]
    named = {
        item.value
        for before, item in zip(kinds, m.items, strict=False)
        if NAME[item.kind] == "name" and before not in beside
    }
    return len(named) > 1


def _after(m: Message, position: int) -> str:
    return next((NAME[item.kind] for item in m.items[position + 1 : position + 2]), "")


def _helped(m: Message) -> bool:
    return not m.has("log") and any(item.value.label in _FOR_OTHERS for item in m.activities)


def _named(m: Message) -> int | str | None:
    before = ""
    signed = mine = False
    for position, item in enumerate(m.items):
        kind = NAME[item.kind]
        if kind in ("name", "other_person") and not signed:
            last = position == len(m.items) - 1
            for_them = before in _FOR and not _helped(m)
            helped = m.has("helped") and not m.has("third") and (mine or _after(m, position) == "inversion")
            helped = helped or (before == "helped" and m.moment.language == "en")
            subject = before not in (*_BESIDE, *_FOR) and not helped and not (kind == "name" and m.has("i"))
            signature = last and before in ("comma", "stop", "exclamation", "dashmark") and kind == "name"
            if (for_them or subject) and not signature:
                return item.value if isinstance(item.value, int) else SOMEBODY
        elif kind in ("unknown", "title") and before in _FOR and m.has("log") and m.amounts:
            return SOMEBODY
        signed = signed or kind == "bye"
        mine = kind in _WRITER or (mine and kind not in _PARTS)
        if kind not in ("the", "a"):
            before = kind
    return None
