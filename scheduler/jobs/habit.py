"""The question after regular work: were you there? Nothing is booked without the answer."""

from datetime import date, timedelta

from language.say.words import capital
from scheduler.job_run import RoomRun
from storage import habits, shifts
from storage.breaks import break_on
from storage.people import member_of
from storage.tables import Group, Habit, Person

WORTH = timedelta(hours=24)


def wants_habit(run: RoomRun, habit: Habit, day: date) -> bool:
    """Whether to ask: the person is there to answer, nothing says that they were away, nothing is logged yet."""
    person = run.session.get_one(Person, habit.person_id)
    member = member_of(run.session, run.room.id, person.id)
    if member is None or not run.may_write_to(person) or break_on(run.session, member, day) is not None:
        return False
    if member.away_from is not None and member.away_to is not None and member.away_from <= day <= member.away_to:
        return False
    return not (_is_closed(run, habit) or habits.logged_for(run.session, habit, day) or _runs(run, habit, day))


def _is_closed(run: RoomRun, habit: Habit) -> bool:
    return habit.group_id is not None and run.session.get_one(Group, habit.group_id).closed_at is not None


def _runs(run: RoomRun, habit: Habit, day: date) -> bool:
    """Whether time runs that began on that day: its end tells the hours."""
    shift = shifts.running(run.session, habit.person_id)
    return shift is not None and shift.started_at.astimezone(run.settings.zone).date() == day


def ask_habit(run: RoomRun, habit: Habit, day: date) -> bool:
    """Ask once whether the person was there on the day."""
    number = habits.take_asking(run.session, habit, day, run.now)
    if number is None:
        return False
    person = run.session.get_one(Person, habit.person_id)
    voice = run.voice(person)
    text = voice.say("habit-asked", day=voice.day(day))
    if habit.group_id is not None:
        group = run.session.get_one(Group, habit.group_id)
        text = voice.say("habit-asked-of-group", group=capital(group.name), day=voice.day(day))
    options = [
        (f"habit-yes:{number}", voice.label("button-habit-yes", amount=voice.short_duration(habit.minutes))),
        (f"habit-other:{number}", voice.label("button-habit-other")),
        (f"habit-no:{number}", voice.label("button-no")),
    ]
    run.ask(person, habits.QUESTION, text, options, WORTH, asking=number)
    return True
