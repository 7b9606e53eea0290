"""Which amounts of a message were really worked, and whether all in it fits an entry."""

from collections.abc import Sequence
from itertools import pairwise

from language.understand.kinds import CHAR, NAME
from language.understand.message import Message
from language.understand.rule import Item
from language.understand.rules.durations import Amount
from language.understand.rules.ranges import Range
from language.understand.segments import AMOUNTS
from language.understand.wordfiles import STRENGTH

_RANGE, _DURATION, _PAUSE = CHAR["range"], CHAR["duration"], CHAR["pause"]
# With these a message can begin that orders an entry to go: "haal 9-12 en 1 uur eraf".
_ORDERS = ("unknown", "work", "polite", "delete", "must", "other", "change", "log")
# How many words that nothing is known of an entry may hold that names no activity.
_MOST_UNKNOWN = 2


def taken_off(items: Sequence[Item]) -> Item | None:
    """The length that goes off a range told before it: "van 9 tot 5, half uur eraf"."""
    amounts = [item for item in items if item.kind in AMOUNTS]
    if len(amounts) != 2 or amounts[0].kind != _RANGE or NAME[items[0].kind] in _ORDERS:
        return None
    return next(
        (
            before
            for before, after in pairwise(items)
            if NAME[after.kind] == "delete" and before.kind == _DURATION and before is amounts[1]
        ),
        None,
    )


def done_amounts(m: Message) -> Sequence[Item]:
    """The items without the amounts that are no work done: what was planned, and a length that only repeats a range."""
    items = m.items
    if len(m.amounts) < 2:
        return items
    off = taken_off(items)
    if off is not None:
        return [Item(_PAUSE, off.value, off.start, off.end) if item is off else item for item in items]
    if m.has("planned") or _outcome(m) or (m.has("meant") and m.has("became")):
        last = m.amounts[-1]
        return [item for item in items if item.kind not in AMOUNTS or item is last]
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


def _outcome(m: Message) -> bool:
    kinds = [NAME[item.kind] for item in m.items]
    return any(first == "but" and second in ("became", "was_it") for first, second in pairwise(kinds))


def unknown_activity(m: Message) -> str | None:
    """The words that stand where an activity would, as typed, in an entry that names none."""
    if m.activities:
        return None
    run: list[Item] = []
    for item in m.items:
        if NAME[item.kind] == "unknown":
            if run and item.start - run[-1].end > 1:
                break
            run.append(item)
        elif run:
            break
    return m.text[run[0].start : run[-1].end] if run and len(run) <= _MOST_UNKNOWN else None


def doubtful(m: Message) -> bool:
    """Whether an amount may be of something else than volunteer work: too much in the message is not understood."""
    if m.asks() and not m.has("log"):
        return True
    if m.has("nothing", "no", "perhaps", "soon", "span"):
        return True
    if m.has("not", "absence") and not _told_apart(m):
        return True
    if m.follows("after", "duration", "range") and not m.told():
        return True
    if any(item.value == "wish" for item in m.of("polite")) and not m.has("log") and not m.told():
        return True
    if _bare_end(m):
        return True
    if m.has("became") and len(m.amounts) == 1 and m.has("int"):
        return True
    if m.has("delete") and not _removed_as_work(m) and taken_off(m.items) is None and not m.has("pause"):
        return True
    if (m.has("schedule") and not m.dates) or m.first() == "stopword":
        return True
    if any(item.value == "took" for item in m.of("lasting")) and not m.told() and not m.has("planned", "became"):
        return True
    if len(m.amounts) > 1 and m.has("lasting", "attendance", "newcomers", "elsewhere"):
        return True
    told = m.told() or m.has("work", "log")
    there = any(item.value != "came" for item in m.of("there"))
    if (there or m.has("is")) and not m.has("i", "inversion", "we", "log", "people", "count"):
        return True
    if m.has("ask") and not told:
        return True
    if m.has("polite") and m.has("work") and not m.told() and not m.has("log"):
        return True
    if m.strength() > STRENGTH["sign"]:
        return False
    if m.strength() == STRENGTH["sign"]:
        strange = len(m.unknown) + sum(item.value != "mend" for item in m.of("other")) + len(m.of("broken"))
        return not told and strange > (_MOST_UNKNOWN if m.has("i") else 0)
    return not _plain(m)


def _bare_end(m: Message) -> bool:
    """Whether a number that may be hours stands alone behind "for": "then cleaned for 1"."""
    ends = ("comma", "stop", "exclamation", "and", "then", "")
    return any(
        before == "for" and kind == "int" and after in ends
        for before, kind, after in zip(m.order, m.order[1:], (*m.order[2:], ""), strict=False)
    )


def _told_apart(m: Message) -> bool:
    """Whether what was not, or who was not there, is told in a part before that of the work: "Ria ziek, dus ik"."""
    if not m.told() or m.strength() <= STRENGTH["sign"] or m.has("planned", "lasting"):
        return False
    parts: list[list[str]] = [[]]
    for item in m.items:
        kind = NAME[item.kind]
        if kind in _PART_ENDS or kind == "inversion":
            parts.append([])
        if item.kind in AMOUNTS:
            kind = "amount"
        elif kind == "activity" and item.value.strength == STRENGTH["sign"]:
            kind = "sign"
        parts[-1].append(kind)
    begun = False
    for part in parts:
        begun = begun or "amount" in part
        if "not" in part or "absence" in part:
            if begun or not _SAYS_MORE.isdisjoint(part):
                return False
            if "absence" in part and (_SOMEBODY.isdisjoint(part) or "i" in part or "we" in part):
                return False
    return True


_PART_ENDS = ("comma", "stop", "then", "but", "exclamation")
_SAYS_MORE = frozenset(("date", "activity", "int", "dec", "clock"))
_SOMEBODY = frozenset(("name", "other_person", "third", "the", "title"))


def _plain(m: Message) -> bool:
    """Whether a message that names no known activity tells nothing but its hours, or besides them one thing done."""
    if not m.kinds <= _PLAIN or (m.has("is", "was_it") and not m.has("helped")):
        return False
    language = m.moment.language
    if not m.has("helped", "log") and any(
        before in _SMALL and after in _LENGTHS and (before, language) != ("for", "en")
        for before, after in pairwise(m.order)
    ):
        return False
    if m.has("each", "daily") and not (m.dates or m.has("people", "we")):
        return False
    if not m.unknown:
        return True
    if len(m.unknown) > _MOST_UNKNOWN:
        return False
    return m.has("helped", "log") or not (m.has("done", "work", "i", "we") or m.follows("the", "unknown"))


def _removed_as_work(m: Message) -> bool:
    """Whether something is named that is removed as work: weeds, not an entry."""
    if any(item.value.strength == STRENGTH["doing"] for item in m.activities):
        return True
    return m.follows("unknown", "delete") and m.strength() > 1 and all(i.value == "done" for i in m.of("delete"))


_LENGTHS = ("duration", "range")
# Before an amount these make it a moment or a term: "in 2 uur", "na 2 uur", "elke 2 uur".
_SMALL = ("neutral", "before", "for", "after", "past")
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
