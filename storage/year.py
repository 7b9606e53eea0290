"""A person's year in a room, as the pace is reckoned from it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func
from sqlmodel import Session, col, select

from storage.entries import Status
from storage.people import breaks_of
from storage.tables import EntryVersion, Member


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
    """The member's year up to and including ``on``.

    Their start is the day they joined, or their first booked day where they told of earlier work: else hours
    told afterwards would be carried on to a year from too few days.
    """
    own = (
        col(EntryVersion.person_id) == member.person_id,
        col(EntryVersion.room_id) == member.room_id,
        col(EntryVersion.is_current),
        col(EntryVersion.status) == Status.BOOKED,
    )
    first = session.exec(select(func.min(EntryVersion.date)).where(*own)).one()
    months: Counter[int] = Counter()
    for entry in session.exec(
        select(EntryVersion).where(*own, col(EntryVersion.date).between(date(on.year, 1, 1), on))
    ):
        months[entry.date.month] += entry.minutes
    start = member.joined_on if first is None else min(member.joined_on, first)
    return Year(dict(months), start, [(pause.starts, pause.ends) for pause in breaks_of(session, member.id)])
