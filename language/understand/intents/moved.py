"""What is moved to another day or time: an activity, not an entry."""

from language.understand.intents.intent import Intent
from language.understand.kinds import NAME
from language.understand.meaning import Meaning
from language.understand.message import Message

_MOVED = frozenset(
    {"verzet", "verplaatst", "verschoven", "uitgesteld", "vervroegd", "moved", "rescheduled", "postponed"}
)
_BE = ("is", "became", "third", "plan", "be")
_WHEN = ("date", "clock", "duration", "range", "dec", "colon", "int", "daypart", "nextweek")


def _moved(m: Message) -> bool:
    if _MOVED.isdisjoint(m.texts) or not m.activities or m.has("i", "we", "those"):
        return False
    items = [item for item in m.items if NAME[item.kind] not in ("neutral", "the", "to_new", "to", "at", "approx")]
    return any(
        NAME[be.kind] in _BE and moved.text in _MOVED and NAME[when.kind] in _WHEN
        for be, moved, when in zip(items, items[1:], items[2:], strict=False)
    )


MOVED = (
    Intent(
        "moved",
        "an activity is at another time",
        Meaning.INFO,
        _moved,
        yes=(
            "de vergadering van morgen is verplaatst naar 15.00 uur",
            "de taalles is verzet naar 14 uur",
            "the meeting has moved to 3 pm",
        ),
        no=("verzet de taalles naar dinsdag", "kast verplaatst, 1 uur", "mijn 2 uur tuin is verzet, graag wijzigen"),
    ),
)
