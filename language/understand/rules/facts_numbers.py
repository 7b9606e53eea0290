"""Numbers that tell nothing of hours: fractions, dozens, decimals in words, less than nothing. For ``parts`` alone."""

from collections.abc import Sequence

from language.understand.rule import Item, Moment, Rule
from language.understand.rules.numbers import number

_DOZEN, _QUARTER, _HALF = 12, 0.25, 0.5


def _negative(m: Sequence[Item], _: Moment) -> float | None:
    return -number(m[1]) if m[0].text in _SIGNS else None


_SIGNS = ("min", "minus", "negatief", "negative")


def _fraction(m: Sequence[Item], _: Moment) -> float | None:
    below = m[1]
    return number(m[0]) / below.value if below.value > 2 and not below.text[0].isdigit() else None


def _quarters(m: Sequence[Item], _: Moment) -> float:
    return number(m[0]) * _QUARTER


def _half(_m: Sequence[Item], _: Moment) -> float:
    return _HALF


def _dozens(m: Sequence[Item], _: Moment) -> float | None:
    if m[-1].value != "dozen":
        return None
    return _DOZEN * (number(m[0]) if len(m) > 1 else 1)


def _point(m: Sequence[Item], _: Moment) -> float | None:
    if m[1].value != "point":
        return None
    return float(f"{int(number(m[0]))}." + "".join(str(item.value) for item in m[2:]))


FACT_NUMBERS = (
    Rule(
        "fact.negative",
        "a number below zero, in words",
        "number",
        "(minus|minute) (int|dec|a) (?!UNIT|minute|quarter)",
        _negative,
        yes=(("min vijf", -5), ("minus twintig", -20)),
        no=("min 2 uur", "45 min, 3 mensen"),
    ),
    Rule(
        "fact.point",
        "a decimal number in words",
        "number",
        "int other int{1,6}",
        _point,
        yes=(("drie komma vijf", 3.5), ("nul komma nul vijf", 0.05)),
        no=("drie, vijf",),
    ),
    Rule(
        "fact.fraction",
        "a fraction in words",
        "number",
        "(int|a) ordinal thing?",
        _fraction,
        yes=(("drie vierde", 0.75), ("een achtste deel", 0.125)),
        no=("1 2e ronde", "een tweede keer"),
    ),
    Rule(
        "fact.quarters",
        "quarters of anything",
        "number",
        "(int|a) kwart (?!before|for|past|to|UNIT)",
        _quarters,
        yes=(("een kwart", 0.25), ("drie kwart van de groep", 0.75)),
        no=("kwart voor 9", "drie kwartier"),
    ),
    Rule(
        "fact.half",
        "half of anything",
        "number",
        "a half (?!UNIT|int|a|count|days|weeks|month)",
        _half,
        yes=(("een half brood", 0.5),),
        no=("een half uur", "half 9", "een half jaar"),
    ),
    Rule(
        "fact.dozen",
        "dozens",
        "number",
        "(int|a|dec)? other",
        _dozens,
        yes=(("een dozijn", 12), ("twee dozijn eieren", 24)),
        no=("een auto",),
    ),
)
