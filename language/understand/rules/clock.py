"""Clock times."""

from collections.abc import Sequence
from typing import NamedTuple

from language.understand.kinds import NAME
from language.understand.rule import Item, Moment, Rule
from language.understand.rules.durations import Amount
from language.understand.rules.numbers import HALF_BEHIND

HALF_DAY = 12 * 60
DAY = 24 * 60


class Clock(NamedTuple):
    """Minutes since midnight as said; ``exact`` if it cannot be twelve hours later (13:00, 9am)."""

    minutes: int
    exact: bool = False
    half: bool = False
    """Said as "half six": of twelve hours, whatever the other time is."""


def whole_clock(minutes: int) -> Clock | None:
    """A clock time within the day; from one o'clock in the afternoon on it can be no other."""
    return Clock(minutes, minutes >= 13 * 60 or minutes < 60) if 0 <= minutes <= DAY else None


def clock_of(item: Item) -> Clock | None:
    """The clock time that an item says or could say."""
    kind, value = NAME[item.kind], item.value
    if kind == "clock":
        return value if isinstance(value, Clock) else Clock(value, True)
    if kind in ("int", "a"):
        return whole_clock(value * 60) if value <= 24 else None
    if kind in ("colon", "glued"):
        hours, minutes = value
        return whole_clock(hours * 60 + minutes) if minutes < 60 and hours <= 24 else None
    if kind == "year":
        hours, minutes = divmod(value, 100)
        return whole_clock(hours * 60 + minutes) if minutes < 60 and hours <= 24 else None
    if kind == "dec":
        if value.digits == HALF_BEHIND:
            return whole_clock(int(value.number * 60))
        if not value.sign or len(value.digits) != 2 or int(value.digits) > 59:
            return None
        return whole_clock(int(value.number) * 60 + int(value.digits))
    if kind == "duration" and isinstance(value, Amount) and value.clock is not None:
        return whole_clock(value.clock)
    return None


def _before_half(m: Sequence[Item], moment: Moment) -> Clock | None:
    hour = m[-1].value
    if not 1 <= hour <= 12:
        return None
    if moment.language == "en":
        return Clock(hour * 60 + 30)
    return Clock((hour - 1 or 12) * 60 + 30 if hour > 1 else HALF_DAY + 30, half=True)


def _before_half_hour(m: Sequence[Item], moment: Moment) -> Clock | None:
    # "Half 1 uur" is said for half an hour as well.
    return _before_half(m[:2], moment) if m[1].value > 1 else None


def _half_of(m: Sequence[Item], moment: Moment) -> Clock | None:
    """Ukrainian "пів на десяту", "чверть на десяту": of the hour that ends at ten."""
    hour = m[-1].value
    if moment.language != "uk" or not 1 <= hour <= 12:
        return None
    return Clock((hour - 1 or 12) * 60 + (30 if NAME[m[0].kind] == "half" else 15))


def _half_past(m: Sequence[Item], _: Moment) -> Clock | None:
    hour = m[-1].value
    return Clock(hour * 60 + 30) if 1 <= hour <= 12 else None


def _around_half(m: Sequence[Item], moment: Moment) -> Clock | None:
    half = _before_half(m, moment)
    if half is None or not 1 <= m[0].value <= 20:
        return None
    later = next(NAME[item.kind] for item in m if NAME[item.kind] in ("past", "before")) == "past"
    return Clock(half.minutes + (m[0].value if later else -m[0].value))


def _around_hour(m: Sequence[Item], moment: Moment) -> Clock | None:
    if moment.language == "ar":
        # "9 لـ 11" is a range.
        return None
    hour = next(item.value for item in reversed(m) if NAME[item.kind] in ("int", "a"))
    shift = 15 if NAME[m[0].kind] in ("kwart", "quarter") or NAME[m[1].kind] in ("kwart", "quarter") else m[0].value
    if not 0 <= hour <= 24 or not 1 <= shift <= 29:
        return None
    later = any(NAME[item.kind] == "past" for item in m)
    minutes = hour * 60 + (shift if later else -shift)
    return Clock(minutes % DAY if minutes >= 0 else minutes + DAY, hour > 12)


