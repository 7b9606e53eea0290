"""Work as it goes: it begins, it is done, and a klus is asked for."""

from itertools import pairwise

from language.understand.asked_klussen import asks_for_klus
from language.understand.intents.intent import Intent
from language.understand.kinds import CHAR
from language.understand.meaning import Meaning
from language.understand.message import Message
from language.understand.times import ended_already
from language.understand.whose import doer
from language.understand.wordfiles import STRENGTH

_QUIET = ("comma", "stop", "exclamation", "quote", "dashmark", "colonmark", "open_paren", "close_paren", "emoji")
_SMALL = ("i", "we", "neutral", "with", "the", "a", "at", "of", "for", "place_at", "greeting", "yes", "work", "only")
_BEGINS = frozenset((*_QUIET, *_SMALL, "plan", "from", "done", "activity", "clock", "unknown"))
_ENDS = frozenset(
    (
        *_QUIET,
        *_SMALL,
        *("plan", "done", "activity", "klusnumber", "unknown", "name", "title", "and", "is", "people", "before"),
        *("others", "duration", "range", "thanks", "bye", "helped", "stopword", "date", "approx", "x", "address"),
        *(
            "clock",
            "int",
            "total",
            "each",
            "those",
            "smalltalk",
            "hourlet",
            "heads",
            "pause",
            "other_person",
            "organisation",
        ),
    )
)
_MOST_UNKNOWN = 2


def _start(m: Message) -> bool:
    if not m.says("begin", "begun", "here") or not m.kinds <= _BEGINS:
        return False
    if any(item.value not in ("begin", "here") for item in m.of("plan")):
        return False
    if any(item.value not in ("begin", "begun") for item in (*m.of("from"), *m.of("done"))):
        return False
    # "Een half uur eerder", "zo": not now.
    if m.says("said", "so"):
        return False
    if len(m.unknown) > (_MOST_UNKNOWN if m.has("with") else 0):
        return False
    # "Om 9 uur begonnen": till when is not told.
    return not m.has("clock") or m.says("begin")


def _finished(m: Message) -> bool:
    if not (m.says("ready", "home", "stopping") or _klus_done(m) or _stops(m) or _enough_for_today(m)):
        return False
    if not m.kinds <= _ENDS or len(m.amounts) > 1:
        return False
    if any(item.value != "home" for item in m.of("plan")) or not _of_today(m) or _almost(m):
        return False
    if doer(m) is not None:
        return False
    if m.has("clock") and (m.amounts or m.says("begun") or len(m.of("clock")) > 1 or not ended_already(m)):
        return False
    if m.has("is") and not (m.has("klusnumber") or _named_klus(m)):
        return False
    if m.has("activity") and not _named_klus(m):
        return not m.amounts and (_ready_with(m) or _stops(m))
    return not m.unknown or m.has("with", "place_at")


def _almost(m: Message) -> bool:
    """ "Bijna klaar"."""
    return any(before.kind == CHAR["approx"] and after.value == "ready" for before, after in pairwise(m.items))


def _klus_done(m: Message) -> bool:
    """ "Klus 12 gedaan"."""
    return m.has("klusnumber") and m.has("done", "helped")


def _stops(m: Message) -> bool:
    """ "Ik stop met koken"; but "stop" alone is said to the bot, and "stop met dinsdag" of a habit."""
    if not m.activities or m.dates or m.has("clock"):
        return False
    return m.first() == "stopword" or m.follows("i", "stopword")


def _enough_for_today(m: Message) -> bool:
    """ "We stoppen ermee voor vandaag": that is not said of messages."""
    return m.has("stopword") and (m.follows("before", "date") or m.follows("for", "date"))


def _of_today(m: Message) -> bool:
    return all(item.value.dates == (m.moment.today,) and item.value.part is None for item in m.dates)


def _named_klus(m: Message) -> bool:
    """Whether of all activities only the klus itself is named, as such: "klus klaar"."""
    return all(item.value.label == "klussen" and item.value.strength >= STRENGTH["group"] for item in m.activities)


def _ready_with(m: Message) -> bool:
    """ "Klaar met koken" is said of the work; "eten klaar" of the food."""
    ready = next((item.start for item in m.items if item.value in ("ready", "home", "stopping")), None)
    return ready is not None and all(item.start > ready for item in m.activities)


def _klus(m: Message) -> bool:
    return asks_for_klus(m)


WORKING = (
    Intent(
        "start",
        "work begins now",
        Meaning.START,
        _start,
        needs=frozenset(("plan", "from", "done")),
        yes=(
            "ik begin",
            "begin nu met tuin",
            "ik start met koken",
            "begonnen",
            "ben er",
            "ik begin om 10 uur",
            "i'm starting",
            "starting now in the garden",
        ),
        no=(
            "ik begin morgen",
            "begin maart 2 uur tuin",
            "om 9 uur begonnen met koken",
            "ik ben er zaterdag niet",
            "begin 10 uur eind 12 uur tuin",
            "gisteren begonnen met koken",
        ),
    ),
    Intent(
        "finished",
        "work is done",
        Meaning.FINISHED,
        _finished,
        yes=(
            "klaar",
            "ik ben klaar",
            "klaar, 45 minuten, met Piet",
            "klus 12 klaar, 45 min",
            "klus klaar",
            "klaar met koken",
            "ik stop ermee voor vandaag",
            "ik ga naar huis",
            "done",
            "finished, half an hour",
        ),
        no=(
            "stop",
            "klaar met koken, 2 uur",
            "kraan gemaakt, klaar in 45 min",
            "het eten is klaar",
            "nog niet klaar",
            "dinsdag klaar, 2 uur",
        ),
    ),
)
KLUSSEN = (
    Intent(
        "klus-asked",
        "a klus that somebody should do",
        Meaning.KLUS_REQUEST,
        _klus,
        yes=(
            "er is een lamp kapot bij mw. Jansen, Amsterdamsestraatweg",
            "kan iemand mijn kraan maken?",
            "de deur klemt bij nr 12, kan iemand kijken",
            "wie kan er een fiets plakken bij Henk",
            "klus: schutting verven bij Portaal-flat Rijnlaan 4",
            "my tap is leaking, can somebody fix it",
        ),
        no=(
            "kraan gemaakt bij mw. de Vries, 45 min",
            "kan iemand mij morgen vervangen?",
            "wie kan vrijdag 2 uur bij de inloop staan?",
            "zijn er nog klussen?",
            "klus: kraan gemaakt, 45 min",
            "het werkt niet",
        ),
    ),
)
