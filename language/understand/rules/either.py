"""Two amounts of which one is meant: "2 of 3 uur"."""

from collections.abc import Sequence

from language.understand.kinds import NAME
from language.understand.rule import Item, Moment, Rule
from language.understand.rules.durations import Choice, whole
from language.understand.rules.numbers import Decimal, number

# "2 - 3 uur" is a span of hours; with higher numbers it is from one clock time to another.
_HIGHEST_SPAN = 6


def _either_hours(m: Sequence[Item], _: Moment) -> Choice | None:
    if NAME[m[0].kind] == "slash":
        return (
            Choice((m[0].value[0] * 60, m[0].value[1] * 60))
            if 0 < m[0].value[0] < m[0].value[1] <= _HIGHEST_SPAN
            else None
        )
    first, second = (item for item in m if NAME[item.kind] in ("int", "a", "dec"))
    if any(isinstance(item.value, Decimal) and len(item.value.digits) == 2 for item in (first, second)):
        return None
    if any(NAME[item.kind] in ("dashmark", "slashmark", "between") for item in m) and number(second) > _HIGHEST_SPAN:
        return None
    choice = whole(number(first) * 60), whole(number(second) * 60)
    return Choice(choice) if 0 < choice[0] < choice[1] <= 16 * 60 and choice[1] <= 3 * choice[0] else None


def _dash_hours(m: Sequence[Item], _: Moment) -> Choice | None:
    low, high, year = m[0].value
    return Choice((low * 60, high * 60)) if year is None and low < high <= _HIGHEST_SPAN and low <= 4 else None


def _either_minutes(m: Sequence[Item], _: Moment) -> Choice:
    first, second = (item for item in m if NAME[item.kind] in ("int", "a", "dec"))
    return Choice((whole(number(first)), whole(number(second))))


def _beside(m: Sequence[Item], _: Moment) -> Choice | None:
    low, high = m[0].value, m[1].value
    return Choice((low * 60, high * 60)) if 0 < low == high - 1 < _HIGHEST_SPAN else None


EITHER = (
    Rule(
        "duration.either",
        "two amounts of which one is meant",
        "choice",
        "(int|a|dec) UNIT? (or|dashmark|slashmark) (int|dec) UNIT|between the? (int|a) and (int|dec) UNIT|slash UNIT",
        _either_hours,
        yes=(("2 of 3 uur", (120, 180)), ("2 à 3 uur", (120, 180)), ("1 uur of 2 uur", (60, 120))),
        no=("9 - 11 uur",),
    ),
    Rule(
        "duration.either-dash",
        "a span of hours, not of clock times",
        "choice",
        "dash UNIT",
        _dash_hours,
        yes=(("2-3 uur tuin", (120, 180)),),
        no=("9-11 uur taal",),
    ),
    Rule(
        "duration.either-beside",
        "two numbers that follow one another, side by side",
        "choice",
        "int int UNIT",
        _beside,
        yes=(("2 3 uur tuin", (120, 180)), ("iki üç saat temizlik", (120, 180))),
        no=("4 2 uur tuin", "2 8 uur tuin"),
    ),
    Rule(
        "duration.either-minutes",
        "two amounts in minutes",
        "choice",
        "(int|a) minute? (or|dashmark) int minute",
        _either_minutes,
        yes=(("30 of 45 min", (30, 45)),),
    ),
)


def _either(m: Sequence[Item], _: Moment) -> Choice | None:
    first = m[0].value.minutes
    second = m[-1].value.minutes if NAME[m[-1].kind] == "duration" else int(m[-1].value.number * 60)
    return Choice((first, second)) if 0 < first != second > 0 else None


def _either_bare(m: Sequence[Item], _: Moment) -> Choice | None:
    first, second = m[0].value.minutes, m[-1].value * 60
    return Choice((first, second)) if 0 < first < second <= 3 * first and second <= 16 * 60 else None


EITHER_LENGTHS = (
    Rule(
        "duration.either-lengths",
        "one amount or another",
        "choice",
        "duration or (duration|dec)",
        _either,
        yes=(("een half uur of een uur", (30, 60)), ("een uur of anderhalf", (60, 90))),
        no=("2 of 3 uur",),
    ),
    Rule(
        "duration.either-bare",
        "one amount or a bare number of hours",
        "choice",
        "duration or int (?!UNIT|minute|heads|visitors|count|x|times|thing|days|weeks|month)",
        _either_bare,
        yes=(("ساعتين أو ثلاث", (120, 180)),),
        no=("2 of 3 uur", "een uur of 5 mensen"),
    ),
)
