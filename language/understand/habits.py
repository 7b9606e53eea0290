"""Work that comes back: on which weekdays, how long, and of what."""

from dataclasses import replace
from datetime import timedelta

from language.understand.calendar import Days, last_weekday
from language.understand.compose import compose
from language.understand.kinds import CHAR, NAME
from language.understand.meaning import Draft
from language.understand.message import Message
from language.understand.rule import Item

WEEKLY = "weekly"
_AMOUNTS = ("duration", "range")


def weekdays(m: Message) -> tuple[int, ...]:
    """The weekdays (Monday 1) that a message says to come back: "elke dinsdag", "dinsdags", "wekelijks op dinsdag"."""
    told = [item.value for item in m.of("schedule")]
    days = {day for value in told if isinstance(value, tuple) for day in value}
    days |= {value for value in told if isinstance(value, int)}
    if days or WEEKLY not in told:
        return tuple(sorted(days)) if not m.dates else ()
    return named_weekdays(m)


def named_weekdays(m: Message) -> tuple[int, ...]:
    """The weekdays that a message names, if it names no other days."""
    days: set[int] = set()
    for item in m.dates:
        found = _weekdays_of(item)
        if not found:
            return ()
        days |= found
    return tuple(sorted(days))


def _weekdays_of(item: Item) -> set[int]:
    """The weekdays of a date item, if these are all that it says."""
    days: Days = item.value
    if days.problem is not None or days.kind not in ("weekday", "list"):
        return set()
    if days.kind == "weekday" and NAME[item.inner[0].kind] != "weekday":
        return set()
    if days.kind == "list" and not all(_weekdays_of(each) for each in item.inner if NAME[each.kind] == "date"):
        return set()
    return {day.isoweekday() for day in days.dates}


def habit(m: Message) -> Draft | None:
    """What is done each time: a draft without a date; None where the amount is not certain."""
    days = weekdays(m)
    if not days or len(m.amounts) != 1 or NAME[m.amounts[0].kind] not in _AMOUNTS:
        return None
    composed = compose(_once(m, days[0]), m.moment, m.text)
    if composed.ask is not None or len(composed.drafts) != 1:
        return None
    return replace(composed.drafts[0], date=None)


def _once(m: Message, weekday: int) -> list[Item]:
    """The items as if the work was told of one day in the past: what a range or an amount says then, it says each time.

    The part of the day is kept: "elke dinsdagavond van 7 tot 9".
    """
    day = last_weekday(m.moment.today, weekday) - timedelta(weeks=1)
    inner = [(NAME[each.kind], each.value) for item in m.items for each in item.inner]
    parts = [value for kind, value in inner if kind == "daypart"]
    parts += [value[1] for kind, value in inner if kind == "weekday" and value[1]]
    once = Item(CHAR["date"], Days((day,), "weekday", parts[0] if parts else None), 0, 0)
    return [once, *(item for item in m.items if NAME[item.kind] not in ("schedule", "date"))]
