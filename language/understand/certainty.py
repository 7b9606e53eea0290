"""Whose hours a message tells, and which of its amounts were really worked."""

import itertools

from language.understand.compose import AMOUNTS
from language.understand.kinds import CHAR, NAME
from language.understand.message import Message
from language.understand.rule import Item
from language.understand.rules.clock import Range
from language.understand.rules.durations import Amount

_RANGE, _DURATION = CHAR["range"], CHAR["duration"]
_BESIDE = ("with", "for", "at", "place_at", "title", "and", "of")


def of_another(m: Message) -> bool:
    """Whether somebody else than the writer did the work: not merely was there, or was helped."""
    if m.has("as_person"):
        return True
    before = ""
    for item in m.items:
        kind = NAME[item.kind]
        if kind == "other_person" and (before not in _BESIDE or (before == "for" and m.has("log"))):
            return True
        before = kind
    return False


def done_amounts(m: Message) -> list[Item]:
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
    return any(first == "but" and second in ("became", "was_it") for first, second in itertools.pairwise(kinds))
