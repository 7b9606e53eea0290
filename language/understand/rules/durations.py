"""Amounts of time, each told by one number and a unit, or by one word."""

from collections.abc import Sequence
from typing import NamedTuple

from language.understand.kinds import NAME
from language.understand.rule import Item, Moment, Rule
from language.understand.rules.numbers import Decimal, number


class Amount(NamedTuple):
    """Minutes, and the clock time (minutes of the day) that the same writing would be, if it could be one."""

    minutes: int
    clock: int | None = None
    bare: bool = False


class Choice(NamedTuple):
    """Amounts in minutes that a text leaves open."""

    minutes: tuple[int, ...]


_MINUTES_LIKE = frozenset({"15", "30", "45", "00"})
_DECIMALS_LIKE = frozenset({"0", "5", "25", "50", "75"})
_ONE_HOUR = ("hour", "uur")


def clock_like(hours: float, minutes: int = 0) -> int | None:
    """The clock time that the same figures would be, in minutes of the day; None where there is no such time."""
    return int(hours) * 60 + minutes if hours == int(hours) and 0 <= hours <= 24 else None


def whole(minutes: float) -> int:
    """The nearest whole number of minutes."""
    return int(minutes + 0.5)


def _hours(m: Sequence[Item], _: Moment) -> Amount | None:
    value = m[0].value
    if not isinstance(value, Decimal):
        return Amount(whole(value * 60), clock_like(value))
    if value.sign and value.digits in _MINUTES_LIKE:
        hours, minutes = int(value.number), int(value.digits)
        if value.sign == "," and minutes:
            return None
        if hours > 8:
            return None
        return Amount(hours * 60 + minutes, clock_like(hours, minutes))
    if value.sign and len(value.digits) == 2 and value.digits not in _DECIMALS_LIKE:
        return None
    return Amount(whole(value.number * 60))


def _either_writing(m: Sequence[Item], _: Moment) -> Choice | None:
    value = m[0].value
    if not value.sign or len(value.digits) != 2 or value.number >= 9:
        return None
    minutes = int(value.digits)
    if minutes > 59 or not value.number:
        return None
    return Choice((int(value.number) * 60 + minutes, whole(value.number * 60)))


def _minutes(m: Sequence[Item], _: Moment) -> Amount:
    return Amount(whole(number(m[0])))


def _bare_hour(m: Sequence[Item], _: Moment) -> Amount | None:
    return Amount(60) if m[1].text in _ONE_HOUR else None


def _ukrainian_hour(_m: Sequence[Item], moment: Moment) -> Amount | None:
    return Amount(60) if moment.language == "uk" else None


def _quarters(m: Sequence[Item], _: Moment) -> Amount:
    return Amount(whole(15 * (number(m[0]) if len(m) > 1 else 1)))


def _half(_m: Sequence[Item], _: Moment) -> Amount:
    return Amount(30)


def _halves(m: Sequence[Item], _: Moment) -> Amount | None:
    several = m[-1].text.endswith(_PLURAL)
    return Amount(m[0].value * 30) if several and _MOST_HALVES >= m[0].value > 1 else None


def _number_half(m: Sequence[Item], _: Moment) -> Choice | None:
    if NAME[m[0].kind] == "half":
        return Choice((30, 60)) if m[1].value == 1 else None
    number = m[0].value
    return Choice((number * 30, number * 60 + 30)) if _MOST_HALVES >= number > 1 else None


_PLURAL = ("s", "en")
_MOST_HALVES = 8


def _one_hour(_m: Sequence[Item], _: Moment) -> Amount:
    return Amount(60)


def _an_hour_or(m: Sequence[Item], _: Moment) -> Amount | None:
    unit = next(item for item in m if NAME[item.kind] in ("hour", "hourlet", "minute"))
    return Amount(m[-1].value * (1 if NAME[unit.kind] == "minute" else 60)) if m[-1].value > 1 else None


def _vague(_m: Sequence[Item], _: Moment) -> str:
    return "vague"


def _negative(m: Sequence[Item], _: Moment) -> Amount:
    if NAME[m[0].kind] == "minute":
        return Amount(-m[1].value * 60)
    return Amount(-whole(m[0].value * (1 if NAME[m[1].kind] == "minute" else 60)))


def _known(m: Sequence[Item], _: Moment) -> Amount:
    return Amount(m[0].value)


def _known_and_half(m: Sequence[Item], _: Moment) -> Amount:
    return Amount((m[0].value or 60) + 30)


def _days_long(m: Sequence[Item], _: Moment) -> Amount | None:
    days = number(m[0]) * (7 if NAME[m[-1].kind] == "weeks" else 1)
    return Amount(whole(days * 24 * 60))


def _each_some(m: Sequence[Item], moment: Moment) -> str | None:
    return "each" if moment.language == "uk" and m[0].text == "по" else None


