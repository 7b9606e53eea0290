"""The participants whom the writer may list: a coordinator the room's, a leader those of the led groups."""

from dataclasses import dataclass

from handlers.participants.attendance_rights import listing_groups
from handlers.turn import Turn
from storage import attendance_names, participants
from storage.tables import AttendanceVersion, Participant


@dataclass(frozen=True, slots=True)
class Seen:
    """A participant, and the attendances in which the writer may see them, in the order of their days."""

    participant: Participant
    at: tuple[AttendanceVersion, ...]


def seen_by(turn: Turn) -> dict[int, Seen]:
    """Everybody whom the writer may list, by id, in the order of their names; nobody whose name was erased."""
    found: dict[int, Seen] = {}
    for place in turn.places:
        groups = listing_groups(turn, place.room.id)
        at: dict[int, list[AttendanceVersion]] = {}
        if groups != []:
            for version, named in attendance_names.of_groups(turn.session, place.room.id, groups):
                for key in named:
                    at.setdefault(key, []).append(version)
        for participant in participants.participants_in(turn.session, place.room.id):
            if groups is None or participant.id in at:
                found[participant.id] = Seen(participant, tuple(at.get(participant.id, ())))
    return dict(sorted(found.items(), key=lambda item: (item[1].participant.name.casefold(), item[0])))


def seen(turn: Turn, participant_id: int) -> Seen | None:
    """One of them."""
    return seen_by(turn).get(participant_id)


def labels(turn: Turn, people: list[Participant]) -> list[tuple[str, str]]:
    """What to choose them by: their names, with the room where the writer is in several."""
    rooms = {place.room.id: place.room.name for place in turn.places}
    several = len({participant.room_id for participant in people}) > 1
    return [(str(one.id), f"{one.name} ({rooms[one.room_id]})" if several else one.name) for one in people]
