""" "/klussen": the open klussen that somebody may see, as a list with buttons; one opens to what is known of it."""

from handlers.klussen.klus_choice import chosen_klus, number_in
from handlers.klussen.klus_rights import is_of_room, manages_any
from handlers.klussen.klus_texts import detail, klus_label
from handlers.messages import Reply
from handlers.turn import Turn
from language.say.words import lines
from storage import klussen
from storage.klussen import State
from storage.tables import Klus

QUESTION = "klus_list"


def klussen_of(turn: Turn) -> list[Reply]:
    """``/klussen``; with a number behind it that klus alone."""
    if not turn.places:
        return [Reply(text=turn.say("not-a-member"))]
    number = number_in(turn.incoming.text)
    if number is not None:
        return show_number(turn, number)
    found = _in_order(turn)
    if not found:
        return [Reply(text=turn.say("klus-none"))]
    options = [(str(klus.id), _label(turn, klus)) for klus in found]
    return [turn.ask(QUESTION, _summary(turn, found), options)]


def _label(turn: Turn, klus: Klus) -> str:
    room = f" {_room_name(turn, klus)}" if len(turn.places) > 1 else ""
    return klus_label(klus) + room


def _room_name(turn: Turn, klus: Klus) -> str:
    return next((place.room.name for place in turn.places if place.room.id == klus.room_id), "")


def _in_order(turn: Turn) -> list[Klus]:
    """The open klussen of the writer's rooms: those in their hands first, then those nobody does, then the rest."""
    rooms = [place.room.id for place in turn.places]
    mine = {klus.id for klus in klussen.in_hand(turn.session, turn.person.id, rooms)}
    every = klussen.open_in(turn.session, rooms)
    if not manages_any(turn):
        # What others do is theirs: a volunteer sees their own, those they asked for, and those they may take.
        every = [k for k in every if k.id in mine or k.asked_by == turn.person.id or k.state == State.ASKED]
    return sorted(every, key=lambda klus: (klus.id not in mine, klus.state != State.ASKED))


def _summary(turn: Turn, found: list[Klus]) -> str:
    mine = [k for k in found if turn.person.id in klussen.helpers_of(turn.session, k)]
    waiting = [k for k in found if k.state == State.ASKED]
    counts = [("mine", len(mine)), ("waiting", len(waiting)), ("taken", len(found) - len(mine) - len(waiting))]
    words = [turn.say(f"klus-count-{name}", count=count) for name, count in counts if count]
    return lines([*words, turn.say("klus-choose")])


def answer(turn: Turn) -> list[Reply] | None:
    """Which one to open."""
    value = chosen_klus(turn)
    if value is None:
        number = number_in(turn.incoming.text)
        return None if number is None else show_number(turn, number)
    turn.settle()
    return show(turn, int(value))


def show(turn: Turn, klus_id: int) -> list[Reply]:
    """A klus by its id."""
    klus = klussen.at_hand(turn.session, klus_id)
    if klus is None or not is_of_room(turn, klus):
        return [Reply(text=turn.say("not-yours"))]
    return [detail(turn, klus)]


def show_number(turn: Turn, number: int) -> list[Reply]:
    """A klus by the number that people call it by; of one number in two rooms, which."""
    found = klussen.by_number(turn.session, [place.room.id for place in turn.places], number)
    turn.settle()
    if not found:
        return [Reply(text=turn.say("klus-no-such-number", number=str(number)))]
    if len(found) > 1:
        options = [(str(klus.id), _label(turn, klus)) for klus in found]
        return [turn.ask(QUESTION, turn.say("klus-choose"), options)]
    return [detail(turn, found[0])]
