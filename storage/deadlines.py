"""When a room has to account for what it promised: the reports of its agreements, and the monthly progress meeting."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session, col, select

from storage.agreements import ReportDue, Terms, terms_of
from storage.periods import PeriodKind, reported_until
from storage.rooms import RoomSettings
from storage.tables import Agreement

YEARS_BACK = 2
"""A report on a year is due within so many years after it began."""
LAST_WEEK = 5
"""The week of the month that stands for its last one."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A report that is due: what the agreement calls it, its last day, and what it is about."""

    name: str
    due: date
    kind: PeriodKind
    last: date
    """The last day that it tells of."""


def report_kind(terms: Terms, report: ReportDue) -> PeriodKind:
    """Which kind of report one is that the agreement asks for: the last of them is the final one."""
    return PeriodKind.FINAL if report == max(terms.reports, key=lambda each: each.due) else PeriodKind.INTERIM


def deadlines(session: Session, room_id: int, today: date) -> list[Deadline]:
    """The reports that the room's agreements ask for and that are due today or later, the soonest first."""
    years = col(Agreement.year).between(today.year - YEARS_BACK, today.year)
    found = [
        Deadline(report.name, report.due, report_kind(terms, report), reported_until(report.due, agreement.year))
        for agreement in session.exec(select(Agreement).where(Agreement.room_id == room_id, years))
        for terms in [terms_of(agreement)]
        for report in terms.reports
        if report.due >= today
    ]
    return sorted(found, key=lambda deadline: deadline.due)


def meeting_in(month: date, settings: RoomSettings) -> date | None:
    """The day of the progress meeting in a month, which any day of it names; None where the room has none."""
    if not settings.meeting_week:
        return None
    first = month.replace(day=1)
    day = first + timedelta(days=(settings.meeting_weekday - first.isoweekday()) % 7)
    days = [day + timedelta(weeks=week) for week in range(LAST_WEEK)]
    in_month = [each for each in days if each.month == first.month]
    return in_month[-1] if settings.meeting_week == LAST_WEEK else in_month[settings.meeting_week - 1]
