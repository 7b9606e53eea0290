"""The room that a coordinator works on: which one, where there are several, and whether they may now."""

from handlers.rights import coordinated, is_coordinator_of
from handlers.turn import Option, Turn
from storage.tables import Room, Run


def room_options(turn: Turn) -> list[Option]:
    """The rooms that the writer coordinates, to choose from."""
    return [(str(place.room.id), place.room.name) for place in coordinated(turn)]


def room_of(turn: Turn, room_id: int) -> Room | None:
    """The room, if the writer coordinates it now."""
    return turn.session.get_one(Room, room_id) if is_coordinator_of(turn, room_id) else None


def asked_room(turn: Turn) -> Room | None:
    """The room that the open question is about, if the writer coordinates it now."""
    return room_of(turn, turn.question_state["room"])


def room_of_run(turn: Turn, run_id: int, job: str) -> Room | None:
    """The room that the clock told of in this run of the job, if the writer coordinates it now."""
    run = turn.session.get(Run, run_id)
    return None if run is None or run.job != job else room_of(turn, run.room_id)
