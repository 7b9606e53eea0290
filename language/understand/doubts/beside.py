"""Doubts by what stands directly beside the amount: a part of it, a number of days, or that it suits."""

from itertools import pairwise

from language.understand.doubts.doubt import Doubt
from language.understand.kinds import CHAR, NAME
from language.understand.message import Message

_DURATION = CHAR["duration"]
_SUITS = frozenset(
    (
        *("is goed", "is prima", "is ok", "past", "kan", "lukt", "schikt", "komt uit"),
        *("is fine", "works", "suits", "is good", "is ok"),
    )
)
_EVENINGS = frozenset(
    (
        *("avonden", "ochtenden", "middagen", "weekenden", "nachten", "weken", "dagdelen"),
        *("evenings", "mornings", "afternoons", "weekends", "nights", "weeks"),
    )
)


_BOTH = frozenset(
    (
        *("beide dagen", "allebei de dagen", "beide middagen", "beide avonden", "beide keren"),
        *("both days", "both mornings", "both afternoons", "both evenings"),
    )
)


def _part_of_it(m: Message) -> bool:
    """ "2 van de 3 uur"."""
    items = [item for item in m.items if NAME[item.kind] != "the"]
    return any(
        NAME[some.kind] in ("int", "a") and NAME[of.kind] in ("from", "of") and whole.kind == _DURATION
        for some, of, whole in zip(items, items[1:], items[2:], strict=False)
    )


def _some_evenings(m: Message) -> bool:
    """ "3 avonden 2 uur gekookt", "beide dagen 2 uur gekookt": on days that are not told."""
    if m.dates:
        return False
    return not _BOTH.isdisjoint(m.texts) or any(
        NAME[number.kind] == "int" and number.value > 1 and evenings.text in _EVENINGS
        for number, evenings in pairwise(m.items)
    )


def _suits(m: Message) -> bool:
    """ "2 uur is goed": when one meets."""
    if m.activities or m.told():
        return False
    return any(amount.kind == _DURATION and suits.text in _SUITS for amount, suits in pairwise(m.items))


BESIDE: tuple[Doubt, ...] = (
    Doubt(
        "doubt.part-of-it",
        "a part of the amount",
        _part_of_it,
        yes=("2 van de 3 uur gekookt",),
        no=("2 uur van de 3 gekookt", "gisteren van 2 tot 3 uur gekookt"),
        needs=frozenset(("from", "of")),
    ),
    Doubt(
        "doubt.some-evenings",
        "an amount on a number of days that are not told",
        _some_evenings,
        yes=("3 avonden 2 uur gekookt", "cooked 2 hours on both days"),
        no=("maandag en dinsdag 2 avonden elk 2 uur gekookt", "2 uur gekookt"),
        words=_EVENINGS | _BOTH,
    ),
    Doubt(
        "doubt.suits",
        "a time that suits",
        _suits,
        yes=("2 uur is goed", "3 uur kan ook", "2 hours works for me"),
        no=("2 uur tuin, is goed gegaan", "is goed, 2 uur"),
        words=_SUITS,
    ),
)
