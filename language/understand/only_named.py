"""People who are named in a message and did none of its work: helped, absent, the owner of a thing, who signs it."""

from language.understand.kinds import NAME
from language.understand.message import Message
from language.understand.segments import AMOUNTS
from language.understand.strangers import is_piece
from language.understand.wordfiles import STRENGTH

_NOT_THEY = frozenset(
    (
        *("zonder", "behalve", "ipv", "i.p.v.", "in plaats van", "als", "dan"),
        *("without", "except", "instead of", "like", "than"),
    )
)
_HELPED = frozenset({"geholpen", "begeleid", "ondersteund", "bijgestaan"})
_THEIR = frozenset({"haar", "zijn", "z'n", "zn", "d'r", "dr"})
_ENDS = ("comma", "stop", "exclamation", "then", "but", "and")


def only_named(m: Message, position: int) -> bool:
    """Whether the person at this place is named, and not as who did the work."""
    before = m.items[position - 1] if position else None
    if before is not None and before.text in _NOT_THEY:
        return True
    if before is not None and NAME[before.kind] == "from" and _sign_of(m, position):
        return True
    return _served(m, position) or _owns(m, position) or _absent(m, position)


def _served(m: Message, position: int) -> bool:
    """ "Els geholpen met haar formulieren", "1 uur Els geholpen"; but "Els 2 uur geholpen" may be her work."""
    following = m.items[position + 1 : position + 3]
    if not following or following[0].text not in _HELPED:
        return False
    by_amount = position > 0 and m.items[position - 1].kind in AMOUNTS
    return by_amount or (len(following) > 1 and NAME[following[1].kind] == "with")


def _owns(m: Message, position: int) -> bool:
    """ "Els haar lamp opgehangen"; but "Els haar 2 uur"."""
    following = m.items[position + 1 : position + 3]
    return len(following) > 1 and following[0].text in _THEIR and NAME[following[1].kind] in ("activity", "unknown")


def _absent(m: Message, position: int) -> bool:
    """ "Piet was ziek. 2 uur inloop gedaan"."""
    for item in m.items[position + 1 :]:
        if NAME[item.kind] in _ENDS or item.kind in AMOUNTS:
            return False
        if NAME[item.kind] == "absence":
            return True
    return False


def _sign_of(m: Message, position: int) -> bool:
    """Whether what is named before is a thing that this person has: "de gordijnrail van de buurvrouw"."""
    before = [item for item in m.items[:position] if NAME[item.kind] not in ("the", "a")][-2:]
    return len(before) > 1 and NAME[before[0].kind] == "activity" and before[0].value.strength == STRENGTH["sign"]


def signs(m: Message, position: int) -> bool:
    """Whether a name ends the message as who wrote it: "… in de tuin. Els", "bedankt, Els"; not "2 uur tuin - Els"."""
    if position < len(m.items) - 1 or NAME[m.items[position].kind] != "name" or not position:
        return False
    mark = NAME[m.items[position - 1].kind]
    if mark in ("stop", "exclamation"):
        return True
    return mark in ("comma", "dashmark") and not is_piece(m.items[position - 2])
