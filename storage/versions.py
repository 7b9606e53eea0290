"""What is never overwritten: each change of a thing is a new version, with who made it, when and by which message."""

from typing import Any, TypeVar

from sqlalchemy import update
from sqlmodel import Session, col

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
