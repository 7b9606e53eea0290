"""Periods that are closed: their figures stand, and what is corrected later is told of in the next report."""

from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum

from sqlmodel import Session, col, select

from storage.entries import Evidence
from storage.once import insert_once
from storage.tables import ClosedPeriod


class PeriodKind(StrEnum):
    """What a period is reported for: the monthly meeting, an interim report, or the final one."""

    MONTH = "month"
    INTERIM = "interim"
    FINAL = "final"


REPORTS = (PeriodKind.INTERIM, PeriodKind.FINAL)
"""The kinds that are accounted for in a report. A month is for the progress meeting alone."""


def first_day(kind: PeriodKind, last: date) -> date:
    """The first day of a period that ends on ``last``: of its month, or of its year.

    Reports tell of the year so far, as the agreement's targets are the year's.
    """
    return last.replace(day=1) if kind is PeriodKind.MONTH else date(last.year, 1, 1)


def reported_until(due: date, year: int) -> date:
    """The last day that a report tells of which is due on a day: the end of the month before, within its year.

    The agreement names the days on which reports are due and not what they cover: 20 July is about the first half of
    the year, 20 January and 1 June are about the whole year before.
    """
    return min(due.replace(day=1) - timedelta(days=1), date(year, 12, 31))


def close(session: Session, room_id: int, kind: PeriodKind, last: date, evidence: Evidence) -> ClosedPeriod | None:
    """Close the room's period that ends on ``last``; None when it is closed already."""
    key = insert_once(
        session,
        ClosedPeriod,
        room_id=room_id,
        kind=kind,
        first=first_day(kind, last),
        last=last,
        closed_at=evidence.at,
        closed_by=evidence.by,
        inbox_id=evidence.inbox_id,
    )
    return None if key is None else session.get_one(ClosedPeriod, key)


def closed(session: Session, room_id: int, kind: PeriodKind, last: date) -> ClosedPeriod | None:
    """The room's closed period of this kind that ends on ``last``; None while it is open."""
    wanted = select(ClosedPeriod).where(
        ClosedPeriod.room_id == room_id, ClosedPeriod.kind == kind, ClosedPeriod.last == last
    )
    return session.exec(wanted).one_or_none()


def closed_periods(
    session: Session, room_id: int, kinds: Collection[PeriodKind] = tuple(PeriodKind)
) -> list[ClosedPeriod]:
    """The room's closed periods of these kinds, the one closed last first."""
    wanted = select(ClosedPeriod).where(ClosedPeriod.room_id == room_id, col(ClosedPeriod.kind).in_(kinds))
    return list(session.exec(wanted.order_by(col(ClosedPeriod.closed_at).desc(), col(ClosedPeriod.id).desc())))
