"""Who may do what with a klus: the design's table, checked against who wrote or pressed, now."""

from handlers.rights import coordinated, is_coordinator_of, led_groups
from handlers.turn import Turn
from storage import klussen, people
from storage.groups import groups_of, leaders_of, survivor
from storage.klussen import State
from storage.tables import Klus, Person

ACTIVITY = "klussen"


def is_of_room(turn: Turn, klus: Klus) -> bool:
    """Whether the writer is in the room of the klus; to all others it does not exist."""
    return turn.place_in(klus.room_id) is not None


def hears_of(turn: Turn, klus: Klus, person_id: int) -> bool:
    """Whether somebody is told what happens to the klus: who is in its room still, and did not do it themselves."""
    return person_id != turn.person.id and people.member_of(turn.session, klus.room_id, person_id) is not None


def may_manage(turn: Turn, klus: Klus) -> bool:
    """Whether the writer may give, drop and merge it: a coordinator of the room, a leader of its group."""
    if is_coordinator_of(turn, klus.room_id):
        return True
    groups = _groups_in_charge(turn, klus)
    return is_of_room(turn, klus) and any(group.id in groups for group in led_groups(turn))


def manages_any(turn: Turn) -> bool:
    """Whether the writer has klussen to look after, in any room."""
    return bool(coordinated(turn)) or any(group.activity == ACTIVITY for group in led_groups(turn))


def managers(turn: Turn, klus: Klus) -> list[Person]:
    """Who is told of a klus that nobody does: the leaders of its group, else the room's coordinators."""
    leading = leaders_of(turn.session, _groups_in_charge(turn, klus))
    leaders = [person for _, person in people.members(turn.session, klus.room_id) if person.id in leading]
    return leaders or people.coordinators(turn.session, klus.room_id)


def _groups_in_charge(turn: Turn, klus: Klus) -> list[int]:
    if klus.group_id is not None:
        return [survivor(turn.session, klus.group_id).id]
    return [group.id for group in groups_of(turn.session, klus.room_id) if group.activity == ACTIVITY]


def does(turn: Turn, klus: Klus) -> bool:
    """Whether the writer does it, or did."""
    return turn.person.id in klussen.helpers_of(turn.session, klus)


def may_see_place(turn: Turn, klus: Klus) -> bool:
    """Where it is, is for those who do it and for whoever asked for it, and never said in a group chat."""
    is_private = not turn.in_group_chat
    return is_private and is_of_room(turn, klus) and (klus.asked_by == turn.person.id or does(turn, klus))


def may_report(turn: Turn, klus: Klus) -> bool:
    """Whether the writer may tell that it is done, with the hours of who did it: anybody of one that nobody took."""
    is_free = klus.state == State.ASKED
    return is_of_room(turn, klus) and (is_free or does(turn, klus) or may_manage(turn, klus))


def may_correct(turn: Turn, klus: Klus) -> bool:
    """Whether the writer may change what is told of it."""
    return is_of_room(turn, klus) and (klus.asked_by == turn.person.id or does(turn, klus) or may_manage(turn, klus))


def may_drop(turn: Turn, klus: Klus) -> bool:
    """Whether the writer may say that it need not be done."""
    return is_of_room(turn, klus) and (klus.asked_by == turn.person.id or may_manage(turn, klus))
