"""Stretches of days, and days counted in months and years. For ``parts`` alone."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from language.understand.rule import Item, Moment, Rule
from language.understand.rules.days import first_of

_UNIT = re.compile(r"weekend|weekeinde|week|wk|maand|month|jaar|year")
_BEFORE = re.compile(r"vorig|afgelopen|verleden|laatste|last|previous")
_AFTER = re.compile(r"volgend|komend|aanstaand|next|coming")


class Period(NamedTuple):
    """From a day up to and with another; ``day`` is the one that is meant where that is told ("eind maart")."""

    first: date
    last: date
    day: date | None = None


def month_of(year: int, month: int) -> Period:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    first = date(year, month, 1)
    return Period(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))


def _around(today: date, unit: str, shift: int) -> Period | None:
    monday = today - timedelta(days=today.isoweekday() - 1)
    if unit.startswith("weeke"):
        saturday = monday + timedelta(days=5, weeks=min(shift, 0) if today.isoweekday() < 6 else shift)
        return Period(saturday, saturday + timedelta(days=1))
    if unit.startswith("w"):
        return Period(monday + timedelta(weeks=shift), monday + timedelta(days=6, weeks=shift))
    if unit.startswith("m"):
        return month_of(today.year, today.month + shift)
    return Period(date(today.year + shift, 1, 1), date(today.year + shift, 12, 31))


def _said(items: Sequence[Item]) -> str:
    return " ".join(_said(item.inner) if item.inner else item.text for item in items)


def named_period(m: Sequence[Item], moment: Moment) -> Period | None:
    """The stretch that is named: a month, or the week, month or year now, before or after."""
    words = [inner for item in m for inner in (item.inner or (item,))]
    month = first_of(words, "month")
    if month is not None:
        year = first_of(m, "year")
        if year is not None:
            return month_of(year.value, month.value) if 1000 < year.value < 9999 else None
        near = min(
            (-1, 0, 1), key=lambda back: abs((date(moment.today.year + back, month.value, 15) - moment.today).days)
        )
        return month_of(moment.today.year + near, month.value)
    text = _said(m)
    unit = _UNIT.search(text)
    if unit is None:
        return None
    return _around(moment.today, unit.group(), -1 if _BEFORE.search(text) else 1 if _AFTER.search(text) else 0)


def _whole(m: Sequence[Item], moment: Moment) -> Period | None:
    loose = first_of(m, "date")
    return named_period(m, moment) if loose is not None and loose.value.kind == "loose" else None


def _part_of(m: Sequence[Item], moment: Moment) -> Period | None:
    """The beginning, middle or end of a stretch: a third of a month, and its first, middle or last day."""
    part = _PARTS.get(m[0].text.partition(" ")[0])
    named = named_period(m[1:], moment)
    loose = first_of(m, "date")
    if part is None or named is None or (loose is not None and loose.value.kind != "loose"):
        return None
    third = ((named.last - named.first).days + 1) // 3
    early, late = named.first + timedelta(days=third), named.last - timedelta(days=third)
    if part == "begin":
        return Period(named.first, early - timedelta(days=1), named.first)
    if part == "end":
        return Period(late + timedelta(days=1), named.last, named.last)
    return Period(early, late, named.first + (named.last - named.first) // 2)


_PARTS = {
    "begin": "begin",
    "start": "begin",
    "eind": "end",
    "einde": "end",
    "end": "end",
    "half": "middle",
    "midden": "middle",
    "medio": "middle",
}


FACT_DATES = (
    Rule(
        "fact.part-of-period",
        "the beginning, middle or end of a week, month or year",
        "period",
        "(from|to|half|other) (from|of)? the? (date year?|count|weeks)",
        _part_of,
        yes=(
            ("begin maart", "2027-03-01/2027-03-10"),
            ("eind november", "2026-11-21/2026-11-30"),
            ("einde van de week", "2026-11-28/2026-11-29"),
            ("medio december", "2026-12-11/2026-12-21"),
        ),
        no=("tot maandag",),
    ),
    Rule(
        "fact.period",
        "a week, weekend, month or year",
        "period",
        "next? date year?",
        _whole,
        yes=(
            ("volgende maand", "2026-12-01/2026-12-31"),
            ("vorige week", "2026-11-16/2026-11-22"),
            ("december 2026", "2026-12-01/2026-12-31"),
            ("komend weekend", "2026-11-28/2026-11-29"),
        ),
        no=("maandag", "gisteren"),
    ),
)
