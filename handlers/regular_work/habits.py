"""Regular work: "elke dinsdag 3 uur kookgroep" is kept, changed and ended. It books nothing: after it the bot asks."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.hours.entry_words import group_label
from handlers.hours.hours_questions import amount_options
from handlers.messages import Reply
from handlers.questions import read_answer
from handlers.regular_work.habit_ending import ask_which, end_told, leave_it
from handlers.regular_work.weekly import Weekly, own_habits, weekly_from_json, with_told, work_words
from handlers.turn import Option, Turn
from handlers.vocabulary import understood
from language.say.words import capital
from language.understand.meaning import Draft, Meaning, Understanding
from storage import habits

NEW = "habit"
SUBJECT = "habit"
_NO_GROUP = "room:"
_KNOWN = ("weekdays", "minutes", "group")


def tell(turn: Turn, meant: Understanding) -> list[Reply]:
    """Keep what the writer does every week, or ask what is missing; or end it."""
    draft = meant.drafts[0] if meant.drafts else Draft()
    if draft.person is not None:
        return [Reply(text=turn.say("habit-own-only"))]
    if meant.ends:
        return end_told(turn, meant, draft)
    weekly = with_told(turn, Weekly(), meant) or Weekly()
    return proceed(turn, weekly)


def proceed(turn: Turn, weekly: Weekly) -> list[Reply]:
    """Ask what is missing, or keep it."""
    if not weekly.weekdays:
        days = [(str(day), capital(turn.label(f"weekday-{day}"))) for day in range(1, 8)]
        return [_ask(turn, weekly, "weekdays", turn.say("ask-habit-weekday"), days)]
    if weekly.minutes is None:
        return [_ask(turn, weekly, "minutes", turn.say("ask-habit-minutes"), amount_options(turn))]
    if weekly.group is None and not weekly.group_asked and turn.groups:
        return [_ask(turn, weekly, "group", turn.say("ask-habit-group"), _group_options(turn))]
    return _keep(turn, weekly, weekly.minutes)


def _group_options(turn: Turn) -> list[Option]:
    without = turn.label("button-no-group")
    several = len(turn.places) > 1
    return [
        *((str(group.id), group_label(group)) for group in turn.groups),
        *((f"{_NO_GROUP}{place.room.id}", place.room.name if several else without) for place in turn.places),
    ]


def _ask(turn: Turn, weekly: Weekly, missing: str, text: str, options: Sequence[Option]) -> Reply:
    return turn.ask(NEW, text, options, missing=missing, weekly=weekly.to_json())


def answer_new(turn: Turn) -> list[Reply] | None:
    """The day, the amount or the group, pressed or typed."""
    state = turn.question_state
    weekly, missing = weekly_from_json(state["weekly"]), state["missing"]
    value = read_answer(turn).value
    if value is None:
        return _typed(turn, weekly, missing)
    if missing == "weekdays":
        return proceed(turn, replace(weekly, weekdays=(int(value),)))
    if missing == "minutes":
        return proceed(turn, replace(weekly, minutes=int(value), starts=None))
    if value.startswith(_NO_GROUP):
        room = int(value.removeprefix(_NO_GROUP))
        return proceed(turn, replace(weekly, group=None, room=room, group_asked=True))
    return proceed(turn, replace(weekly, group=int(value), group_asked=True))


def _typed(turn: Turn, weekly: Weekly, missing: str) -> list[Reply] | None:
    meant = understood(turn)
    if meant.meaning is Meaning.DENY:
        return leave_it(turn)
    told = with_told(turn, weekly, meant)
    if told is None or getattr(told, missing) == getattr(weekly, missing):
        return None
    # What was known already and is told otherwise belongs to a message of its own.
    known = [name for name in _KNOWN if getattr(weekly, name)]
    return proceed(turn, told) if all(getattr(told, name) == getattr(weekly, name) for name in known) else None


def _keep(turn: Turn, weekly: Weekly, minutes: int) -> list[Reply]:
    turn.settle()
    group = next((group for group in turn.groups if group.id == weekly.group), None)
    room_id = group.room_id if group is not None else weekly.room or turn.places[0].room.id
    for habit in own_habits(turn):
        if habit.id in weekly.replaces:
            habits.end_habit(turn.session, habit, turn.today)
    kept = [
        habits.keep_habit(
            turn.session,
            room_id,
            turn.person.id,
            None if group is None else group.id,
            weekday,
            minutes=minutes,
            starts=weekly.starts,
            today=turn.today,
            inbox_id=turn.inbox.id,
        )
        for weekday in weekly.weekdays
    ]
    days = turn.voice.listed([turn.label(f"weekday-{habit.weekday}") for habit in kept])
    text = turn.say("habit-kept", days=days, work=work_words(turn, kept[0]))
    buttons = (
        turn.button("button-wrong", f"habit-wrong:{turn.inbox.id}"),
        turn.button("button-habit-end", f"habit-end:{turn.inbox.id}"),
    )
    return [Reply(text=text, buttons=buttons, subject=f"{SUBJECT}:{kept[0].id}")]


def overview(turn: Turn) -> list[Reply]:
    """``/vast``: what the writer does every week, to end what is over; or what is said behind the command."""
    meant = understood(turn)
    if meant.meaning is Meaning.HABIT:
        return tell(turn, meant)
    found = own_habits(turn)
    return [ask_which(turn, "habits", found)] if found else [Reply(text=turn.say("no-habits"))]
