"""Correcting hours that several people have from one report: for all of them at once, or who was there after all."""

from collections.abc import Sequence
from typing import Any

from handlers.for_others.others_noting import take_back
from handlers.for_others.others_report import names_of
from handlers.hours import limits
from handlers.hours.booking import ask_approval, tell_owner
from handlers.hours.changing import changed_work, revise, weigh_change
from handlers.hours.entry_words import entry_words
from handlers.hours.hours_questions import amount_options, day_options
from handlers.hours.what_wrong import change_from, is_whole_entry, says_nothing
from handlers.messages import Reply
from handlers.questions import left_as_it_was, read_answer
from handlers.rights import may_change
from handlers.turn import Option, Turn
from handlers.vocabulary import bare_hours, understood
from language.say.words import lines
from language.understand.meaning import Change, Meaning, Reason
from storage import entries
from storage.entries import Status, work_of
from storage.tables import EntryVersion

WHAT, VALUE, WHO = "report_what_wrong", "report_new_value", "report_who_not"


def told_together(found: Sequence[EntryVersion]) -> bool:
    """Whether these are the hours of several people who did the same."""
    people = {entry.person_id for entry in found}
    works = {(entry.room_id, entry.date, entry.minutes, entry.group_id) for entry in found}
    return len(people) == len(found) > 1 and len(works) == 1


def ask_what_of_all(turn: Turn, found: Sequence[EntryVersion]) -> Reply:
    """What about the hours of all of them is wrong."""
    fields = ("minutes", "date", "people", "delete-all", "nothing")
    options: list[Option] = [(field, turn.label(f"button-{field}")) for field in fields]
    text = turn.say("others-what-wrong", entry=_words(turn, found), names=_listed(turn, found))
    return _ask(turn, WHAT, text, options, found)


def _ask(
    turn: Turn, kind: str, text: str, options: Sequence[Option], found: Sequence[EntryVersion], **more: Any
) -> Reply:
    return turn.ask(kind, text, options, entries=[entry.entry_id for entry in found], **more)


def _words(turn: Turn, found: Sequence[EntryVersion]) -> str:
    return entry_words(turn.session, turn.voice, found[0])


def _listed(turn: Turn, found: Sequence[EntryVersion]) -> str:
    return turn.voice.listed(names_of(turn, [entry.person_id for entry in found]))


def _in_question(turn: Turn) -> list[EntryVersion]:
    """Those of the entries asked about that stand, and that whoever answers may change."""
    found = entries.current(turn.session, turn.question_state["entries"])
    return [entry for entry in found if entry.status != Status.WITHDRAWN and may_change(turn, entry)]


def answer_what(turn: Turn) -> list[Reply] | None:
    """What is wrong; the new value itself is an answer too."""
    found, value = _in_question(turn), read_answer(turn).value
    if not found:
        turn.settle()
        return None if value is None else [Reply(text=turn.say("nothing-to-correct"))]
    match value:
        case None:
            return _typed(turn, found)
        case "nothing":
            return left_as_it_was(turn)
        case "delete-all":
            return withdraw_all(turn, found)
        case "people":
            called = zip(found, names_of(turn, [entry.person_id for entry in found]), strict=True)
            options = [(str(entry.entry_id), name) for entry, name in called]
            return [_ask(turn, WHO, turn.say("others-who-not"), options, found)]
    options = amount_options(turn) if value == "minutes" else day_options(turn)
    return [_ask(turn, VALUE, turn.say(f"ask-new-{value}"), options, found, field=value)]


def _typed(turn: Turn, found: Sequence[EntryVersion]) -> list[Reply] | None:
    meant = understood(turn)
    if meant.meaning is Meaning.DENY:
        return left_as_it_was(turn)
    if meant.meaning is Meaning.DELETE:
        return withdraw_all(turn, found)
    if meant.ask is not None and meant.ask.reason is not Reason.MINUTES:
        return None
    change = meant.change or (None if is_whole_entry(meant) else change_from(meant))
    return None if change is None or says_nothing(change) else change_all(turn, found, change)


def answer_value(turn: Turn) -> list[Reply] | None:
    """The new amount or day, of all of them."""
    found, value = _in_question(turn), read_answer(turn).value
    field = turn.question_state["field"]
    if not found:
        turn.settle()
        return None if value is None else [Reply(text=turn.say("nothing-to-correct"))]
    if value is None:
        bare = bare_hours(understood(turn)) if field == "minutes" else None
        return _typed(turn, found) if bare is None else change_all(turn, found, Change(minutes=bare))
    day = None if field == "minutes" else turn.today.fromisoformat(value)
    return change_all(turn, found, Change(date=day) if day else Change(minutes=int(value)))


def answer_who(turn: Turn) -> list[Reply] | None:
    """Who was not there."""
    value = read_answer(turn).value
    if value is None:
        return None
    found = [entry for entry in _in_question(turn) if str(entry.entry_id) == value]
    turn.settle()
    if not found:
        return [Reply(text=turn.say("nothing-to-correct"))]
    return withdraw_all(turn, found)


def change_all(turn: Turn, found: Sequence[EntryVersion], change: Change) -> list[Reply]:
    """Give the hours of all of them the same change; whoever's day would become doubtful keeps what they had."""
    turn.settle()
    changed, left = [], []
    for entry in found:
        work = changed_work(work_of(entry), change)
        verdict = weigh_change(turn, entry, work, ("long_ago",))
        if isinstance(verdict, limits.Fine):
            changed.append(revise(turn, entry, work, verdict))
        else:
            left.append(entry)
    words = []
    if changed:
        words.append(turn.say("others-changed", entry=_words(turn, changed), names=_listed(turn, changed)))
    if left:
        words.append(turn.say("others-left-as-it-was", names=_listed(turn, left)))
    others = [entry for entry in changed if entry.person_id != turn.person.id]
    button = turn.button("button-wrong", f"wrong:{turn.inbox.id}")
    reply = Reply(
        text=lines(words), buttons=(button,) if changed else (), about=tuple(entry.entry_id for entry in found)
    )
    told = [tell_owner(turn, entry, "told-changed") for entry in others]
    return [reply, *told, *ask_approval(turn, changed)]


def withdraw_all(turn: Turn, found: Sequence[EntryVersion]) -> list[Reply]:
    """Take the hours of all of them out of the books."""
    turn.settle()
    text = turn.say("others-withdrawn", entry=_words(turn, found), names=_listed(turn, found))
    told = [reply for entry in found for reply in take_back(turn, entry)]
    return [Reply(text=text, about=tuple(entry.entry_id for entry in found)), *told]
