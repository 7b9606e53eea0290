"""``understand``: what a message means, read in one pass and judged by named rules."""

from dataclasses import replace
from datetime import date, datetime

from language.understand.calendar import coming
from language.understand.clauses import explained_part, telling_part
from language.understand.correcting import change_of
from language.understand.entries import entries, known
from language.understand.facts import with_facts
from language.understand.intents import Intent, intent_of
from language.understand.kinds import NAME
from language.understand.lexicon import lexicon
from language.understand.meaning import Meaning, Part, Reason, Understanding, Vocabulary
from language.understand.message import Message
from language.understand.parts import parts
from language.understand.reading import read
from language.understand.room_groups import in_groups
from language.understand.telling import TELLS
from language.understand.text import fold
from language.understand.wordfiles import topics

_EMPTY = Vocabulary()


def understand(text: str, now: datetime, vocabulary: Vocabulary = _EMPTY) -> Understanding:
    """What ``text``, written at ``now`` (aware, in the room's zone), means to a room with this vocabulary."""
    if now.tzinfo is None:
        raise ValueError("now has no time zone")
    items, moment = read(text, now, lexicon(vocabulary))
    message = Message(text, items, moment)
    found = parts(with_facts(items, moment))
    intent = intent_of(message)
    result = entries(message) if intent is None else _other(message, intent)
    alone = _told_alone(message, intent, result)
    if alone is not None:
        result = alone
    elif intent is not None:
        found.append(Part("meaning", 0, len(text), intent.name, {"meaning": result.meaning.value}))
    return replace(in_groups(result, vocabulary), parts=tuple(found))


# What a story around the hours makes of a message: it is asked what they are of or whose, or they seem no work.
_UNSETTLED = (Reason.OTHER, Reason.WHO)


def _told_alone(message: Message, intent: Intent | None, result: Understanding) -> Understanding | None:
    """The entries of the part that tells them by itself, where all together leaves a doubt that the part does not."""
    if intent is not None and intent.name != "no-work":
        return None
    if intent is None and (result.ask is None or result.ask.reason not in _UNSETTLED):
        return None
    for part in (telling_part(message), explained_part(message)):
        if part is not None and intent_of(part) is None:
            alone = entries(part)
            if alone.meaning is Meaning.LOG:
                return alone
    return None


def _other(message: Message, intent: Intent) -> Understanding:
    meaning = intent.meaning
    if meaning is Meaning.CORRECTION:
        change, ask = change_of(message)
        return Understanding(meaning=meaning, change=change, ask=ask, drafts=known(message))
    if meaning is Meaning.QUESTION:
        return Understanding(meaning=meaning, topic=_topic(message), drafts=known(message))
    if intent.name == "duplicate":
        number = next((int(item.value) for item in message.of("klusnumber")), None)
        return Understanding(meaning=meaning, topic="duplicate", drafts=known(message), number=number)
    if meaning is Meaning.PAUSE:
        return Understanding(meaning=meaning, until=_until(message))
    if meaning is Meaning.LANGUAGE:
        named = next((item.value for item in message.items if NAME[item.kind] == "langname"), None)
        return Understanding(meaning=meaning, topic=named)
    tell = TELLS.get(meaning)
    return tell(message) if tell is not None else Understanding(meaning=meaning, drafts=known(message))


def _until(message: Message) -> date | None:
    """The day until which a break lasts: the last day that is named, this time looking forward."""
    return next((coming(item.value, message.moment.today) for item in reversed(message.dates)), None)


def _topic(message: Message) -> str | None:
    folded = fold(message.text)
    return next((topic for topic, words in topics() if words.search(folded)), None)
