"""Lengths and clock times that are no hours worked: seconds, months, years, "14 uur". For ``parts`` alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from language.understand.kinds import NAME
from language.understand.rule import Item, Moment, Rule
from language.understand.rules.clock import DAY, HALF_DAY, Clock, clock_of
from language.understand.rules.durations import Amount
from language.understand.rules.numbers import number

_MINUTES = {"second": 1 / 60, "minute": 1, "hour": 60, "day": DAY, "week": 7 * DAY}
_MONTHS = {"month": 1, "year": 12}
_UNITS = frozenset((*_MINUTES, *_MONTHS))
_UNIT_OF = {"days": "day", "weeks": "week"}
_WORDS = {"een dag": 1.0, "een dagje": 1.0, "dagje": 1.0, "hele dag": 1.0, "halve dag": 0.5}


@dataclass(frozen=True, slots=True)
class Length:
    """So many of a unit of time: "second", "day", "week", "month", "year", or "minute" for several of these added."""

    amount: float
    unit: str

    @property
    def minutes(self) -> float | None:
        """How long it is, None for months and years: these are not all of one length."""
        return self.amount * _MINUTES[self.unit] if self.unit in _MINUTES else None


def length_of(m: Sequence[Item]) -> Length | None:
    """The length that a counted unit is, or half of one: "3 maanden", "een half jaar"."""
    last = m[-1]
    if NAME[m[0].kind] == "count" and m[0].inner:
        unit, counted = m[0].inner[-1].value, m[0].inner[0]
        amount = number(counted) if NAME[counted.kind] in ("int", "a", "dec") else 0
    elif len(m) > 1 and NAME[m[-2].kind] == "half":
        unit = _UNIT_OF.get(NAME[last.kind], last.value)
        amount = 0.5 + (number(m[0]) if NAME[m[0].kind] == "int" else 0)
    else:
        return None
    return Length(amount, unit) if amount and unit in _UNITS else None


def _counted(m: Sequence[Item], _: Moment) -> Length | None:
    return length_of(m)


def _days(m: Sequence[Item], _: Moment) -> Length | None:
    inner = m[0].inner
    return Length(number(inner[0]), _UNIT_OF[NAME[inner[-1].kind]]) if inner else None


def _word(m: Sequence[Item], _: Moment) -> Length | None:
    inner = m[0].inner
    days = _WORDS.get(inner[-1].text) if inner else None
    return Length(days, "day") if days is not None else None


def _joined(m: Sequence[Item], _: Moment) -> Length | None:
    found = [item.value for item in m if NAME[item.kind] in ("length", "duration")]
    if not any(isinstance(value, Length) for value in found):
        return None
    lengths = [Length(v.minutes, "minute") if isinstance(v, Amount) else v for v in found]
    if all(length.unit in _MONTHS for length in lengths):
        return Length(sum(length.amount * _MONTHS[length.unit] for length in lengths), "month")
    minutes = [length.minutes for length in lengths]
    return Length(sum(part or 0 for part in minutes), "minute") if None not in minutes else None


def _hour_of_day(m: Sequence[Item], _: Moment) -> Clock | None:
    clock = clock_of(m[0])
    if clock is None or NAME[m[-1].kind] != "daypart":
        return clock
    hours = clock.minutes
    if hours > HALF_DAY + 59:
        return clock
    part = m[-1].value
    if part == "night":
        late = HALF_DAY - 120 <= hours < HALF_DAY
        return Clock((hours + HALF_DAY if late else hours % HALF_DAY), True)
    if part == "evening":
        return Clock((hours + HALF_DAY) % DAY, True)
    return Clock(hours % HALF_DAY + HALF_DAY if part == "afternoon" else hours, True)


def _later_hour(m: Sequence[Item], _: Moment) -> Clock | None:
    clock = clock_of(m[0])
    written = m[0].inner and NAME[m[0].inner[0].kind] in ("colon", "glued")
    return clock if clock is not None and (written or clock.minutes >= HALF_DAY + 60) else None


FACT_TIMES = (
    Rule(
        "fact.length",
        "seconds, months or years",
        "length",
        "count",
        _counted,
        yes=(("30 seconden", (30, "second")), ("anderhalf jaar", (1.5, "year")), ("vijf maanden", (5, "month"))),
        no=("3 taarten",),
    ),
    Rule(
        "fact.half-length",
        "half of a day, week, month or year",
        "length",
        "(int and)? a? half (count|days|weeks)",
        _counted,
        yes=(("een half jaar", (0.5, "year")), ("een halve week", (0.5, "week"))),
    ),
    Rule(
        "fact.days",
        "days or weeks",
        "length",
        "span",
        _days,
        yes=(("drie dagen", (3, "day")), ("anderhalve week", (1.5, "week"))),
    ),
    Rule(
        "fact.word-length",
        "a day in one word",
        "length",
        "vague",
        _word,
        yes=(("een dag", (1, "day")),),
        no=("een paar uur",),
    ),
    Rule(
        "fact.hour-of-day",
        "an hour with its part of the day",
        "clock",
        "(duration|dec|colon) UNIT? daypart",
        _hour_of_day,
        yes=(("8 uur 's ochtends", "08:00"), ("drie uur 's middags", "15:00"), ("3 uur 's nachts", "03:00")),
    ),
    Rule(
        "fact.clock",
        "a clock time written as one",
        "clock",
        "(dec|colon|glued) UNIT|colon|glued",
        _hour_of_day,
        yes=(("10:45", "10:45"), ("19.30 uur", "19:30")),
        no=("2,5 uur",),
    ),
    Rule(
        "fact.later-hour",
        "an amount that can be a clock time as well",
        "clock",
        "duration",
        _later_hour,
        yes=(("14u", "14:00"), ("15h30", "15:30"), ("2:30", "02:30")),
        no=("8 uur", "twee uur"),
    ),
)
FACT_LENGTHS = (
    Rule(
        "fact.joined-length",
        "lengths in several units",
        "length",
        "(length|duration) ((and|comma)? (length|duration)){1,5}",
        _joined,
        yes=(("2 weken en 3 dagen", (24480, "minute")), ("1 jaar en 2 maanden", (14, "month"))),
        no=("2 uur en 3 uur",),
    ),
)
