"""The way of a message to the handler that answers it.

blocked? ─► button? ─► not text? ─► command? ─► "help", "stop", ... ─► not in a room? ─► edited?
  ─► answer to the open question? ─► reply to a passed question? ─► what it means
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from handlers import (
    admitting,
    asking_people,
    changing,
    correcting,
    digest_buttons,
    editing,
    helping,
    hours_answers,
    hours_questions,
    inviting,
    joining,
    language_choice,
    leaving,
    log_hours,
    my_data,
    my_hours,
    objecting,
    pausing,
    presence,
    renaming,
    teaching,
    which_group,
)
from handlers.messages import Kind, Reply
from handlers.questions import pressed_option, read_answer
from handlers.turn import MORE, QUESTION_VERB, Turn
from handlers.vocabulary import understood
from language.understand.meaning import Meaning, Understanding

ByTurn = Callable[[Turn], list[Reply]]
Answering = Callable[[Turn], list[Reply] | None]
ByMeaning = Callable[[Turn, Understanding], list[Reply]]
ByNumber = Callable[[Turn, int], list[Reply]]

COMMANDS: dict[str, ByTurn] = {
    "uren": log_hours.start_with_buttons,
    "hours": log_hours.start_with_buttons,
    "mijnuren": my_hours.my_hours,
    "myhours": my_hours.my_hours,
    "pauze": lambda turn: pausing.pause(turn, understood(turn)),
    "pause": lambda turn: pausing.pause(turn, understood(turn)),
    "mijngegevens": my_data.my_data,
    "mydata": my_data.my_data,
    "taal": language_choice.ask_language,
    "language": language_choice.ask_language,
    "naam": renaming.ask_name,
    "name": renaming.ask_name,
    "mens": asking_people.ask_what,
    "human": asking_people.ask_what,
    "help": helping.help_,
    "stop": leaving.stop,
    "woorden": teaching.words,
    "words": teaching.words,
    "uitnodigen": inviting.invite,
    "invite": inviting.invite,
}

ANSWERS: dict[str, Answering] = {
    joining.LANGUAGE: joining.answer_language,
    joining.WISH: joining.answer_wish,
    joining.ROOM: joining.answer_room,
    joining.CONSENT: joining.answer_consent,
    joining.NAME: joining.answer_name,
    hours_questions.QUESTION: hours_answers.answer,
    which_group.QUESTION: which_group.answer,
    correcting.WHICH: correcting.answer_which,
    correcting.WHAT: correcting.answer_what,
    correcting.VALUE: correcting.answer_value,
    correcting.NEW: correcting.answer_new,
    changing.SURE: changing.answer_sure,
    language_choice.QUESTION: language_choice.answer,
    leaving.QUESTION: leaving.answer,
    asking_people.PASS_ON: asking_people.answer_pass_on,
    asking_people.ANSWER: asking_people.answer_answer,
    inviting.QUESTION: inviting.answer,
    teaching.QUESTION: teaching.answer,
    renaming.QUESTION: renaming.answer,
}

TOO_OLD = timedelta(hours=24)
"""After a day a typed message is no answer any more to what was asked."""

FREE_WORDS = (joining.NAME, renaming.QUESTION, asking_people.PASS_ON, asking_people.ANSWER)
"""Questions whose answer is the person's own words: only a clear "help" or "stop" is not the answer."""

BUTTONS: dict[str, ByTurn] = {
    "log": log_hours.start_with_buttons,
    "help": helping.help_,
    "my-hours": my_hours.my_hours,
    "human": asking_people.ask_what,
    "leave": leaving.ask_leave,
    "messages-on": leaving.messages_on,
    "back": pausing.back,
    "nothing": lambda turn: pausing.absent(turn, understood(turn)),
    "pause-now": lambda turn: pausing.pause(turn, understood(turn)),
}

TYPED_BUTTONS = {
    "button-log": "log",
    "button-my-hours": "my-hours",
    "button-leave": "leave",
    "button-messages-on": "messages-on",
    "button-i-am-back": "back",
    "button-nothing-to-tell": "nothing",
    "button-pause": "pause-now",
}
"""Buttons that can be typed as well, by their labels."""

NUMBERED_BUTTONS: dict[str, ByNumber] = {
    "wrong": correcting.wrong,
    "wrong-entry": correcting.wrong_entry,
    "restore": changing.restore,
    "object": objecting.object_to,
    "approve": objecting.approve,
    "refuse": objecting.refuse,
    "admit": admitting.admit,
    "turn-away": admitting.turn_away,
    "withdraw": inviting.withdraw,
    "unlearn": teaching.unlearn,
    asking_people.REPLY_VERB: asking_people.ask_answer,
    "remind": digest_buttons.remind,
    "details": digest_buttons.details,
    "who": digest_buttons.who,
}

AT_EVERY_STEP: dict[Meaning, ByTurn] = {
    Meaning.HELP: helping.help_,
    Meaning.STOP: leaving.stop,
    Meaning.MY_DATA: my_data.my_data,
    Meaning.LANGUAGE: language_choice.ask_language,
    Meaning.HUMAN: asking_people.ask_what,
    Meaning.LEAVE: leaving.ask_leave,
}

MEANINGS: dict[Meaning, ByMeaning] = {
    Meaning.LOG: log_hours.log,
    Meaning.ASK: log_hours.log,
    Meaning.CORRECTION: correcting.correct,
    Meaning.DELETE: correcting.delete,
    Meaning.QUESTION: helping.question,
    Meaning.ABSENCE: pausing.absent,
    Meaning.PAUSE: pausing.pause,
    Meaning.GREETING: helping.friendly,
    Meaning.THANKS: helping.friendly,
    Meaning.PLAN: helping.friendly,
    Meaning.CONFIRM: helping.friendly,
    Meaning.DENY: helping.friendly,
    Meaning.INFO: helping.info,
    Meaning.ATTENDANCE: helping.info,
    Meaning.TALLY: helping.info,
}

