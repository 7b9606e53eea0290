"""Numbers: words and fractions that together make one number."""

from collections.abc import Sequence
from typing import NamedTuple

from language.understand.kinds import NAME
from language.understand.rule import Item, Moment, Rule


class Decimal(NamedTuple):
    """A number with a fraction, and how it was written: "," or "." with the digits after it, or in words ("")."""

    number: float
    sign: str
    digits: str


def number(item: Item) -> float:
    """What a number item counts."""
    return item.value.number if isinstance(item.value, Decimal) else float(item.value)


def _with_half(m: Sequence[Item], _: Moment) -> Decimal:
    return Decimal(m[0].value + 0.5, "", "")


def _mixed(m: Sequence[Item], _: Moment) -> Decimal | None:
    fraction = m[-1].value
    if NAME[m[-1].kind] == "slash":
        top, bottom, year = fraction
        if year is not None or not 0 < top < bottom <= 4:
            return None
        fraction = top / bottom
    whole = m[0].value if len(m) > 1 else 0
    return Decimal(whole + fraction, "", "")


def _alone(m: Sequence[Item], moment: Moment) -> Decimal | None:
    return _mixed(m[:1], moment)


NUMBERS = (
    Rule(
        "number.mixed",
        "a whole number with a fraction behind it",
        "dec",
        "int (fraction|slash)",
        _mixed,
        yes=(("2½ uur", 2.5), ("1 1/2 uur", 1.5)),
        no=("om 2 23/11", "13/15"),
    ),
    Rule(
        "number.fraction",
        "a fraction alone",
        "dec",
        "fraction|slash (?=the? hour|hourlet)",
        _alone,
        yes=(("½ uur", 0.5), ("3/4 uur", 0.75)),
        no=("3/4 tuin", "23/11"),
    ),
    Rule(
        "number.and-a-half",
        "a number in words and a half",
        "dec",
        "(int|a) (andhalf|and a? half (?!int|a))",
        _with_half,
        yes=(("twee en een half uur", 2.5), ("drie en half uur", 3.5), ("bir buçuk saat", 1.5)),
        no=("van een tot half drie", "twee en drie"),
    ),
)
