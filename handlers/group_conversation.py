"""The way of a message in a group chat, where the bot is quiet: most of what is said there is not for it.

put in or out? ─► anonymous? ─► known here? ─► button? ─► command? ─► answer? ─► correction? ─► to the bot, or surely
a report? ─► what it means

A message that is not meant for the bot has no answer, not even an empty one: None. Nothing of it is kept.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlmodel import Session

from handlers import asking_people, helping
from handlers.addressed import changeable, is_addressed, subject_just_told, subject_replied_to
from handlers.conversation import CRY, LARGEST_ID, TOO_OLD, about_subject, converse, edited_subject
from handlers.for_others import others_telling
from handlers.for_others.others_put_right import people_changed
from handlers.for_others.same_here import same_here
from handlers.group_chats import coupling
from handlers.group_chats.in_private import in_private
from handlers.group_chats.meant_for_bot import is_correction, is_surely_report, was_asked_just_now
from handlers.hours import correcting, editing
from handlers.messages import THUMB, Incoming, Kind, Reply
from handlers.own_messages import is_reply_to_own
from handlers.participants import attendance_correcting, attendance_naming
from handlers.questions import asks_for_more, pressed_option
from handlers.routes import (
    ANSWERS,
    COMMANDS,
    GROUP_CHAT_BUTTONS,
    GROUP_CHAT_COMMANDS,
    GROUP_CHAT_MEANINGS,
    IN_PRIVATE_MEANINGS,
    MEANINGS,
    NUMBERED_BUTTONS,
)
from handlers.turn import MORE, QUESTION_VERB, Turn
from handlers.vocabulary import understood
from language.say import say, speaks
from language.understand.klus_words import numbered_klus
from language.understand.meaning import Meaning, Understanding
from storage import dialogues, group_chats, locks, outbox
from storage.inbox import Taken
from storage.writers import known_writer

ONCE_IN = timedelta(hours=24)
"""How long the bot waits before it says once more in a chat that it does not know who writes."""

WHO_MAY = {
    "attendance-wrong": attendance_correcting.may_correct,
    "attendance-names": attendance_correcting.may_correct,
}
"""Buttons in the group that are not for everybody there: others press them in vain, and nothing is said of it."""

Answers = list[Reply] | None


def hear(session: Session, taken: Taken, incoming: Incoming, now: datetime) -> tuple[int | None, list[Reply]] | None:
    """Who wrote, if that is known, and the answers; None when it is not meant for the bot."""
    turn = _turn(session, taken, incoming, now)
    if incoming.kind in (Kind.BLOCKED, Kind.UNBLOCKED):
        return None, coupling.put_in_or_out(session, incoming, turn, now)
    answers = _to_stranger(session, incoming, now) if turn is None else _converse(turn)
    if answers is None:
        return None
    return None if turn is None else turn.person.id, [_fit(reply, incoming) for reply in answers]


def _turn(session: Session, taken: Taken, incoming: Incoming, now: datetime) -> Turn | None:
    """The turn of a member; None for whoever is none here. A coupled chat knows the members of its own room alone."""
    writer = None if incoming.anonymous else known_writer(session, incoming.channel, incoming.account, incoming.chat)
    if writer is None:
        return None
    group = group_chats.group_of(session, group_chats.find(session, incoming.channel, incoming.chat))
    locks.expect(session, [place.room.id for place in writer.places])
    places = [place for place in writer.places if group is None or place.room.id == group.room_id]
    if not places:
        return None
    return Turn(
        session=session,
        incoming=incoming,
        inbox=taken,
        account=writer.account,
        person=writer.person,
        places=places,
        now=now,
        question=writer.question,
        coupled_to=group,
    )


def _to_stranger(session: Session, incoming: Incoming, now: datetime) -> Answers:
    """Whoever cannot be recognised and speaks to the bot hears why, once in a while."""
    if not incoming.addressed or incoming.kind is not Kind.TEXT:
        return None
    if incoming.anonymous and _command_of(incoming) in GROUP_CHAT_COMMANDS:
        return [Reply(text=say(speaks(incoming.language), "group-chat-anonymous"))]
    if outbox.wrote_to_nobody(session, incoming.channel, incoming.chat, now - ONCE_IN):
        return None
    key = "group-chat-anonymous" if incoming.anonymous else "group-chat-stranger"
    return [Reply(text=say(speaks(incoming.language), key))]


def _fit(reply: Reply, incoming: Incoming) -> Reply:
    """An answer in the group stands by the message that it answers, or takes the place of the question pressed."""
    if reply.to_person is not None or reply.to_chat:
        return reply
    if reply.replies_to:
        return reply
    if incoming.kind is Kind.BUTTON:
        return replace(reply, in_place=True)
    return replace(reply, replies_to=incoming.message)


def _converse(turn: Turn) -> Answers:
    incoming = turn.incoming
    if incoming.kind is Kind.BUTTON:
        return _pressed(turn)
    text = incoming.text.strip()
    if not text or incoming.forwarded or len(text) > helping.LONGEST_TEXT:
        return None
    return _command(turn) if text.startswith("/") else _words(turn)


def _pressed(turn: Turn) -> Answers:
    verb, _, rest = turn.incoming.text.partition(":")
    if verb == QUESTION_VERB:
        return _pressed_answer(turn)
    if verb in GROUP_CHAT_BUTTONS and rest.isdecimal() and int(rest) <= LARGEST_ID:
        return NUMBERED_BUTTONS[verb](turn, int(rest)) or None
    if verb in WHO_MAY and rest.isdecimal() and not WHO_MAY[verb](turn, int(rest)):
        return None
    if verb == "wrong" and rest.isdecimal() and int(rest) <= LARGEST_ID:
        found = changeable(turn, correcting.told_by(turn, int(rest)))
        return in_private(turn, lambda private: correcting.wrong_of(private, found)) if found else None
    return in_private(turn, converse)


def _pressed_answer(turn: Turn) -> Answers:
    """A question in the group is for whoever it was asked: others press in vain, and nothing is said of it."""
    number = turn.incoming.text.split(":")[1]
    if number.isdecimal() and int(number) <= LARGEST_ID:
        others_telling.take_over(turn, dialogues.question_in(turn.session, turn.incoming.chat, int(number)))
    value = pressed_option(turn)
    if turn.question is None or value is None:
        return None
    return [turn.show_more()] if value == MORE else ANSWERS[turn.question.kind](turn)


def _command_of(incoming: Incoming) -> str:
    return incoming.text.strip()[1:].partition(" ")[0].casefold() if incoming.text.strip().startswith("/") else ""


def _command(turn: Turn) -> Answers:
    name = _command_of(turn.incoming)
    said = turn.incoming.text.strip()[1 + len(name) :].strip()
    if name in GROUP_CHAT_COMMANDS:
        turn.incoming = replace(turn.incoming, text=said)
        return COMMANDS[name](turn)
    if name in ("uren", "hours") and said:
        turn.incoming = replace(turn.incoming, text=said, addressed=True)
        return _words(turn)
    return in_private(turn, converse) if name in COMMANDS else None


def _words(turn: Turn) -> Answers:
    if turn.question is not None and turn.now - turn.question.asked_at > TOO_OLD:
        turn.settle()
    meant, addressed = understood(turn), turn.incoming.addressed
    if addressed and any(part.rule == CRY for part in meant.parts):
        return in_private(turn, asking_people.comfort)
    if turn.question is not None and (addressed or was_asked_just_now(turn)):
        answers = [turn.show_more()] if asks_for_more(turn) else ANSWERS[turn.question.kind](turn)
        if answers is not None:
            return answers
    joined = same_here(turn) or people_changed(turn) or attendance_naming.people_told(turn)
    if joined is not None:
        return joined
    if is_correction(turn, meant):
        return _correct(turn, meant)
    if not addressed and not is_surely_report(turn, meant):
        return None
    if meant.meaning in (Meaning.CORRECTION, Meaning.DELETE):
        return _correct(turn, meant)
    if meant.meaning in GROUP_CHAT_MEANINGS:
        turn.settle()
        return MEANINGS[meant.meaning](turn, meant)
    return _aside(turn, meant) if addressed else None


def _correct(turn: Turn, meant: Understanding) -> Answers:
    if turn.incoming.edited:
        return editing.edited(turn) or edited_subject(turn, meant)
    subject = subject_replied_to(turn) if turn.incoming.replies_to else subject_just_told(turn)
    if (changed := about_subject(turn, meant, subject)) is not None:
        return changed
    if not is_addressed(turn):
        return in_private(turn, converse)  # a list of the writer's hours would be for all to read
    corrected = correcting.reply_to_entry(turn, meant)
    if corrected is None and meant.meaning in (Meaning.CORRECTION, Meaning.DELETE, Meaning.LOG):
        return MEANINGS[meant.meaning](turn, meant)
    return corrected


def _aside(turn: Turn, meant: Understanding) -> Answers:
    """What was said to the bot and is no report: the answer is personal, or a sign, or one line on what would work."""
    word = turn.incoming.text.strip().casefold()
    if meant.meaning in IN_PRIVATE_MEANINGS or word in COMMANDS or numbered_klus(turn.incoming.text) is not None:
        return in_private(turn, converse)
    if meant.meaning in (Meaning.THANKS, Meaning.GREETING, Meaning.CONFIRM):
        text = turn.say(f"answer-{meant.meaning}", name=turn.person.name)
        return [Reply(text=text, reaction=THUMB, replies_to=turn.incoming.message)]
    return None if is_reply_to_own(turn) else [Reply(text=turn.say("group-chat-unclear"))]
