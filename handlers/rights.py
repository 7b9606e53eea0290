"""Who may do what, checked at every message and press against who wrote it, now (the table is in the design)."""

from handlers.turn import Turn
from handlers.vocabulary import people_in_charge_of
from storage.groups import groups_led_by
from storage.people import Membership
from storage.tables import EntryVersion, Group


def may_change(turn: Turn, entry: EntryVersion) -> bool:
    """Whether the writer may correct this entry: their own, their groups' members' or their room's."""
    if turn.place_in(entry.room_id) is None:
        return False
    return entry.person_id == turn.person.id or entry.person_id in people_in_charge_of(turn)


def is_coordinator_of(turn: Turn, room_id: int) -> bool:
    """Whether the writer coordinates the room."""
    place = turn.place_in(room_id)
    return place is not None and place.member.is_coordinator


def coordinated(turn: Turn) -> list[Membership]:
    """The rooms that the writer coordinates."""
    return [place for place in turn.places if place.member.is_coordinator]


def led_groups(turn: Turn) -> list[Group]:
    """The groups that the writer leads."""
    return groups_led_by(turn.session, turn.person.id)
