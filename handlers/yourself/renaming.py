"""Changing the name by which the bot calls somebody."""

from handlers.messages import Reply
from handlers.names import LONGEST, name_in
from handlers.questions import left_as_it_was, read_answer
from handlers.turn import Turn

QUESTION = "new_name"


def ask_name(turn: Turn) -> list[Reply]:
    """``/naam``: what to be called from now on."""
    return [turn.ask(QUESTION, turn.say("ask-new-name"), [("no", turn.label("button-never-mind"))])]


def answer(turn: Turn) -> list[Reply] | None:
    """The name from now on."""
    if read_answer(turn).value == "no":
        return left_as_it_was(turn)
    name = name_in(turn.incoming.text)
    if name is None:
        return [turn.ask_again(turn.say("ask-name-again", most=LONGEST))]
    turn.person.name = name
    turn.settle()
    return [Reply(text=turn.say("renamed", name=name))]
