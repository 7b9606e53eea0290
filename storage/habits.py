"""Regular work: what people do every week, and on which days they were asked whether they were there."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, time, timedelta

from sqlmodel import Session, col, select

from storage.entries import STANDING, entries_of
from storage.once import insert_once
from storage.runs import told_at
from storage.tables import EntryVersion, Habit, Told

QUESTION = "habit_asked"
"""The kind of the question whether somebody was there; its state has the number of the asking."""
ASKED = "habit {}"
"""What a person was told, as it is kept, with the number of the regular work."""
_BEFORE_NUMBER = ASKED.format("")


def habits_of(session: Session, person_id: int) -> list[Habit]:
    """The person's regular work as it stands, by day of the week."""
    wanted = select(Habit).where(Habit.person_id == person_id, col(Habit.ended_on).is_(None))
    return list(session.exec(wanted.order_by(col(Habit.weekday), col(Habit.id))))


def all_habits_of(session: Session, person_id: int) -> list[Habit]:
    """The person's regular work, what ended included, the oldest first."""
    return list(session.exec(select(Habit).where(Habit.person_id == person_id).order_by(col(Habit.id))))


def habits_from(session: Session, inbox_id: int) -> list[Habit]:
    """The regular work that a message made, as far as it stands."""
    wanted = select(Habit).where(Habit.inbox_id == inbox_id, col(Habit.ended_on).is_(None))
    return list(session.exec(wanted.order_by(col(Habit.weekday))))


def habits_made_by(session: Session, inbox_ids: Iterable[int]) -> list[int]:
    """The ids of the regular work that any of these messages made, as far as it stands."""
    wanted = select(Habit.id).where(col(Habit.inbox_id).in_(list(inbox_ids)), col(Habit.ended_on).is_(None))
    return list(session.exec(wanted.order_by(col(Habit.id))))


def habits_in(session: Session, room_id: int, weekdays: Collection[int]) -> list[Habit]:
    """The regular work of everybody in the room on these days of the week (Monday 1)."""
    wanted = select(Habit).where(
        Habit.room_id == room_id, col(Habit.weekday).in_(weekdays), col(Habit.ended_on).is_(None)
    )
    return list(session.exec(wanted.order_by(col(Habit.id))))


def keep_habit(
    session: Session,
    room_id: int,
    person_id: int,
    group_id: int | None,
    weekday: int,
    *,
    minutes: int,
    starts: time | None,
    today: date,
    inbox_id: int,
) -> Habit:
    """Keep that the person does this every week. The same again takes the place of what was; no day is asked twice."""
    same = select(Habit).where(
        Habit.room_id == room_id,
        Habit.person_id == person_id,
        Habit.group_id == group_id,
        Habit.weekday == weekday,
    )
    begins_on = today
    for earlier in session.exec(same).all():
        if told_at(session, person_id, room_id, _what(earlier), today.isoformat()):
            begins_on = today + timedelta(days=1)
        end_habit(session, earlier, today)
    habit = Habit(
        room_id=room_id,
        person_id=person_id,
        group_id=group_id,
        weekday=weekday,
        minutes=minutes,
        starts=starts,
        begins_on=begins_on,
        inbox_id=inbox_id,
    )
    session.add(habit)
    session.flush()
    return habit


def end_habit(session: Session, habit: Habit, on: date) -> None:
    """From this day on it is asked no more. The row stays: old buttons bear its id."""
    habit.ended_on = habit.ended_on or on
    session.flush()


def take_asking(session: Session, habit: Habit, day: date, now: datetime) -> int | None:
    """Take it upon this unit of work to ask about the day: the number of the asking; None when it was asked before."""
    return insert_once(
        session,
        Told,
        person_id=habit.person_id,
        room_id=habit.room_id,
        what=_what(habit),
        period=day.isoformat(),
        told_at=now,
    )


def asked_about(session: Session, number: int) -> tuple[Habit, date] | None:
    """The regular work and the day that an asking was about."""
    told = session.get(Told, number)
    if told is None or not told.what.startswith(_BEFORE_NUMBER):
        return None
    habit = session.get(Habit, int(told.what.removeprefix(_BEFORE_NUMBER)))
    return None if habit is None else (habit, date.fromisoformat(told.period))


def logged_for(session: Session, habit: Habit, day: date) -> list[EntryVersion]:
    """The hours that stand on the day for the same group; any of that day in the room where no group is known."""
    found = entries_of(session, habit.person_id, day, day, STANDING, habit.room_id)
    return [entry for entry in found if habit.group_id in (None, entry.group_id)]


def was_asked(session: Session, habit: Habit, day: date) -> bool:
    """Whether the person was asked about this day."""
    return told_at(session, habit.person_id, habit.room_id, _what(habit), day.isoformat()) is not None


def _what(habit: Habit) -> str:
    return ASKED.format(habit.id)
