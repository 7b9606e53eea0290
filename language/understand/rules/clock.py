"""Clock times and stretches between two of them."""

from collections.abc import Sequence
from typing import NamedTuple

from language.understand.kinds import NAME
from language.understand.rule import Item, Moment, Rule
from language.understand.rules.durations import Amount, Choice

HALF_DAY = 12 * 60
DAY = 24 * 60


class Clock(NamedTuple):
    """Minutes since midnight as said; ``exact`` if it cannot be twelve hours later (13:00, 9am)."""

    minutes: int
    exact: bool = False


class Range(NamedTuple):
    """From a clock time to a later one: minutes since midnight (the end may be past 24 h). None is not said."""

    start: int | None
    end: int | None
    twelve_hour: bool = False

    @property
    def minutes(self) -> int:
        """How long it is when no clock is changed."""
        return (self.end or 0) - (self.start or 0)


def _hour(item: Item) -> int | None:
    return int(item.value) if 0 <= item.value <= 24 else None


def _exactly(minutes: int) -> Clock | None:
    return Clock(minutes, minutes >= 13 * 60 or minutes < 60) if 0 <= minutes <= DAY else None


def clock_of(item: Item) -> Clock | None:
    """The clock time that an item says or could say."""
    kind, value = NAME[item.kind], item.value
    if kind == "clock":
        return value if isinstance(value, Clock) else Clock(value, True)
    if kind in ("int", "a"):
        return _exactly(value * 60) if value <= 24 else None
    if kind in ("colon", "glued"):
        hours, minutes = value
        return _exactly(hours * 60 + minutes) if minutes < 60 and hours <= 24 else None
    if kind == "year":
        hours, minutes = divmod(value, 100)
        return _exactly(hours * 60 + minutes) if minutes < 60 and hours <= 24 else None
    if kind == "dec":
        if not value.sign or len(value.digits) != 2 or int(value.digits) > 59:
            return None
        return _exactly(int(value.number) * 60 + int(value.digits))
    if kind == "duration" and isinstance(value, Amount) and value.clock is not None:
        return _exactly(value.clock)
    return None


def _before_half(m: Sequence[Item], moment: Moment) -> Clock | None:
    hour = m[-1].value
    if not 1 <= hour <= 12:
        return None
    if moment.language == "en":
        return Clock(hour * 60 + 30)
    return Clock((hour - 1 or 12) * 60 + 30 if hour > 1 else HALF_DAY + 30)


def _half_past(m: Sequence[Item], _: Moment) -> Clock | None:
    hour = m[-1].value
    return Clock(hour * 60 + 30) if 1 <= hour <= 12 else None


def _around_half(m: Sequence[Item], moment: Moment) -> Clock | None:
    half = _before_half(m, moment)
    if half is None or not 1 <= m[0].value <= 20:
        return None
    later = next(NAME[item.kind] for item in m if NAME[item.kind] in ("past", "before")) == "past"
    return Clock(half.minutes + (m[0].value if later else -m[0].value))


def _around_hour(m: Sequence[Item], _: Moment) -> Clock | None:
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


def _lone(m: Sequence[Item], _: Moment) -> Clock | None:
    return clock_of(m[0])


def _nothing(_m: Sequence[Item], _: Moment) -> str:
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
        _nothing,
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


def span(first: Clock, second: Clock) -> Range:
    """From one clock time to the next: later the same day, or with figures up to twelve half a day on, or tomorrow."""
    start, end = first.minutes, second.minutes
    if end == start:
        return Range(start, end + DAY)
    if end > start:
        return Range(start, end, not first.exact and not second.exact)
    if (
        start <= HALF_DAY + 59
        and end <= HALF_DAY + 59
        and end + HALF_DAY > start
        and not (first.exact and second.exact)
    ):
        return Range(start, end + HALF_DAY, True)
    return Range(start, end + DAY)


def _range(m: Sequence[Item], _: Moment) -> Range | None:
    said = [item for item in m if NAME[item.kind] in ("clock", "int", "a", "colon", "dec", "glued", "year", "duration")]
    clocks = [clock for item in said if (clock := clock_of(item)) is not None]
    if len(said) != 2 or len(clocks) != 2:
        return None
    if NAME[m[-1].kind] == "daypart" and clocks[0].minutes < clocks[1].minutes:
        clocks = [in_part(clock, m[-1]) for clock in clocks]
    return span(clocks[0], clocks[1])


def _bare_range(m: Sequence[Item], moment: Moment) -> Range | None:
    found = _range(m, moment)
    if found is None or found.start is None:
        return None
    small = NAME[m[0].kind] in ("int", "a")
    return None if small and found.start < 6 * 60 and found.minutes > 9 * 60 else found


def _small_hours(m: Sequence[Item], _: Moment) -> Choice | None:
    low, second = m[0].value, m[2].value
    high = second.minutes if isinstance(second, Amount) else second * 60
    return Choice((low * 60, high)) if low * 60 < high <= 6 * 60 and low <= 4 else None


