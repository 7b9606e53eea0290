"""What a cell says: a day, an amount of time. Text is read as the bot reads messages."""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.importing.sheets import FORMULA, MERGED, Cell
from language.understand import understand
from language.understand.meaning import Meaning

MOST_MINUTES = 960
"""In one entry, as in a message: 16 hours."""
FIRST_DAY = date(2000, 1, 1)

_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\d[-/.]\d{1,2}[-/.]\d\d\b")
_NUMBER = re.compile(r"-?\d{1,6}(?:[.,](\d+))?")
_CLOCKWISE = re.compile(r"(\d{1,2}):([0-5]\d)(?::00)?")
# A text is read as it would be at this moment: later than any day that a row may be of, so that none is a plan.
_READ_AT = datetime(2100, 1, 1, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))
_ONLY_TIME = frozenset({"duration", "number", "time", "timerange"})


class CellError(Exception):
    """A cell does not say what its column is for; the message says why."""


def day_in(cell: Cell, today: date, day_zero: datetime) -> date:
    """The day in a cell: a date, the number by which a spreadsheet keeps one, or text with its year.

    ``day_zero`` is what such numbers count from. Raises CellError, also for a day after ``today``.
    """
    day = _day(_relied_on(cell, "date"), day_zero)
    if day > today:
        raise CellError(f"{day:%d-%m-%Y} is in the future")
    if day < FIRST_DAY:
        raise CellError(f"{day:%d-%m-%Y} is too long ago")
    return day


def _day(cell: Cell, day_zero: datetime) -> date:
    value = cell.value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        text = value.strip()
        if text.isdecimal() and len(text) == 5:
            return (day_zero + timedelta(days=int(text))).date()
        return _day_in_words(text)
    if isinstance(value, int | float) and not isinstance(value, bool) and 1 <= value < 100_000:
        return (day_zero + timedelta(days=int(value))).date()
    raise CellError(f"{shown(value)} is no date")


def _day_in_words(text: str) -> date:
    if not _YEAR.search(text):
        raise CellError(f"{shown(text)} is no date with its year")
    # 2025-03-12 00:00:00, as programs write days.
    said = understand(re.sub(r"[ T]00:00(:00)?$", "", text), _READ_AT)
    days = [part.value["date"] for part in said.parts if part.kind == "date" and "from" not in part.value]
    agrees = any(draft.date is not None for draft in said.drafts)
    if len(days) != 1 or days[0] is None or not agrees:
        raise CellError(f"{shown(text)} is no date that exists")
    return date.fromisoformat(days[0])


def minutes_in(hours: Cell, minutes: Cell) -> int:
    """The whole minutes in a row's cells for hours and minutes, of which a sheet may have one or both.

    Raises CellError where they say nothing, too much, or not the same.
    """
    told = [amount_in(cell, unit) for cell, unit in ((hours, "uur"), (minutes, "min")) if not cell.is_empty]
    if not told:
        raise CellError("there is no amount")
    return weighed(told[0] if len(set(told)) == 1 else _together(*told))


def weighed(amount: int) -> int:
    """The minutes, if one entry can hold so many. Raises CellError."""
    if amount <= 0:
        raise CellError("the amount is not above nothing")
    if amount > MOST_MINUTES:
        raise CellError(f"{_in_hours(amount)} hours is more than {MOST_MINUTES // 60} hours at once")
    return amount


def _together(hours: int, minutes: int) -> int:
    """One hour and thirty minutes in two columns; a column that repeats the other was seen before."""
    if hours % 60 == 0 and 0 <= minutes < 60:
        return hours + minutes
    raise CellError("the hours and the minutes contradict each other")


def amount_in(cell: Cell, unit: str) -> int:
    """The whole minutes in a cell of which a bare number is in this unit: "uur" or "min". Raises CellError."""
    value = _relied_on(cell, "amount").value
    if isinstance(value, time):
        return round(value.hour * 60 + value.minute + value.second / 60)
    if isinstance(value, timedelta):
        return round(value.total_seconds() / 60)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return round(value * 60 if unit == "uur" else value)
    if isinstance(value, str):
        return _amount_in_words(value.strip(), unit)
    raise CellError(f"{shown(value)} is no amount of time")


def _amount_in_words(text: str, unit: str) -> int:
    clockwise = _CLOCKWISE.fullmatch(text)
    if clockwise:
        return int(clockwise[1]) * 60 + int(clockwise[2])
    number = _NUMBER.fullmatch(text)
    if number:
        return _number(text, number[1] or "", unit)
    said = understand(text, _READ_AT)
    if said.ask is not None and said.ask.reason == "which_amount":
        raise CellError(f"{shown(text)} can mean two amounts")
    draft = said.drafts[0] if said.meaning is Meaning.LOG and len(said.drafts) == 1 else None
    if draft is None or draft.minutes is None or any(part.kind not in _ONLY_TIME for part in said.parts):
        raise CellError(f"{shown(text)} is no amount of time")
    return draft.minutes


def _number(text: str, decimals: str, unit: str) -> int:
    """A number without a unit: "1,30" and "1.30" can be an hour and a half, or an hour and 18 minutes."""
    if unit == "uur" and len(decimals) == 2 and decimals not in ("00", "25", "50") and int(decimals) < 60:
        raise CellError(f"{shown(text)} can mean two amounts")
    value = float(text.replace(",", "."))
    return round(value * 60 if unit == "uur" else value)


def text_in(cell: Cell, what: str) -> str:
    """The words in a cell, on one line; empty where it is. Raises CellError where they cannot be relied on."""
    value = _relied_on(cell, what).value
    return "" if value is None else " ".join(str(value).split())


def _relied_on(cell: Cell, what: str) -> Cell:
    if cell.trouble == FORMULA:
        raise CellError(f"the {what} is a formula: paste its value in its place")
    if cell.trouble == MERGED and cell.value is not None and what != "amount":
        # Merged with the cells above it: one day, or one name, for several rows. Hours of two would be told twice.
        return Cell(cell.value)
    if cell.trouble:
        raise CellError(f"the {what} is {cell.trouble}")
    return cell


def shown(value: object) -> str:
    """A value as a reason quotes it."""
    text = "" if value is None else str(value)
    if not text:
        return "an empty cell"
    return repr(text if len(text) <= 40 else f"{text[:39]}…")


def _in_hours(minutes: int) -> str:
    return f"{minutes / 60:.2f}".rstrip("0").rstrip(".")
