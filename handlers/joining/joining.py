"""Joining: from the first message to a member with a name, in under a minute.

/start <code> ──► language ──► what is kept, and why ──agree──► name ──► (which group?) ──► member
/start        ──► language ──► [Ik wil meedoen] ──► which room ──► what is kept ──agree──► name ──► coordinator asked
"""

from handlers.joining import arriving
from handlers.members import first_contact
from handlers.menus import menu_for
from handlers.messages import Button, Reply
from handlers.names import LONGEST, name_in
from handlers.questions import read_answer, read_choice
from handlers.rights import led_groups
from handlers.turn import Turn
from handlers.vocabulary import understood
from handlers.yourself.language_choice import language_options
from language.understand.meaning import Meaning
from storage import locks, people, rooms
from storage.groups import groups_with
from storage.invites import find_invite, is_usable, take
from storage.people import has_asked
from storage.tables import Group, Invite, JoinRequest, Room

LANGUAGE, WISH, ROOM, CONSENT, NAME = "join_language", "join_wish", "join_room", "join_consent", "join_name"
CONSENT_VERSION = 1


def start(turn: Turn, code: str) -> list[Reply]:
    """``/start``, with an invite's code or without."""
    if not code:
        return welcome_back(turn) if turn.places else newcomer(turn)
    invite = find_invite(turn.session, code)
    if invite is None or not is_usable(invite, turn.now):
        return _bad_invite(turn)
    if invite.created_by == turn.person.id and first_contact.expected(turn, invite) is not None:
        return [Reply(text=turn.say("invite-for-another"))]
    if _adds_nothing(turn, invite):
        return welcome_back(turn)
    if turn.person.consented_at is not None:
        return [_ask_consent(turn, invite.room_id, invite)]
    return [_ask_language(turn, invite)]


def newcomer(turn: Turn) -> list[Reply]:
    """Whatever somebody writes who is in no room: how to get in."""
    if turn.person.consented_at is None:
        return [_ask_language(turn, None)]
    return [_ask_wish(turn)]


def welcome_back(turn: Turn) -> list[Reply]:
    """A member starts the bot again: everything they did not ask for is switched on again."""
    turn.person.quiet_since = None
    text = turn.say("welcome-back", name=turn.person.name)
    return [Reply(text=text, menu=menu_for(turn))]


def _bad_invite(turn: Turn) -> list[Reply]:
    if turn.places:
        return [Reply(text=turn.say("invite-not-usable"))]
    text = turn.say("invite-not-usable-newcomer")
    return [turn.ask(WISH, text, [("join", turn.label("button-i-want-to-join"))])]


def _adds_nothing(turn: Turn, invite: Invite) -> bool:
    place = turn.place_in(invite.room_id)
    if place is None or first_contact.expected(turn, invite) is not None:
        return False
    if invite.role == "coordinator":
        return place.member.is_coordinator
    groups = led_groups(turn) if invite.role == "leader" else groups_with(turn.session, turn.person.id)
    return invite.group_id is None or invite.group_id in {group.id for group in groups}


def _ask_language(turn: Turn, invite: Invite | None) -> Reply:
    return turn.ask(
        LANGUAGE, turn.say("join-language"), language_options(), invite=None if invite is None else invite.id
    )


def answer_language(turn: Turn) -> list[Reply] | None:
    """The language from now on; then what is kept, or the wish to join."""
    value = read_answer(turn).value
    if value is None:
        return [turn.ask_again()]
    turn.person.language = value
    invite_id = turn.question_state["invite"]
    if invite_id is None:
        return [_ask_wish(turn)]
    invite = turn.session.get_one(Invite, invite_id)
    return [_ask_consent(turn, invite.room_id, invite)]


def _ask_wish(turn: Turn) -> Reply:
    return turn.ask(WISH, turn.say("join-wish"), [("join", turn.label("button-i-want-to-join"))])


def answer_wish(turn: Turn) -> list[Reply] | None:
    """[Ik wil meedoen]: in which room."""
    if read_answer(turn).value is None and understood(turn).meaning is not Meaning.CONFIRM:
        return [turn.ask_again()]
    options = [(str(room.id), room.name) for room in rooms.rooms(turn.session)]
    if not options:
        turn.settle()
        return [Reply(text=turn.say("no-rooms-yet"))]
    return [turn.ask(ROOM, turn.say("join-room"), options)]


