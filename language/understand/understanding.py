"""``understand``: what a message means, read in one pass and judged by named rules."""

from dataclasses import replace
from datetime import date, datetime

from language.understand.calendar import coming
from language.understand.certainty import done_amounts, of_another
from language.understand.compose import Composed, compose
from language.understand.correcting import bare_choices, change_of
from language.understand.intent import INTENTS
from language.understand.kinds import CHAR, NAME
from language.understand.lexicon import lexicon, topics
from language.understand.meaning import Ask, Draft, Meaning, Part, Reason, Understanding, Vocabulary
from language.understand.message import Message
from language.understand.parts import parts
from language.understand.reading import read
from language.understand.rule import Item
from language.understand.rules.durations import Amount
from language.understand.rules.numbers import Decimal
from language.understand.text import fold

_EMPTY = Vocabulary()
_HALVES = frozenset({"5", "25", "50", "75"})


def understand(text: str, now: datetime, vocabulary: Vocabulary = _EMPTY) -> Understanding:
    """What ``text``, written at ``now`` (aware, in the room's zone), means to a room with this vocabulary."""
    if now.tzinfo is None:
        raise ValueError("now has no time zone")
    items, numbers, moment = read(text, now, lexicon(vocabulary))
    message = Message(text, items, moment)
    found = parts(items, numbers)
    intent = next((intent for intent in INTENTS if intent.holds(message)), None)
    if intent is not None:
        found.append(Part("meaning", 0, len(text), intent.name, {"meaning": intent.meaning.value}))
        result = _other(message, intent.meaning)
    else:
        result = _entries(message)
    return replace(result, parts=tuple(found))


def _other(message: Message, meaning: Meaning) -> Understanding:
    if meaning is Meaning.CORRECTION:
        change, ask = change_of(message)
        return Understanding(meaning=meaning, change=change, ask=ask, drafts=_known(message))
    if meaning is Meaning.QUESTION:
        return Understanding(meaning=meaning, topic=_topic(message), drafts=_known(message))
    if meaning is Meaning.PAUSE:
        return Understanding(meaning=meaning, until=_until(message))
    if meaning is Meaning.LANGUAGE:
        named = next((item.value for item in message.items if NAME[item.kind] == "langname"), None)
        return Understanding(meaning=meaning, topic=named)
    return Understanding(meaning=meaning, drafts=_known(message))


def _known(message: Message) -> tuple[Draft, ...]:
    if not (message.dates or message.activities or message.amounts):
        return ()
    return compose(message.items, message.moment).drafts


def _until(message: Message) -> date | None:
    """The day until which a break lasts: the last day that is named, this time looking forward."""
    return next((coming(item.value, message.moment.today) for item in reversed(message.dates)), None)


def _topic(message: Message) -> str | None:
    folded = fold(message.text)
    return next((topic for topic, words in topics() if words.search(folded)), None)


def _entries(message: Message) -> Understanding:
    if not message.amounts:
        return _without_amount(message)
    composed = compose(done_amounts(message), message.moment)
    if composed.ask is None and of_another(message):
        composed = Composed(composed.drafts, Ask(reason=Reason.WHO))
    return _judged(composed)


def _without_amount(message: Message) -> Understanding:
    items = message.items
    decimals = [item for item in items if NAME[item.kind] == "dec" and isinstance(item.value, Decimal)]
    if len(decimals) == 1:
        value = decimals[0].value
        if not value.sign or value.digits in _HALVES - {"50"}:
            amount = Item(CHAR["duration"], Amount(int(value.number * 60 + 0.5)), decimals[0].start, decimals[0].end)
            composed = compose([amount if item is decimals[0] else item for item in items], message.moment)
            return _judged(composed)
        return Understanding(meaning=Meaning.ASK, drafts=_known(message), ask=Ask(reason=Reason.WHICH_AMOUNT))
    known = _known(message)
    numbers = [item for item in items if NAME[item.kind] == "int"]
    clocks = [item for item in items if NAME[item.kind] in ("clock", "colon", "glued", "year")]
    if clocks and (message.activities or message.has("done") or len(items) <= 2):
        return Understanding(meaning=Meaning.ASK, drafts=known, ask=Ask(reason=Reason.END))
    if numbers and (message.activities or message.dates or len(items) == 1) and not message.has("smalltalk"):
        base = known[0] if known else Draft(date=message.moment.today)
        if base.date is None:
            base = replace(base, date=message.moment.today)
        choices = bare_choices(numbers[0].value, base)
        return Understanding(meaning=Meaning.ASK, drafts=known, ask=Ask(reason=Reason.WHICH_AMOUNT, choices=choices))
    told = message.activities or message.dates or (message.has("done") and message.has("i"))
    if told and not message.has("smalltalk", "count", "phone", "address", "bye"):
        return Understanding(meaning=Meaning.ASK, drafts=known, ask=Ask(reason=Reason.MINUTES))
    return Understanding(meaning=_remark(message), drafts=known)


def _judged(composed: Composed) -> Understanding:
    if composed.ask is not None:
        return Understanding(meaning=Meaning.ASK, drafts=composed.drafts, ask=composed.ask)
    return Understanding(meaning=Meaning.LOG, drafts=composed.drafts)


def _remark(message: Message) -> Meaning:
    if message.has("thanks"):
        return Meaning.THANKS
    if message.only("greeting"):
        return Meaning.GREETING
    if message.has("smalltalk", "bye", "greeting", "yes") or not message.items:
        return Meaning.SMALLTALK
    if message.has("phone", "address", "thing", "count", "int", "year", "postcode", "link", "money", "people", "clock"):
        return Meaning.INFO
    return Meaning.SMALLTALK
