"""A person's year in a room, as the pace is reckoned from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, func
from sqlalchemy import select as core_select
from sqlmodel import Session, col, select

from storage.entries import Status
from storage.tables import Break, EntryVersion, Member


@dataclass(frozen=True, slots=True)
class Year:
    """Booked minutes by month (1-12) up to a day, the first own day, and the breaks (last day None: still open)."""

    months: dict[int, int]
    start: date
    breaks: list[tuple[date, date | None]]

    @property
    def minutes(self) -> int:
        """The year's minutes."""
        return sum(self.months.values())


def year_so_far(session: Session, member: Member, on: date) -> Year:
    """The member's year up to and including ``on``, see ``years_so_far``."""
    return years_so_far(session, [member], on)[member.person_id]


def years_so_far(session: Session, members: Sequence[Member], on: date) -> dict[int, Year]:
    """The year up to and including ``on`` of each of these members of one room, by person.

    Their start is the day they joined, or their first booked day where they told of earlier work: else hours
    told afterwards would be carried on to a year from too few days.
    """
    people = [member.person_id for member in members]
    months: dict[int, dict[int, int]] = {person: {} for person in people}
    month = func.extract("month", col(EntryVersion.date))
    by_month = (
        select(EntryVersion.person_id, month, func.sum(EntryVersion.minutes))
        .where(
            col(EntryVersion.person_id).in_(people),
            _booked_in({member.room_id for member in members}),
            col(EntryVersion.date).between(date(on.year, 1, 1), on),
        )
        .group_by(col(EntryVersion.person_id), month)
    )
    for person, number, minutes in session.exec(by_month):
        months[person][int(number)] = minutes
    breaks: dict[int, list[tuple[date, date | None]]] = {member.id: [] for member in members}
    for pause in session.exec(select(Break).where(col(Break.member_id).in_(breaks)).order_by(col(Break.starts))):
        breaks[pause.member_id].append((pause.starts, pause.ends))
    first = _first_days(session, members)
    return {
        member.person_id: Year(
            months[member.person_id], min(member.joined_on, first.get(member.id) or date.max), breaks[member.id]
        )
        for member in members
    }


def _first_days(session: Session, members: Sequence[Member]) -> dict[int, date | None]:
    """The first booked day of each member, looked up by an index: the years after it are not read."""
    first = (
        core_select(col(EntryVersion.date))
        .where(col(EntryVersion.person_id) == col(Member.person_id), _booked_in({member.room_id for member in members}))
        .order_by(col(EntryVersion.date))
        .limit(1)
        .scalar_subquery()
    )
    wanted = core_select(col(Member.id), first).where(col(Member.id).in_([member.id for member in members]))
    return {row[0]: row[1] for row in session.connection().execute(wanted)}


def _booked_in(room_ids: set[int]) -> ColumnElement[bool]:
    return and_(
        col(EntryVersion.is_current),
        col(EntryVersion.status) == Status.BOOKED,
        col(EntryVersion.room_id).in_(room_ids),
    )
