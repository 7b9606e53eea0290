"""[Klopt niet] under regular work, "nee, 2 uur", or its message edited: what it is from then on."""

from dataclasses import replace

from handlers.messages import Reply
from handlers.questions import read_answer
from handlers.regular_work.habit_ending import end_these, leave_it
from handlers.regular_work.habits import proceed
from handlers.regular_work.weekly import line_words, own_habits, weekly_from_json, weekly_of, with_told
from handlers.turn import Turn
from handlers.vocabulary import understood
from language.say.words import lines
from language.understand.meaning import Meaning, Understanding
from storage import habits

WRONG = "habit_wrong"
_FIELDS = ("minutes", "date", "group")


def wrong(turn: Turn, inbox_id: int) -> list[Reply]:
    """[Klopt niet]: what about it is wrong."""
    found = habits.habits_from(turn.session, inbox_id)
    if any(habit.person_id != turn.person.id for habit in found):
        return [Reply(text=turn.say("not-yours"))]
    if not found:
        return [Reply(text=turn.say("button-done"))]
    options = [(field, turn.label(f"button-{field}")) for field in _FIELDS if field != "group" or turn.groups]
    options += [("end", turn.label("button-habit-end")), ("nothing", turn.label("button-nothing"))]
    text = lines([*(line_words(turn, habit) for habit in found), turn.say("habit-what-wrong")])
    return [turn.ask(WRONG, text, options, weekly=weekly_of(found).to_json())]


def answer_wrong(turn: Turn) -> list[Reply] | None:
    """What is wrong, or what it should be."""
    weekly, value = weekly_from_json(turn.question_state["weekly"]), read_answer(turn).value
    if value is None:
        meant = understood(turn)
        if meant.meaning is Meaning.DENY:
            return leave_it(turn)
        told = with_told(turn, weekly, meant)
        return None if told is None else proceed(turn, told)
    match value:
        case "minutes":
            return proceed(turn, replace(weekly, minutes=None, starts=None))
        case "date":
            return proceed(turn, replace(weekly, weekdays=()))
        case "group":
            return proceed(turn, replace(weekly, group=None, group_asked=False))
        case "end":
            return end_these(turn, [habit for habit in own_habits(turn) if habit.id in weekly.replaces])
        case _:
            return leave_it(turn)


def corrected(turn: Turn, meant: Understanding, habit_id: int) -> list[Reply] | None:
    """ "nee, 2 uur" to what was just kept, or its message edited: it says that from now on."""
    habit = next((habit for habit in own_habits(turn) if habit.id == habit_id), None)
    if habit is None:
        return None
    found = habits.habits_from(turn.session, habit.inbox_id)
    if meant.meaning is Meaning.DELETE:
        return end_these(turn, found)
    told = with_told(turn, weekly_of(found), meant)
    return None if told is None else proceed(turn, told)