def _ampm(m: Sequence[Item], _: Moment) -> Clock | None:
    clock = clock_of(m[0])
    if clock is None or clock.minutes >= 13 * 60:
        return clock
    hours = clock.minutes % HALF_DAY
    return Clock(hours + (HALF_DAY if m[-1].value == "pm" else 0), True)


def _oclock(m: Sequence[Item], _: Moment) -> Clock | None:
    return clock_of(m[0])


def _at(m: Sequence[Item], _: Moment) -> Clock | None:
    clock = clock_of(m[1])
    return None if clock is None else in_part(clock, m[-1])


def in_part(clock: Clock, item: Item) -> Clock:
    """The clock time in the part of the day that is named behind it: seven in the evening is 19:00."""
    if NAME[item.kind] != "daypart" or clock.exact:
        return clock
    later = item.value in ("afternoon", "evening") and clock.minutes < HALF_DAY
    return Clock(clock.minutes + (HALF_DAY if later else 0), True)


def nothing(_m: Sequence[Item], _: Moment) -> str:
    """The value of what is read to be left out."""
    return "said"


TIMES = (
    Rule(
        "clock.around-half",
        "minutes before or after a half hour",
        "clock",
        "int minute? (before|for|past) half N",
        _around_half,
        yes=(("tien voor half 10", "09:20"), ("vijf over half een", "12:35")),
    ),
    Rule(
        "clock.half-of",
        "half or a quarter of an hour that is under way",
        "clock",
        "(half|quarter) for N",
        _half_of,
        yes=(("пів на десяту", "09:30"), ("чверть на третю", "02:15")),
        no=("half voor 9",),
    ),
    Rule(
        "clock.half-past", "half past an hour", "clock", "half past N", _half_past, yes=(("half past nine", "09:30"),)
    ),
    Rule(
        "clock.half",
        "half way to an hour",
        "clock",
        "half N (?!UNIT)",
        _before_half,
        yes=(("half 1", "12:30"), ("half tien", "09:30")),
        no=("half uur",),
    ),
    Rule(
        "clock.half-hour",
        "half way to an hour, with a unit",
        "clock",
        "half int UNIT",
        _before_half_hour,
        yes=(("half 2 uur", "01:30"), ("tot half tien uur", "09:30")),
        no=("half 1 uur", "half an hour", "half uur"),
    ),
    Rule(
        "clock.quarter",
        "a quarter before or after an hour",
        "clock",
        "a? (kwart|quarter) (before|for|past|to) N UNIT?",
        _around_hour,
        yes=(("kwart voor 12", "11:45"), ("kwart over negen", "09:15"), ("quarter to nine", "08:45")),
    ),
    Rule(
        "clock.around-hour",
        "minutes before or after an hour",
        "clock",
        "int minute? (before|for|past) N UNIT? (?!heads|visitors|count)",
        _around_hour,
        yes=(("20 over 1", "01:20"), ("tien voor 3", "02:50")),
        no=("gekookt voor 12", "2 uur voor 3 mensen"),
    ),
    Rule(
        "clock.ampm",
        "morning or afternoon told",
        "clock",
        "(int|colon|dec|duration) ampm",
        _ampm,
        yes=(("10am", "10:00"), ("1 pm", "13:00"), ("9:30 am", "09:30")),
    ),
    Rule("clock.oclock", "on the hour", "clock", "N oclock", _oclock, yes=(("9 o'clock", "09:00"),)),
    Rule(
        "amount.to-log",
        '"om" before hours that are to be logged, not a clock time',
        "neutral",
        "at (?=(int|a|dec) UNIT (activity|unknown|the|neutral|date|work|done|for){0,5} log)",
        nothing,
        yes=(("om 2 uur inloop te noteren", None),),
        no=("om 2 uur begonnen",),
    ),
    Rule(
        "clock.at",
        "at a clock time",
        "clock",
        "at CLOCK UNIT? daypart? (?!ampm|oclock|minute|(past|before) (half|int|a))",
        _at,
        yes=(("om 10 uur", "10:00"), ("om 14.30", "14:30")),
        no=("om de 2 uur",),
    ),
)
