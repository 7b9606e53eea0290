"""What was told of the activities of a room, as the counting rule for participants wants it."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from sqlmodel import Session, col, select

from storage.attendances import standing
from storage.figures.unique_people import Activity
from storage.groups import survivors
from storage.participants import roots
from storage.tables import AttendanceName


def activities(
    session: Session,
    room_id: int,
    first: date,
    last: date,
    *,
    kinds: Collection[str] | None = None,
    group_id: int | None = None,
) -> list[Activity]:
    """The attendances from ``first`` to ``last``, both days in it, as they are told now; none that was withdrawn.

    Only those of these ``kinds`` of activity, or of this group and what was merged into it, where these are given.
    """
    groups = survivors(session, room_id)
    rows = [
        (row, None if row.group_id is None else groups[row.group_id])
        for row in standing(session, room_id, first, last)
        if kinds is None or row.activity in kinds
    ]
    rows = [(row, group) for row, group in rows if group_id is None or group == group_id]
    named = _named(session, [row.id for row, _ in rows])
    return [
        Activity(
            # Of a group whose kind nobody told it is not known that it is of one kind with another's.
            kind=row.activity or f"group {group}",
            date=row.date,
            heads=row.heads,
            names=frozenset(named[row.id]),
            new=row.new_heads,
            doubles=len(named[row.id]) - len(set(named[row.id])),
        )
        for row, group in rows
    ]


def _named(session: Session, version_ids: Collection[int]) -> dict[int, list[int]]:
    """Of each of these versions the participants who are named in it as who they turned out to be; so some twice."""
    wanted = select(AttendanceName).where(col(AttendanceName.version_id).in_(version_ids))
    rows = list(session.exec(wanted))
    root = roots(session, {row.participant_id for row in rows})
    named: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        named[row.version_id].append(root[row.participant_id])
    return named
