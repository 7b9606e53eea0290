"""Correcting hours in words or with [Klopt niet]: which entry, what changes, and then a new version of it.

which entry? ──one──► what changes? ──said──► a new version, echoed
    │several               │not said
    ▼                      ▼
a list of entries     [Uren] [Dag] [Groep] [Weghalen] ──► the new value
"""

from collections.abc import Sequence

from handlers.addressed import LISTED, addressed, changeable
from handlers.changing import change_entry, change_from_json, change_to_json, withdraw
from handlers.entry_words import entry_label, entry_words, group_label
from handlers.hours_questions import amount_options, day_options
from handlers.log_hours import proceed
from handlers.messages import Reply
from handlers.questions import read_answer
from handlers.rights import groups_for
from handlers.sheet import Sheet, sheet_from_json
from handlers.turn import Option, Turn
from handlers.vocabulary import bare_hours, named_days, understood
from language.understand.meaning import Change, Meaning, Reason, Understanding
from storage import entries
from storage.tables import EntryVersion

WHICH = "which_entry"
WHAT = "what_wrong"
VALUE = "new_value"
NEW = "new_or_instead"


def correct(turn: Turn, meant: Understanding) -> list[Reply]:
    """A correction in words: of the entry that is addressed, or asks which."""
    found = _matching(addressed(turn), meant.change)
    readings = meant.ask.choices if meant.ask is not None else ()
    if len(found) == 1 and readings:
        amounts = [reading[0].minutes for reading in readings if reading[0].minutes]
        return [
            _ask_amount(turn, found[0], [(str(minutes), turn.voice.short_duration(minutes)) for minutes in amounts])
        ]
    return choose(turn, found, meant.change, delete=False)


def delete(turn: Turn, meant: Understanding) -> list[Reply]:
    """ "verwijder de laatste": the entry that is addressed, or asks which; of several named, one at a time."""
    days = named_days(meant)
    if days or any(part.kind == "number" for part in meant.parts):
        recent = entries.last_entries(turn.session, turn.person.id, LISTED)
        return choose(turn, [entry for entry in recent if not days or entry.date in days], None, delete=True)
    return choose(turn, addressed(turn), None, delete=True)


def wrong(turn: Turn, inbox_id: int) -> list[Reply]:
    """[Klopt niet] under an echo: about what that message made or changed."""
    found = entries.entries_from(turn.session, [inbox_id])
    if found and not changeable(turn, found):
        standing = [entry for entry in found if entry.status != entries.Status.WITHDRAWN]
        return [Reply(text=turn.say("not-yours" if standing else "button-done"))]
    return choose(turn, changeable(turn, found), None, delete=False)


def wrong_entry(turn: Turn, entry_id: int) -> list[Reply]:
    """A press on one entry of a list."""
    found = changeable(turn, entries.current(turn.session, [entry_id]))
    return choose(turn, found, None, delete=False) if found else [Reply(text=turn.say("not-yours"))]


def choose(turn: Turn, found: Sequence[EntryVersion], change: Change | None, *, delete: bool) -> list[Reply]:
    """Change or delete the one entry that is meant, or ask which of them it is."""
    if not found:
        return [Reply(text=turn.say("nothing-to-correct"))]
    if len(found) > 1:
        options = [(str(entry.entry_id), entry_label(turn.session, turn.voice, entry)) for entry in found[:LISTED]]
        options.append(("none", turn.label("button-none")))
        key = "which-entry-delete" if delete else "which-entry"
        kept = None if change is None else change_to_json(change)
        return [turn.ask(WHICH, turn.say(key), options, change=kept, delete=delete)]
    if delete:
        return withdraw(turn, found[0])
    if change is None or _says_nothing(change):
        return [_ask_what(turn, found[0])]
    return change_entry(turn, found[0], change)


def answer_which(turn: Turn) -> list[Reply] | None:
    """Which entry was meant."""
    state, given = turn.question_state, read_answer(turn)
    if given.value is None:
        return None
    turn.settle()
    if given.value == "none":
        return [Reply(text=turn.say("left-as-it-was"))]
    found = changeable(turn, entries.current(turn.session, [int(given.value)]))
    change = None if state["change"] is None else change_from_json(state["change"])
    return choose(turn, found, change, delete=state["delete"])


