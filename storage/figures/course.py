"""How a figure went over the year."""

from calendar import monthrange
from datetime import date

from sqlmodel import Session

from storage.agreements import PromisedIndicator
from storage.figures.activities import activities
from storage.figures.board import value_on
from storage.figures.indicators import PEOPLE
from storage.figures.light import Value
from storage.figures.participants import kinds_of
from storage.figures.unique_people import unique_people
from storage.tables import Room


def month_ends(last: date) -> list[date]:
    """The last days of the months of the year up to ``last``, which ends the list wherever in its month it is."""
    ends = (date(last.year, month, monthrange(last.year, month)[1]) for month in range(1, last.month + 1))
    return [min(end, last) for end in ends]


def course(session: Session, room: Room, indicator: PromisedIndicator, last: date) -> list[tuple[date, Value]]:
    """The indicator's figure at the end of each month of the year so far, and at the end of the day ``last``."""
    days = month_ends(last)
    if indicator.id != "participants" and indicator.id not in PEOPLE:
        return [(day, value_on(session, room, indicator, day)) for day in days]
    # Who came is read once: twelve times over the messages of others would have to wait for it.
    kinds = None if indicator.id == "participants" else kinds_of(indicator.id)
    told = activities(session, room.id, date(last.year, 1, 1), last, kinds=kinds)
    return [(day, unique_people([each for each in told if each.date <= day])) for day in days]
