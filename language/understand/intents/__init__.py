"""What a message wants beside telling of hours: named rules, tried in order; the first that holds decides."""

from language.understand.intents.answers import ANSWERS, CORRECTIONS
from language.understand.intents.facts import FACTS
from language.understand.intents.intent import Intent
from language.understand.intents.requests import DELETIONS, QUESTIONS, REQUESTS

INTENTS: tuple[Intent, ...] = REQUESTS + DELETIONS + ANSWERS + QUESTIONS + CORRECTIONS + FACTS

__all__ = ["INTENTS", "Intent"]
