"""A coordinator makes somebody of the room a coordinator too, or no longer one."""

from dataclasses import replace

from handlers.members.member_card import Seat, asked_seat, card, card_again, not_yours
from handlers.menus import menu_of_person
from handlers.messages import Reply
from handlers.questions import read_yes
from handlers.turn import Turn
from storage import people

QUESTION = "member_coordinator"


def ask(turn: Turn, found: Seat) -> list[Reply]:
    """[Coördinator maken] and [Geen coördinator]: asks once, for it is a right to see and change all of the room."""
    if _is_last(turn, found):
        return [card(turn, found, turn.say("member-last-coordinator", room=found.room.name))]
    key = "ask-member-uncoordinate" if found.member.is_coordinator else "ask-member-coordinate"
    options = [("yes", turn.label("button-yes")), ("no", turn.label("button-no"))]
    text = turn.say(key, name=found.person.name, room=found.room.name)
    was = found.member.is_coordinator
    return [turn.ask(QUESTION, text, options, room=found.room.id, person=found.person.id, was=was)]


def _is_last(turn: Turn, found: Seat) -> bool:
    return found.member.is_coordinator and len(people.coordinators(turn.session, found.room.id)) == 1


def answer(turn: Turn) -> list[Reply] | None:
    """Change it, and tell who it is about."""
    found = asked_seat(turn)
    if found is None or not found.coordinates:
        return not_yours(turn)
    sure = read_yes(turn)
    if sure is None:
        return None
    was = turn.question_state["was"]
    # Another coordinator may have done it meanwhile, or be the last one now.
    if not sure or found.member.is_coordinator != was or found.is_paper:
        return [card(turn, found)]
    if _is_last(turn, found):
        return [card(turn, found, turn.say("member-last-coordinator", room=found.room.name))]
    found.member.is_coordinator = not was
    turn.session.flush()
    key = "member-uncoordinated" if was else "member-coordinates"
    shown = card_again(turn, found, turn.say(key, name=found.person.name, room=found.room.name))
    if found.person.id == turn.person.id:
        return [replace(shown[0], menu=menu_of_person(turn.session, turn.voice, turn.person.id))]
    return [*shown, _tell(turn, found, was=was)]


def _tell(turn: Turn, found: Seat, *, was: bool) -> Reply:
    voice = turn.voice_for(found.person)
    key = "told-uncoordinated" if was else "told-coordinates"
    text = voice.say(key, name=turn.person.name, room=found.room.name)
    return turn.tell(found.person.id, Reply(text=text, menu=menu_of_person(turn.session, voice, found.person.id)))
