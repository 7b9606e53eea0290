""" "klaar", and hours told while time runs: which of the two it is that is done."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from handlers.group_chats.in_private import in_private
from handlers.hours.clock_times import said_time
from handlers.hours.log_hours import log, proceed
from handlers.hours.sheet import Sheet, sheet_from_json
from handlers.klussen import klus_finishing
from handlers.klussen.klus_addressed import replied_klus
from handlers.klussen.klus_texts import klus_label
from handlers.messages import Kind, Reply
from handlers.questions import read_answer, read_choice
from handlers.regular_work import shift_ends
from handlers.turn import Turn
from handlers.vocabulary import understood
from language.understand.meaning import Ask, Draft, Meaning, Reason, Understanding
from storage import klussen
from storage.tables import Klus, Shift

SAME, WHICH = "shift_same", "finished_which"
_TIME = "time"


def finish(turn: Turn, meant: Understanding) -> list[Reply]:
    """End what runs, or the klus in hand; with neither it is a report of hours as any other, if it tells of any."""
    shift = shift_ends.running(turn)
    names_klus = meant.number is not None or any(draft.klus for draft in meant.drafts)
    if shift is not None and not names_klus and replied_klus(turn) is None:
        held = klussen.in_hand(turn.session, turn.person.id, [place.room.id for place in turn.places])
        if held:
            return in_private(turn, lambda private: [_ask_which(private, held)])
        return shift_ends.said_done(turn, shift, meant)
    of_klus = klus_finishing.finish(turn, meant)
    if of_klus is not None:
        return of_klus
    if shift is not None:
        return shift_ends.said_done(turn, shift, meant)
    if meant.ask is None and any(draft != Draft() and draft.minutes is None for draft in meant.drafts):
        meant = replace(meant, ask=Ask(reason=Reason.MINUTES))
    if meant.ask is not None or any(draft.minutes for draft in meant.drafts):
        return log(turn, meant)
    return in_private(turn, _nothing_runs)


def _nothing_runs(turn: Turn) -> list[Reply]:
    return [Reply(text=turn.say("nothing-runs"), buttons=(turn.button("button-log", "log"),))]


def _ask_which(turn: Turn, held: Sequence[Klus]) -> Reply:
    """Time runs and a klus is in hand: which is done. What was said is kept, with when it was."""
    options = [(_TIME, turn.label("button-finished-time")), *((str(klus.id), klus_label(klus)) for klus in held)]
    sent_at = turn.incoming.sent_at.isoformat()
    return turn.ask(WHICH, turn.say("ask-finished-which"), options, said=turn.incoming.text, sent_at=sent_at)


def answer_which(turn: Turn) -> list[Reply] | None:
    """The time that runs, or a klus."""
    state, value = turn.question_state, read_answer(turn).value
    if value is None:
        return None
    turn.settle()
    sent_at = datetime.fromisoformat(state["sent_at"])
    turn.incoming = replace(turn.incoming, kind=Kind.TEXT, text=state["said"], sent_at=sent_at)
    shift, meant = shift_ends.running(turn), understood(turn)
    if value != _TIME:
        return klus_finishing.report(turn, turn.session.get_one(Klus, int(value)), meant)
    return [Reply(text=turn.say("button-done"))] if shift is None else shift_ends.said_done(turn, shift, meant)


def log_beside(turn: Turn, meant: Understanding) -> list[Reply]:
    """Hours that are told; while time runs they may be of it, which is asked before they are booked beside it."""
    shift = shift_ends.running(turn)
    if shift is None:
        return log(turn, meant)
    if meant.ask is not None and meant.ask.reason is Reason.START and said_time(meant, turn.incoming.text):
        return shift_ends.finish(turn, shift, meant)
    if meant.meaning is not Meaning.LOG or not shift_ends.may_be_of(turn, shift, meant):
        return log(turn, meant)
    # That somebody's time runs is not for the others in a group chat to read.
    return in_private(turn, lambda private: [_ask_same(private, shift, meant)])


def _ask_same(turn: Turn, shift: Shift, meant: Understanding) -> Reply:
    text = turn.say("ask-shift-same", running=shift_ends.running_words(turn, shift))
    options = [("yes", turn.label("button-yes")), ("no", turn.label("button-no"))]
    sheet = Sheet(drafts=meant.drafts, unknown=meant.unknown)
    return turn.ask(SAME, text, options, shift=shift.id, sheet=sheet.to_json())


def answer_same(turn: Turn) -> list[Reply] | None:
    """Whether the hours are of the time that runs: then it ends with them."""
    state, value = turn.question_state, read_choice(turn)
    if value is None:
        return None
    turn.settle()
    sheet, shift = sheet_from_json(state["sheet"]), shift_ends.running(turn)
    if value == "yes" and shift is not None and shift.id == state["shift"]:
        return shift_ends.book(turn, shift, sheet.drafts[0], sheet.unknown)
    return proceed(turn, sheet)
