"""Doubts whether it was work for the room: another verb stands with the amount, or it was done for oneself."""

import re
from collections.abc import Sequence
from itertools import pairwise, zip_longest

from language.understand.doubts.amount_parts import amount_parts
from language.understand.doubts.doubt import Doubt
from language.understand.kinds import NAME
from language.understand.likeness import nearly_work
from language.understand.message import Message
from language.understand.rule import Item
from language.understand.wordfiles import STRENGTH

_VERBS_IN = {
    "nl": re.compile(
        r"(?!gezin|beurt|gebied|verband|bericht|gebit|gezicht|gedicht|geluid|gerecht|verlicht|bewust)"
        r"(?:\w{0,7}ge\w{2,}(?:[dt]|en)|(?:be|ver|her|ont)\w{3,}(?:[dt]))$"
    ),
    "en": re.compile(r"\w{2,}ed$"),
}
# Being somewhere is no work by itself, and a word for it is said of work and of leisure.
_SHARED = "shared"
_IDLE_VERBS = ("idle", _SHARED)
_SAT = frozenset({"gezeten", "zat", "zaten", "sat", "sitting"})
_POSTURES = frozenset(
    (
        "gezeten",
        "gestaan",
        "gebleven",
        "geweest",
        "gehad",
        "doorgebracht",
        "zat",
        "stond",
        "been",
        "spent",
        "stayed",
        "present",
        "attended",
        "sat",
        "had",
    )
)


def _strange_verb(item: Item, language: str) -> bool:
    """Whether a word that no list has as work is formed as a verb of what was done."""
    verbs = _VERBS_IN.get(language)
    return (
        verbs is not None
        and NAME[item.kind] in ("unknown", "other")
        and verbs.match(item.text) is not None
        and (item.value != "work" and not nearly_work(item.text))
    )


def work_told(part: Sequence[Item]) -> bool:
    """Whether a verb of work stands in the part, and not as what something else was after or for."""
    before = ""
    for item in part:
        kind = NAME[item.kind]
        if kind == "activity" and item.value.strength == STRENGTH["doing"] and before not in ("after", "before", "for"):
            return True
        if kind == "helped" or (kind == "done" and item.value != "begun" and item.text not in _POSTURES):
            return True
        if kind not in ("the", "a"):
            before = kind
    return False


def no_work(m: Message) -> bool:
    """Whether an amount stands with waiting, resting, travelling or the like, and with no verb of work."""
    return any(any(map(_idle, part)) and not (work_told(part) or _with_visitors(part)) for part in amount_parts(m))


def merely_idle(m: Message) -> bool:
    """Whether all amounts stand with a verb of waiting, resting, travelling or talking, and with no verb of work."""
    parts = amount_parts(m)
    return bool(parts) and all(
        any(item.value in _IDLE_VERBS for item in part) and not (work_told(part) or _with_visitors(part))
        for part in parts
    )


def _idle(item: Item) -> bool:
    return NAME[item.kind] == "elsewhere"


def _with_visitors(part: Sequence[Item]) -> bool:
    """ "2 uur met ouderen gekletst": talking, or walking, with those who came is what one is there for."""
    if not all(item.value == _SHARED for item in part if _idle(item)):
        return False
    if any(NAME[item.kind] in ("visitors", "heads", "count", "people") for item in part):
        return True
    with_group = [item for item in part if NAME[item.kind] in ("with", "activity")]
    return any(NAME[a.kind] == "with" and NAME[b.kind] == "activity" for a, b in pairwise(with_group))


def _another_verb(m: Message) -> bool:
    language = m.moment.language
    if m.has("became"):
        # Of two amounts one was only planned: what was agreed or thought tells nothing of what was done.
        return False
    if not any(_strange_verb(item, language) for item in (*m.unknown, *m.of("other"))):
        return False
    return any(_tells_another(part, language) and not work_told(part) for part in amount_parts(m))


def _tells_another(part: Sequence[Item], language: str) -> bool:
    return any(
        _strange_verb(item, language) and not (after is not None and NAME[after.kind] in ("count", "people"))
        for item, after in zip_longest(part, part[1:])
    )


def _sat_outside(m: Message) -> bool:
    """ "2 uur in de tuin gezeten": sitting there is no gardening."""
    return any(
        any(item.text in _SAT for item in part)
        and not work_told(part)
        and all(item.value.label == "tuin" for item in part if NAME[item.kind] == "activity")
        and any(NAME[item.kind] == "activity" and item.value.group is None for item in part)
        for part in amount_parts(m)
    )


NO_WORK: tuple[Doubt, ...] = (
    Doubt(
        "doubt.elsewhere",
        "waiting, resting, travelling or enjoying, though a place or group of the room is named",
        no_work,
        yes=("2 uur gewacht op de kookgroep", "waited 2 hours for the cooking group"),
        no=("2 uur gekookt en een uur gewacht", "2 uur tuin"),
        needs=frozenset(("elsewhere",)),
    ),
    Doubt(
        "doubt.another-verb",
        "a verb that is no work we know stands with the amount",
        _another_verb,
        yes=("2 uur getwijfeld over de tuin", "2 hours debated about the garden"),
        no=("2 uur in de tuin gewerkt", "heg geknipt en 2 uur onkruid gewied"),
        needs=frozenset(("unknown", "other")),
    ),
    Doubt(
        "doubt.sat-outside",
        "sitting in the garden",
        _sat_outside,
        yes=("2 uur in de tuin gezeten", "we sat in the garden for 2 hours"),
        no=("2 uur in de tuin gewerkt en gezeten", "2 uur bij de balie gezeten"),
        words=_SAT,
    ),
)
