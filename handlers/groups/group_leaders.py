"""Who leads a group: a coordinator gives the role and takes it back."""

from handlers.groups.group_card import asked_group, card, not_yours
from handlers.hours.entry_words import name_of
from handlers.menus import menu_of_person
from handlers.messages import Reply
from handlers.questions import on_first_page, read_answer
from handlers.rights import names_in
from handlers.turn import Turn
from storage import people
from storage.groups import leaders_of
from storage.tables import Group, GroupMember, Person

QUESTION = "group_leaders"
READY = "ready"


def ask_leaders(turn: Turn, group: Group) -> list[Reply]:
    """[Trekkers]: everybody of the room who has a chat; a tap makes or unmakes a leader."""
    names, led = names_in(turn, group.room_id), leaders_of(turn.session, [group.id])
    paper = people.paper_people(turn.session, names)
    listed = sorted((key for key in names if key not in paper), key=lambda key: (key not in led, names[key]))
    options = on_first_page([(str(key), names[key]) for key in listed], (READY, turn.label("button-ready")))
    text = turn.say("ask-group-leaders", group=group.name)
    if led:
        now = turn.voice.listed([names[key] for key in listed if key in led])
        text = turn.say("ask-group-leaders-more", group=group.name, names=now)
    return [turn.ask(QUESTION, text, options, group=group.id)]


def answer(turn: Turn) -> list[Reply] | None:
    """One leader more or less."""
    group = asked_group(turn)
    if group is None:
        return not_yours(turn)
    value = read_answer(turn).value
    if value is None:
        return None
    if value == READY:
        return [card(turn, group)]
    told = turn_leader(turn, group, int(value))
    return [card(turn, group), *told]


def turn_leader(turn: Turn, group: Group, person_id: int) -> list[Reply]:
    """Make somebody of the room lead the group, or lead it no more; what they are told of it."""
    if people.member_of(turn.session, group.room_id, person_id) is None:
        return []
    people.join_group(turn.session, group.id, person_id)
    place = turn.session.get_one(GroupMember, (group.id, person_id))
    place.is_leader = not place.is_leader
    turn.session.flush()
    if person_id == turn.person.id:
        return []
    voice = turn.voice_for(turn.session.get_one(Person, person_id))
    key = "told-leader" if place.is_leader else "told-leader-no-more"
    text = voice.say(key, name=name_of(turn.session, voice, turn.person.id), group=group.name)
    return [turn.tell(person_id, Reply(text=text, menu=menu_of_person(turn.session, voice, person_id)))]
