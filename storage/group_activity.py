"""When a group last did something."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import func
from sqlmodel import Session, col, select

from storage.entries import Status
from storage.groups import survivors
from storage.tables import AttendanceVersion, EntryVersion, Klus


def last_active(session: Session, room_id: int, until: date = date.max, since: date = date.min) -> dict[int, date]:
    """The last day on which something of the group is in the books: hours, a klus done, or who came.

    Looked for from ``since`` to ``until``, both days in it. By the group that it counts for; a group of which there is
    nothing is not in it.
    """
    into, found = survivors(session, room_id), dict[int, date]()
    for group_id, on in _last_days(session, room_id, since, until):
        group = into[group_id]
        found[group] = max(on, found.get(group, on))
    return found


def _last_days(session: Session, room_id: int, since: date, until: date) -> Iterator[tuple[int, date]]:
    hours = (
        select(EntryVersion.group_id, func.max(EntryVersion.date))
        .where(
            EntryVersion.room_id == room_id,
            col(EntryVersion.is_current),
            EntryVersion.status == Status.BOOKED,
            col(EntryVersion.date).between(since, until),
        )
        .group_by(col(EntryVersion.group_id))
    )
    klussen = (
        select(Klus.group_id, func.max(Klus.done_on))
        .where(
            Klus.room_id == room_id,
            Klus.state == "done",
            col(Klus.duplicate_of).is_(None),
            col(Klus.done_on).between(since, until),
        )
        .group_by(col(Klus.group_id))
    )
    attended = (
        select(AttendanceVersion.group_id, func.max(AttendanceVersion.date))
        .where(
            AttendanceVersion.room_id == room_id,
            col(AttendanceVersion.is_current),
            ~col(AttendanceVersion.is_withdrawn),
            col(AttendanceVersion.date).between(since, until),
        )
        .group_by(col(AttendanceVersion.group_id))
    )
    for wanted in (hours, klussen, attended):
        for group_id, on in session.exec(wanted):
            if group_id is not None and on is not None:
                yield group_id, on
