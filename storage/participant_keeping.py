"""How long names of participants are kept."""

from datetime import date, datetime

from sqlmodel import Session, col, select

from storage import locks
from storage.attendance_names import last_dates
from storage.participants import NAMELESS, erase
from storage.tables import Participant

UNSEEN_YEARS = 2
"""A name tells visits of one year apart, and is looked at once more when that year is accounted for in the next one."""


def erase_unseen(session: Session, room_id: int, today: date, now: datetime) -> int:
    """Erase the names of a room's participants who were not seen for two years, or never; returns how many."""
    # 29 February has no anniversary in two years.
    since = today.replace(year=today.year - UNSEEN_YEARS, day=min(today.day, 28))
    named = select(Participant).where(
        Participant.room_id == room_id,
        col(Participant.merged_into).is_(None),
        ~col(Participant.name).startswith(NAMELESS),
    )
    locks.rooms(session, [room_id])
    seen = last_dates(session, room_id)
    unseen = [row for row in session.exec(named) if max(seen.get(row.id, date.min), row.created_at.date()) < since]
    for row in unseen:
        erase(session, row, now, None)
    return len(unseen)