def answer_room(turn: Turn) -> list[Reply] | None:
    """The room to ask for."""
    value = read_answer(turn).value
    if value is None:
        return [turn.ask_again()]
    if turn.place_in(int(value)) is not None:
        turn.settle()
        return welcome_back(turn)
    if turn.person.consented_at is not None:
        turn.settle()
        return _request(turn, turn.session.get_one(Room, int(value)))
    return [_ask_consent(turn, int(value), None)]


def _ask_consent(turn: Turn, room_id: int, invite: Invite | None) -> Reply:
    room = turn.session.get_one(Room, room_id)
    if invite is None:
        head = turn.say("consent-request", room=room.name)
    elif invite.group_id is None:
        head = turn.say(f"consent-{invite.role}", room=room.name)
    else:
        group = turn.session.get_one(Group, invite.group_id)
        head = turn.say(f"consent-{invite.role}-group", room=room.name, group=group.name)
    if (expected := first_contact.expected(turn, invite)) is not None:
        head += "\n" + turn.say("consent-expected", name=expected.name)
    if turn.person.consented_at is None:
        text, yes = head + "\n\n" + turn.say("consent"), turn.label("button-agree")
    else:
        text, yes = head, turn.label("button-join")
    options = [("yes", yes), ("no", turn.label("button-no-thanks"))]
    return turn.ask(CONSENT, text, options, room=room_id, invite=None if invite is None else invite.id)


def answer_consent(turn: Turn) -> list[Reply] | None:
    """Agreed or not; whoever does not agree is forgotten at once."""
    value = read_choice(turn)
    if value is None:
        return [turn.ask_again()]
    if value != "yes":
        return stay_out(turn)
    if turn.person.consented_at is None:
        turn.person.consented_at = turn.now
        turn.person.consent_version = CONSENT_VERSION
    state = turn.question_state
    invite = None if state["invite"] is None else turn.session.get_one(Invite, state["invite"])
    if turn.person.name or first_contact.expected(turn, invite) is not None:
        turn.settle()
        return _finish(turn, state["room"], state["invite"])
    return [turn.ask(NAME, turn.say("ask-name"), room=state["room"], invite=state["invite"])]


def stay_out(turn: Turn) -> list[Reply]:
    """Somebody who does not want to join: nothing is kept of whoever had not agreed to it."""
    turn.settle()
    if turn.places:
        return [Reply(text=turn.say("left-as-it-was"))]
    people.forget(turn.session, turn.person, turn.today, turn.now)
    return [Reply(text=turn.say("not-joined"))]


def answer_name(turn: Turn) -> list[Reply] | None:
    """The name to be called by; then they are in."""
    name = name_in(turn.incoming.text)
    if name is None:
        return [turn.ask_again(turn.say("ask-name-again", most=LONGEST))]
    turn.person.name = name
    state = turn.question_state
    turn.settle()
    return _finish(turn, state["room"], state["invite"])


def _finish(turn: Turn, room_id: int, invite_id: int | None) -> list[Reply]:
    if invite_id is None:
        return _request(turn, turn.session.get_one(Room, room_id))
    invite = take(turn.session, invite_id)
    return arriving.arrive(turn, invite) if is_usable(invite, turn.now) else _bad_invite(turn)


def answer_leads(turn: Turn) -> list[Reply] | None:
    """Which group they lead, where the invite does not say."""
    value = read_answer(turn).value
    if value is None:
        return [turn.ask_again()]
    invite = take(turn.session, turn.question_state["invite"])
    turn.settle()
    return arriving.lead(turn, invite, int(value)) if is_usable(invite, turn.now) else _bad_invite(turn)


def _request(turn: Turn, room: Room) -> list[Reply]:
    locks.rooms(turn.session, [room.id])
    if has_asked(turn.session, room.id, turn.person.id):
        return [Reply(text=turn.say("join-requested", room=room.name))]
    coordinators = people.coordinators(turn.session, room.id)
    request = JoinRequest(room_id=room.id, person_id=turn.person.id, asked_at=turn.now)
    turn.session.add(request)
    turn.session.flush()
    told = []
    for coordinator in coordinators:
        voice = turn.voice_for(coordinator)
        buttons = (
            Button(voice.label("button-admit"), f"admit:{request.id}"),
            Button(voice.label("button-turn-away"), f"turn-away:{request.id}"),
        )
        text = voice.say("join-request", name=turn.person.name, room=room.name)
        told.append(turn.tell(coordinator.id, Reply(text=text, buttons=buttons)))
    return [Reply(text=turn.say("join-requested", room=room.name)), *told]
