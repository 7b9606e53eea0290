"""Breaks: an amount that goes off."""

from collections.abc import Sequence

from language.understand.kinds import NAME
from language.understand.rule import Item, Moment, Rule
from language.understand.rules.durations import Amount

_MEALS = frozenset({"lunch", "tea", "coffee", "dinner", "koffie", "thee"})


def _pause(m: Sequence[Item], _: Moment) -> Amount:
    return Amount(sum(abs(item.value.minutes) for item in m if NAME[item.kind] == "duration"))


def _hour(_: Sequence[Item], __: Moment) -> Amount:
    return Amount(60)


def _for_a_meal(m: Sequence[Item], moment: Moment) -> Amount | None:
    return _pause(m, moment) if m[-1].text in _MEALS else None


PAUSES = (
    Rule(
        "pause.after",
        "a break with its length before it",
        "pause",
        "minus? duration the? (pause delete?|off (for|before)? (a|the)? (pause|activity)?)",
        _pause,
        yes=(
            ("met een half uur pauze", 30),
            ("half uur pauze eraf", 30),
            ("min 1 uur pauze", 60),
            ("half an hour off for tea", 30),
        ),
    ),
    Rule(
        "pause.hour",
        "a break of one hour, named without a number",
        "pause",
        "hour pause",
        _hour,
        yes=(("van 9 tot 5, uur pauze ertussen", 60),),
        no=("2 uur pauze",),
    ),
    Rule(
        "pause.before",
        "a break with its length after it",
        "pause",
        "(minus the?)? pause (colonmark|of|from|comma|open_paren|delete)? duration delete?",
        _pause,
        yes=(("pauze van 30 min", 30), ("pauze eraf 30 min", 30)),
    ),
    Rule(
        "pause.for-lunch",
        "a break within clock times: with an hour for lunch",
        "pause",
        "with (?<=(int|colon|dec|clock|glued|dash|UNIT|ampm)with) duration for activity (?=comma|stop|exclamation|$)",
        _for_a_meal,
        yes=(("9 to 5 with an hour for lunch", 60),),
        no=("2 hours cooking with an hour for lunch",),
    ),
    Rule(
        "pause.minus",
        "an amount that goes off",
        "pause",
        "(minus|minute) the? duration delete?",
        _pause,
        yes=(("minus een half uur", 30), ("min half uur", 30)),
        no=("45 min, half uur", "min 2 uur"),
    ),
)
