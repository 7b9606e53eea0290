"""The items of a message as parts: what was found where, by which rule, as plain values."""

from collections.abc import Mapping, Sequence
from typing import Any

from language.understand.calendar import Days
from language.understand.kinds import CHAR, NAME
from language.understand.meaning import Part
from language.understand.rule import Item
from language.understand.rules.clock import DAY, Clock
from language.understand.rules.durations import Amount, Choice
from language.understand.rules.facts_dates import Period
from language.understand.rules.facts_times import FACT_TIMES, Length
from language.understand.rules.numbers import Decimal, number
from language.understand.rules.ranges import Range

_KINDS = {
    "duration": "duration",
    "span": "duration",
    "length": "duration",
    "period": "date",
    "number": "number",
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


_PARTS = {CHAR[name]: kind for name, kind in _KINDS.items()}
_NUMBERS = frozenset(CHAR[kind] for kind in ("int", "dec", "a", "year", "neg"))
_ORDINAL, _FRACTION, _NUMBER, _CLOCK = CHAR["ordinal"], CHAR["fraction"], CHAR["number"], CHAR["clock"]
_ONE, _NEGATIVE = CHAR["a"], CHAR["neg"]


def _plain(number: float) -> float:
    return int(number) if number == int(number) else round(number, 6)


def _hhmm(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def _value(kind: str, item: Item) -> Mapping[str, Any] | None:
    value = item.value
    if isinstance(value, Amount):
        return {"minutes": value.minutes}
    if isinstance(value, Length):
        minutes = {} if value.minutes is None else {"minutes": _plain(value.minutes)}
        return {**minutes, "unit": value.unit, "amount": _plain(value.amount)}
    if isinstance(value, Period):
        day = value.day.isoformat() if value.day else None
        return {"date": day, "from": value.first.isoformat(), "to": value.last.isoformat()}
    if kind == "number":
        return {"number": _plain(value)}
    if kind == "time":
        return {"time": _hhmm(value.minutes if isinstance(value, Clock) else value)}
    if isinstance(value, Range):
        if value.start is None or value.end is None:
            return {"time": _hhmm(value.start if value.start is not None else value.end or 0)}
        return {"from": _hhmm(value.start), "to": _hhmm(value.end), "minutes": value.minutes % DAY or DAY}
    if isinstance(value, Days):
        if not value.dates:
            return {"date": None}
        if len(value.dates) > 1:
            return {"date": value.dates[0].isoformat(), "dates": [day.isoformat() for day in value.dates]}
        return {"date": (value.ahead or value.dates[0]).isoformat()}
    if isinstance(value, Choice):
        return {"minutes": list(value.minutes)}
    if kind == "activity":
        return {"activity": value.label, "group": value.group}
    if kind == "people":
        return {"people": value}
    if kind == "pause" and value is None:
        return None
    return {"value": value}


def plain_value(item: Item) -> Any:
    """The one value of what a rule read that tells most: minutes, "HH:MM", a date, a number, how many days."""
    value = item.value
    if isinstance(value, Amount | Range):
        return value.minutes if not isinstance(value, Range) or None not in (value.start, value.end) else None
    if isinstance(value, Clock):
        return _hhmm(value.minutes)
    if isinstance(value, Days):
        if len(value.dates) > 1:
            return len(value.dates)
        return (value.ahead or value.dates[0]).isoformat() if value.dates else None
    if isinstance(value, Choice):
        return value.minutes
    if isinstance(value, Decimal):
        return value.number
    if isinstance(value, Length):
        return value.amount, value.unit
    if isinstance(value, Period):
        return f"{value.first}/{value.last}"
    return value if isinstance(value, int | float) else None


def parts(items: Sequence[Item]) -> list[Part]:
    """Everything found, in the order of the text; the numbers inside what was found too."""
    found: list[Part] = []
    for item in items:
        part = _part(item)
        if part is not None:
            found.append(part)
        # "8 uur 's ochtends" is read as a clock time, and may still be a length.
        if item.kind == _CLOCK and item.inner and item.rule in FACT_TIMES:
            lengths = [_part(inner) for inner in item.inner]
            found += [length for length in lengths if length is not None and length.kind == "duration"]
        if item.inner or item.kind in _NUMBERS or item.kind in (_ORDINAL, _FRACTION):
            _add_numbers(found, item, alone=not item.inner, sole=len(items) == 1)
    return found


def _part(item: Item) -> Part | None:
    kind = _PARTS.get(item.kind)
    if kind is None:
        return None
    value = _value(kind, item)
    if value is None:
        return None
    if "time" in value:
        kind = "time"
    return Part(kind, item.start, item.end, item.rule.name if item.rule else f"word.{kind}", value)


def _add_numbers(found: list[Part], item: Item, *, alone: bool, sole: bool = False) -> None:
    kind = item.kind
    if kind == _NUMBER:
        return
    if kind in (_ORDINAL, _FRACTION) and alone and not item.inner:
        order = {"ordinal": True} if kind == _ORDINAL else {}
        found.append(Part("number", item.start, item.end, NAME[kind], {"number": item.value, **order}))
    elif kind in _NUMBERS and not (kind == _ONE and alone and not sole):
        counted = -number(item) if kind == _NEGATIVE else number(item)
        rule = item.rule.name if item.rule else "number"
        found.append(Part("number", item.start, item.end, rule, {"number": _plain(counted)}))
    else:
        for part in item.inner:
            _add_numbers(found, part, alone=False)
