"""The way of a message to the handler that answers it.

blocked? ─► button? ─► not text? ─► command? ─► "help", "stop", ... ─► not in a room? ─► edited?
  ─► answer to the open question? ─► reply to a passed question? ─► what it means
"""

from dataclasses import replace
from datetime import timedelta
from functools import cache

from handlers import asking_people, helping
from handlers.addressed import Subject, subject_just_told, subject_made_by, subject_replied_to
from handlers.desk import desk_words
from handlers.for_others.others_put_right import people_changed
from handlers.groups import group_words
from handlers.hours import correcting, editing, log_hours, which_group
from handlers.joining import joining
from handlers.klussen import klus_photos, klus_typed
from handlers.messages import Kind, Reply
from handlers.participants import attendance_naming, participant_merging
from handlers.questions import asks_for_more, left_as_it_was, pressed_option, read_answer
from handlers.routes import (
    ANSWERS,
    AT_EVERY_STEP,
    BUTTONS,
    COMMANDS,
    EDITED_SUBJECTS,
    FREE_WORDS,
    KEEPS_QUESTION,
    MEANINGS,
    NEEDS_NO_QUESTION,
    NUMBERED_BUTTONS,
    OFFERS,
    SUBJECTS,
    TYPED_BUTTONS,
    ByMeaning,
)
from handlers.turn import MORE, QUESTION_VERB, Turn
from handlers.vocabulary import understood
from handlers.yourself import my_data, presence
from language.say import plain
from language.understand.meaning import Meaning, Understanding

CRY = "cry"
"""The understanding's rule for somebody in need."""
LARGEST_ID = 2**31 - 1
TOO_OLD = timedelta(hours=24)
"""After a day a typed message is no answer any more to what was asked."""


def converse(turn: Turn) -> list[Reply]:
    """Hand the message to the handler that answers it, and return its answers."""
    incoming = turn.incoming
    if incoming.kind in (Kind.BLOCKED, Kind.UNBLOCKED):
        return presence.changed(turn)
    if turn.account.unreachable_since is not None:
        turn.account.unreachable_since = None
    if incoming.kind is Kind.BUTTON:
        return _pressed(turn)
    if incoming.kind is not Kind.TEXT and not incoming.text.strip():
        if turn.places:
            of_klus = klus_photos.photo(turn) if incoming.kind is Kind.PHOTO else None
            return of_klus or helping.not_text(turn)
        return joining.newcomer(turn) if turn.question is None else [turn.ask_again()]
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
    if verb in NUMBERED_BUTTONS and turn.places and rest.isdecimal() and int(rest) <= LARGEST_ID:
        return NUMBERED_BUTTONS[verb](turn, int(rest))
    return [Reply(text=turn.say("button-done"))] if turn.places else joining.newcomer(turn)


def _pressed_answer(turn: Turn) -> list[Reply]:
    value = pressed_option(turn)
    if turn.question is None or value is None:
        return [Reply(text=turn.say("button-old"))]
    if value == MORE:
        return [replace(turn.show_more(), in_place=True)]
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
        if meant.meaning in (Meaning.STOP, Meaning.LEAVE):
            return joining.stay_out(turn)
        if meant.meaning is Meaning.MY_DATA:
            return my_data.my_data(turn)
        if meant.meaning in (Meaning.HELP, Meaning.QUESTION) and turn.question is not None:
            return [turn.ask_again(turn.say("join-help"))]
        return _answer(turn) or joining.newcomer(turn)
    if any(part.rule == CRY for part in meant.parts) and not _is_answer(turn, meant):
        return asking_people.comfort(turn)
    word = turn.incoming.text.strip().casefold()
    typed = _typed_buttons(turn.person.language)
    if word in typed and not _is_answer(turn, meant):
        return BUTTONS[typed[word]](turn)
    said = None if _is_answer(turn, meant) else group_words.said(turn) or desk_words.said(turn)
    if said is not None:
        return said
    if word in COMMANDS and not _asks_group(turn) and not _is_answer(turn, meant):
        return COMMANDS[word](turn)
    if meant.meaning in AT_EVERY_STEP and not _is_answer(turn, meant):
        return AT_EVERY_STEP[meant.meaning](turn)
    if turn.incoming.edited:
        replies = editing.edited(turn) or edited_subject(turn, meant)
        if replies is not None:
            return replies
    replied = (
        asking_people.reply_to_question(turn)
        or people_changed(turn)
        or correcting.reply_to_entry(turn, meant)
        or about_subject(turn, meant, subject_replied_to(turn))
        or _answer(turn)
        or attendance_naming.people_told(turn)
        or participant_merging.told_same(turn)
    )
    if replied is None and turn.question is not None and turn.question.kind in OFFERS:
        turn.settle()
    return replied or klus_typed.typed(turn, meant) or _by_meaning(turn, meant)


@cache
def _typed_buttons(language: str) -> dict[str, str]:
    return {plain(language, label).casefold(): verb for label, verb in TYPED_BUTTONS.items()}


def edited_subject(turn: Turn, meant: Understanding) -> list[Reply] | None:
    """What follows from an edit of a message that made something else than entries; None when it made nothing."""
    subject = subject_made_by(turn, turn.incoming.message)
    return EDITED_SUBJECTS[subject[0]](turn, meant, subject[1]) if subject and subject[0] in EDITED_SUBJECTS else None


def about_subject(turn: Turn, meant: Understanding, subject: Subject | None) -> list[Reply] | None:
    """What follows from a message about something else than entries; None when it says nothing of it."""
    return SUBJECTS[subject[0]](turn, meant, subject[1]) if subject and subject[0] in SUBJECTS else None


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
    if asks_for_more(turn):
        return [turn.show_more()]
    return ANSWERS[turn.question.kind](turn)


def _by_meaning(turn: Turn, meant: Understanding) -> list[Reply]:
    if meant.meaning in (Meaning.CORRECTION, Meaning.DELETE) and not turn.incoming.replies_to:
        corrected = about_subject(turn, meant, subject_just_told(turn))
        if corrected is not None:
            return corrected
    handler = MEANINGS.get(meant.meaning)
    if handler is not None and (turn.question is None or meant.meaning not in NEEDS_NO_QUESTION):
        if meant.meaning in KEEPS_QUESTION:
            return handler(turn, meant)
        return log_hours.telling_let_go(turn, lambda: _afresh(turn, meant, handler))
    if turn.question is not None and meant.meaning is Meaning.DENY:
        return left_as_it_was(turn)
    if turn.question is not None:
        return [turn.ask_again(turn.say("not-an-answer"))]
    return helping.unclear(turn)


def _afresh(turn: Turn, meant: Understanding, handler: ByMeaning) -> list[Reply]:
    turn.settle()
    return handler(turn, meant)
