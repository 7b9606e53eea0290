"""Amounts of time."""

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
# "2 - 3 uur" is a span of hours; with higher numbers it is from one clock time to another.
_HIGHEST_SPAN = 6
_DECIMALS_LIKE = frozenset({"0", "5", "25", "50", "75"})


def _clock(hours: float, minutes: int = 0) -> int | None:
    return int(hours) * 60 + minutes if hours == int(hours) and 0 <= hours <= 24 else None


def _round(minutes: float) -> int:
    return int(minutes + 0.5)


def _hours(m: Sequence[Item], _: Moment) -> Amount | None:
    value = m[0].value
    if not isinstance(value, Decimal):
        return Amount(_round(value * 60), _clock(value))
    if value.sign and value.digits in _MINUTES_LIKE:
        hours, minutes = int(value.number), int(value.digits)
        if value.sign == "," and minutes:
            return None
        if hours > 8:
            return None
        return Amount(hours * 60 + minutes, _clock(hours, minutes))
    if value.sign and len(value.digits) == 2 and value.digits not in _DECIMALS_LIKE:
        return None
    return Amount(_round(value.number * 60))


def _either_writing(m: Sequence[Item], _: Moment) -> Choice | None:
    value = m[0].value
    if not value.sign or len(value.digits) != 2 or value.number >= 9:
        return None
    minutes = int(value.digits)
    if minutes > 59 or not value.number:
        return None
    return Choice((int(value.number) * 60 + minutes, _round(value.number * 60)))


def _minutes(m: Sequence[Item], _: Moment) -> Amount:
    return Amount(_round(number(m[0])))


def _hours_minutes(m: Sequence[Item], _: Moment) -> Amount | None:
    numbers = [item for item in m if NAME[item.kind] in ("int", "a")]
    hours, minutes = (item.value for item in numbers[:2])
    return Amount(hours * 60 + minutes, _clock(hours, minutes)) if minutes < 60 else None


def _hours_bare_minutes(m: Sequence[Item], moment: Moment) -> Amount | None:
    return _hours_minutes(m, moment) if m[-1].value % 5 == 0 and 5 <= m[-1].value <= 55 else None


def _hour_and(m: Sequence[Item], moment: Moment) -> Amount | None:
    spelt = not m[-1].text[:1].isdigit()
    return _hours_bare_minutes(m, moment) if moment.language == "en" and spelt else None


def _hours_half(m: Sequence[Item], _: Moment) -> Amount:
    hours = number(m[0]) if NAME[m[0].kind] in ("int", "a") else 1
    return Amount(_round(hours * 60) + 30)


def _and_half_hour(m: Sequence[Item], _: Moment) -> Amount | None:
    return Amount(m[0].value * 60 + 30) if m[-1].text.split() == ["a", "half", "hour"] else None


def _hours_quarters(m: Sequence[Item], _: Moment) -> Amount | None:
    count = m[-2].value if NAME[m[-2].kind] == "int" else 1
    hours = number(m[0]) if NAME[m[0].kind] in ("int", "a", "dec") else 1
    return Amount(_round(hours * 60) + 15 * count) if count < 4 else None


def _bare_hour(m: Sequence[Item], _: Moment) -> Amount | None:
    return Amount(60) if m[1].text in _ONE_HOUR else None


def _ukrainian_hour(_m: Sequence[Item], moment: Moment) -> Amount | None:
    return Amount(60) if moment.language == "uk" else None


_ONE_HOUR = ("hour", "uur")


def _hour_and_minutes(m: Sequence[Item], moment: Moment) -> Amount | None:
    minutes = next(item.value for item in m if NAME[item.kind] == "int")
    told = NAME[m[-1].kind] == "minute" or (moment.language == "uk" and minutes % 5 == 0 and minutes >= 5)
    return Amount(60 + minutes) if told and minutes < 60 else None


def _quarters(m: Sequence[Item], _: Moment) -> Amount:
    return Amount(_round(15 * (number(m[0]) if len(m) > 1 else 1)))


def _half(_m: Sequence[Item], _: Moment) -> Amount:
    return Amount(30)


def _one_hour(_m: Sequence[Item], _: Moment) -> Amount:
    return Amount(60)


def _written_clockwise(m: Sequence[Item], _: Moment) -> Amount | None:
    hours, minutes = m[0].value
    if minutes > 59 or hours > (8 if NAME[m[0].kind] == "colon" else 16):
        return None
    return Amount(hours * 60 + minutes, _clock(hours, minutes))


def _an_hour_or(m: Sequence[Item], _: Moment) -> Amount | None:
    unit = next(item for item in m if NAME[item.kind] in ("hour", "hourlet", "minute"))
    return Amount(m[-1].value * (1 if NAME[unit.kind] == "minute" else 60)) if m[-1].value > 1 else None


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
    choice = _round(number(first) * 60), _round(number(second) * 60)
    return Choice(choice) if 0 < choice[0] < choice[1] <= 16 * 60 and choice[1] <= 3 * choice[0] else None


