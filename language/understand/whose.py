"""Whose hours a message tells."""

from language.understand.kinds import NAME
from language.understand.message import Message

SOMEBODY = "somebody"
"""Somebody else than the writer, and it is not certain who."""

_BESIDE = ("with", "at", "place_at", "title", "of", "and", "greeting", "bye", "thanks", "i", "sorry")
_FOR = ("for", "before")
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


def _helped(m: Message) -> bool:
    return not m.has("log") and any(item.value.label in _FOR_OTHERS for item in m.activities)


def _named(m: Message) -> int | str | None:
    before = ""
    signed = False
    for position, item in enumerate(m.items):
        kind = NAME[item.kind]
        if kind in ("name", "other_person") and not signed:
            last = position == len(m.items) - 1
            for_them = before in _FOR and not _helped(m)
            subject = before not in (*_BESIDE, *_FOR) and not (kind == "name" and m.has("i"))
            signature = last and before in ("comma", "stop", "exclamation", "dashmark") and kind == "name"
            if (for_them or subject) and not signature:
                return item.value if isinstance(item.value, int) else SOMEBODY
        elif kind in ("unknown", "title") and before in _FOR and m.has("log") and m.amounts:
            return SOMEBODY
        signed = signed or kind == "bye"
        if kind not in ("the", "a"):
            before = kind
    return None