def _ask_what(turn: Turn, entry: EntryVersion) -> Reply:
    options = [(value, turn.label(f"button-{value}")) for value in ("minutes", "date", "group", "delete", "nothing")]
    text = turn.say("what-wrong", entry=entry_words(turn.session, turn.voice, entry))
    return turn.ask(WHAT, text, options, entry=entry.entry_id)


def answer_what(turn: Turn) -> list[Reply] | None:
    """What about the entry is wrong; the new value itself is an answer too."""
    entry = _entry_in_question(turn)
    if entry is None:
        return [Reply(text=turn.say("nothing-to-correct"))]
    given = read_answer(turn)
    if given.value is None:
        return _typed_change(turn, entry)
    if given.value == "nothing":
        turn.settle()
        return [Reply(text=turn.say("left-as-it-was"))]
    if given.value == "delete":
        return withdraw(turn, entry)
    return [_ask_value(turn, entry, given.value)]


def _ask_value(turn: Turn, entry: EntryVersion, field: str) -> Reply:
    if field == "minutes":
        return _ask_amount(turn, entry, amount_options(turn))
    if field == "date":
        options = day_options(turn)
    else:
        groups = groups_for(turn, entry.person_id)
        options = [(str(group.id), group_label(group)) for group in groups if group.room_id == entry.room_id]
    return turn.ask(VALUE, turn.say(f"ask-new-{field}"), options, entry=entry.entry_id, field=field)


def _ask_amount(turn: Turn, entry: EntryVersion, options: list[Option]) -> Reply:
    return turn.ask(VALUE, turn.say("ask-new-minutes"), options, entry=entry.entry_id, field="minutes")


def answer_value(turn: Turn) -> list[Reply] | None:
    """The new amount, day or group."""
    entry = _entry_in_question(turn)
    if entry is None:
        return [Reply(text=turn.say("nothing-to-correct"))]
    field, given = turn.question_state["field"], read_answer(turn)
    if given.value is None:
        minutes = bare_hours(understood(turn)) if field == "minutes" else None
        return _typed_change(turn, entry) if minutes is None else change_entry(turn, entry, Change(minutes=minutes))
    if field == "minutes":
        return change_entry(turn, entry, Change(minutes=int(given.value)))
    if field == "date":
        return change_entry(turn, entry, Change(date=turn.today.fromisoformat(given.value)))
    return change_entry(turn, entry, Change(group=given.value))


def _entry_in_question(turn: Turn) -> EntryVersion | None:
    found = changeable(turn, entries.current(turn.session, [turn.question_state["entry"]]))
    return found[0] if found else None


def _typed_change(turn: Turn, entry: EntryVersion) -> list[Reply] | None:
    meant = understood(turn)
    if meant.meaning is Meaning.DELETE:
        return withdraw(turn, entry)
    if meant.meaning is Meaning.DENY:
        turn.settle()
        return [Reply(text=turn.say("left-as-it-was"))]
    if meant.ask is not None and meant.ask.reason is not Reason.MINUTES:
        return [turn.ask_again(turn.say(f"ask-{meant.ask.reason}"))]
    if meant.change is None and _is_whole_entry(meant):
        return [_ask_new_or_instead(turn, entry, meant)]
    change = meant.change or change_from(meant)
    return None if change is None or _says_nothing(change) else change_entry(turn, entry, change)


def _is_whole_entry(meant: Understanding) -> bool:
    """Whether it reads like hours of their own rather than as the one thing that was wrong."""
    if meant.meaning is not Meaning.LOG:
        return False
    said = meant.drafts[0]
    return len(meant.drafts) > 1 or said.person is not None or said.group is not None or bool(named_days(meant))


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


def _says_nothing(change: Change) -> bool:
    return change.minutes is None and change.date is None and change.group is None


def _matching(found: list[EntryVersion], change: Change | None) -> list[EntryVersion]:
    """Those of several entries that say what the writer says was wrong ("1 uur moet 2 uur zijn"); all if none does."""
    if change is None or len(found) < 2:
        return found
    fitting = [
        entry
        for entry in found
        if change.was_minutes in (None, entry.minutes) and change.was_date in (None, entry.date)
    ]
    return fitting or found
