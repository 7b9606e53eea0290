"""Attendances and their versions: which activity was held on which day, how many came, and who of them is known."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from storage.entries import Evidence
from storage.groups import survivors
from storage.participants import roots
from storage.tables import Attendance, AttendanceName, AttendanceVersion
from storage.versions import add_version, newest


@dataclass(frozen=True, slots=True, kw_only=True)
class Turnout:
    """What an attendance says. Raises ValueError where it cannot be true.

    ``heads`` is everybody who came, without those who ran it; ``new`` how many of them came to this kind of
    activity for the first time this year, None when not told; ``named`` the participants who are known by name.
    """

    date: date
    activity: str
    """The kind of activity, as a label of the understanding; "" for a group of which nobody told the kind."""
    group_id: int | None
    heads: int
    new: int | None = None
    named: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        if self.heads < len(self.named):
            raise ValueError(f"{len(self.named)} names among {self.heads} heads")
        if self.new is not None and not 0 <= self.new <= self.heads:
            raise ValueError(f"{self.new} new among {self.heads} heads")


def add_attendance(session: Session, room_id: int, turnout: Turnout, evidence: Evidence) -> AttendanceVersion:
    """Write a new attendance into the books: the next one of its group on that day."""
    attendance = Attendance(room_id=room_id, number=_next_number(standing_on(session, room_id, turnout), session))
    session.add(attendance)
    session.flush()
    return _add_version(session, attendance, None, turnout, evidence, "reported")


def revise(
    session: Session,
    current: AttendanceVersion,
    turnout: Turnout,
    evidence: Evidence,
    reason: str,
    *,
    is_withdrawn: bool = False,
) -> AttendanceVersion:
    """Write what the attendance says from now on; what it said stays as an older version."""
    attendance = session.get_one(Attendance, current.attendance_id)
    others = [other for other in standing_on(session, attendance.room_id, turnout) if other.id != current.id]
    if attendance.number in _numbers(others, session):
        attendance.number = _next_number(others, session)
    return _add_version(session, attendance, current, turnout, evidence, reason, is_withdrawn=is_withdrawn)


def _numbers(standing: Iterable[AttendanceVersion], session: Session) -> list[int]:
    return [session.get_one(Attendance, version.attendance_id).number for version in standing]


def _next_number(standing: Iterable[AttendanceVersion], session: Session) -> int:
    return max(_numbers(standing, session), default=0) + 1


def _add_version(
    session: Session,
    attendance: Attendance,
    current: AttendanceVersion | None,
    turnout: Turnout,
    evidence: Evidence,
    reason: str,
    *,
    is_withdrawn: bool = False,
) -> AttendanceVersion:
    row = add_version(
        session,
        AttendanceVersion,
        current,
        evidence,
        attendance_id=attendance.id,
        room_id=attendance.room_id,
        group_id=turnout.group_id,
        activity=turnout.activity,
        date=turnout.date,
        heads=turnout.heads,
        new_heads=turnout.new,
        is_withdrawn=is_withdrawn,
        reason=reason,
    )
    session.add_all(AttendanceName(version_id=row.id, participant_id=key) for key in sorted(turnout.named))
    session.flush()
    return row


def turnout_of(session: Session, version: AttendanceVersion) -> Turnout:
    """What this version of an attendance says."""
    return Turnout(
        date=version.date,
        activity=version.activity,
        group_id=version.group_id,
        heads=version.heads,
        new=version.new_heads,
        named=named_in(session, [version.id])[version.id],
    )


def named_in(session: Session, version_ids: Collection[int]) -> dict[int, frozenset[int]]:
    """Of each of these versions the participants who are named in it, each as who they turned out to be."""
    wanted = select(AttendanceName).where(col(AttendanceName.version_id).in_(version_ids))
    rows = list(session.exec(wanted))
    root = roots(session, {row.participant_id for row in rows})
    found: dict[int, set[int]] = defaultdict(set)
    for row in rows:
        found[row.version_id].add(root[row.participant_id])
    return {key: frozenset(found[key]) for key in version_ids}


def current(session: Session, attendance_id: int) -> AttendanceVersion | None:
    """What the attendance says now; None when there is none of this id."""
    return newest(session, AttendanceVersion, col(AttendanceVersion.attendance_id), attendance_id)


def versions(session: Session, attendance_id: int) -> list[AttendanceVersion]:
    """Everything that the attendance ever said, the oldest first."""
    wanted = select(AttendanceVersion).where(AttendanceVersion.attendance_id == attendance_id)
    return list(session.exec(wanted.order_by(col(AttendanceVersion.version))))


def attendances_from(session: Session, inbox_ids: Iterable[int]) -> list[int]:
    """The attendances that these messages made or changed, the oldest first."""
    wanted = (
        select(AttendanceVersion.attendance_id)
        .where(col(AttendanceVersion.inbox_id).in_(list(inbox_ids)))
        .distinct()
        .order_by(col(AttendanceVersion.attendance_id))
    )
    return list(session.exec(wanted))


def changed_by(session: Session, person_id: int) -> list[AttendanceVersion]:
    """Every version that the person wrote, the oldest first."""
    wanted = select(AttendanceVersion).where(AttendanceVersion.changed_by == person_id)
    return list(session.exec(wanted.order_by(col(AttendanceVersion.id))))


def reporters(session: Session, attendance_id: int) -> set[int]:
    """The people who told anything of this attendance."""
    return {version.changed_by for version in versions(session, attendance_id)}


def standing_on(session: Session, room_id: int, turnout: Turnout) -> list[AttendanceVersion]:
    """What stands in the books already for this group on this day, the first one first."""
    return standing_where(
        session, room_id, col(AttendanceVersion.date) == turnout.date, *same_group(session, room_id, turnout)
    )


def standing(session: Session, room_id: int, first: date, last: date) -> list[AttendanceVersion]:
    """The room's attendances from ``first`` to ``last``, both days in it, in the order of their days."""
    return standing_where(session, room_id, col(AttendanceVersion.date).between(first, last))


def has_any(session: Session, room_id: int, group_id: int) -> bool:
    """Whether it was ever told who came to the group's activities."""
    return bool(standing_where(session, room_id, col(AttendanceVersion.group_id) == group_id))


def standing_where(session: Session, room_id: int, *conditions: ColumnElement[bool]) -> list[AttendanceVersion]:
    """What stands of the room's attendances under these conditions, in the order of their days."""
    wanted = select(AttendanceVersion).where(
        AttendanceVersion.room_id == room_id,
        col(AttendanceVersion.is_current),
        ~col(AttendanceVersion.is_withdrawn),
        *conditions,
    )
    return list(session.exec(wanted.order_by(col(AttendanceVersion.date), col(AttendanceVersion.attendance_id))))


def same_group(session: Session, room_id: int, turnout: Turnout) -> list[ColumnElement[bool]]:
    """The condition that an attendance is of the same group, also under a name from before groups were merged.

    Without a group it is of the same kind of activity, and of no group either.
    """
    if turnout.group_id is not None:
        into = survivors(session, room_id)
        return [col(AttendanceVersion.group_id).in_([g for g in into if into[g] == into[turnout.group_id]])]
    return [col(AttendanceVersion.group_id).is_(None), col(AttendanceVersion.activity) == turnout.activity]
