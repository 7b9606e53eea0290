"""A member's places: into a group, out of it, out of the room."""

from handlers.groups.group_leaders import turn_leader
from handlers.klussen import klus_taking
from handlers.members.member_card import Seat, asked_seat, card, card_again, not_yours
from handlers.messages import Reply
from handlers.questions import read_answer, read_yes
from handlers.turn import Turn
from storage import people
from storage.tables import Group, Person

GROUP, LEAVE = "member_group", "member_leave"


def ask_add(turn: Turn, found: Seat) -> list[Reply]:
    """[Bij een groep]."""
    return ask_group(turn, found, "add", found.others)


def ask_out(turn: Turn, found: Seat) -> list[Reply]:
    """[Uit een groep]."""
    return ask_group(turn, found, "out", found.groups)


def ask_group(turn: Turn, found: Seat, what: str, groups: tuple[Group, ...]) -> list[Reply]:
    """Which of the groups it is about; where there is one, there is nothing to ask."""
    if len(groups) == 1:
        return _do(turn, found, what, groups[0])
    options = [(str(group.id), group.name) for group in groups]
    text = turn.say(f"ask-member-{what}", name=found.person.name)
    return [turn.ask(GROUP, text, options, room=found.room.id, person=found.person.id, what=what)]


def answer_group(turn: Turn) -> list[Reply] | None:
    """The group that was meant."""
    found = asked_seat(turn)
    if found is None:
        return not_yours(turn)
    value = read_answer(turn).value
    if value is None:
        return None
    group = next((group for group in (*found.groups, *found.others) if str(group.id) == value), None)
    return [card(turn, found)] if group is None else _do(turn, found, turn.question_state["what"], group)


def _do(turn: Turn, found: Seat, what: str, group: Group) -> list[Reply]:
    match what:
        case "add":
            people.join_group(turn.session, group.id, found.person.id)
            done = turn.say("member-in-group", name=found.person.name, group=group.name)
            return [*card_again(turn, found, done), *tell_added(turn, found.person.id, group)]
        case "out":
            people.leave_group(turn.session, group.id, found.person.id)
            told = _tell(turn, found.person, "told-out-of-group", group=group.name)
            done = turn.say("member-out-of-group", name=found.person.name, group=group.name)
            return [*card_again(turn, found, done), *told]
        case _:
            # Pressed twice it stays as it was asked for.
            told = turn_leader(turn, group, found.person.id) if (group in found.led) != (what == "lead") else []
            return [*card_again(turn, found), *told]


def tell_added(turn: Turn, person_id: int, group: Group) -> list[Reply]:
    """What somebody is told whom the writer put into the group."""
    return _tell(turn, turn.session.get_one(Person, person_id), "told-in-group", group=group.name)


def ask_leave(turn: Turn, found: Seat) -> list[Reply]:
    """[Uit de kamer]: asks once; the last coordinator stays."""
    if found.member.is_coordinator and len(people.coordinators(turn.session, found.room.id)) == 1:
        return [card(turn, found, turn.say("member-last-coordinator", room=found.room.name))]
    options = [("yes", turn.label("button-yes"))]
    if found.is_paper:
        options.append(("erase", turn.label("button-yes-erase")))
    options.append(("no", turn.label("button-no")))
    key = "ask-member-leave-paper" if found.is_paper else "ask-member-leave"
    text = turn.say(key, name=found.person.name, room=found.room.name)
    return [turn.ask(LEAVE, text, options, room=found.room.id, person=found.person.id)]


def answer_leave(turn: Turn) -> list[Reply] | None:
    """Out of the room, or not; of somebody without a chat the name can go at once."""
    found = asked_seat(turn)
    if found is None or not found.coordinates:
        return not_yours(turn)
    value = read_answer(turn).value
    if value is None:
        sure = read_yes(turn)
        if sure is None:
            return None
        value = "yes" if sure else "no"
    if value == "no":
        return [card(turn, found)]
    if found.member.is_coordinator and len(people.coordinators(turn.session, found.room.id)) == 1:
        return [card(turn, found, turn.say("member-last-coordinator", room=found.room.name))]
    turn.settle()
    name = found.person.name
    told = [
        *_tell(turn, found.person, "told-left-room", room=found.room.name),
        *klus_taking.leave_room(turn, found.room.id, found.person.id),
    ]
    people.leave_room(turn.session, found.room.id, found.person.id, turn.today, turn.now)
    if value == "erase" and found.is_paper:
        people.forget(turn.session, found.person, turn.today, turn.now)
        return [Reply(text=turn.say("member-erased", name=name, room=found.room.name)), *told]
    return [Reply(text=turn.say("member-left", name=name, room=found.room.name)), *told]


def _tell(turn: Turn, person: Person, key: str, **values: str) -> list[Reply]:
    if person.id == turn.person.id:
        return []
    voice = turn.voice_for(person)
    return [turn.tell(person.id, Reply(text=voice.say(key, name=turn.person.name, **values)))]
