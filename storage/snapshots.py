"""Snapshots: a room's figures as they were when they were taken, so that a report made again stays the same."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, SQLModel, col, select

from storage import locks
from storage.entries import Evidence
from storage.periods import PeriodKind, closed_periods
from storage.tables import (
    AttendanceVersion,
    ClosedPeriod,
    EntryVersion,
    KlusChange,
    ResultVersion,
    Snapshot,
    TallyVersion,
)

BOOKS: dict[str, type[SQLModel]] = {
    "entry_version": EntryVersion,
    "attendance_version": AttendanceVersion,
    "klus_change": KlusChange,
    "tally_version": TallyVersion,
    "result_version": ResultVersion,
}
"""The tables to which each change of the books adds a row, by the names that marks have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """When figures were taken, and how far the books were then."""

    at: datetime
    marks: dict[str, int]


def take(session: Session, room_id: int, now: datetime) -> Taken:
    """How far the books are. The room is locked until the end of the unit of work: nobody writes in between."""
    locks.rooms(session, [room_id])
    newest = {name: session.exec(select(func.max(table.id))).one() or 0 for name, table in BOOKS.items()}  # type: ignore[attr-defined]
    return Taken(at=now, marks=newest)


def taken_for(snapshot: Snapshot) -> Taken:
    """When the figures in a snapshot were taken."""
    return Taken(at=snapshot.figures_at, marks=snapshot.marks)


def keep(
    session: Session,
    room_id: int,
    kind: PeriodKind,
    last: date,
    content: dict[str, Any],
    taken: Taken,
    *,
    made: Evidence | datetime,
    period: ClosedPeriod | None = None,
) -> Snapshot:
    """Keep figures, with the message that asked for them, or the moment at which the operator did.

    Where the newest snapshot of the period says the same already, that one is meant.
    """
    known = newest(session, room_id, kind, last)
    period_id = None if period is None else period.id
    if known is not None and (known.content, known.period_id) == (content, period_id):
        return known
    snapshot = Snapshot(
        room_id=room_id,
        kind=kind,
        last=last,
        period_id=period_id,
        content=content,
        marks=taken.marks,
        figures_at=taken.at,
        made_at=made.at if isinstance(made, Evidence) else made,
        made_by=made.by if isinstance(made, Evidence) else None,
        inbox_id=made.inbox_id if isinstance(made, Evidence) else None,
    )
    session.add(snapshot)
    session.flush()
    return snapshot


def newest(session: Session, room_id: int, kind: PeriodKind, last: date) -> Snapshot | None:
    """The room's newest snapshot for such a period that ends on ``last``."""
    wanted = select(Snapshot).where(Snapshot.room_id == room_id, Snapshot.kind == kind, Snapshot.last == last)
    return session.exec(wanted.order_by(col(Snapshot.id).desc())).first()


def of_period(session: Session, period: ClosedPeriod) -> Snapshot:
    """The figures with which a period was closed."""
    wanted = select(Snapshot).where(Snapshot.period_id == period.id).order_by(col(Snapshot.id))
    found = session.exec(wanted).first()
    if found is None:
        raise ValueError(f"no figures were kept of the closed period {period.id}")
    return found


def by_id(session: Session, snapshot_id: int, room_ids: Collection[int]) -> Snapshot | None:
    """The snapshot of this number, if it is of one of these rooms."""
    snapshot = session.get(Snapshot, snapshot_id)
    return snapshot if snapshot is not None and snapshot.room_id in room_ids else None


def last_closed(session: Session, room_id: int, kinds: Collection[PeriodKind], until: date) -> Snapshot | None:
    """The figures of the period of these kinds that was closed last and ends by ``until``."""
    for period in closed_periods(session, room_id, kinds):
        if period.last <= until:
            return of_period(session, period)
    return None