KEEPS_QUESTION = (Meaning.GREETING, Meaning.THANKS, Meaning.QUESTION)
"""Said in between: answered, while the open question stays open."""
NEEDS_NO_QUESTION = (Meaning.CONFIRM, Meaning.DENY, Meaning.INFO, Meaning.ATTENDANCE, Meaning.TALLY)
"""Said to an open question they are its answer, or none."""


def converse(turn: Turn) -> list[Reply]:
    """Hand the message to the handler that answers it, and return its answers."""
    incoming = turn.incoming
    if incoming.kind in (Kind.BLOCKED, Kind.UNBLOCKED):
        return presence.changed(turn)
    turn.account.unreachable_since = None
    if incoming.kind is Kind.BUTTON:
        return _pressed(turn)
    if incoming.kind is not Kind.TEXT and not incoming.text.strip():
        return helping.not_text(turn) if turn.places else joining.newcomer(turn)
    if incoming.forwarded:
        return helping.forwarded(turn)
    if len(incoming.text) > helping.LONGEST_TEXT:
        return helping.too_long(turn)
    if incoming.text.startswith("/"):
        return _command(turn)
    return _words(turn)


def _pressed(turn: Turn) -> list[Reply]:
    verb, _, rest = turn.incoming.text.partition(":")
    if verb == QUESTION_VERB:
        return _pressed_answer(turn)
    if verb in BUTTONS and (turn.places or verb == "help"):
        return BUTTONS[verb](turn)
    if verb in NUMBERED_BUTTONS and turn.places and rest.isdecimal():
        return NUMBERED_BUTTONS[verb](turn, int(rest))
    return [Reply(text=turn.say("button-done"))] if turn.places else joining.newcomer(turn)


def _pressed_answer(turn: Turn) -> list[Reply]:
    value = pressed_option(turn)
    if turn.question is None or value is None:
        return [Reply(text=turn.say("button-old"))]
    if value == MORE:
        return [turn.show_more()]
    return ANSWERS[turn.question.kind](turn) or [turn.ask_again()]


def _command(turn: Turn) -> list[Reply]:
    command, _, rest = turn.incoming.text[1:].strip().partition(" ")
    name = command.partition("@")[0].casefold()
    if name == "start":
        return joining.start(turn, rest.strip())
    if not turn.places and name not in ("help", "stop"):
        return _answer(turn) or joining.newcomer(turn)
    if name in COMMANDS:
        turn.incoming = replace(turn.incoming, text=rest)
        return COMMANDS[name](turn)
    return helping.unclear(turn)


def _words(turn: Turn) -> list[Reply]:
    if turn.places and turn.question is not None and turn.now - turn.question.asked_at > TOO_OLD:
        turn.settle()
    meant = understood(turn)
    if not turn.places:
        if meant.meaning is Meaning.STOP:
            return joining.stay_out(turn)
        if meant.meaning in (Meaning.HELP, Meaning.QUESTION) and turn.question is not None:
            return [turn.ask_again(turn.say("join-help"))]
        return _answer(turn) or joining.newcomer(turn)
    word = turn.incoming.text.strip().casefold()
    typed = {turn.label(label).casefold(): verb for label, verb in TYPED_BUTTONS.items()}
    if word in typed and not _is_answer(turn, meant):
        return BUTTONS[typed[word]](turn)
    if word in COMMANDS and not _asks_group(turn) and not _is_answer(turn, meant):
        return COMMANDS[word](turn)
    if meant.meaning in AT_EVERY_STEP and not _is_answer(turn, meant):
        return AT_EVERY_STEP[meant.meaning](turn)
    if turn.incoming.edited:
        replies = editing.edited(turn)
        if replies is not None:
            return replies
    answered = _answer(turn) or asking_people.reply_to_question(turn)
    return answered or _by_meaning(turn, meant)


def _asks_group(turn: Turn) -> bool:
    """ "taal" may be the language group there, and not the command."""
    if turn.question is None:
        return False
    state = turn.question.state
    return turn.question.kind == which_group.QUESTION or "group" in (state.get("missing"), state.get("field"))


def _is_answer(turn: Turn, meant: Understanding) -> bool:
    if turn.question is None:
        return False
    if turn.question.kind not in FREE_WORDS:
        return read_answer(turn).value is not None
    return meant.meaning not in (Meaning.HELP, Meaning.STOP) or " " in turn.incoming.text.strip()


def _answer(turn: Turn) -> list[Reply] | None:
    if turn.question is None:
        return None
    return ANSWERS[turn.question.kind](turn)


def _by_meaning(turn: Turn, meant: Understanding) -> list[Reply]:
    handler = MEANINGS.get(meant.meaning)
    if handler is not None and (turn.question is None or meant.meaning not in NEEDS_NO_QUESTION):
        if meant.meaning in KEEPS_QUESTION:
            return handler(turn, meant)
        let_go = turn.question is not None and turn.question.kind == hours_questions.QUESTION
        turn.settle()
        first, *rest = handler(turn, meant)
        return [replace(first, text=f"{turn.say('let-go')}\n{first.text}"), *rest] if let_go else [first, *rest]
    if turn.question is not None:
        return [turn.ask_again(turn.say("not-an-answer"))]
    return helping.unclear(turn)
