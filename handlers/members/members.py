"""``/leden``: the people of a room, for its coordinator; those of the own groups, for a leader."""

from collections.abc import Callable

from handlers.members import (
    adding_people,
    keys,
    member_coordinator,
    member_hours,
    member_pause,
    member_places,
    member_role,
    merging_people,
)
from handlers.members.member_card import Seat, asked_seat, card, choices, not_yours, seat
from handlers.messages import Reply
from handlers.questions import read_answer
from handlers.rights import coordinated, led_groups, names_in
from handlers.turn import Option, Turn
from storage.groups import people_in

QUESTION = "members"

CHANGES: dict[str, Callable[[Turn, Seat], list[Reply]]] = {
    "add": member_places.ask_add,
    "out": member_places.ask_out,
    "lead": member_role.ask_lead,
    "unlead": member_role.ask_unlead,
    "invite": member_role.invite,
    "name": member_role.ask_name,
    "same": merging_people.ask_same,
    "hours": member_hours.show,
    "pause": member_pause.ask_until,
    "back": member_pause.end,
    "key": lambda turn, found: keys.key_of(turn, found.room.id, found.person.id),
    "coordinate": member_coordinator.ask,
    "uncoordinate": member_coordinator.ask,
    "leave": member_places.ask_leave,
}
_ADD = ("toevoegen", "voeg toe", "add")


def members(turn: Turn) -> list[Reply]:
    """``/leden``, or what is said behind it: a name, or "toevoegen Piet Bakker"."""
    if not coordinated(turn) and not led_groups(turn):
        return [Reply(text=turn.say("members-not-allowed"))]
    said = turn.incoming.text.strip()
    for word in _ADD:
        if said.casefold() == word or said.casefold().startswith(f"{word} "):
            return adding_people.add(turn, said[len(word) :].strip() or None)
    if not said or said.casefold() in ("leden", "members"):
        return [_ask_which(turn, _listed(turn))]
    return _find(turn, said) or [_ask_which(turn, _listed(turn))]


def _listed(turn: Turn) -> list[Option]:
    """Everybody whom the writer may see, as "room.person" and name."""
    rooms = {place.room.id: place.room.name for place in coordinated(turn)}
    led = [group for group in led_groups(turn) if group.room_id not in rooms]
    inside = {
        room_id: people_in(turn.session, [group.id for group in led if group.room_id == room_id])
        for room_id in {group.room_id for group in led}
    }
    options = []
    for place in turn.places:
        if place.room.id not in rooms and place.room.id not in inside:
            continue
        names = names_in(turn, place.room.id)
        shown = names if place.room.id in rooms else {key: names[key] for key in names if key in inside[place.room.id]}
        room = f" ({place.room.name})" if len(rooms) + len(inside) > 1 else ""
        options += [(f"{place.room.id}.{key}", name + room) for key, name in shown.items()]
    return options


def _ask_which(turn: Turn, options: list[Option]) -> Reply:
    also = [turn.button("button-add-somebody", "add-member")]
    key = "ask-which-member" if coordinated(turn) else "ask-which-member-of-group"
    return turn.ask(QUESTION, turn.say(key, count=len(options)), options, also=also)


def answer(turn: Turn) -> list[Reply] | None:
    """Open the one who was chosen, or look for those whose name begins as was typed."""
    value = read_answer(turn).value
    return _find(turn, turn.incoming.text.strip()) if value is None else _open(turn, value)


def _open(turn: Turn, value: str) -> list[Reply]:
    room_id, _, person_id = value.partition(".")
    found = seat(turn, int(room_id), int(person_id))
    return not_yours(turn) if found is None else [card(turn, found)]


def _find(turn: Turn, said: str) -> list[Reply] | None:
    """Those of whom a name begins as is typed; None where there are none."""
    wanted = said.casefold()
    found = [
        (value, name)
        for value, name in _listed(turn)
        if wanted and any(part.startswith(wanted) for part in (name.casefold(), *name.casefold().split()))
    ]
    exact = [value for value, name in found if name.casefold() == wanted]
    if len(found) == 1 or len(exact) == 1:
        return _open(turn, exact[0] if exact else found[0][0])
    return [_ask_which(turn, found)] if found else None


def answer_card(turn: Turn) -> list[Reply] | None:
    """What to change about the one who is shown."""
    value = read_answer(turn).value
    if value is None:
        return None
    found = asked_seat(turn)
    if found is None:
        return not_yours(turn)
    # What was shown may have changed meanwhile.
    return CHANGES[value](turn, found) if value in choices(turn, found) else [card(turn, found)]


def add_member(turn: Turn) -> list[Reply]:
    """[Iemand toevoegen]."""
    return adding_people.add(turn, None)
