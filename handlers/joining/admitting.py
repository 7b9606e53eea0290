"""A coordinator lets somebody in who asked to join, or not."""

from handlers.members.same_person import ask_whether_same
from handlers.menus import menu_of
from handlers.messages import Button, Reply
from handlers.rights import is_coordinator_of
from handlers.turn import Turn
from storage import people
from storage.groups import groups_of
from storage.tables import JoinRequest, Person, Room


def admit(turn: Turn, request_id: int) -> list[Reply]:
    """[Toelaten]."""
    return _decide(turn, request_id, admitted=True)


def turn_away(turn: Turn, request_id: int) -> list[Reply]:
    """[Weigeren]."""
    return _decide(turn, request_id, admitted=False)


def _decide(turn: Turn, request_id: int, *, admitted: bool) -> list[Reply]:
    request = turn.session.get(JoinRequest, request_id)
    if request is None:
        return [Reply(text=turn.say("button-done"))]
    if not is_coordinator_of(turn, request.room_id):
        return [Reply(text=turn.say("not-yours"))]
    if request.decided_at is not None:
        return [Reply(text=turn.say("button-done"))]
    request.decided_at, request.decided_by, request.admitted = turn.now, turn.person.id, admitted
    person, room = turn.session.get_one(Person, request.person_id), turn.session.get_one(Room, request.room_id)
    if admitted:
        people.join(turn.session, room.id, person.id, turn.today)
    return [
        Reply(text=turn.say("admitted" if admitted else "turned-away", name=person.name, room=room.name)),
        turn.tell(person.id, _tell(turn, person, room, admitted=admitted)),
        *(ask_whether_same(turn, room.id, person) if admitted else []),
    ]


def _tell(turn: Turn, person: Person, room: Room, *, admitted: bool) -> Reply:
    voice = turn.voice_for(person)
    if not admitted:
        return Reply(text=voice.say("told-turned-away", room=room.name))
    names = [group.name for group in groups_of(turn.session, room.id)]
    example = voice.say("welcome-example", group=names[0]) if names else voice.say("welcome-example-no-group")
    text = voice.say("welcome", name=person.name, room=room.name, example=example)
    buttons = (Button(voice.label("button-log"), "log"), Button(voice.label("button-help"), "help"))
    return Reply(text=text, buttons=buttons, menu=menu_of(voice, is_leader=False, is_coordinator=False))
