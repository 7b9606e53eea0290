"""Lengths and clock times that depend on what stands beside them."""

from collections.abc import Sequence

from language.understand.kinds import NAME
from language.understand.rule import Item, Moment, Rule
from language.understand.rules.clock import Clock, clock_of, in_part, nothing
from language.understand.rules.durations import Amount

# "Taalles van 2 uur" tells a length; "van 9 uur" tells a beginning.
_LONGEST_OF = 6 * 60


def _rate(m: Sequence[Item], _: Moment) -> str | None:
    of_money = NAME[m[0].kind] == "money" or any(NAME[item.kind] == "money" for item in m[0].inner)
    hourly = NAME[m[-1].kind] == "hour" or m[-1].value.minutes == 60
    return "rate" if of_money and hourly else None


def _told_part(m: Sequence[Item], _: Moment) -> Clock | None:
    clock = clock_of(m[0])
    return None if clock is None else in_part(clock, m[-1])


def _of_length(m: Sequence[Item], _: Moment) -> Amount | None:
    if m[0].value is not None:
        return None
    amount: Amount = m[1].value
    return amount if amount.minutes <= _LONGEST_OF and amount.minutes > 0 else None


LENGTHS = (
    Rule(
        "count.rate",
        "money for an hour",
        "count",
        "(count|money) (a|the|neutral|unknown|for|from|at)? (hour|duration)",
        _rate,
        yes=(("60 euro per uur", None), ("60 euros an hour", None)),
        no=("4 dozen 2 uur", "14 gasten, 2 uur"),
    ),
    Rule(
        "clock.part",
        "a clock time with its part of the day",
        "clock",
        "clock daypart (?!to|dashmark|thru)",
        _told_part,
        yes=(("kwart over 7 's avonds", "19:15"),),
    ),
    Rule(
        "duration.ago",
        "a time ago: when, not how long",
        "neutral",
        "duration ago",
        nothing,
        yes=(("een half uur geleden", None),),
        no=("twee dagen geleden",),
    ),
    Rule(
        "clock.it-was",
        "what time it was: no amount",
        "neutral",
        "the neutral duration was_it",
        nothing,
        yes=(("dat het al 5 uur was", None),),
        no=("het was 5 uur", "dat het 3 uur was"),
    ),
    Rule(
        "later",
        "a time from now: nothing that was done",
        "later",
        "past duration",
        nothing,
        yes=(("over 25 minuten", None),),
        no=("kwart over 9",),
    ),
    Rule(
        "duration.of",
        "of some length",
        "duration",
        "from duration (?!to|dashmark|UNIT|at|and (int|clock|a))",
        _of_length,
        yes=(("taalles van 2 uur", 120),),
        no=("van 2 uur tot 4 uur", "van 9 uur gewerkt", "vanaf 2 uur gewerkt", "gestart om 2 uur"),
    ),
)
