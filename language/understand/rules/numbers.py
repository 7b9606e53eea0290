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


def _with_quarters(m: Sequence[Item], _: Moment) -> Decimal | None:
    quarters = m[-2].value
    return Decimal(m[0].value + quarters / 4, "", "") if 0 < quarters < 4 else None


HALF_BEHIND = "half"


def _with_half(m: Sequence[Item], _: Moment) -> Decimal:
    """ "Four and a half"; where the half stands in one word behind it, it can also be half past four."""
    return Decimal(m[0].value + 0.5, "", HALF_BEHIND if NAME[m[-1].kind] == "andhalf" else "")


def _mixed(m: Sequence[Item], _: Moment) -> Decimal | None:
    fraction = m[-1].value
    if NAME[m[-1].kind] == "slash":
        top, bottom, year = fraction
        if year is not None or not 0 < top < bottom <= 4 or (top, bottom) == (2, 3):
            return None
        fraction = top / bottom
    whole = m[0].value if len(m) > 1 else 0
    return Decimal(whole + fraction, "", "")


def _alone(m: Sequence[Item], moment: Moment) -> Decimal | None:
    return _mixed(m[:1], moment)


def _composed(m: Sequence[Item], _: Moment) -> int | None:
    """Number words side by side as one number: "vijf en veertig", "one hundred and twenty", "iki yüz"."""
    words = [item for item in m if NAME[item.kind] in ("int", "a")]
    if any(item.text.isdigit() for item in words[1:]) or (words[0].text.isdigit() and words[1].value < _THOUSAND):
        return None
    joined = len(words) < len(m)
    total = current = 0
    for position, item in enumerate(words):
        value = item.value
        if value >= _THOUSAND:
            total, current = total + (current or 1) * value, 0
        elif value == _HUNDRED:
            current = (current or 1) * value
        elif _unit_before_tens(words, position, joined) or 0 < value < _smallest(current):
            current += value
        else:
            return None
    return total + current


def _unit_before_tens(words: list[Item], position: int, joined: bool) -> bool:
    """ "Vijf en veertig": in Dutch the unit comes before the tens."""
    if not joined or position == 0 or words[position].value not in _TENS:
        return False
    return bool(0 < words[position - 1].value < 10)


def _smallest(current: int) -> int:
    """What the next part must be smaller than, to be added to what was said so far."""
    if current == 0:
        return _HUNDRED
    if current % _HUNDRED == 0:
        return _HUNDRED
    return 10 if current % _HUNDRED in _TENS else 0


_HUNDRED, _THOUSAND = 100, 1000
_TENS = frozenset(range(20, 100, 10))


def _magnitude(m: Sequence[Item], _: Moment) -> int | None:
    """ "2,5 miljoen"."""
    return int(m[0].value.number * m[1].value) if m[1].value >= _THOUSAND else None


NUMBERS = (
    Rule(
        "number.and-quarters",
        "a number and quarters",
        "dec",
        "(int|a) and (int|a) kwart (?=UNIT)",
        _with_quarters,
        yes=(("two and a quarter hours", 2.25), ("one and three quarter hours", 1.75)),
        no=("twee en een kwart", "two and a quarter past nine"),
    ),
    Rule(
        "number.magnitude",
        "a decimal number of thousands or millions",
        "int",
        "dec int",
        _magnitude,
        yes=(("2,5 miljoen", 2500000),),
        no=("2,5 3",),
    ),
    Rule(
        "number.words",
        "number words side by side",
        "int",
        "(int|a) (and? int){1,8} (?!quarter)",
        _composed,
        yes=(("vijf en veertig minuten", 45), ("twenty five minutes", 25)),
        no=("2 3", "een twee", "2 en 3 uur"),
    ),
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
        yes=(("twee en een half uur", 2.5), ("drie en half uur", 3.5), ("üç buçuk saat", 3.5)),
        no=("van een tot half drie", "twee en drie"),
    ),
)
