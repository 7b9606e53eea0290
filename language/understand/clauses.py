"""The part of a message that alone tells of the writer's hours, where a story stands around it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from language.understand.kinds import CHAR, NAME
from language.understand.message import Message
from language.understand.rule import Item
from language.understand.segments import AMOUNTS
from language.understand.subjects import of_the_writer
from language.understand.wordfiles import STRENGTH

_ENDS = frozenset(CHAR[kind] for kind in ("comma", "stop", "exclamation", "but", "then"))
_AND, _OPENS = CHAR["and"], frozenset(CHAR[kind] for kind in ("i", "we", "inversion"))
_BUT, _DATE = CHAR["but"], CHAR["date"]
# A piece of nothing but these tells no story of its own: it belongs to what stands before it.
_VERBLESS = frozenset(
    (
        *("duration", "range", "date", "daypart", "neutral", "the", "a", "at", "approx", "with", "for", "of", "from"),
        *("comma", "stop", "exclamation", "pause", "people", "each", "daily", "times", "total", "place_at", "and"),
        *("activity", "work", "before", "after", "emoji", "only", "yet", "plus", "thanks", "bye", "greeting", "then"),
    )
)
# With one of these around it, the part may be planned, asked, corrected, or given in for somebody else.
_UNSETTLING = (
    *("question", "questionmark", "plan", "soon", "delete", "wrong", "change", "meant", "double", "must", "later"),
    *("log", "as_person", "in_name", "credit", "no", "schedule", "planned", "choice", "vague", "hour", "to_new"),
    *("colonmark", "quote", "money", "nothing", "daily", "is_it", "polite", "stopword", "leave", "human"),
)
_PERSONS = ("other_person", "third", "name", "title", "heads", "others", "people", "tally")
_INCIDENTAL = ("lasting", "elsewhere", "broken", "state")
_SEEKS = "seeks"
SAID = "said"
"""Words that tell what somebody said; after "maar", "dus" the writer goes on for themselves."""
_TURNS = frozenset(CHAR[kind] for kind in ("but", "then"))
_TURKISH_OWN = re.compile(r".{2,}[dt][iu][mk]$")


def telling_part(m: Message) -> Message | None:
    """The one part in which the writer tells how long which work was done, with the day that is told before it."""
    clauses = clauses_of(m.items)
    if len(clauses) < 2:
        return None
    # "Mijn dochter van 12", "20 min vertraging": what another part has of numbers is of no work.
    telling = [clause for clause in clauses if _has_amount(clause)]
    telling = [clause for clause in telling if not _incidental(clause)] if len(telling) > 1 else telling
    if len(telling) != 1:
        return None
    clause = telling[0]
    before = [item for other in clauses[: clauses.index(clause)] for item in other]
    after = [item for other in clauses[clauses.index(clause) + 1 :] for item in other]
    around = Message(m.text, [*before, *after], m.moment)
    if around.says(SAID) and clause[0].kind not in _TURNS:
        return None
    if around.has(*_UNSETTLING) or any(item.value != _SEEKS for item in around.of("perhaps")):
        return None
    alone = Message(m.text, clause, m.moment)
    if alone.has("planned", "must", "perhaps") or not _of_the_writer(alone, around):
        return None
    # "Mijn zus belde, dus ik heb 2 uur aan de telefoon gezeten": without a work that is known, it may be life.
    sure = STRENGTH["doing"] if around.has(*_PERSONS) else STRENGTH["sign"]
    if alone.strength() < sure:
        return None
    # "…, maar het ging niet door": what comes after may take it back.
    if Message(m.text, after, m.moment).has("lasting", "not", "absence", "state", "became", "but"):
        return None
    dates = [item for item in before if item.kind == _DATE]
    if any(item.kind == _DATE for item in after) or (dates and alone.dates):
        return None
    return Message(m.text, [*dates, *clause], m.moment) if dates else alone


def explained_part(m: Message) -> Message | None:
    """What stands before the parts that only tell why: "45 min met zijn telefoon gezeten, hij kon niets meer"."""
    clauses = clauses_of(m.items)
    position = next((i for i, clause in enumerate(clauses) if i and _tells_why(clause)), None)
    if position is None:
        return None
    why = Message(m.text, [item for clause in clauses[position:] for item in clause], m.moment)
    if why.amounts or why.has(*_UNSETTLING, *_TAKES_BACK) or why.strength() >= STRENGTH["doing"]:
        return None
    told = Message(m.text, [item for clause in clauses[:position] for item in clause], m.moment)
    return told if told.told() else None


def _tells_why(clause: Sequence[Item]) -> bool:
    first = next((item for item in clause if item.kind not in _ENDS), None)
    return first is not None and NAME[first.kind] == "third" and first.text not in _AUXILIARY


_AUXILIARY = ("has", "heeft")
# With these the part tells more than why somebody was helped.
_TAKES_BACK = ("i", "we", "inversion", "date", "absence", "became", "perhaps", "done", "helped", "work", "hourlet")


def clauses_of(items: Sequence[Item]) -> list[list[Item]]:
    """The parts of the sentences; a piece that tells no story of its own stays with what is before it."""
    found: list[list[Item]] = [[]]
    for position, item in enumerate(items):
        opens = item.kind == _AND and position + 1 < len(items) and items[position + 1].kind in _OPENS
        # "Mijn zus en ik hebben": one subject.
        opens = opens and NAME[items[position - 1].kind] not in (*_PERSONS, "unknown")
        if found[-1] and (item.kind in _ENDS or opens):
            found.append([])
        found[-1].append(item)
    joined: list[list[Item]] = []
    for clause in found:
        own = any(NAME[item.kind] not in _VERBLESS or _is_verb(item) for item in clause) or clause[0].kind == _BUT
        if joined and not own:
            joined[-1] += clause
        else:
            joined.append(clause)
    return joined


def _is_verb(item: Item) -> bool:
    return NAME[item.kind] == "activity" and item.value.strength == STRENGTH["doing"]


def _has_amount(clause: Sequence[Item]) -> bool:
    return any(item.kind in AMOUNTS for item in clause)


def _incidental(clause: Sequence[Item]) -> bool:
    """Whether the amounts of a part are a delay, or somebody's age: "mijn dochter van 12 keek toe"."""
    if any(NAME[item.kind] in _INCIDENTAL for item in clause):
        return not any(NAME[item.kind] in ("i", "we", "inversion") and item.value is None for item in clause)
    amounts = [(before, item) for before, item in pairwise(clause) if item.kind in AMOUNTS]
    return bool(amounts) and all(
        NAME[before.kind] == "other_person" and NAME[item.kind] == "range" and item.value.end is None
        for before, item in amounts
    )


def _of_the_writer(alone: Message, around: Message) -> bool:
    told = alone.told()
    if of_the_writer(alone):
        return told or alone.strength() > STRENGTH["sign"]
    if alone.moment.language == "tr":
        verbs = [*alone.unknown, *alone.activities, *alone.of("done"), *alone.of("helped")]
        return any(_TURKISH_OWN.match(item.text) for item in verbs)
    # "Bus te laat, maar wel 2 uur computerhulp gedaan": nobody else is there who could have done it.
    nobody_else = not around.has(*_PERSONS) and (not around.unknown or of_the_writer(around))
    nobody_else = nobody_else and around.has("thing", *_INCIDENTAL, "smalltalk", "i", "nobody")
    return nobody_else and told and alone.items[0].kind == _BUT and alone.strength() >= STRENGTH["group"]
