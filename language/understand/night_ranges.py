"""A night whose two clock times each have their day beside them: "from 9pm Saturday until 7am Sunday"."""

import re
from datetime import timedelta

from language.understand.calendar import Days
from language.understand.kinds import CHAR, NAME, expand
from language.understand.rule import Item
from language.understand.rules.clock import DAY, HALF_DAY, clock_of
from language.understand.rules.ranges import Range

_TIME = "(CLOCK|duration)"
_NIGHT = re.compile(
    expand(
        f"from? date at? {_TIME} to date at? {_TIME}|date from at? {_TIME} to date at? {_TIME}"
        f"|from? at? {_TIME} date to at? {_TIME} date"
    ),
)
_DATE, _RANGE = CHAR["date"], CHAR["range"]
_LATER = ("afternoon", "evening")


def join_nights(items: list[Item], kinds: str) -> list[Item]:
    """The items with such a night as its first day and one range; without a certain end where the two do not fit."""
    found = _NIGHT.search(kinds)
    if found is None:
        return items
    begin, end = found.span()
    matched = items[begin:end]
    first, last = (item for item in matched if item.kind == _DATE)
    night = Item(_RANGE, _range(matched, first.value, last.value), matched[0].start, matched[-1].end, "", None, matched)
    return [*items[:begin], first, night, *items[end:]]


def _range(matched: list[Item], first: Days, last: Days) -> Range:
    said = [item for item in matched if NAME[item.kind] not in ("from", "to", "at", "date")]
    clocks = [clock_of(item) for item in said]
    start, end = clocks
    next_day = len(first.dates) == 1 and last.dates == (first.dates[0] + timedelta(days=1),)
    if start is None or end is None or not next_day:
        return Range(start.minutes if start else 0, None)
    later = first.part in _LATER and start.minutes < HALF_DAY and not start.exact
    return Range(start.minutes + (HALF_DAY if later else 0), end.minutes + DAY)
