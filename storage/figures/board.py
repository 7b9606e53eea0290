"""The board: everything that a room promised for a year, and how it stands on a day."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sqlmodel import Session

from storage.agreements import TALLIED, PromisedIndicator, agreement_of, announced, terms_of
from storage.beside import read_room_beside
from storage.figures import tallies
from storage.figures.active_volunteers import too_early
from storage.figures.indicators import GROWING, INDICATORS, UNIQUE, figure
from storage.figures.light import Light, Value, goal_of, light_of
from storage.figures.unique_people import Range
from storage.results import entered_result, value_of
from storage.survey_results import INDICATORS as ASKED
from storage.survey_results import SurveyResult, survey_result
from storage.tables import ResultVersion, Room

RECENT_DAYS = 91
"""The 13 weeks after whose pace new people are expected to come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardLine:
    """One indicator of the agreement as it stands at the end of a day."""

    indicator: PromisedIndicator
    """What was promised: id, kind, name, unit, comparison, source, target, of, flagged."""
    value: Value
    """Of the year up to and including the day; None where nobody knows it yet."""
    out_of: int | None = None
    """Where the agreement says "10 of 20": how many were referred or announced so far; None where nobody told that."""
    survey: SurveyResult | None = None
    """Behind a figure that was asked: how many answered, of how many who were asked."""
    days: int
    """Days of the year gone, this day among them."""
    days_in_year: int
    due: int | None
    """What would be due by now if it came evenly over the year, in whole numbers; None for what does not grow."""
    expected: int | None
    """Where it comes by the year's end at its pace, of what it is at least; None likewise. See ``_expected``."""
    light: Light

    @property
    def gone(self) -> Decimal:
        """The share of the year that is gone, between 0 and 1."""
        return Decimal(self.days) / Decimal(self.days_in_year)


def board(session: Session, room: Room, year: int, on: date) -> list[BoardLine]:
    """All indicators that the room promised for ``year``, in the agreement's order, as they stand at the end of ``on``.

    After the year it is as of 31 December. Without an agreement there is nothing. Raises ValueError for a day before
    the year.
    """
    agreement = agreement_of(session, room.id, year)
    if agreement is None:
        return []
    return [board_line(session, room, indicator, day_in(year, on)) for indicator in terms_of(agreement).indicators]


def board_beside(session: Session, room: Room, on: date) -> list[BoardLine]:
    """The same for the year of ``on``, read where it keeps nobody waiting (storage/beside.py)."""
    return read_room_beside(session, room, ("board", on), lambda other, same: board(other, same, on.year, on))


def board_line(session: Session, room: Room, indicator: PromisedIndicator, on: date) -> BoardLine:
    """One line of the board as it stands at the end of the day ``on``, in the year of that day."""
    first, last = date(on.year, 1, 1), date(on.year, 12, 31)
    days, days_in_year = (on - first).days + 1, (last - first).days + 1
    survey = survey_on(session, room, indicator, on)
    value = value_on(session, room, indicator, on) if survey is None else survey.value
    goal = goal_of(indicator)
    due, expected, slows_down = None, None, False
    if indicator.id in GROWING and goal is not None and isinstance(value, Range):
        due = goal * days // days_in_year
        expected = _expected(session, room, indicator.id, value.least, on)
        slows_down = indicator.id in UNIQUE and days > RECENT_DAYS and expected < goal
    return BoardLine(
        indicator=indicator,
        value=value,
        out_of=_out_of(session, room, indicator, on),
        survey=survey,
        days=days,
        days_in_year=days_in_year,
        due=due,
        expected=expected,
        light=light_of(indicator, value, due, is_over=on == last, slows_down=slows_down),
    )


def _out_of(session: Session, room: Room, indicator: PromisedIndicator, on: date) -> int | None:
    if indicator.id == TALLIED:
        return tallies.referred(session, room.id, date(on.year, 1, 1), on)
    found = announced_result(session, room.id, indicator, on)
    return None if found is None else int(value_of(found))


def announced_result(session: Session, room_id: int, indicator: PromisedIndicator, on: date) -> ResultVersion | None:
    """How many were announced by the end of the day ``on``, as somebody entered it; None where nothing is known."""
    beside = announced(indicator)
    return None if beside is None else entered_result(session, room_id, beside.id, on)


def _expected(session: Session, room: Room, indicator: str, least: int, on: date) -> int:
    """Where a figure that grows comes by 31 December at its pace, in whole numbers rounded down.

    Cases and klussen go on as they came since 1 January. New people become fewer as more came already, so they go on as
    they came in the last 91 days.
    """
    days, left = (on - date(on.year, 1, 1)).days + 1, (date(on.year, 12, 31) - on).days
    before = 0
    if indicator in UNIQUE and days > RECENT_DAYS:
        days, before = RECENT_DAYS, figure(session, room, indicator, on - timedelta(days=RECENT_DAYS)).least
    return least + (least - before) * left // days


def value_on(session: Session, room: Room, indicator: PromisedIndicator, on: date) -> Value:
    """The indicator's figure at the end of the day ``on``, in the year of that day; None where nobody knows it."""
    if indicator.source == "entered":
        result = entered_result(session, room.id, indicator.id, on)
        return None if result is None else value_of(result)
    if indicator.source == "survey":
        survey = survey_on(session, room, indicator, on)
        return None if survey is None else survey.value
    if indicator.id not in INDICATORS or (indicator.id == "active_volunteers" and too_early(session, room, on)):
        return None
    return figure(session, room, indicator.id, on)


def survey_on(session: Session, room: Room, indicator: PromisedIndicator, on: date) -> SurveyResult | None:
    """What surveys of the year came to by the end of the day ``on``; None where nothing can be told.

    To the whole year, as of 31 December, belongs a round that was opened in it and closed in January.
    """
    if indicator.source != "survey" or indicator.id not in ASKED:
        return None
    closed_by = date(on.year + 1, 1, 31) if on == date(on.year, 12, 31) else on
    return survey_result(session, room.id, indicator.id, on.year, closed_by)


def day_in(year: int, on: date) -> date:
    """The day itself, or the year's last where it lies after it. Raises ValueError for one before the year."""
    if on.year < year:
        raise ValueError(f"{on} lies before {year}")
    return min(on, date(year, 12, 31))
