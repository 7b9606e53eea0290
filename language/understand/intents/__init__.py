"""What a message wants beside telling of hours: named rules, tried in order; the first that holds decides."""

from language.understand.intents.answers import ANSWERS, CORRECTIONS
from language.understand.intents.facts import FACTS
from language.understand.intents.intent import Intent
from language.understand.intents.moved import MOVED
from language.understand.intents.regular import HABIT_ENDS, HABITS
from language.understand.intents.requests import DELETIONS, QUESTIONS, REQUESTS
from language.understand.intents.working import KLUSSEN, WORKING
from language.understand.message import Message

INTENTS: tuple[Intent, ...] = (
    *REQUESTS,
    *HABIT_ENDS,
    *KLUSSEN,
    *DELETIONS,
    *ANSWERS,
    *QUESTIONS,
    *MOVED,
    *CORRECTIONS,
    *HABITS,
    *WORKING,
    *FACTS,
)


def intent_of(m: Message) -> Intent | None:
    """The first intent that holds; None for a message that tells of work, or of nothing."""
    for intent in INTENTS:
        if intent.needs and intent.needs.isdisjoint(m.kinds):
            continue
        if intent.holds(m):
            return intent
    return None


__all__ = ["INTENTS", "Intent", "intent_of"]
