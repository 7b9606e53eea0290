"""Which volunteer groups are active, and which are silent."""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlmodel import Session

from storage.group_activity import last_active
from storage.groups import groups_of
from storage.rooms import settings_of
from storage.tables import Group, Room


def active_groups(session: Session, room_id: int, on: date, weeks: int) -> list[Group]:
    """ "Actieve vrijwilligersgroepen": the room's groups of which something stands in the last ``weeks``, by name.

    That is booked hours, a klus that was done, or an attendance, on one of the 7 × ``weeks`` days that end with ``on``.
    Hours that wait, are objected to or were withdrawn do not count, nor does a klus that stood there already. What a
    merged group did counts for the group it was merged into; a group that was closed by then does not count. The
    agreement only says "actieve"; the number of weeks is a setting of the room (8).
    """
    silent_since = on - timedelta(weeks=weeks)
    active = last_active(session, room_id, on, silent_since + timedelta(days=1))
    return [group for group in _open_on(session, room_id, on) if group.id in active]


def silent_groups(session: Session, room_id: int, on: date, weeks: int) -> list[Group]:
    """The room's groups that could have been active in the last ``weeks`` and were not, by name.

    One that is made, or opened again, less than that ago is not silent: it is new.
    """
    silent_since = on - timedelta(weeks=weeks)
    active = active_groups(session, room_id, on, weeks)
    return [
        group
        for group in groups_of(session, room_id)
        if group not in active and (group.since is None or group.since <= silent_since)
    ]


def _open_on(session: Session, room_id: int, on: date) -> Iterator[Group]:
    """The room's groups that were not closed by the end of the day ``on``, by name; none that was merged."""
    zone = settings_of(session.get_one(Room, room_id)).zone
    for group in groups_of(session, room_id, closed=True):
        was_open = group.closed_at is None or group.closed_at.astimezone(zone).date() > on
        if was_open and group.merged_into is None:
            yield group