def _dash_range(m: Sequence[Item], _: Moment) -> Range | None:
    first, second, year = m[0].value
    if year is not None or first > 24 or second > 24:
        return None
    start, end = _exactly(first * 60), _exactly(second * 60)
    return span(start, end) if start and end else None


def _starts(m: Sequence[Item], _: Moment) -> Range | None:
    clock = clock_of(m[1]) if NAME[m[1].kind] != "year" else None
    return Range(clock.minutes, None) if clock else None


def _ends(m: Sequence[Item], _: Moment) -> Range | None:
    clock = clock_of(m[1])
    return Range(None, clock.minutes) if clock else None


_T = "(CLOCK|duration)"


def _pause(m: Sequence[Item], _: Moment) -> Amount:
    return Amount(sum(item.value.minutes for item in m if NAME[item.kind] == "duration"))


def _of_length(m: Sequence[Item], _: Moment) -> Amount | None:
    amount: Amount = m[1].value
    return amount if amount.minutes <= _LONGEST_OF and amount.minutes > 0 else None


# "Taalles van 2 uur" tells a length; "van 9 uur" tells a beginning.
_LONGEST_OF = 6 * 60

PAUSES = (
    Rule(
        "pause.after",
        "a break with its length before it",
        "pause",
        "duration the? pause",
        _pause,
        yes=(("met een half uur pauze", 30),),
    ),
    Rule(
        "pause.before",
        "a break with its length after it",
        "pause",
        "pause (colonmark|of|from|comma|open_paren)? duration",
        _pause,
        yes=(("pauze van 30 min", 30),),
    ),
)


def _told_part(m: Sequence[Item], _: Moment) -> Clock | None:
    clock = clock_of(m[0])
    return None if clock is None else in_part(clock, m[-1])


def _either(m: Sequence[Item], _: Moment) -> Choice | None:
    first = m[0].value.minutes
    second = m[-1].value.minutes if NAME[m[-1].kind] == "duration" else int(m[-1].value.number * 60)
    return Choice((first, second)) if 0 < first != second > 0 else None


LENGTHS = (
    Rule(
        "duration.either-lengths",
        "one amount or another",
        "choice",
        "duration or (duration|dec)",
        _either,
        yes=(("een half uur of een uur", (30, 60)), ("een uur of anderhalf", (60, 90))),
        no=("2 of 3 uur",),
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
        _nothing,
        yes=(("een half uur geleden", None),),
        no=("twee dagen geleden",),
    ),
    Rule(
        "later",
        "a time from now: nothing that was done",
        "later",
        "past duration",
        _nothing,
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
        no=("van 2 uur tot 4 uur", "van 9 uur gewerkt"),
    ),
)
RANGES = (
    Rule(
        "range.suffixed",
        "from and to as endings of the times",
        "range",
        f"at? {_T} from_suffix at? {_T} to_suffix till?",
        _range,
        yes=(("9'dan 12'ye kadar", 180),),
    ),
    Rule(
        "range.from-to",
        "from a time to a time",
        "range",
        f"(from|since) (at|daypart)? {_T} UNIT? daypart?(to|dashmark|thru) (at|daypart)? {_T} UNIT? daypart? (?!heads)",
        _range,
        yes=(("van 9 tot half 1", 210), ("van tien tot twaalf", 120), ("van 11 tot 2", 180), ("from 9 to 12", 180)),
    ),
    Rule(
        "range.between",
        "between two times",
        "range",
        f"between the? {_T} UNIT? (and|dashmark) {_T} UNIT? daypart? (?!heads|visitors|count)",
        _range,
        yes=(("tussen 9 en 11", 120),),
        no=("tussen de 10 en 12 man",),
    ),
    Rule(
        "range.small",
        "two to three hours: hours or clock times",
        "choice",
        "int to (int UNIT|duration)",
        _small_hours,
        yes=(("2 tot 3 uur", (120, 180)),),
        no=("9 tot 10 uur", "van 2 tot 3 uur"),
    ),
    Rule(
        "range.bare",
        "a time to a time",
        "range",
        f"{_T} UNIT? (to|dashmark|slashmark|thru) at? {_T} UNIT? daypart? (?!heads|visitors)",
        _bare_range,
        yes=(("9.30-11", 90), ("half 10 - kwart voor 12", 135), ("13.00/15.30", 150), ("0900-1130", 150)),
    ),
    Rule(
        "range.dash",
        "hour-hour",
        "range",
        "dash UNIT?",
        _dash_range,
        yes=(("9-11 taal", 120), ("10-1", 180)),
        no=("23-11 2u",),
    ),
    Rule(
        "range.starts",
        "a beginning without an end",
        "range",
        f"(from|since) at? {_T} UNIT?",
        _starts,
        yes=(("vanaf 9 uur", None),),
    ),
    Rule("range.ends", "an end without a beginning", "range", f"to at? {_T} UNIT?", _ends, yes=(("tot half 1", None),)),
)
