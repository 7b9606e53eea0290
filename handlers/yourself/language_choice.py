"""Choosing the language, with buttons in each language's own script."""

from handlers.menus import menu_for
from handlers.messages import Reply
from handlers.questions import read_answer
from handlers.turn import Option, Turn
from language.say import LANGUAGES, plain

QUESTION = "language"


def language_options() -> list[Option]:
    """The languages, each in its own name."""
    return [(language, plain(language, "language-name")) for language in LANGUAGES]


def ask_language(turn: Turn) -> list[Reply]:
    """ "taal"."""
    return [turn.ask(QUESTION, turn.say("ask-language"), language_options())]


def answer(turn: Turn) -> list[Reply] | None:
    """The language from now on."""
    value = read_answer(turn).value
    if value is None:
        return None
    turn.person.language = value
    turn.settle()
    return [Reply(text=turn.say("language-set"), menu=menu_for(turn))]
