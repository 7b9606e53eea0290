"""Who is named in attendances: who came before, who usually comes, who was seen last when."""

from collections import Counter
from collections.abc import Collection
from datetime import date

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from storage.attendances import Turnout, named_in, same_group, standing_where
from storage.groups import survivors
from storage.tables import AttendanceName, AttendanceVersion


def with_names(
    session: Session, room_id: int, *conditions: ColumnElement[bool]
) -> list[tuple[AttendanceVersion, frozenset[int]]]:
    """The room's attendances in which somebody is named, with who, in the order of their days."""
    named = select(AttendanceName.version_id).where(col(AttendanceName.version_id) == col(AttendanceVersion.id))
    rows = standing_where(session, room_id, named.exists(), *conditions)
    names = named_in(session, [row.id for row in rows])
    return [(row, names[row.id]) for row in rows]


def _same_kind(session: Session, room_id: int, turnout: Turnout) -> list[ColumnElement[bool]]:
    if turnout.activity:
        return [col(AttendanceVersion.activity) == turnout.activity]
    return same_group(session, room_id, turnout)


def known_at(session: Session, room_id: int, turnout: Turnout) -> set[int]:
    """The participants who were ever named at this kind of activity; where the kind is unknown, at this group's."""
    return {key for _, names in with_names(session, room_id, *_same_kind(session, room_id, turnout)) for key in names}


def earlier_this_year(session: Session, room_id: int, turnout: Turnout) -> set[int]:
    """The participants who were named at this kind of activity on an earlier day of the year: they are not new."""
    day = col(AttendanceVersion.date)
    conditions = (day >= date(turnout.date.year, 1, 1), day < turnout.date, *_same_kind(session, room_id, turnout))
    return {key for _, names in with_names(session, room_id, *conditions) for key in names}


def usual_participants(session: Session, room_id: int, turnout: Turnout, attendance_id: int) -> list[int]:
    """Who is named at this group's other activities until this day: those of last time first, then by how often."""
    conditions = (
        col(AttendanceVersion.date) <= turnout.date,
        col(AttendanceVersion.attendance_id) != attendance_id,
        *same_group(session, room_id, turnout),
    )
    every = with_names(session, room_id, *conditions)
    last = every[-1][1] if every else frozenset()
    often = Counter(key for _, names in every for key in names)
    return sorted(often, key=lambda key: (key not in last, -often[key], key))


def of_groups(
    session: Session, room_id: int, group_ids: Collection[int] | None
) -> list[tuple[AttendanceVersion, frozenset[int]]]:
    """The attendances in which somebody is named, with who: of these groups and those merged into them; None is all."""
    if group_ids is None:
        return with_names(session, room_id)
    into = survivors(session, room_id)
    wanted = [group_id for group_id in into if into[group_id] in group_ids]
    return with_names(session, room_id, col(AttendanceVersion.group_id).in_(wanted))


def last_dates(session: Session, room_id: int) -> dict[int, date]:
    """Of each participant who is named anywhere in the room, the last day on which they were seen."""
    # In the order of the days, so that the last one stays.
    return {key: version.date for version, names in with_names(session, room_id) for key in names}
