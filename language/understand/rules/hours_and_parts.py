"""Hours and a part of one: minutes, quarters, a half."""

from collections.abc import Sequence

from language.understand.kinds import NAME
from language.understand.rule import Item, Moment, Rule
from language.understand.rules.durations import Amount, clock_like, whole
from language.understand.rules.numbers import number


def _hours_half(m: Sequence[Item], _: Moment) -> Amount:
    hours = number(m[0]) if NAME[m[0].kind] in ("int", "a") else 1
    return Amount(whole(hours * 60) + 30)


def _and_half_hour(m: Sequence[Item], _: Moment) -> Amount | None:
    return Amount(m[0].value * 60 + 30) if m[-1].text.split() == ["a", "half", "hour"] else None


def _hours_quarters(m: Sequence[Item], _: Moment) -> Amount | None:
    count = m[-2].value if NAME[m[-2].kind] == "int" else 1
    hours = number(m[0]) if NAME[m[0].kind] in ("int", "a", "dec") else 1
    return Amount(whole(hours * 60) + 15 * count) if count < 4 else None


def _hours_minutes(m: Sequence[Item], _: Moment) -> Amount | None:
    numbers = [item for item in m if NAME[item.kind] in ("int", "a")]
    hours, minutes = (item.value for item in numbers[:2])
    return Amount(hours * 60 + minutes, clock_like(hours, minutes)) if minutes < 60 else None


def _hours_bare_minutes(m: Sequence[Item], moment: Moment) -> Amount | None:
    return _hours_minutes(m, moment) if m[-1].value % 5 == 0 and 5 <= m[-1].value <= 55 else None


def _hour_and(m: Sequence[Item], moment: Moment) -> Amount | None:
    spelt = not m[-1].text[:1].isdigit()
    return _hours_bare_minutes(m, moment) if moment.language == "en" and spelt else None


def _hour_and_minutes(m: Sequence[Item], moment: Moment) -> Amount | None:
    minutes = next(item.value for item in m if NAME[item.kind] == "int")
    told = NAME[m[-1].kind] == "minute" or (moment.language == "uk" and minutes % 5 == 0 and minutes >= 5)
    return Amount(60 + minutes) if told and minutes < 60 else None


def _written_clockwise(m: Sequence[Item], _: Moment) -> Amount | None:
    hours, minutes = m[0].value
    if minutes > 59 or hours > (8 if NAME[m[0].kind] == "colon" else 16):
        return None
    return Amount(hours * 60 + minutes, clock_like(hours, minutes))


HOURS_AND_PARTS = (
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
        "duration.hour-and-minutes",
        "an hour in one word, and minutes",
        "duration",
        "hourlet and? int (minute|(?!UNIT|minute|x|heads|visitors|count|month|times|thing|days|weeks))",
        _hour_and_minutes,
        yes=(("uurtje en 20 minuten", 80), ("годину двадцять", 80)),
        no=("uurtje 3 taarten",),
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
)
