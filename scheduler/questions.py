"""The questions that the clock puts to one person: were you there, and when were you done?

They have moments of their own, unlike the jobs of a room. Each is asked once, outside quiet hours, and not on top of
a question that was asked just now: a person answers one at a time.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlmodel import Session

from scheduler.job_run import RoomRun
from scheduler.jobs.habit import ask_habit, wants_habit
from scheduler.jobs.shift import ask_shift, wants_shift
from scheduler.moments import habit_moment, outside_quiet, shift_moment
from storage import dialogues, habits, shifts
from storage.rooms import settings_of
from storage.tables import Habit, Room, Shift

PATIENCE = timedelta(hours=1)
"""So long an open question is left alone: after it no answer is to be expected, and another may be asked."""
ONE_DAY = timedelta(days=1)
AHEAD = timedelta(days=8)
"""Longer than from one week's work to the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A question that was not asked yet: about which row, to whom, of which day, and when it can be asked."""

    is_shift: bool
    row_id: int
    person_id: int
    group_id: int | None
    day: date
    moment: datetime


def due_questions(session: Session, room: Room, now: datetime, people: Collection[int]) -> list[Asking]:
    """What is to be asked now of these people."""
    run = RoomRun(session=session, room=room, settings=settings_of(room), now=now)
    found = _askings(run, timedelta(), people)
    return [asking for asking in found if asking.moment <= now and _is_wanted(run, asking)]


def next_question(session: Session, room: Room, after: datetime) -> datetime | None:
    """The first moment after ``after`` at which a question can become due; None when none is in sight."""
    run = RoomRun(session=session, room=room, settings=settings_of(room), now=after)
    return min((asking.moment for asking in _askings(run, AHEAD) if asking.moment > after), default=None)


def put(run: RoomRun, asking: Asking) -> bool:
    """Ask it, unless it or another question was asked since it was found to be due."""
    asked = dialogues.last_asked(run.session, [asking.person_id]).get(asking.person_id)
    if (asked is not None and run.now < asked + PATIENCE) or not _is_wanted(run, asking):
        return False
    if asking.is_shift:
        return ask_shift(run, run.session.get_one(Shift, asking.row_id), asking.day)
    return ask_habit(run, run.session.get_one(Habit, asking.row_id), asking.day)


def _is_wanted(run: RoomRun, asking: Asking) -> bool:
    if asking.is_shift:
        return wants_shift(run, run.session.get_one(Shift, asking.row_id))
    return wants_habit(run, run.session.get_one(Habit, asking.row_id), asking.day)


def _askings(run: RoomRun, ahead: timedelta, people: Collection[int] | None = None) -> Iterator[Asking]:
    """All that were not asked yet, from those that may still be asked to those whose day is so far ahead.

    Of everybody in the room, or of some people alone.
    """
    found = [*_about_habits(run, ahead, people), *_about_shifts(run, people)]
    asked = dialogues.last_asked(run.session, [asking.person_id for asking in found])
    for asking in found:
        free = asked[asking.person_id] + PATIENCE if asking.person_id in asked else asking.moment
        moment = outside_quiet(max(asking.moment, free, run.now), run.settings)
        if asking.is_shift or moment.astimezone(run.settings.zone).date() <= asking.day + ONE_DAY:
            yield replace(asking, moment=moment)


def _about_habits(run: RoomRun, ahead: timedelta, people: Collection[int] | None) -> Iterator[Asking]:
    days = [run.today + ONE_DAY * count for count in range(-1, ahead.days + 1)]
    known = habits.habits_in(run.session, run.room.id, {day.isoweekday() for day in days})
    of_people = [habit for habit in known if people is None or habit.person_id in people]
    pairs = [(habit, day) for day in days for habit in of_people if habit.weekday == day.isoweekday()]
    newest: dict[tuple[int, int | None], date] = {}
    found = []
    for habit, day in pairs:
        moment = habit_moment(day, habit.starts, habit.minutes, run.settings)
        if moment <= run.now:
            newest[habit.person_id, habit.group_id] = day
        if day >= habit.begins_on and not habits.was_asked(run.session, habit, day):
            found.append(
                Asking(
                    is_shift=False,
                    row_id=habit.id,
                    person_id=habit.person_id,
                    group_id=habit.group_id,
                    day=day,
                    moment=moment,
                )
            )
    # After a time in which nothing was asked, the newest day alone is: nobody is asked a list.
    return (asking for asking in found if asking.day >= newest.get((asking.person_id, asking.group_id), asking.day))


def _about_shifts(run: RoomRun, people: Collection[int] | None) -> Iterator[Asking]:
    for shift in shifts.running_in(run.session, run.room.id):
        if people is not None and shift.person_id not in people:
            continue
        moment = shift_moment(shifts.certain_until(run.session, shift), run.settings)
        day = moment.astimezone(run.settings.zone).date()
        if not shifts.was_asked(run.session, shift, day):
            yield Asking(
                is_shift=True,
                row_id=shift.id,
                person_id=shift.person_id,
                group_id=shift.group_id,
                day=day,
                moment=moment,
            )