def _either_minutes(m: Sequence[Item], _: Moment) -> Choice:
    first, second = (item for item in m if NAME[item.kind] in ("int", "a", "dec"))
    return Choice((_round(number(first)), _round(number(second))))


def _dash_hours(m: Sequence[Item], _: Moment) -> Choice | None:
    low, high, year = m[0].value
    return Choice((low * 60, high * 60)) if year is None and low < high <= _HIGHEST_SPAN and low <= 4 else None


def _vague(_m: Sequence[Item], _: Moment) -> str:
    return "vague"


def _negative(m: Sequence[Item], _: Moment) -> Amount:
    if NAME[m[0].kind] == "minute":
        return Amount(-m[1].value * 60)
    return Amount(-_round(m[0].value * (1 if NAME[m[1].kind] == "minute" else 60)))


def _known(m: Sequence[Item], _: Moment) -> Amount:
    return Amount(m[0].value)


def _known_and_half(m: Sequence[Item], _: Moment) -> Amount:
    return Amount((m[0].value or 60) + 30)


def _days_long(m: Sequence[Item], _: Moment) -> Amount | None:
    days = number(m[0]) * (7 if NAME[m[-1].kind] == "weeks" else 1)
    return Amount(_round(days * 24 * 60))


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
        "duration.either-minutes",
        "two amounts in minutes",
        "choice",
        "(int|a) minute? (or|dashmark) int minute",
        _either_minutes,
        yes=(("30 of 45 min", (30, 45)),),
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
        "duration.hours-half",
        "hours and a half",
        "duration",
        "(int|a) UNIT ((and a?|a) half UNIT?|andhalf)|hour (?<!(int|dec)hour) and a half",
        _hours_half,
        yes=(
            ("een uur en half", 90),
            ("3 uren en half", 210),
            ("hour n a half", 90),
            ("2 hour n a half", 150),
            ("٣ ساعات ونص", 210),
        ),
        no=("2 uur half 1",),
    ),
    Rule(
        "duration.and-a-half-hour",
        "a number and a half, before a single hour",
        "duration",
        "int and duration",
        _and_half_hour,
        yes=(("one and a half hour", 90), ("two and a half hour", 150)),
        no=("one and half an hour", "2 and 3 hours"),
    ),
    Rule(
        "duration.hours-quarters",
        "hours and quarters",
        "duration",
        "(int|a|dec) UNIT and? (int|a)? quarter|(int|a)? UNIT and (int|a) (quarter|kwart (?!before|for|past|to|CLOCK))",
        _hours_quarters,
        yes=(
            ("een uur en een kwartier", 75),
            ("2 uur en drie kwartier", 165),
            ("1 uur kwartier", 75),
            ("an hour and a quarter", 75),
            ("uur en een kwartier", 75),
            ("2,5 uur en een kwartier", 165),
        ),
        no=("2 hours and a quarter past nine",),
    ),
    Rule(
        "duration.hours-minutes",
        "hours and minutes",
        "duration",
        "(int|a) UNIT and? int minute",
        _hours_minutes,
        yes=(("2 uur en 30 minuten", 150), ("1u 15 min", 75), ("1 uur 20 minuten", 80)),
    ),
    Rule(
        "duration.hours-bare",
        "hours and minutes without their unit",
        "duration",
        "(int|a) UNIT int (?!UNIT|minute|x|heads|visitors|count|month|times|thing|days|weeks|and|quarter)",
        _hours_bare_minutes,
        yes=(("2 uur 30", 150),),
        no=("2 uur 3 taarten",),
    ),
    Rule(
        "duration.hour-and",
        'English "an hour and ten": the minutes without their unit',
        "duration",
        "(int|a) UNIT and int (?=comma|stop|exclamation|with|at|of|for|day|weekday|daypart|neutral|$)",
        _hour_and,
        yes=(("an hour and ten with Amal", 70), ("1 hour and twenty, garden", 80)),
        no=("an hour and ten guests", "1 hour and 3", "een uur en tien, tuin"),
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
        "duration.glued",
        "hours and minutes in one",
        "duration",
        "glued minute?",
        _written_clockwise,
        yes=(("2u30", 150), ("1h45", 105)),
    ),
    Rule(
        "duration.colon",
        "hours and minutes with a colon, up to eight",
        "duration",
        "colon UNIT?",
        _written_clockwise,
        yes=(("2:30", 150), ("1:45u", 105)),
        no=("om 2:30", "9:30", "9:00 tot 11:30"),
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
        "duration.hour-and-minutes",
        "an hour in one word, and minutes",
        "duration",
        "hourlet and? int (minute|(?!UNIT|minute|x|heads|visitors|count|month|times|thing|days|weeks))",
        _hour_and_minutes,
        yes=(("uurtje en 20 minuten", 80), ("годину двадцять", 80)),
        no=("uurtje 3 taarten",),
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
