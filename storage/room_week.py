"""A room's week, as the coordinator's digest tells it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from sqlalchemy import func
from sqlalchemy import select as core_select
from sqlmodel import Session, col, select

from storage.entries import Status, waiting
from storage.figures.active_groups import active_groups, silent_groups
from storage.figures.klussen import klussen
from storage.figures.participants import new_participants
from storage.figures.unique_people import Range
from storage.groups import groups_of, survivors
from storage.klussen import open_since
from storage.rooms import settings_of
from storage.silence import silences
from storage.tables import EntryVersion, Group, JoinRequest, Klus, PassedQuestion, Person, Room


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomWeek:
    """What happened in the week from ``monday`` to ``sunday``, and what waits; amounts in minutes."""

    monday: date
    sunday: date
    by_group: dict[int | None, int]
    by_person: dict[int, int]
    group_names: dict[int, str]
    """Of all the room's groups by id, those that were closed among them."""
    active_groups: list[Group]
    silent_groups: list[Group]
    silent_people: list[Person]
    """Members without hours for as long as a reminder takes, not on a break: who may need a call."""
    waiting: int
    """Entries that wait for a coordinator."""
    requests: int
    """People who asked to join and were not answered."""
    questions: int
    """Questions passed on and not answered."""
    klussen_done: int
    long_open: list[Klus]
    """Klussen that wait or are taken now, and were asked for so many days before the Monday after, or more."""
    new_participants: Range

    @property
    def minutes(self) -> int:
        """The week's booked minutes."""
        return sum(self.by_person.values())

    @property
    def year(self) -> int:
        """The year to which the week counts, by the ISO calendar."""
        return self.monday.isocalendar().year

    @property
    def number(self) -> int:
        """The ISO number of the week."""
        return self.monday.isocalendar().week

    @property
    def last_day(self) -> date:
        """The last day of the week that is in its year."""
        return min(self.sunday, date(self.year, 12, 31))

    def group_amounts(self, no_group: str) -> list[tuple[str, int]]:
        """The week's minutes by the name of the group; ``no_group`` is what to call hours without one."""
        return [
            (no_group if group is None else self.group_names.get(group, no_group), minutes)
            for group, minutes in self.by_group.items()
        ]


def room_week(session: Session, room: Room, monday: date) -> RoomWeek:
    """Read the week that begins on ``monday``."""
    sunday = monday + timedelta(days=6)
    days = settings_of(room).reminder_after_days
    by_group: Counter[int | None] = Counter()
    by_person: Counter[int] = Counter()
    into = survivors(session, room.id)
    for entry in _booked(session, room.id, monday, sunday):
        by_group[None if entry.group_id is None else into[entry.group_id]] += entry.minutes
        by_person[entry.person_id] += entry.minutes
    weeks = settings_of(room).group_active_weeks
    return RoomWeek(
        monday=monday,
        sunday=sunday,
        by_group=dict(by_group),
        by_person=dict(by_person),
        group_names={group.id: group.name for group in groups_of(session, room.id, closed=True)},
        active_groups=active_groups(session, room.id, sunday, weeks),
        silent_groups=silent_groups(session, room.id, sunday, weeks),
        silent_people=[silence.person for silence in silences(session, room, sunday, days)],
        waiting=len(waiting(session, room.id)),
        requests=_open(session, JoinRequest, room.id),
        questions=_open(session, PassedQuestion, room.id),
        klussen_done=klussen(session, room.id, monday, sunday),
        long_open=_long_open(session, room, sunday + timedelta(days=1)),
        new_participants=new_participants(session, room.id, monday, sunday),
    )


def hours_by_week(session: Session, room_id: int, first_monday: date, weeks: int) -> list[int]:
    """The room's booked minutes of each of ``weeks`` weeks from ``first_monday`` on."""
    amounts = [0] * weeks
    for entry in _booked(session, room_id, first_monday, first_monday + timedelta(days=7 * weeks - 1)):
        amounts[(entry.date - first_monday).days // 7] += entry.minutes
    return amounts


class _Booked(NamedTuple):
    date: date
    minutes: int
    person_id: int
    group_id: int | None


def _booked(session: Session, room_id: int, first: date, last: date) -> Iterator[_Booked]:
    """What the room's books say from ``first`` to ``last``, in the order of the days, and no more than is told here."""
    wanted = (
        core_select(*(col(getattr(EntryVersion, name)) for name in _Booked._fields))
        .where(
            col(EntryVersion.room_id) == room_id,
            col(EntryVersion.is_current),
            col(EntryVersion.status) == Status.BOOKED,
            col(EntryVersion.date).between(first, last),
        )
        .order_by(col(EntryVersion.date), col(EntryVersion.entry_id))
    )
    return (_Booked(*row) for row in session.connection().execute(wanted))


def room_total(session: Session, room_id: int, first: date, last: date) -> int:
    """The room's booked minutes from ``first`` to ``last``, both days in it."""
    wanted = select(func.coalesce(func.sum(EntryVersion.minutes), 0)).where(
        EntryVersion.room_id == room_id,
        col(EntryVersion.is_current),
        EntryVersion.status == Status.BOOKED,
        col(EntryVersion.date).between(first, last),
    )
    return session.exec(wanted).one()


def _long_open(session: Session, room: Room, on: date) -> list[Klus]:
    settings = settings_of(room)
    day_after = on - timedelta(days=settings.klus_open_days - 1)
    return open_since(session, room.id, datetime.combine(day_after, time.min, settings.zone))


def _open(session: Session, table: type[JoinRequest] | type[PassedQuestion], room_id: int) -> int:
    done = JoinRequest.decided_at if table is JoinRequest else PassedQuestion.answered_at
    wanted = select(func.count()).select_from(table).where(col(table.room_id) == room_id, col(done).is_(None))
    return session.exec(wanted).one()
