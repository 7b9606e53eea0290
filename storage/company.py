"""Who works together: whom to expect beside somebody who tells of a group's work."""

from collections import Counter
from datetime import date, timedelta

from sqlmodel import Session, col, select

from storage.entries import Status
from storage.groups import people_in, survivors
from storage.people import members
from storage.tables import EntryVersion

WEEKS_BACK = 8


def usual_people(session: Session, room_id: int, group_id: int | None, on: date) -> list[int]:
    """The members of the room who may have been there on a day: those of last time, those most often of the last
    weeks, then the others of the group, by name. Without a group: everybody in the room.
    """
    known = [person.id for _, person in members(session, room_id)]
    # What was done for a group that was merged into this one was done with the same people.
    merged = [key for key, into in survivors(session, room_id).items() if into == group_id]
    worked = session.exec(
        select(col(EntryVersion.person_id), col(EntryVersion.date)).where(
            EntryVersion.room_id == room_id,
            col(EntryVersion.group_id).is_(None) if group_id is None else col(EntryVersion.group_id).in_(merged),
            col(EntryVersion.is_current),
            col(EntryVersion.status).in_((Status.BOOKED, Status.WAITING)),
            col(EntryVersion.date).between(on - timedelta(weeks=WEEKS_BACK), on - timedelta(days=1)),
        )
    ).all()
    last_day = max((day for _, day in worked), default=on)
    last_time = {person_id for person_id, day in worked if day == last_day}
    times = Counter(person_id for person_id, _ in worked)
    expected = set(known) if group_id is None else {*times, *people_in(session, [group_id])}
    # Sorting keeps those who are alike in the order of their names.
    return sorted((key for key in known if key in expected), key=lambda key: (key not in last_time, -times[key]))
