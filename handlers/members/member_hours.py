"""A member's hours of the year, some at a time, each to be corrected by who may."""

from markupsafe import Markup

from handlers.hours import correcting
from handlers.hours.entry_words import entry_label, entry_words
from handlers.members.member_card import Seat, asked_seat, card, hours_seen, not_yours
from handlers.messages import Reply
from handlers.questions import read_answer
from handlers.turn import Turn
from language.say.words import lines
from storage.entries import Status

QUESTION = "member_hours"
AT_ONCE = 8
BACK, OLDER = "back", "older"


def show(turn: Turn, found: Seat, first: int = 0) -> list[Reply]:
    """[Uren]: the newest, or the next."""
    noted = hours_seen(turn, found)
    shown = noted[first : first + AT_ONCE]
    if not shown:
        return [card(turn, found)]
    told = []
    for entry in shown:
        words = entry_words(turn.session, turn.voice, entry)
        said = words if entry.status == Status.BOOKED else turn.say(f"member-hours-{entry.status}", entry=words)
        told.append(Markup("• ") + said)
    options = [(str(entry.entry_id), entry_label(turn.session, turn.voice, entry)) for entry in shown]
    if first + AT_ONCE < len(noted):
        options.append((OLDER, turn.label("button-older")))
    options.append((BACK, turn.label("button-back")))
    text = lines([turn.say("member-hours", name=found.person.name), *told, turn.say("ask-which-hours-wrong")])
    return [turn.ask(QUESTION, text, options, room=found.room.id, person=found.person.id, first=first)]


def answer(turn: Turn) -> list[Reply] | None:
    """The hours that are wrong, older ones, or back to the card."""
    value = read_answer(turn).value
    if value is None:
        return None
    found = asked_seat(turn)
    if found is None:
        return not_yours(turn)
    if value == BACK:
        return [card(turn, found)]
    if value == OLDER:
        return show(turn, found, turn.question_state["first"] + AT_ONCE)
    turn.settle()
    return correcting.wrong_entry(turn, int(value))
