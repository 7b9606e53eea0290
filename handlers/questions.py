"""Reading the answer to an open question, pressed or typed."""

from dataclasses import dataclass

from rapidfuzz import fuzz, process

from handlers.messages import Kind
from handlers.turn import MORE, QUESTION_VERB, Turn

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
