"""Reading the answer to an open question, pressed or typed."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from handlers.messages import MOST_CHOICES, Kind, Reply
from handlers.turn import MORE, QUESTION_VERB, Option, Turn
from handlers.vocabulary import understood
from language.understand.meaning import Meaning

_ALIKE = 88


@dataclass(frozen=True, slots=True)
class Answer:
    """What the person answered: the ``value`` of an option, or else the ``text`` they typed."""

    value: str | None
    text: str


def pressed_option(turn: Turn) -> str | None:
    """The option that was pressed, if it belongs to the open question; None when the button is of an older one."""
    if turn.question is None:
        return None
    number, _, value = turn.incoming.text.removeprefix(f"{QUESTION_VERB}:").partition(":")
    offered = value == MORE or value in dict(turn.question.state["options"])
    return value if offered and number == str(turn.question.number) else None


def read_answer(turn: Turn) -> Answer:
    """The answer to the open question: a pressed option, or a typed one that reads like an option's label."""
    if turn.incoming.kind is Kind.BUTTON:
        return Answer(pressed_option(turn), "")
    text = turn.incoming.text.strip()
    options = [] if turn.question is None else turn.question.state["options"]
    return Answer(_typed_option(text, options), text)


def read_choice(turn: Turn) -> str | None:
    """The option that was chosen; "yes" or "no" for a message that says just that, in whatever words."""
    value = read_answer(turn).value
    return value or {Meaning.CONFIRM: "yes", Meaning.DENY: "no"}.get(understood(turn).meaning)


def read_yes(turn: Turn) -> bool | None:
    """The answer to a question with [Ja] ("yes") and [Nee] ("no"), pressed or in whatever words; None is neither."""
    value = read_answer(turn).value
    if value in ("yes", "no"):
        return value == "yes"
    meaning = understood(turn).meaning
    if meaning in (Meaning.SMALLTALK, Meaning.INFO):
        # "ja, dat weet hij": what stands behind the word tells nothing else.
        first = turn.incoming.text.strip().casefold().partition(" ")[0].strip(",.!")
        return {turn.label("button-yes").casefold(): True, turn.label("button-no").casefold(): False}.get(first)
    return {Meaning.CONFIRM: True, Meaning.DENY: False}.get(meaning)


def left_as_it_was(turn: Turn) -> list[Reply]:
    """The answer to who was asked whether or how to change something, and lets it be."""
    turn.settle()
    return [Reply(text=turn.say("left-as-it-was"))]


def on_first_page(options: Sequence[Option], always: Option) -> list[Option]:
    """The options with ``always`` behind them, or where they come in pages as the last but one of the first page."""
    place = min(len(options), MOST_CHOICES - 2)
    return [*options[:place], always, *options[place:]]


def asks_for_more(turn: Turn) -> bool:
    """Whether "meer" is typed where there are more options than fit."""
    text = turn.incoming.text.strip().rstrip(".…").casefold()
    return turn.has_more_options and text == turn.label("button-more").rstrip("…").casefold()


def _typed_option(text: str, options: list[list[str]]) -> str | None:
    labels = [label.casefold() for _, label in options]
    if any(sign.isdigit() for sign in text):
        # "dinsdag 3 maart" is very like "dinsdag 10 maart", and something else.
        return next((value for value, label in options if label.casefold() == text.casefold()), None)
    match = process.extractOne(text.casefold(), labels, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return None if match is None else options[match[2]][0]
