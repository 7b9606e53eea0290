"""Closing a month or a report's period: its figures stand from then on, and later corrections are told apart."""

from handlers.coordinated_room import asked_room
from handlers.messages import Reply
from handlers.questions import read_answer, read_yes
from handlers.reports import explaining
from handlers.reports.assembling import NothingPromisedError, close
from handlers.reports.kept import report_of
from handlers.reports.period_choice import Period, period_name, to_close
from handlers.rights import not_yours
from handlers.turn import Turn
from language.say.words import lines
from storage.periods import REPORTS
from storage.tables import Room

WHICH, SURE = "close_which", "close_sure"
LONGEST_VALUE = 40
"""Bytes of an answer that a button can bear beside the question's number."""


def ask_which(turn: Turn, room: Room) -> list[Reply]:
    """Which of the periods that are over."""
    options = to_close(turn, room)
    if not options:
        turn.settle()
        return [Reply(text=turn.say("close-none"))]
    return [turn.ask(WHICH, turn.say("close-which"), options, room=room.id)]


def answer_which(turn: Turn) -> list[Reply] | None:
    """The period that was chosen."""
    value, room = read_answer(turn).value, asked_room(turn)
    if value is None:
        return None
    if room is None:
        return not_yours(turn)
    period = Period.of(value)
    return ask_sure(turn, room, period, period_name(turn.session, turn.voice, room, period))


def ask_sure(turn: Turn, room: Room, period: Period, name: str) -> list[Reply]:
    """Whether it may be closed, which nothing undoes."""
    options = [("yes", turn.label("button-close-yes")), ("no", turn.label("button-close-no"))]
    text = turn.say("close-sure", period=name, room=room.name)
    return [turn.ask(SURE, text, options, room=room.id, period=period.value)]


def answer_sure(turn: Turn) -> list[Reply] | None:
    """Close it, or leave it open."""
    said, room, period = read_yes(turn), asked_room(turn), Period.of(turn.question_state["period"])
    if said is None:
        return None
    turn.settle()
    if room is None:
        return not_yours(turn)
    if not said:
        return [Reply(text=turn.say("left-as-it-was"))]
    name = period_name(turn.session, turn.voice, room, period)
    try:
        kept = close(turn.session, room, period.kind, period.last, turn.evidence)
    except NothingPromisedError:
        return [Reply(text=turn.say("report-no-agreement"))]
    if kept is None:
        return [Reply(text=turn.say("close-already", period=name))]
    missed = [line for line in report_of(kept).rooms[0].indicators if explaining.is_missed(line)]
    parts = [turn.say("closed", period=name, number=str(kept.id))]
    if period.kind in REPORTS and any(not line.explanation for line in missed):
        parts.append(turn.say("closed-unexplained"))
    return [Reply(text=lines(parts))]
