"""The items of a message as parts: what was found where, by which rule, as plain values."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from language.understand.calendar import Days
from language.understand.kinds import NAME
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


_NUMBERS = ("int", "dec", "a", "year", "neg")


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
        found += _found(item)
        found += _numbers(item, alone=not item.inner, sole=len(items) == 1)
    return found


def _found(item: Item) -> Iterator[Part]:
    part = _part(item)
    if part is not None:
        yield part
    # "8 uur 's ochtends" is read as a clock time, and may still be a length.
    if item.rule in FACT_TIMES and item.inner and NAME[item.kind] == "clock":
        yield from (part for inner in item.inner if (part := _part(inner)) is not None and part.kind == "duration")


def _part(item: Item) -> Part | None:
    kind = _KINDS.get(NAME[item.kind])
    if kind is None:
        return None
    value = _value(kind, item)
    if value is None:
        return None
    if "time" in value:
        kind = "time"
    return Part(kind, item.start, item.end, item.rule.name if item.rule else f"word.{kind}", value)


def _numbers(item: Item, *, alone: bool, sole: bool = False) -> Iterator[Part]:
    kind = NAME[item.kind]
    if kind == "number":
        return
    if kind in ("ordinal", "fraction") and alone and not item.inner:
        order = {"ordinal": True} if kind == "ordinal" else {}
        yield Part("number", item.start, item.end, kind, {"number": item.value, **order})
    elif kind in _NUMBERS and not (kind == "a" and alone and not sole):
        counted = -number(item) if kind == "neg" else number(item)
        rule = item.rule.name if item.rule else "number"
        yield Part("number", item.start, item.end, rule, {"number": _plain(counted)})
    else:
        for part in item.inner:
            yield from _numbers(part, alone=False)
