"""What a message wants beside telling of hours: named rules, tried in order; the first that holds decides."""

from language.understand.intents.answers import ANSWERS, CORRECTIONS
from language.understand.intents.facts import FACTS
from language.understand.intents.intent import Intent
from language.understand.intents.regular import HABIT_ENDS, HABITS
from language.understand.intents.requests import DELETIONS, QUESTIONS, REQUESTS
from language.understand.intents.working import KLUSSEN, WORKING

INTENTS: tuple[Intent, ...] = (
    *REQUESTS,
    *HABIT_ENDS,
    *KLUSSEN,
    *DELETIONS,
    *ANSWERS,
    *QUESTIONS,
    *CORRECTIONS,
    *HABITS,
    *WORKING,
    *FACTS,
)

__all__ = ["INTENTS", "Intent"]
