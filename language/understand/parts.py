"""The items of a message as parts: what was found where, by which rule, as plain values."""

from collections.abc import Iterable, Mapping
from typing import Any

from language.understand.calendar import Days
from language.understand.kinds import NAME
from language.understand.meaning import Part
from language.understand.rule import Item
from language.understand.rules.clock import DAY, Clock, Range
from language.understand.rules.durations import Amount, Choice
from language.understand.rules.numbers import number

_KINDS = {
    "duration": "duration",
    "clock": "time",
    "range": "timerange",
    "date": "date",
    "activity": "activity",
    "people": "people",
    "choice": "choice",
    "vague": "vague",
    "count": "count",
    "pause": "pause",
    "times": "times",
}


def _hhmm(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def _value(kind: str, item: Item) -> Mapping[str, Any] | None:
    value = item.value
    if isinstance(value, Amount):
        return {"minutes": value.minutes}
    if isinstance(value, Clock):
        return {"time": _hhmm(value.minutes)}
    if isinstance(value, Range):
        if value.start is None or value.end is None:
            return {"time": _hhmm(value.start if value.start is not None else value.end or 0)}
        return {"from": _hhmm(value.start), "to": _hhmm(value.end), "minutes": value.minutes % DAY or DAY}
    if isinstance(value, Days):
        if not value.dates:
            return {"date": None}
        if len(value.dates) > 1:
            return {"date": value.dates[0].isoformat(), "dates": [day.isoformat() for day in value.dates]}
        return {"date": value.dates[0].isoformat()}
    if isinstance(value, Choice):
        return {"minutes": list(value.minutes)}
    if kind == "activity":
        return {"activity": value.label, "group": value.group}
    if kind == "people":
        return {"people": value}
    if kind == "pause" and value is None:
        return None
    return {"value": value}


def parts(items: Iterable[Item], numbers: Iterable[Item]) -> list[Part]:
    """Everything found, in the order of the text."""
    found = []
    for item in items:
        kind = _KINDS.get(NAME[item.kind])
        if kind is None:
            continue
        value = _value(kind, item)
        if value is not None:
            if isinstance(item.value, Range) and "time" in value:
                kind = "time"
            rule = item.rule.name if item.rule else f"word.{NAME[item.kind]}"
            found.append(Part(kind, item.start, item.end, rule, value))
    for item in numbers:
        if NAME[item.kind] == "a" and any(item.start == part.start for part in found) is False:
            continue
        value_number = number(item)
        whole = int(value_number) if value_number == int(value_number) else value_number
        rule = item.rule.name if item.rule else "number"
        found.append(Part("number", item.start, item.end, rule, {"number": whole}))
    found.sort(key=lambda part: (part.start, part.end))
    return found
