"""The room that a coordinator works on: which one, where there are several, and whether they may now."""

from handlers.messages import Reply
from handlers.rights import coordinated, is_coordinator_of
from handlers.turn import Option, Turn
from storage.tables import Room


def room_options(turn: Turn) -> list[Option]:
    """The rooms that the writer coordinates, to choose from."""
    return [(str(place.room.id), place.room.name) for place in coordinated(turn)]


def room_of(turn: Turn, room_id: int) -> Room | None:
    """The room, if the writer coordinates it now."""
    return turn.session.get_one(Room, room_id) if is_coordinator_of(turn, room_id) else None


def not_yours(turn: Turn) -> list[Reply]:
    """They did when they were asked, and do no more."""
    turn.settle()
    return [Reply(text=turn.say("not-yours"))]
