"""Work that comes back each week: a habit that is told, and one that ends."""

from itertools import pairwise

from language.understand.habits import WEEKLY, habit, named_weekdays, weekdays
from language.understand.intents.intent import Intent
from language.understand.kinds import NAME
from language.understand.meaning import Meaning
from language.understand.message import Message
from language.understand.whose import SOMEBODY, doer

# With these a day and hours are told of an opening, an appointment, a wish for messages, or of somebody else.
_NO_HABIT = (
    *("is_open", "is_it", "elsewhere", "lasting", "state", "credit", "must", "absence", "not", "perhaps", "planned"),
    *("messages", "tally", "money", "there", "question"),
)
_BARE = frozenset(
    (
        *("schedule", "activity", "i", "we", "work", "neutral", "the", "a", "at", "with", "place_at", "greeting"),
        *("name", "comma", "stop", "exclamation", "emoji", "vague"),
    )
)


def _habit(m: Message) -> bool:
    if m.has(*_NO_HABIT) or m.asks() or m.told():
        return False
    if m.has("is") or not (m.activities or m.has("i", "we")) or doer(m) == SOMEBODY:
        return False
    return habit(m) is not None or _without_amount(m)


def _without_amount(m: Message) -> bool:
    """ "Elke dinsdag kookgroep", and nothing else: how long is asked."""
    return bool(weekdays(m)) and bool(m.activities) and m.kinds <= _BARE


def _habit_ends(m: Message) -> bool:
    if m.asks() or m.has("messages", "absence", "pauseword") or len(m.amounts) > 1:
        return False
    stops = m.first() in ("stopword", "delete") or m.follows("i", "stopword")
    stops = stops or (m.has("schedule") and m.has("stopword", "delete"))
    if not (stops or m.says("more")):
        return False
    if m.has("schedule") and (weekdays(m) or (m.activities and WEEKLY in [item.value for item in m.of("schedule")])):
        return True
    if not named_weekdays(m) or m.amounts:
        return False
    return m.has("stopword") or _no_more_on(m)


def _no_more_on(m: Message) -> bool:
    """ "Niet meer op dinsdag"; but who does not come any more this Tuesday says "dinsdag niet meer"."""
    spoken = [item for item in m.items if item.value == "more" or NAME[item.kind] != "neutral"]
    return any(item.value == "more" and NAME[after.kind] == "date" for item, after in pairwise(spoken))


HABIT_ENDS = (
    Intent(
        "habit-ends",
        "work that does not come back any more",
        Meaning.HABIT,
        _habit_ends,
        yes=(
            "niet meer elke dinsdag",
            "stop met dinsdag",
            "ik stop met de kookgroep op maandag en woensdag",
            "ik kom niet meer op donderdag",
            "niet meer wekelijks koken",
            "no longer every tuesday",
        ),
        no=("stop", "niet meer deze week", "ik kom dinsdag niet meer", "stop met berichten", "verwijder dinsdag"),
    ),
)
HABITS = (
    Intent(
        "habit",
        "work that comes back each week",
        Meaning.HABIT,
        _habit,
        needs=frozenset(("schedule",)),
        yes=(
            "elke dinsdag 3 uur kookgroep",
            "ik doe elke ma en do 2 uur inloop",
            "iedere woensdag van 10 tot 12 taalles",
            "wekelijks op vrijdag 2u tuin",
            "every tuesday 3 hours cooking",
            "elke dinsdag kookgroep",
            "elke dinsdag een paar uur tuin",
        ),
        no=(
            "de inloop is elke woensdag open van 5 tot 8",
            "ma t/m do elke dag 2 uur tuin",
            "elke eerste dinsdag 2 uur koken",
            "ik heb elke dinsdag 2 uur tuin gedaan",
            "elke dinsdag 2 of 3 uur tuin",
        ),
    ),
)