DURATIONS = (
    Rule(
        "each.some",
        'Ukrainian "по 2 години": so much each',
        "each",
        "to (?<!(int|a|dec|colon|clock|ordinal|glued|year|hour)to) (?=(int|a|dec) (UNIT|minute)|hourlet)",
        _each_some,
        yes=(("по 2 години сад", None),),
        no=("з 9 по 12 годину", "до 2 години"),
    ),
    Rule(
        "duration.negative",
        "less than nothing",
        "duration",
        "neg (UNIT|minute)|minute int UNIT",
        _negative,
        yes=(("-2 uur tuin", -120),),
        no=("- 2 uur tuin",),
    ),
    Rule(
        "duration.word-half",
        "a word for some hours, and a half",
        "duration",
        "(duration|hourlet) andhalf",
        _known_and_half,
        yes=(("ساعتين ونصف", 150), ("ساعة ونصف", 90)),
    ),
    Rule(
        "duration.word",
        "one word for a length of time",
        "duration",
        "duration",
        _known,
        yes=(("halfuurtje", 30), ("ساعتين", 120)),
        no=("uur",),
    ),
    Rule(
        "duration.about",
        "an hour or two: about two",
        "duration",
        "a? (UNIT|minute) or int (?!UNIT|minute)",
        _an_hour_or,
        yes=(("een uur of drie", 180), ("uurtje of 2", 120), ("een minuut of 20", 20)),
        no=("een uur of drie uur",),
    ),
    Rule(
        "duration.vague",
        "some hours",
        "vague",
        "a? vague",
        _vague,
        yes=(("een paar uur", None), ("de hele middag", None), ("een dagdeel", None)),
        no=("een paar mensen",),
    ),
    Rule(
        "duration.quarters",
        "quarters of an hour",
        "duration",
        "(int|a|dec)? quarter",
        _quarters,
        yes=(("kwartiertje", 15), ("drie kwartier", 45), ("vijf kwartier", 75)),
        no=("kwart voor 9",),
    ),
    Rule(
        "duration.halves",
        "some half hours",
        "duration",
        "int half UNIT",
        _halves,
        yes=(("2 halve uren", 60), ("twee halve uurtjes", 60), ("3 half hours", 90)),
        no=("2 half uur", "2 en half uur"),
    ),
    Rule(
        "duration.number-half",
        "a number and a half hour: that many of them, that many hours and a half, or a half of one",
        "choice",
        "int half UNIT|half int UNIT",
        _number_half,
        yes=(("2 half uur", (60, 150)), ("half 1 uur", (30, 60))),
        no=("2 halve uren", "half uur", "half 2 uur"),
    ),
    Rule(
        "duration.half",
        "half an hour",
        "duration",
        "a? approx? half UNIT",
        _half,
        yes=(("half uur", 30), ("een half uurtje", 30)),
        no=("half 1", "anderhalf uur"),
    ),
    Rule(
        "duration.hours",
        "a number of hours",
        "duration",
        "(int|a|dec|year) approx? UNIT",
        _hours,
        yes=(("2 uur", 120), ("3u", 180), ("anderhalf uur", 90), ("2,25 uur", 135), ("1.30 uur", 90), ("0,5 uur", 30)),
        no=("1,30 uur", "om 10 uur", "2 of 3 uur", "1.20 uur"),
    ),
    Rule(
        "duration.two-writings",
        "hours with a comma or point that can be minutes or hundredths",
        "choice",
        "dec UNIT",
        _either_writing,
        yes=(("1,30 uur", (90, 78)), ("1.20 uur", (80, 72))),
        no=("1,5 uur", "13.30 uur"),
    ),
    Rule(
        "duration.minutes",
        "a number of minutes",
        "duration",
        "(int|a|dec|year) minute",
        _minutes,
        yes=(("45 min", 45), ("tien minuten", 10)),
    ),
    Rule(
        "duration.the-hour",
        "the hour of something: one",
        "duration",
        "the hour (?=of|activity)",
        _bare_hour,
        yes=(("the hour of knitting", 60), ("het uur breien", 60)),
        no=("de uren tuin",),
    ),
    Rule(
        "duration.an-hour",
        'Ukrainian "година" by itself: an hour',
        "duration",
        "hour (?<=(comma|dashmark|colonmark|activity|date|day)hour) (?=comma|stop|exclamation|emoji|$)",
        _ukrainian_hour,
        yes=(("збори правління вчора, година", 60),),
        no=("tuin, uur", "board meeting, hour"),
    ),
    Rule("duration.hour", "a little hour", "duration", "hourlet", _one_hour, yes=(("uurtje", 60),)),
    Rule(
        "duration.days",
        "days or weeks: no amount of work",
        "span",
        "(int|a|dec) (days|weeks) (?!ago)",
        _days_long,
        yes=(("twee dagen", 2880), ("een week", 10080)),
        no=("twee dagen geleden",),
    ),
)
