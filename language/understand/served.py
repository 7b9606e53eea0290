"""People for whom the work was: "5 vrouwen geholpen", "taught 8 ladies". They are counted as nobody who worked."""

import re
from collections.abc import Sequence

from language.understand.kinds import CHAR, NAME
from language.understand.rule import Item

_PEOPLE, _COUNT, _ACTIVITY = CHAR["people"], CHAR["count"], CHAR["activity"]
_HEADS = "people.heads"
# How many words away a verb may stand.
_FARTHEST = 12
VOLUNTEER = "volunteer"
# "4 man" is said of those who worked.
_WORKERS = frozenset({"man", "leden", "handen"})
_ENDS = frozenset(CHAR[kind] for kind in ("comma", "stop", "exclamation", "colonmark", "but", "then", "each"))
_SERVES = re.compile(
    r"(?:mee)?geholpen|begeleid|ondersteund|ge?assisteerd|bijgestaan|verzorgd|hielp|helped|helping|assisted|supported"
    r"|guided|hosted|served|taught|teach|teaching|les gegeven.*|lesgegeven|gaf les|ontvangen|welcomed"
)
_LESSON = re.compile(r".*(?:les|lessen|leren|leerde|geleerd|cursus|lesson|lessons|class|classes|taught|teach)\b.*")
_PAST = re.compile(r"\w*ge\w{2,}(?:[dt]|en)$|(?:be|ver|her|ont)\w{2,}(?:[dt]|en)$|\w{2,}(?:ed|ght)$|drove|met|saw|took")


def set_served_apart(items: Sequence[Item]) -> None:
    """Take those whom the work was for out of the number of people who worked."""
    for position, item in enumerate(items):
        if item.kind == _PEOPLE and _may_be_served(item) and _is_served(items, position):
            item.kind, item.value = _COUNT, "count"


def _may_be_served(item: Item) -> bool:
    if item.rule is None or item.rule.name != _HEADS:
        return False
    return not any(each.value == VOLUNTEER or each.text in _WORKERS for each in item.inner)


def _is_served(items: Sequence[Item], position: int) -> bool:
    before = items[position - 1] if position else None
    if before is not None and (_serves(before) or _strange_verb(before)):
        return True
    part = _part(items, position)
    if any(item.kind == _ACTIVITY and _LESSON.match(item.text) for item in part):
        return True
    behind = [item for item in part if item.start > items[position].start]
    return any(_serves(item) or _strange_verb(item) for item in behind)


def _part(items: Sequence[Item], position: int) -> Sequence[Item]:
    first = last = position
    while first and items[first - 1].kind not in _ENDS and position - first < _FARTHEST:
        first -= 1
    while last + 1 < len(items) and items[last + 1].kind not in _ENDS and last - position < _FARTHEST:
        last += 1
    return items[first : last + 1]


def _serves(item: Item) -> bool:
    return NAME[item.kind] in ("helped", "done", "work", "activity") and _SERVES.fullmatch(item.text) is not None


def _strange_verb(item: Item) -> bool:
    return NAME[item.kind] in ("unknown", "other") and _PAST.fullmatch(item.text) is not None
