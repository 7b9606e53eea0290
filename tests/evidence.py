"""Whether all that was written into the books in one turn rests on the message of that turn, of whoever wrote it."""

from collections.abc import Iterator

from sqlalchemy import func
from sqlmodel import Session, SQLModel, col, select

from storage.tables import (
    AttendanceVersion,
    EntryVersion,
    Explanation,
    GroupChange,
    Inbox,
    KlusChange,
    ParticipantChange,
    ResultVersion,
    RoomSettingChange,
    TallyVersion,
)

BOOKS: tuple[type[SQLModel], ...] = (
    EntryVersion, KlusChange, AttendanceVersion, ParticipantChange, TallyVersion, GroupChange, Explanation,
    ResultVersion,
    RoomSettingChange,
)  # fmt: skip
"""The tables of which each row says who changed the books, and by which message."""

Marks = dict[type[SQLModel], int]
"""How far each of these tables, and the inbox, was."""


def marks(session: Session) -> Marks:
    """How far the books and the inbox are."""
    return {table: session.exec(select(func.max(table.id))).one() or 0 for table in (*BOOKS, Inbox)}  # type: ignore[attr-defined]


def evidence_faults(session: Session, before: Marks) -> Iterator[str]:
    """What was written since ``before`` and names no message since then, or one of somebody else.

    Each says which row it is, what made it, and the message that it names; nothing of what anybody said.
    """
    for table in BOOKS:
        newer = select(table).where(col(table.id) > before[table])  # type: ignore[attr-defined]
        for row in session.exec(newer):
            if row.changed_by is None and row.inbox_id is None:
                continue  # what the clock did
            message = session.get_one(Inbox, row.inbox_id)
            if message.id > before[Inbox] and message.person_id == row.changed_by:
                continue
            why = getattr(row, "reason", None) or getattr(row, "change", "")
            age = "this turn's" if message.id > before[Inbox] else "an older"
            yield (
                f"{table.__name__} {row.id} ({why!r} of {row.changed_by}) rests on {age} message"
                f" {message.id} of {message.person_id}"
            )
