"""Milestones on the way to the year's hours."""

from datetime import date, datetime

from sqlmodel import Session

from storage.entries import total
from storage.runs import tell_once, told_of

MILESTONES = (50, 100, 150, 200, 250)
MINUTES_IN_HOUR = 60


def reach_milestone(session: Session, person_id: int, room_id: int, year: int, now: datetime) -> int | None:
    """The highest milestone (in hours) that the person's year in the room has reached and nobody told them of.

    The lower ones it passed are marked as told too, and none is told twice, however the hours are corrected.
    """
    hours = total(session, person_id, date(year, 1, 1), date(year, 12, 31), room_id) // MINUTES_IN_HOUR
    reached = {f"milestone:{milestone}": milestone for milestone in MILESTONES if hours >= milestone}
    told = told_of(session, person_id, room_id, list(reached), str(year)) if reached else set()
    untold = None
    for what, milestone in reached.items():
        if what not in told and tell_once(session, person_id, room_id, what, str(year), now):
            untold = milestone
    return untold
