"""The answers to "Was je er?": what was there is booked in the ordinary way, on the day that was asked about."""

from datetime import date, datetime, timedelta

from handlers.hours import hours_answers
from handlers.hours.entry_words import entry_words
from handlers.hours.log_hours import proceed, telling_let_go
from handlers.hours.sheet import Sheet
from handlers.messages import Reply
from handlers.questions import read_answer
from handlers.turn import Turn
from handlers.vocabulary import understood
from language.understand.meaning import Draft, Meaning
from storage import habits
from storage.tables import Habit


def yes(turn: Turn, number: int) -> list[Reply]:
    """[Ja, 3 uur]: the usual hours."""
    found = _asked(turn, number)
    if isinstance(found, Reply):
        return [found]
    habit, day = found
    usual = _sheet(turn, habit, day).with_draft(0, minutes=habit.minutes, **_clock_times(habit))
    return telling_let_go(turn, lambda: proceed(turn, usual))


def other(turn: Turn, number: int) -> list[Reply]:
    """[Anders]: asks how long."""
    found = _asked(turn, number)
    return [found] if isinstance(found, Reply) else telling_let_go(turn, lambda: proceed(turn, _sheet(turn, *found)))


def no(turn: Turn, number: int) -> list[Reply]:
    """[Nee]: fine, and not asked again."""
    found = _asked(turn, number)
    if isinstance(found, Reply):
        return [found]
    if _is_open(turn, number):
        turn.settle()
    return [Reply(text=turn.say("nothing-logged"))]


def _asked(turn: Turn, number: int) -> tuple[Habit, date] | Reply:
    """What the writer was asked about; a reply where it was somebody else, or the hours are there already."""
    found = habits.asked_about(turn.session, number)
    if found is None or found[0].person_id != turn.person.id:
        return Reply(text=turn.say("not-yours"))
    habit, day = found
    if turn.place_in(habit.room_id) is None:
        return Reply(text=turn.say("button-done"))
    logged = habits.logged_for(turn.session, habit, day)
    if not logged:
        return found
    if _is_open(turn, number):
        turn.settle()
    text = turn.say("already-so", entry=entry_words(turn.session, turn.voice, logged[0]))
    button = turn.button("button-wrong", f"wrong-entry:{logged[0].entry_id}")
    return Reply(text=text, buttons=(button,), about=tuple(entry.entry_id for entry in logged))


def _sheet(turn: Turn, habit: Habit, day: date) -> Sheet:
    """The day and the group; a group that was closed meanwhile is asked anew."""
    is_there = habit.group_id is None or any(group.id == habit.group_id for group in turn.groups)
    group = str(habit.group_id) if habit.group_id is not None and is_there else None
    return Sheet(drafts=(Draft(date=day, group=group),), room_id=habit.room_id, group_asked=is_there)


def _clock_times(habit: Habit) -> dict[str, object]:
    if habit.starts is None:
        return {}
    ends = datetime.combine(date.min, habit.starts) + timedelta(minutes=habit.minutes)
    return {"starts": habit.starts, "ends": ends.time()}


def _is_open(turn: Turn, number: int) -> bool:
    """Whether it is the open question; a button of it can be pressed while something else is being asked."""
    question = turn.question
    return question is not None and question.kind == habits.QUESTION and question.state["asking"] == number


def answer(turn: Turn) -> list[Reply] | None:
    """What was pressed or typed while it is asked: "ja", "2 uur", "nee"; None when it is about something else."""
    number = int(turn.question_state["asking"])
    value = read_answer(turn).value
    if value is not None:
        verb = value.partition(":")[0]
        return {"habit-yes": yes, "habit-other": other, "habit-no": no}[verb](turn, number)
    meant = understood(turn)
    if meant.meaning is Meaning.CONFIRM and not any(draft.minutes for draft in meant.drafts):
        return yes(turn, number)
    if meant.meaning is Meaning.DENY:
        return no(turn, number)
    found = _asked(turn, number)
    if isinstance(found, Reply):
        turn.settle()
        return None
    sheet = _sheet(turn, *found)
    if meant.meaning is Meaning.CORRECTION and meant.change is not None and meant.change.minutes is not None:
        change = meant.change
        told = {"minutes": change.minutes, "starts": change.starts, "ends": change.ends}
        return proceed(turn, sheet.with_draft(0, **told)) if change.date is None and change.group is None else None
    return hours_answers.typed(turn, meant, sheet, "minutes", 0)
