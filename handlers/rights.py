"""Who may do what, checked at every message and press against who wrote it, now (the table is in the design)."""

from collections import Counter
from collections.abc import Mapping

from handlers.messages import Reply
from handlers.turn import Turn
from storage import people
from storage.groups import groups_led_by, people_in
from storage.people import Membership
from storage.tables import EntryVersion, Group


def may_log_for(turn: Turn, person_id: int, room_id: int, group_id: int | None) -> bool:
    """Whether the writer may log and correct such hours of this person, in this room and for this group.

    Their own; a coordinator those of everybody in the room; a leader those of members for the led group.
    """
    if turn.place_in(room_id) is None:
        return False
    if person_id == turn.person.id:
        return True
    if is_coordinator_of(turn, room_id):
        return people.member_of(turn.session, room_id, person_id) is not None
    led = [group.id for group in led_groups(turn)]
    return group_id in led and person_id in people_in(turn.session, [group_id])


def may_change(turn: Turn, entry: EntryVersion) -> bool:
    """Whether the writer may correct this entry; a coordinator also those of people who left."""
    if is_coordinator_of(turn, entry.room_id):
        return True
    return may_log_for(turn, entry.person_id, entry.room_id, entry.group_id)


def groups_for(turn: Turn, person_id: int) -> list[Group]:
    """The groups for which the writer may log this person's hours."""
    return [group for group in turn.groups if may_log_for(turn, person_id, group.room_id, group.id)]


def known_people(turn: Turn) -> dict[int, str]:
    """Everybody else in the writer's rooms: id → name.

    Of several with one name each has their number behind it, so that nobody is taken for somebody else.
    """
    return told_apart(
        {
            person.id: person.name
            for place in turn.places
            for _, person in people.members(turn.session, place.room.id)
            if person.id != turn.person.id
        }
    )


def names_in(turn: Turn, room_id: int) -> dict[int, str]:
    """Everybody in a room, the writer among them, by name: id → name, told apart like ``known_people``."""
    return told_apart({person.id: person.name for _, person in people.members(turn.session, room_id)})


def told_apart(names: Mapping[int, str]) -> dict[int, str]:
    """People's names by their ids, with the id behind those that several have."""
    counts = Counter(names.values())
    return {key: f"{name} ({key})" if counts[name] > 1 else name for key, name in names.items()}


def in_charge_of(turn: Turn) -> dict[int, str]:
    """Those of them whose hours the writer may log, somewhere."""
    places = [(place.room.id, None) for place in turn.places]
    groups = [(group.room_id, group.id) for group in led_groups(turn)]
    return {
        key: name
        for key, name in known_people(turn).items()
        if any(may_log_for(turn, key, room_id, group_id) for room_id, group_id in [*places, *groups])
    }


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


def overseen_groups(turn: Turn) -> list[Group]:
    """The groups whose figures the writer may see: those they lead, and all of a room that they coordinate."""
    led = {group.id for group in led_groups(turn)}
    return [group for group in turn.groups if group.id in led or is_coordinator_of(turn, group.room_id)]


def oversees(turn: Turn, room_id: int) -> bool:
    """Whether the writer coordinates the room, or leads a group of it."""
    return is_coordinator_of(turn, room_id) or any(group.room_id == room_id for group in overseen_groups(turn))


def not_yours(turn: Turn) -> list[Reply]:
    """The answer to a question of who might when they were asked, and may no more."""
    turn.settle()
    return [Reply(text=turn.say("not-yours"))]
