"""The buttons under what the clock tells of a report that is due, or of the meeting: they go where the work is."""

from datetime import date

from handlers.coordinated_room import room_of_run
from handlers.desk import room_board
from handlers.messages import Reply
from handlers.reports import asking, closing, explaining
from handlers.reports.period_choice import Period, period_name, today_in
from handlers.rights import not_yours
from handlers.turn import Turn
from storage.deadlines import deadlines
from storage.periods import PeriodKind
from storage.tables import Room, Run

JOB = "deadlines"


def explain(turn: Turn, run_id: int) -> list[Reply]:
    """[Toelichtingen]: the targets of the report that are missed."""
    found = _due(turn, run_id)
    return not_yours(turn) if found is None else explaining.overview(turn, *found)


def close(turn: Turn, run_id: int) -> list[Reply]:
    """[Afsluiten]: the report's period."""
    found = _due(turn, run_id)
    if found is None:
        return not_yours(turn)
    return closing.ask_sure(turn, *found, period_name(turn.session, turn.voice, *found))


def report(turn: Turn, run_id: int) -> list[Reply]:
    """[Rapport maken]: the report that is due."""
    found = _due(turn, run_id)
    return not_yours(turn) if found is None else _make(turn, *found)


def sheet(turn: Turn, run_id: int) -> list[Reply]:
    """[Voortgang]: the sheet for the meeting, up to today."""
    room = room_of_run(turn, run_id, JOB)
    if room is None:
        return not_yours(turn)
    return _make(turn, room, Period(PeriodKind.MONTH, today_in(turn, room)))


def board(turn: Turn, run_id: int) -> list[Reply]:
    """[Overzicht]: all figures of the room."""
    room = room_of_run(turn, run_id, JOB)
    return not_yours(turn) if room is None else room_board.board_of(turn, room)


def _make(turn: Turn, room: Room, period: Period) -> list[Reply]:
    what = "progress" if period.kind is PeriodKind.MONTH else period.kind.value
    return asking.make(turn, asking.Wish(what=what, rooms=(room.id,), period=period.value))


def _due(turn: Turn, run_id: int) -> tuple[Room, Period] | None:
    """The room and the period of the report that the clock told of; None for who does not coordinate the room."""
    room = room_of_run(turn, run_id, JOB)
    if room is None:
        return None
    told_on = date.fromisoformat(turn.session.get_one(Run, run_id).period)
    first = next(iter(deadlines(turn.session, room.id, told_on)), None)
    return None if first is None else (room, Period(first.kind, first.last))
