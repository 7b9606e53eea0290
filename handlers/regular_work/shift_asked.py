"""The answers to "Je tijd loopt nog. Hoe laat was je klaar?": a time, a length, or that it goes on.

"3 uur" can be a length or a time of the day: where both can be, it is asked which.
"""

from dataclasses import replace
from datetime import datetime, time

from handlers.hours.clock_times import HALF_DAY, first_between, said_time
from handlers.hours.limits import MINUTES_IN_HOUR
from handlers.messages import Reply
from handlers.questions import read_answer
from handlers.regular_work import shift_ends
from handlers.turn import Turn
from handlers.vocabulary import bare_hours, understood
from language.understand.meaning import Draft, Meaning, Understanding
from storage import shifts
from storage.tables import Shift


def done_at(turn: Turn, minute: int) -> list[Reply]:
    """[17.00 uur]: the moment itself stands on the button, in minutes since 1970."""
    shift, ended = shift_ends.running(turn), shifts.moment_of(minute)
    if shift is None or not shift.started_at < ended <= turn.incoming.sent_at:
        return [Reply(text=turn.say("button-done"))]
    return shift_ends.finish_at(turn, shift, ended)


def goes_on(turn: Turn, shift_id: int) -> list[Reply]:
    """[Ik ben nog bezig]."""
    shift = shift_ends.own(turn, shift_id)
    if isinstance(shift, Reply):
        return [shift]
    shift_ends.close_own_question(turn)
    shifts.goes_on(turn.session, shift, turn.now)
    button = turn.button("button-shift-done", f"shift-done:{shift.id}")
    return [Reply(text=turn.say("shift-goes-on"), buttons=(button,))]


_VERBS = {"shift-at": done_at, "shift-done": shift_ends.done, "shift-on": goes_on, "shift-drop": shift_ends.drop}


def answer(turn: Turn) -> list[Reply] | None:
    """When the writer was done, pressed or typed; None when it is about something else."""
    value, shift = read_answer(turn).value, shift_ends.running(turn)
    if value is not None and not value.startswith(f"{shift_ends.LENGTH}:"):
        verb, _, number = value.partition(":")
        return _VERBS[verb](turn, int(number))
    if shift is None or shift.id != turn.question_state["shift"]:
        turn.settle()
        return None if value is None else [Reply(text=turn.say("button-done"))]
    if value is not None:
        return shift_ends.book(turn, shift, Draft(minutes=int(value.partition(":")[2])))
    return _typed(turn, shift)


def _typed(turn: Turn, shift: Shift) -> list[Reply] | None:
    meant = understood(turn)
    goes_on_words = turn.label("button-shift-on").casefold()
    if meant.meaning is Meaning.DENY or goes_on_words in turn.incoming.text.casefold():
        return goes_on(turn, shift.id)
    if meant.meaning is Meaning.FINISHED:
        return shift_ends.said_done(turn, shift, meant)
    at, zone = said_time(meant, turn.incoming.text), turn.room_settings.zone
    if at is not None and meant.change is None:
        ended = first_between(at, shift.started_at, turn.incoming.sent_at, zone)
        if ended is None:
            return [turn.ask_again(turn.say("shift-not-then"))]
        return shift_ends.finish_at(turn, shift, ended, meant)
    bare = bare_hours(meant)
    if bare is not None:
        return _length_or_time(turn, shift, meant, Draft(minutes=bare))
    if meant.meaning is not Meaning.LOG or not shift_ends.may_be_of(turn, shift, meant):
        return None
    draft = meant.drafts[0]
    if draft.starts is not None or draft.activity is not None:
        return shift_ends.finish(turn, shift, meant)
    return _length_or_time(turn, shift, meant, draft)


def _length_or_time(turn: Turn, shift: Shift, meant: Understanding, draft: Draft) -> list[Reply]:
    """ "3 uur" may be three hours, or three o'clock: asked where both can be and are not the same."""
    minutes, ended = draft.minutes or 0, _at_that_hour(turn, shift, draft)
    if ended is None or turn.question_state.get("length") or shift_ends.rounded(_minutes(shift, ended)) == minutes:
        return shift_ends.book(turn, shift, replace(draft, date=None), meant.unknown)
    if minutes > _minutes(shift, turn.incoming.sent_at):
        return shift_ends.finish_at(turn, shift, ended, meant, replace(draft, minutes=None, date=None))
    length = turn.label("button-shift-length", amount=turn.voice.short_duration(minutes))
    local = ended.astimezone(turn.room_settings.zone)
    until = turn.label("button-shift-until", time=turn.voice.clock(local.time()))
    options = [(f"{shift_ends.LENGTH}:{minutes}", length), (f"shift-at:{shifts.minute_of(ended)}", until)]
    return [turn.ask(shifts.QUESTION, turn.say("ask-shift-length-or-time"), options, shift=shift.id)]


def _at_that_hour(turn: Turn, shift: Shift, draft: Draft) -> datetime | None:
    """When it was so late as the number of hours says, since the writer began; None when it was not."""
    hours, rest = divmod(draft.minutes or 0, MINUTES_IN_HOUR)
    if rest or not 0 < hours <= HALF_DAY:
        return None
    return first_between(time(hours), shift.started_at, turn.incoming.sent_at, turn.room_settings.zone)


def _minutes(shift: Shift, ended: datetime) -> float:
    return (ended - shift.started_at).total_seconds() / MINUTES_IN_HOUR
