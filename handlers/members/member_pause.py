"""A coordinator notes a break for a member, who told them of it, and its end."""

from datetime import date, timedelta

from handlers.members.member_card import Seat, asked_seat, card, not_yours
from handlers.messages import Button, Reply
from handlers.questions import read_answer
from handlers.turn import Turn
from handlers.vocabulary import understood
from language.understand.meaning import Meaning
from storage.breaks import begin_break, end_breaks

QUESTION = "member_pause"
WEEKS = (2, 4)
OPEN, NEVER_MIND = "open", "no"


def ask_until(turn: Turn, found: Seat) -> list[Reply]:
    """[Pauze]: until when; a day can be typed too."""
    options = [(str(weeks), turn.label("button-weeks", count=weeks)) for weeks in WEEKS]
    options += [(OPEN, turn.label("button-no-end")), (NEVER_MIND, turn.label("button-never-mind"))]
    text = turn.say("ask-member-pause", name=found.person.name)
    return [turn.ask(QUESTION, text, options, room=found.room.id, person=found.person.id)]


def answer(turn: Turn) -> list[Reply] | None:
    """Note the break; the member hears it, and can end it with one tap."""
    found = asked_seat(turn)
    if found is None or not found.coordinates:
        return not_yours(turn)
    value = read_answer(turn).value
    if value == NEVER_MIND:
        return [card(turn, found)]
    until = _typed_day(turn) if value is None else None
    if value is None and until is None:
        return None
    if value is not None and value != OPEN:
        until = turn.today + timedelta(weeks=int(value))
    begin_break(turn.session, found.member, turn.today, until)
    return [
        *_card_again(turn, found),
        *_tell(turn, found, "told-pause" if until is None else "told-pause-until", until),
    ]


def _typed_day(turn: Turn) -> date | None:
    """The day that is typed, looking forward, as somebody tells of a break of their own."""
    said = turn.incoming.text.strip().casefold().removeprefix("tot ").removeprefix("until ")
    meant = understood(turn, f"even pauze tot {said}")
    is_later = meant.meaning is Meaning.PAUSE and meant.until is not None and meant.until > turn.today
    return meant.until if is_later else None


def end(turn: Turn, found: Seat) -> list[Reply]:
    """[Pauze stopt]: they are back today."""
    end_breaks(turn.session, found.member, turn.today)
    return [*_card_again(turn, found), *_tell(turn, found, "told-pause-ended", None)]


def _card_again(turn: Turn, found: Seat) -> list[Reply]:
    turn.session.flush()
    now = asked_seat(turn)
    return [card(turn, found if now is None else now)]


def _tell(turn: Turn, found: Seat, key: str, until: date | None) -> list[Reply]:
    if found.person.id == turn.person.id:
        return []
    voice = turn.voice_for(found.person)
    words = {} if until is None else {"day": voice.day(until)}
    text = voice.say(key, name=turn.person.name, room=found.room.name, **words)
    buttons = () if key == "told-pause-ended" else (Button(voice.label("button-i-am-back"), "back"),)
    return [turn.tell(found.person.id, Reply(text=text, buttons=buttons))]
