"""Which amounts of a message were really worked, and whether all in it fits an entry."""

from collections.abc import Sequence
from itertools import pairwise

from language.understand.kinds import CHAR, NAME
from language.understand.message import Message
from language.understand.rule import Item
from language.understand.rules.clock import Range
from language.understand.rules.durations import Amount
from language.understand.segments import AMOUNTS
from language.understand.wordfiles import STRENGTH

_RANGE, _DURATION = CHAR["range"], CHAR["duration"]
# How many words that nothing is known of an entry may hold that names no activity.
_MOST_UNKNOWN = 2


def done_amounts(m: Message) -> Sequence[Item]:
    """The items without the amounts that are no work done: what was planned, and a length that only repeats a range."""
    items = m.items
    if len(m.amounts) < 2:
        return items
    if m.has("planned") or _outcome(m):
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
    if m.has("not", "absence", "nothing", "no", "perhaps", "soon", "span"):
        return True
    if m.has("polite") and not m.has("log") and m.first() == "polite" and not m.activities:
        return True
    told = m.told() or m.has("work", "log", "we") or m.strength() > 1
    if told:
        return False
    if len(m.unknown) > (0 if m.strength() == STRENGTH["sign"] and not m.has("i") else _MOST_UNKNOWN):
        return True
    return not m.activities and (_before_amount(m) or (bool(m.unknown) and m.has("i")))


def _before_amount(m: Message) -> bool:
    """Whether a small word like "in" or "nog" stands right before the amount of a message that names no work."""
    return any(before == "neutral" and after in _LENGTHS for before, after in pairwise(m.order))


_LENGTHS = ("duration", "range")
