"""Help, and friendly answers to what is no hours."""

from handlers.desk import overview
from handlers.groups import room_questions
from handlers.hours.my_hours import my_hours
from handlers.menus import menu_for
from handlers.messages import Kind, Reply
from handlers.rights import coordinated, led_groups
from handlers.turn import Turn
from language.say.words import lines
from language.understand.meaning import Understanding

LONGEST_TEXT = 1500
"""Characters in a message about hours; a longer one is a letter, or a mistake."""


def help_(turn: Turn) -> list[Reply]:
    """What the bot can do, and how; an open question stays open."""
    buttons = (turn.button("button-log", "log"), turn.button("button-my-hours", "my-hours"))
    words = [turn.say("help")]
    if led_groups(turn) or coordinated(turn):
        words.append(turn.say("help-others"))
    if coordinated(turn):
        words.append(turn.say("help-coordinator"))
    return [Reply(text=lines(words), buttons=buttons, menu=menu_for(turn))]


def question(turn: Turn, meant: Understanding) -> list[Reply]:
    """A question: about hours the bot knows, other things it says it does not know."""
    behind = overview.asked(turn)
    if behind is not None:
        return behind
    if meant.topic in ("hours", "entries"):
        return my_hours(turn)
    if meant.topic in ("logging", "bot"):
        return help_(turn)
    told = room_questions.asked(turn, meant)
    if told is not None:
        return told
    if coordinated(turn):
        return [Reply(text=turn.say("question-coordinator"))]
    key = "question-opening" if meant.topic == "opening" else "question-unknown"
    return [Reply(text=turn.say(key), buttons=(turn.button("button-ask-coordinator", "human"),))]


def friendly(turn: Turn, meant: Understanding) -> list[Reply]:
    """Greetings, thanks, small talk, plans: a short word back; nothing is booked."""
    return [Reply(text=turn.say(f"answer-{meant.meaning}", name=turn.person.name))]


def info(turn: Turn, meant: Understanding) -> list[Reply]:  # noqa: ARG001 (every meaning is answered alike)
    """Something told that is no hours."""
    return [Reply(text=turn.say("answer-info"), buttons=(turn.button("button-log", "log"),))]


def unclear(turn: Turn) -> list[Reply]:
    """What could not be read as anything: how to say hours, with a button for it."""
    buttons = (turn.button("button-log", "log"), turn.button("button-help", "help"))
    return [Reply(text=turn.say("unclear"), buttons=buttons)]


def forwarded(turn: Turn) -> list[Reply]:
    """A forwarded message is somebody's words, but nobody knows whose hours."""
    return [Reply(text=turn.say("forwarded"))]


def too_long(turn: Turn) -> list[Reply]:
    """A message far longer than hours need."""
    return [Reply(text=turn.say("too-long"))]


def not_text(turn: Turn) -> list[Reply]:
    """A photo, sticker, voice note and the like, which the bot cannot read."""
    if turn.incoming.kind is Kind.STICKER:
        return []
    return [Reply(text=turn.say(f"cannot-read-{turn.incoming.kind}"))]
