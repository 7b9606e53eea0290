"""What about an entry is wrong, and what it should say: the second half of a correction."""

from handlers.addressed import changeable
from handlers.hours.changing import change_entry, change_from_json, change_to_json, withdraw
from handlers.hours.entry_words import entry_words, group_label
from handlers.hours.hours_questions import amount_options, day_options
from handlers.hours.log_hours import proceed
from handlers.hours.sheet import Sheet, sheet_from_json
from handlers.messages import Reply
from handlers.questions import left_as_it_was, read_answer
from handlers.rights import groups_for
from handlers.turn import Option, Turn
from handlers.vocabulary import bare_hours, named_days, understood
from language.understand.meaning import Change, Meaning, Reason, Understanding
from storage import entries
from storage.tables import EntryVersion

WHAT = "what_wrong"
VALUE = "new_value"
NEW = "new_or_instead"


def ask_what(turn: Turn, entry: EntryVersion) -> Reply:
    """What about this entry is wrong."""
    fields = (
        ("minutes", "date", "group", "delete", "nothing") if turn.groups else ("minutes", "date", "delete", "nothing")
    )
    options = [(value, turn.label(f"button-{value}")) for value in fields]
    text = turn.say("what-wrong", entry=entry_words(turn.session, turn.voice, entry))
    return turn.ask(WHAT, text, options, entry=entry.entry_id)


def answer_what(turn: Turn) -> list[Reply] | None:
    """What about the entry is wrong; the new value itself is an answer too."""
    entry = _entry_in_question(turn)
    if entry is None:
        return _gone(turn)
    given = read_answer(turn)
    if given.value is None:
        return typed_change(turn, entry)
    if given.value == "nothing":
        return left_as_it_was(turn)
    if given.value == "delete":
        return withdraw(turn, entry)
    return [ask_value(turn, entry, given.value)]


def ask_value(turn: Turn, entry: EntryVersion, field: str) -> Reply:
    """The new amount, day or group of an entry."""
    if field == "minutes":
        return ask_amount_of(turn, entry, amount_options(turn))
    if field == "date":
        options = day_options(turn)
    else:
        groups = groups_for(turn, entry.person_id)
        options = [(str(group.id), group_label(group)) for group in groups if group.room_id == entry.room_id]
    return turn.ask(VALUE, turn.say(f"ask-new-{field}"), options, entry=entry.entry_id, field=field)


def ask_amount_of(turn: Turn, entry: EntryVersion, options: list[Option]) -> Reply:
    """How much it was, of the amounts that are likely; any other can be typed."""
    return turn.ask(VALUE, turn.say("ask-new-minutes"), options, entry=entry.entry_id, field="minutes")


def answer_value(turn: Turn) -> list[Reply] | None:
    """The new amount, day or group."""
    entry = _entry_in_question(turn)
    if entry is None:
        return _gone(turn)
    field, given = turn.question_state["field"], read_answer(turn)
    if given.value is None:
        minutes = bare_hours(understood(turn)) if field == "minutes" else None
        return typed_change(turn, entry) if minutes is None else change_entry(turn, entry, Change(minutes=minutes))
    if field == "minutes":
        return change_entry(turn, entry, Change(minutes=int(given.value)))
    if field == "date":
        return change_entry(turn, entry, Change(date=turn.today.fromisoformat(given.value)))
    return change_entry(turn, entry, Change(group=given.value))


def _entry_in_question(turn: Turn) -> EntryVersion | None:
    found = changeable(turn, entries.current(turn.session, [turn.question_state["entry"]]))
    return found[0] if found else None


def _gone(turn: Turn) -> list[Reply] | None:
    """The entry was taken away meanwhile: a press is told so, a message is a message of its own."""
    pressed = read_answer(turn).value is not None
    turn.settle()
    return [Reply(text=turn.say("nothing-to-correct"))] if pressed else None


def typed_change(turn: Turn, entry: EntryVersion) -> list[Reply] | None:
    """What a typed message says of an entry that is being corrected; None when it says nothing of it."""
    meant = understood(turn)
    if meant.meaning is Meaning.DELETE:
        return withdraw(turn, entry)
    if meant.meaning is Meaning.DENY:
        return left_as_it_was(turn)
    if meant.ask is not None and meant.ask.reason is not Reason.MINUTES:
        return [turn.ask_again(turn.say(f"ask-{meant.ask.reason}"))]
    if meant.change is None and len(meant.drafts) > 1:
        return None
    if meant.change is None and is_whole_entry(meant):
        return [_ask_new_or_instead(turn, entry, meant)]
    change = meant.change or change_from(meant)
    return None if change is None or says_nothing(change) else change_entry(turn, entry, change)


def is_whole_entry(meant: Understanding) -> bool:
    """Whether it reads like hours of their own rather than as the one thing that was wrong."""
    if meant.meaning is not Meaning.LOG:
        return False
    said = meant.drafts[0]
    told = said.person is not None or said.group is not None or bool(said.names or said.people)
    return len(meant.drafts) > 1 or told or bool(named_days(meant))


def _ask_new_or_instead(turn: Turn, entry: EntryVersion, meant: Understanding) -> Reply:
    options = [("new", turn.label("button-new")), ("instead", turn.label("button-instead"))]
    text = turn.say("new-or-instead", entry=entry_words(turn.session, turn.voice, entry))
    sheet = Sheet(drafts=meant.drafts, unknown=meant.unknown)
    change = change_from(meant)
    kept = None if change is None else change_to_json(change)
    return turn.ask(NEW, text, options, entry=entry.entry_id, sheet=sheet.to_json(), change=kept)


def answer_new(turn: Turn) -> list[Reply] | None:
    """Whether hours told while an entry was being corrected are new, or what it should say."""
    state, value = turn.question_state, read_answer(turn).value
    if value is None:
        return None
    if value == "new" or state["change"] is None:
        return proceed(turn, sheet_from_json(state["sheet"]))
    entry = _entry_in_question(turn)
    if entry is None:
        return [Reply(text=turn.say("nothing-to-correct"))]
    return change_entry(turn, entry, change_from_json(state["change"]))


def change_from(meant: Understanding) -> Change | None:
    """The change that a bare "2 uur", "dinsdag" or "tuin" asks for, said where one was asked."""
    if len(meant.drafts) != 1:
        return None
    said = meant.drafts[0]
    return Change(
        minutes=said.minutes,
        date=said.date if named_days(meant) else None,
        group=said.group,
        starts=said.starts,
        ends=said.ends,
    )


def says_nothing(change: Change) -> bool:
    """Whether the change leaves all as it was."""
    return change.minutes is None and change.date is None and change.group is None
