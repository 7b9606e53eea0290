"""How long somebody worked, by when they began and ended: two cells of a row, and a third where a pause is kept."""

import re
from datetime import date, datetime, time, timedelta

from bot.importing.cells import CellError, amount_in, minutes_in, shown, weighed
from bot.importing.sheets import FORMULA, Cell

_DAY = 24 * 60
_CLOCK = re.compile(r"(\d{1,2})(?:\s*(?:[:.]|[uh](?!ur))\s*([0-5]\d)(?::00)?|\s*(?:uur|u|h))?(?:\s*(?:uur|u))?")
_NO_PAUSE = frozenset({"", "-", "geen", "nee", "no", "none"})
_IN_HOURS = re.compile(r"\b(uur|uren|hours?)\b")
_IN_MINUTES = re.compile(r"\bmin")


def minutes_told(begin: Cell, end: Cell, pause: Cell, hours: Cell, minutes: Cell, day: date, pause_heading: str) -> int:
    """The whole minutes in a row that can tell them by begin and end, by an amount, or by both, which must then agree.

    A pause does not count. An amount that is a formula is held against them as what it was last shown to be. Raises
    CellError.
    """
    if begin.is_empty and end.is_empty:
        return minutes_in(hours, minutes)
    if begin.is_empty or end.is_empty:
        if hours.is_empty and minutes.is_empty:
            raise CellError(f"there is no {'begin' if begin.is_empty else 'end'}")
        return minutes_in(hours, minutes)
    whole = _clock(end, "end", day) - _clock(begin, "begin", day)
    if whole <= 0:
        raise CellError("the end is not after the begin")
    worked = weighed(whole - _pause(pause, pause_heading))
    if not (hours.is_empty and minutes.is_empty):
        said = worked if _part_of_day(hours) == worked else minutes_in(_as_shown(hours), _as_shown(minutes))
        if said != worked:
            raise CellError(f"it says {_in_words(said)}, but from begin to end are {_in_words(worked)}")
    return worked


def _as_shown(cell: Cell) -> Cell:
    """Begin and end bear out what a formula came to, so here it can be relied on."""
    return Cell(cell.value) if cell.trouble == FORMULA and cell.value is not None else cell


def _part_of_day(hours: Cell) -> int | None:
    """The minutes in what "=D2-C2" comes to where nobody made it a time: 0.125 for three hours."""
    if hours.trouble in ("", FORMULA) and isinstance(hours.value, float) and 0 < hours.value < 1:
        return round(hours.value * _DAY)
    return None


def _clock(cell: Cell, what: str, day: date) -> int:
    """Minutes since midnight; an end at midnight is the day's."""
    if cell.trouble:
        raise CellError(f"the {what} is {cell.trouble}")
    value = cell.value
    if isinstance(value, datetime):
        # A time that is kept as a moment has a day of long ago.
        if value.year >= 2000 and value.date() != day:
            raise CellError(f"the {what} is of another day: {value:%d-%m-%Y}")
        value = value.time()
    minutes = None
    if isinstance(value, time):
        minutes = value.hour * 60 + value.minute
    elif isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        minutes = _number(value)
    elif isinstance(value, str) and (said := _CLOCK.fullmatch(value.strip().casefold())):
        minutes = int(said[1]) * 60 + int(said[2] or 0)
    if minutes is None or not 0 <= minutes <= _DAY:
        raise CellError(f"the {what} is no time of the day: {shown(value)}")
    return _DAY if what == "end" and minutes == 0 else minutes


def _number(value: float) -> int | None:
    """A part of a day, as a spreadsheet keeps times, or a whole hour. 9.3 may be half past nine, or 18 past."""
    if 0 <= value < 1:
        return round(value * _DAY)
    return round(value * 60) if value == int(value) else None


def _pause(cell: Cell, heading: str) -> int:
    if cell.is_empty or (isinstance(cell.value, str) and cell.value.strip().casefold() in _NO_PAUSE):
        return 0
    if cell.trouble:
        raise CellError(f"the pause is {cell.trouble}")
    number = _bare(cell)
    if number is None or number == 0:
        return amount_in(cell, "min")
    if _IN_MINUTES.search(heading.casefold()):
        unit = "min"
    elif _IN_HOURS.search(heading.casefold()) or number in (0.25, 0.5, 0.75):
        unit = "uur"
    elif number >= 5 and number == int(number):
        unit = "min"
    else:
        raise CellError(f"the pause {shown(cell.value)} can be hours or minutes")
    return amount_in(cell, unit)


def _bare(cell: Cell) -> float | None:
    if isinstance(cell.value, str):
        text = cell.value.strip().replace(",", ".")
        return float(text) if re.fullmatch(r"\d{1,3}(\.\d{1,2})?", text) else None
    if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        return float(cell.value)
    return None


def _in_words(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"
