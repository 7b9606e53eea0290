"""From one clock time to another."""

from collections.abc import Sequence
from typing import NamedTuple

from language.understand.kinds import NAME
from language.understand.rule import Item, Moment, Rule
from language.understand.rules.clock import DAY, HALF_DAY, Clock, clock_of, in_part, whole_clock
from language.understand.rules.durations import Amount, Choice

_MINUTES_TO = (5, 10, 20, 25)
# A clock time, or an hour that may be one.
_T = "(CLOCK|duration)"


class Range(NamedTuple):
    """From a clock time to a later one: minutes since midnight (the end may be past 24 h). None is not said."""

    start: int | None
    end: int | None
    twelve_hour: bool = False

    @property
    def minutes(self) -> int:
        """How long it is when no clock is changed."""
        return (self.end or 0) - (self.start or 0)


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
    if second.half and end + HALF_DAY > start:
        return Range(start, end + HALF_DAY)
    return Range(start, end + DAY)


def _range(m: Sequence[Item], _: Moment) -> Range | None:
    said = [item for item in m if NAME[item.kind] in ("clock", "int", "a", "colon", "dec", "glued", "year", "duration")]
    clocks = [clock for item in said if (clock := clock_of(item)) is not None]
    if len(said) != 2 or len(clocks) != 2:
        return None
    own_part = next((item for item in m[: m.index(said[1])] if NAME[item.kind] == "daypart"), None)
    if own_part is not None:
        clocks[0] = in_part(clocks[0], own_part)
    if NAME[m[-1].kind] == "daypart":
        if own_part is not None:
            clocks[1] = in_part(clocks[1], m[-1])
        elif clocks[0].minutes < clocks[1].minutes:
            clocks = [in_part(clock, m[-1]) for clock in clocks]
    return span(clocks[0], clocks[1])


def _arabic_range(m: Sequence[Item], moment: Moment) -> Range | None:
    return _range(m, moment) if moment.language == "ar" else None


def _minutes_to(m: Sequence[Item], moment: Moment) -> Range | None:
    """ "Quarter past ten till ten to twelve": minutes to an hour, where English names a time so."""
    if moment.language != "en":
        return None
    said = [item for item in m if NAME[item.kind] not in ("to", "from", "since", "dashmark", "thru", "at")]
    clocks: list[Clock] = []
    position = 0
    while position < len(said):
        item, after = said[position], said[position + 1 : position + 2]
        to = after and NAME[item.kind] == "int" and item.value in _MINUTES_TO and NAME[after[0].kind] in ("int", "a")
        if to and 1 <= after[0].value <= 12 and len(said) - position != 2 - len(clocks):
            clocks.append(Clock((after[0].value * 60 - item.value) % DAY))
            position += 2
        else:
            clock = clock_of(item)
            if clock is None:
                return None
            clocks.append(clock)
            position += 1
    return span(clocks[0], clocks[1]) if len(clocks) == 2 else None


def _bare_range(m: Sequence[Item], moment: Moment) -> Range | None:
    found = _range(m, moment)
    if found is None or found.start is None:
        return None
    if moment.language == "en" and NAME[m[0].kind] == "duration" and NAME[m[-1].kind] == "int":
        # "Change the 3 hours to 2".
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
    start, end = whole_clock(first * 60), whole_clock(second * 60)
    return span(start, end) if start and end else None


def _starts(m: Sequence[Item], _: Moment) -> Range | None:
    said = m[0] if NAME[m[-1].kind] == "onward" else m[1]
    clock = clock_of(said) if NAME[said.kind] != "year" else None
    return Range(clock.minutes, None) if clock else None


def _ends(m: Sequence[Item], _: Moment) -> Range | None:
    clock = clock_of(m[1])
    return Range(None, clock.minutes) if clock else None


RANGES = (
    Rule(
        "range.minutes-to",
        "a range with minutes before the hour in it",
        "range",
        "(from|since)? at? (int to N|CLOCK) (to|dashmark|thru) at? int to N (?!UNIT)"
        "|(from|since)? at? int to N (to|dashmark|thru) at? CLOCK (?!UNIT)",
        _minutes_to,
        yes=(
            ("quarter past ten till ten to twelve", 95),
            ("from twenty to two till half past four", 170),
            ("ten to nine until five past twelve", 195),
        ),
        no=("from 10 to 12", "van 10 tot 12 en van 2 tot 4"),
    ),
    Rule(
        "range.suffixed",
        "from and to as endings of the times",
        "range",
        f"(at|hour)? {_T} from_suffix (at|hour)? {_T} (to_suffix till?|till)"
        f"|(at|hour)? {_T} (from_suffix|and)? {_T} to_suffix? till",
        _range,
        yes=(
            ("9'dan 12'ye kadar", 180),
            ("saat 14 ile 16 arasında", 120),
            ("7'den 9 buçuğa kadar", 150),
            ("dokuzdan on bire kadar", 120),
        ),
        no=("3 saat kadar",),
    ),
    Rule(
        "range.from-to",
        "from a time to a time",
        "range",
        f"(from|since) (at|daypart)? {_T} UNIT? daypart? (comma? to|dashmark|thru)"
        f" (at|daypart)? {_T} UNIT? daypart? (?!heads)",
        _range,
        yes=(("van 9 tot half 1", 210), ("van tien tot twaalf", 120), ("van 11 tot 2", 180), ("from 9 to 12", 180)),
    ),
    Rule(
        "range.arabic",
        'Arabic "من 9 لـ 11"',
        "range",
        "(from|since) at? (CLOCK|duration) UNIT? daypart? for at? (CLOCK|duration) UNIT? daypart? (?!heads|visitors)",
        _arabic_range,
        yes=(("من 9 لـ 11", 120), ("من 10 ل 12", 120)),
        no=("from 9 for 11", "van 9 voor 11"),
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
        f"(from|since) at? {_T} UNIT?|{_T} from_suffix onward",
        _starts,
        yes=(("vanaf 9 uur", None), ("vanaf 2 uur", None), ("2'den beri", None)),
    ),
    Rule("range.ends", "an end without a beginning", "range", f"to at? {_T} UNIT?", _ends, yes=(("tot half 1", None),)),
)
