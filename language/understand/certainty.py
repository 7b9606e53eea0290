"""Which amounts of a message were really worked, and whether all in it fits an entry."""

from collections.abc import Sequence
from itertools import product

from language.understand.doubts import doubt_in
from language.understand.doubts.amounts import outcome_of_plan, taken_off
from language.understand.kinds import CHAR, NAME
from language.understand.message import Message
from language.understand.rule import Item
from language.understand.rules.durations import Amount
from language.understand.rules.ranges import Range
from language.understand.segments import AMOUNTS
from language.understand.wordfiles import STRENGTH

_RANGE, _DURATION, _PAUSE = CHAR["range"], CHAR["duration"], CHAR["pause"]
# How many words that nothing is known of an entry may hold that names no activity.
_MOST_UNKNOWN = 2


def done_amounts(m: Message) -> Sequence[Item]:
    """The items without the amounts that are no work done: what was planned, and a length that only repeats a range."""
    items = m.items
    if len(m.amounts) == 1 and m.has("became", "planned"):
        return _with_outcome(m)
    if len(m.amounts) < 2:
        return items
    off = taken_off(items)
    if off is not None:
        return [Item(_PAUSE, off.value, off.start, off.end) if item is off else item for item in items]
    if m.has("planned") or _outcome(m) or (m.has("meant") and m.has("became")):
        last = m.amounts[-1]
        return [item for item in items if item.kind not in AMOUNTS or item is last]
    if _said_twice(items):
        return [item for item in items if item is not m.amounts[-1]]
    ranges = [item for item in items if item.kind == _RANGE]
    lengths = [item for item in items if item.kind == _DURATION]
    if len(ranges) == 1 and len(lengths) == 1 and len(m.dates) < 2:
        said: Range = ranges[0].value
        length: Amount = lengths[0].value
        if said.start is None or said.end is None:
            return [item for item in items if item is not ranges[0]]
        if said.minutes == length.minutes:
            return [item for item in items if item is not lengths[0]]
    return items


def _said_twice(items: Sequence[Item]) -> bool:
    """ "Met 4 man 3 uur gekookt, ieder 3 uur": the same again for each, and no day or work of its own."""
    first, second = [item for item in items if item.kind in AMOUNTS][-2:]
    if first.kind != _DURATION or second.kind != _DURATION or first.value.minutes != second.value.minutes:
        return False
    behind = (item for item in items if item.start > second.start)
    return not any(item.kind in _OWN_PIECES for item in behind) and any(
        c is second and NAME[b.kind] == "each" and NAME[a.kind] in ("comma", "stop", "open_paren")
        for a, b, c in zip(items, items[1:], items[2:], strict=False)
    )


_OWN_PIECES = frozenset(CHAR[kind] for kind in ("date", "activity"))


def _with_outcome(m: Message) -> Sequence[Item]:
    """ "Gepland 2 uur maar het werden er 3": what became of a plan in hours is told in hours."""
    outcome = outcome_of_plan(m)
    if outcome is None:
        return m.items
    hours = outcome.value if NAME[outcome.kind] == "int" else outcome.value.number
    done = Item(_DURATION, Amount(int(hours * 60 + 0.5)), outcome.start, outcome.end)
    return [done if item is outcome else item for item in m.items if item.kind not in AMOUNTS]


def _outcome(m: Message) -> bool:
    return m.follows("but", "became", "was_it") or m.follows("comma", "became") or m.follows("stop", "became")


def unknown_activity(m: Message) -> str | None:
    """The words that stand where an activity would, as typed, in an entry that names none."""
    if m.activities:
        return None
    run: list[Item] = []
    for item in m.unknown:
        if run and item.start - run[-1].end > 1:
            break
        run.append(item)
    return m.text[run[0].start : run[-1].end] if run and len(run) <= _MOST_UNKNOWN else None


def doubtful(m: Message) -> bool:
    """Whether an amount may be of something else than volunteer work: too much in the message is not understood."""
    if doubt_in(m) is not None:
        return True
    if m.strength() > STRENGTH["sign"]:
        return False
    if m.strength() == STRENGTH["sign"]:
        strange = len(m.unknown) + sum(item.value != "mend" for item in m.of("other")) + len(m.of("broken"))
        told = m.told() or m.has("work", "log")
        return not told and strange > (_MOST_UNKNOWN if m.has("i") else 0)
    return not _plain(m)


def _plain(m: Message) -> bool:
    """Whether a message that names no known activity tells nothing but its hours, or besides them one thing done."""
    if not m.kinds <= _PLAIN or (m.has("is", "was_it") and not m.has("helped")):
        return False
    terms = _TERMS if m.moment.language != "en" else _ENGLISH_TERMS
    if not m.pairs.isdisjoint(terms) and not m.has("helped", "log"):
        return False
    if m.has("each", "daily") and not (m.dates or m.has("people", "we")):
        return False
    if not m.unknown:
        return True
    strange = sum(item.value != _WORK_VERB for item in m.unknown)
    if strange > _MOST_UNKNOWN:
        return False
    # "Gestreken en kleding gesorteerd".
    if strange < len(m.unknown) or m.has("helped", "log"):
        return True
    return not (m.has("done", "work", "i", "we") or m.follows("the", "unknown"))


_WORK_VERB = "work"
# Before an amount these make it a moment or a term: "in 2 uur", "na 2 uur", "elke 2 uur".
_ENGLISH_TERMS = frozenset(product(("neutral", "before", "after", "past"), ("duration", "range")))
_TERMS = _ENGLISH_TERMS | {("for", "duration"), ("for", "range")}
_PLAIN = frozenset(
    (
        *("duration", "range", "choice", "vague", "clock", "date", "daypart", "unknown", "neutral", "the", "a", "and"),
        *("done", "helped", "work", "i", "we", "approx", "greeting", "thanks", "bye", "polite", "log", "smalltalk"),
        *("people", "each", "daily", "times", "total", "pause", "comma", "stop", "exclamation", "dashmark", "is"),
        *("colonmark", "open_paren", "close_paren", "quote", "plus", "then", "with", "for", "before", "after", "of"),
        *("place_at", "at", "from", "title", "name", "sorry", "but", "only", "yes", "x", "be", "was_it", "planned"),
        *("became", "slashmark", "apostrophe", "hourlet", "heads", "others", "third", "plan", "int", "overview"),
        *("other_person", "as_person", "emoji", "visitors", "yet", "dec", "lasting", "nobody"),
    )
)
