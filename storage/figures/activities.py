"""What was told of the activities of a room, as the counting rule for participants wants it."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from sqlmodel import Session, col, select

from storage.attendances import standing_where
from storage.figures.unique_people import Activity
from storage.groups import survivors
from storage.participants import roots
from storage.tables import AttendanceName, AttendanceVersion


class Held(NamedTuple):
    """An activity that was held: as it was told, for which group it counts, and as the counting rule wants it."""

    row: AttendanceVersion
    group_id: int | None
    activity: Activity


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
    found = held(session, room_id, first, last, kinds=kinds)
    return [each.activity for each in found if group_id is None or each.group_id == group_id]


def held(
    session: Session, room_id: int, first: date, last: date, *, kinds: Collection[str] | None = None
) -> list[Held]:
    """The same with the rows behind them, in the order of their days."""
    groups = survivors(session, room_id)
    wanted = [col(AttendanceVersion.date).between(first, last)]
    if kinds is not None:
        wanted.append(col(AttendanceVersion.activity).in_(kinds))
    rows = standing_where(session, room_id, *wanted)
    named = _named(session, [row.id for row in rows])
    return [_held(row, None if row.group_id is None else groups[row.group_id], named[row.id]) for row in rows]


def _held(row: AttendanceVersion, group_id: int | None, named: list[int]) -> Held:
    activity = Activity(
        # Of a group whose kind nobody told it is not known that it is of one kind with another's.
        kind=row.activity or f"group {group_id}",
        date=row.date,
        heads=row.heads,
        names=frozenset(named),
        new=row.new_heads,
        doubles=len(named) - len(set(named)),
    )
    return Held(row, group_id, activity)


def _named(session: Session, version_ids: Collection[int]) -> dict[int, list[int]]:
    """Of each of these versions the participants who are named in it as who they turned out to be; so some twice."""
    wanted = select(AttendanceName.version_id, AttendanceName.participant_id)
    rows = list(session.exec(wanted.where(col(AttendanceName.version_id).in_(version_ids))))
    root = roots(session, {participant for _, participant in rows})
    named: dict[int, list[int]] = defaultdict(list)
    for version, participant in rows:
        named[version].append(root[participant])
    return named
