""" "elke dinsdag niet meer", [Stop hiermee]: regular work ends, and is asked about no more."""

from collections.abc import Sequence

from markupsafe import Markup

from handlers.messages import Reply
from handlers.questions import left_as_it_was, read_answer
from handlers.regular_work.weekly import line_words, own_habits
from handlers.turn import Turn
from handlers.vocabulary import understood
from language.say.words import capital, lines
from language.understand.meaning import Draft, Meaning, Understanding
from storage import habits
from storage.tables import Group, Habit

LIST = "habits"


def end_told(turn: Turn, meant: Understanding, draft: Draft) -> list[Reply]:
    """ "elke dinsdag niet meer": what is meant ends, or it is asked which."""
    every = own_habits(turn)
    if not every:
        return [Reply(text=turn.say("no-habits"))]
    found = [
        habit
        for habit in every
        if (not meant.weekdays or habit.weekday in meant.weekdays) and draft.group in (None, str(habit.group_id))
    ]
    if found and len(found) <= max(1, len(meant.weekdays)):
        return end_these(turn, found)
    return [ask_which(turn, "habits" if found else "habit-unknown", found or every)]


def ask_which(turn: Turn, key: str, found: Sequence[Habit]) -> Reply:
    """Which of these ends; ``key`` words why it is asked."""
    listed = [Markup("• ") + line_words(turn, habit) for habit in found]
    options = [(str(habit.id), _label(turn, habit)) for habit in found]
    if len(found) == 1:
        options = [(str(found[0].id), turn.label("button-habit-end"))]
    text = lines([turn.say(key), *listed, turn.say("ask-habit-end", count=len(found))])
    return turn.ask(LIST, text, [*options, ("none", turn.label("button-habits-stay"))])


def _label(turn: Turn, habit: Habit) -> str:
    weekday = capital(turn.label(f"weekday-{habit.weekday}"))
    if habit.group_id is None:
        return weekday
    return f"{weekday} {turn.session.get_one(Group, habit.group_id).name}"


def answer_list(turn: Turn) -> list[Reply] | None:
    """Which of them ends."""
    value = read_answer(turn).value
    if value is None:
        return leave_it(turn) if understood(turn).meaning is Meaning.DENY else None
    if value == "none":
        return leave_it(turn)
    return end_these(turn, [habit for habit in own_habits(turn) if habit.id == int(value)])


def end(turn: Turn, inbox_id: int) -> list[Reply]:
    """[Stop hiermee]: what that message made is asked about no more."""
    found = habits.habits_from(turn.session, inbox_id)
    if any(habit.person_id != turn.person.id for habit in found):
        return [Reply(text=turn.say("not-yours"))]
    return end_these(turn, found)


def end_these(turn: Turn, found: Sequence[Habit]) -> list[Reply]:
    """They are asked about no more."""
    turn.settle()
    if not found:
        return [Reply(text=turn.say("button-done"))]
    for habit in found:
        habits.end_habit(turn.session, habit, turn.today)
    return [Reply(text=lines([turn.say("habit-ended"), *(Markup("• ") + line_words(turn, habit) for habit in found)]))]


def leave_it(turn: Turn) -> list[Reply]:
    """Nothing changes."""
    return left_as_it_was(turn)
