"""What is never overwritten: each change of a thing is a new version, with who made it, when and by which message."""

from typing import Any, TypeVar

from sqlalchemy import update
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col, select

from storage.entries import Evidence
from storage.tables import AttendanceVersion, Explanation, ResultVersion, TallyVersion

V = TypeVar("V", AttendanceVersion, Explanation, ResultVersion, TallyVersion)


def add_version(session: Session, model: type[V], current: V | None, evidence: Evidence, **says: Any) -> V:
    """Write what a thing says from now on; ``current`` stays as an older version. None: this is its first."""
    if current is not None:
        session.execute(update(model).where(col(model.id) == current.id).values(is_current=False))
    row = model(
        version=1 if current is None else current.version + 1,
        is_current=True,
        changed_at=evidence.at,
        changed_by=evidence.by,
        inbox_id=evidence.inbox_id,
        **says,
    )
    session.add(row)
    session.flush()
    return row


def newest(session: Session, model: type[V], thing: Mapped[int], number: int) -> V | None:
    """What the thing of this number says now; ``thing`` is the column that tells of which thing a version is."""
    return session.exec(select(model).where(thing == number, col(model.is_current))).one_or_none()


def from_message(session: Session, model: type[V], thing: Mapped[int], inbox_id: int) -> list[V]:
    """What the things that this message made or changed say now."""
    touched = select(thing).where(col(model.inbox_id) == inbox_id)
    return list(session.exec(select(model).where(thing.in_(touched), col(model.is_current)).order_by(thing)))
