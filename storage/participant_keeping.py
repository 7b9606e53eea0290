"""How long names of participants are kept."""

from datetime import date, datetime

from sqlmodel import Session, col, select

from storage import locks
from storage.attendance_names import last_dates
from storage.participants import NAMELESS, erase
from storage.tables import Participant

UNSEEN_YEARS = 2
"""A name tells visits of one year apart, and is looked at once more when that year is accounted for in the next one."""


def erase_unseen(session: Session, today: date, now: datetime) -> int:
    """Erase the names of participants who were not seen for two years, or never; returns how many they were."""
    # 29 February has no anniversary in two years.
    since = today.replace(year=today.year - UNSEEN_YEARS, day=min(today.day, 28))
    named = select(Participant).where(
        col(Participant.merged_into).is_(None), ~col(Participant.name).startswith(NAMELESS)
    )
    seen: dict[int, dict[int, date]] = {}
    erased = 0
    locks.rooms(session, session.exec(select(Participant.room_id).distinct()))
    for row in session.exec(named).all():
        if row.room_id not in seen:
            seen[row.room_id] = last_dates(session, row.room_id)
        if max(seen[row.room_id].get(row.id, date.min), row.created_at.date()) < since:
            erase(session, row, now, None)
            erased += 1
    return erased
