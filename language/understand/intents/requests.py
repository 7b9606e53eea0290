"""Requests to the bot: help, a human being, away with an entry, an answer to a question."""

from language.understand.doubts.amounts import taken_off
from language.understand.intents.intent import Intent, asks_to_log
from language.understand.meaning import Meaning
from language.understand.message import Message

# What a plain report begins with: with a question mark behind it, it is asked back rather than answered.
_STATED = ("duration", "range", "choice", "vague", "date", "activity", "int", "dec", "people", "i", "we", "a", "clock")


def _always(_: Message) -> bool:
    """For an intent that its ``needs`` alone decide."""
    return True


def _leave(m: Message) -> bool:
    return (m.has("leave") or (m.has("mydata") and m.has("delete"))) and not m.amounts


def _human(m: Message) -> bool:
    return not m.amounts and not (m.asks() and m.has("ask"))


def _my_data(m: Message) -> bool:
    return not m.amounts


def _language(m: Message) -> bool:
    if m.amounts or m.has("done"):
        return False
    return m.only("language", "langname", "plan") or (m.has("language") and m.has("langname"))


def _stop(m: Message) -> bool:
    if m.says("stopping"):
        return False
    if m.only("stopword", "human", "last_entry", "not"):
        return True
    # "Hou op met al die berichten": a whole sentence, if it tells of nothing but messages.
    return m.has("messages") and not (m.amounts or m.activities or m.dates or m.asks() or m.told())


def _help(m: Message) -> bool:
    if m.amounts or m.dates or m.has("thanks", "question", "delete"):
        return False
    return m.only("help", "ask", "question") or not m.activities


def _work_removed(m: Message) -> bool:
    """Whether something was removed as work ("onkruid verwijderd"), and nothing asks for an entry to go."""
    if any(item.value != "done" for item in m.of("delete")) or m.follows("duration", "delete"):
        return False
    return not m.asks() and not m.has("must", "be", "polite", "those", "last_entry", "wrong", "double", "change", "log")


def _delete(m: Message) -> bool:
    if m.told() and m.amounts and m.has("i"):
        return False
    if m.amounts and (m.has("pause") or taken_off(m.items) or _work_removed(m)):
        return False
    return not _question(m) or (m.has("polite") and not m.has("question") and "ask" not in m.clause_starts())


_OF_DUPLICATE = frozenset(
    (
        *("double", "last_entry", "those", "was_it", "the", "a", "i", "we", "is", "neutral", "activity", "klusnumber"),
        *("comma", "stop", "exclamation", "sorry", "yes", "no", "there", "unknown", "wrong"),
    )
)


def _duplicate(m: Message) -> bool:
    if not m.says("already", "double") or not m.kinds <= _OF_DUPLICATE:
        return False
    return len(m.unknown) < 2 and all(item.value.label == "klussen" for item in m.activities)


def _says_that(m: Message) -> bool:
    """Whether the Ukrainian word for "what" is "that" here: "вибачте, що пишу пізно"."""
    return all(item.text == "що" for item in m.of("question")) and not m.asks() and m.order[0] != "question"


def _question(m: Message) -> bool:
    if m.has("question") and not _says_that(m):
        return True
    if asks_to_log(m):
        return False
    if m.has("smalltalk") and not m.asks() and m.only("ask", "smalltalk", "was_it", "date"):
        return False
    if "ask" in m.clause_starts() and not (m.has("work") and m.first() not in ("ask", "inversion") and m.amounts):
        return True
    if m.has("overview") and not m.amounts and not m.has("delete", "log", "change"):
        return True
    if m.first() == "inversion" and (m.asks() or not m.amounts):
        return True
    if m.first() == "third" and m.moment.language == "nl" and m.follows("third", "name", "other_person", "title"):
        return True
    if not m.asks() or m.has("change", "delete"):
        return False
    if m.first() == "polite" and m.has("plan", "work") and not m.has("log") and not m.told():
        return True
    if m.has("polite") or m.only("greeting", "bye", "smalltalk", "thanks", "yes", "no"):
        return not m.amounts and m.has("polite")
    return m.has("inversion", "ask", "plan", "is_open", "must", "lasting") or m.first() not in _STATED


REQUESTS = (
    Intent(
        "cry",
        "somebody in need",
        Meaning.HUMAN,
        _always,
        needs=frozenset(("cry",)),
        yes=("ik zie het niet meer zitten",),
    ),
    Intent(
        "leave",
        "wants to leave for good",
        Meaning.LEAVE,
        _leave,
        needs=frozenset(("leave", "mydata")),
        yes=("uitschrijven", "vergeet mij", "verwijder mijn gegevens", "forget me"),
        no=("vergeten: 2 uur tuin", "schrijf mij op voor 2 uur tuin"),
    ),
    Intent(
        "human",
        "wants a human being",
        Meaning.HUMAN,
        _human,
        needs=frozenset(("human",)),
        yes=("mens", "ik wil een mens spreken", "kan iemand mij bellen", "talk to a human"),
        no=("2 uur mensen geholpen", "ben je een mens?"),
    ),
    Intent(
        "my-data",
        "wants to see what is kept",
        Meaning.MY_DATA,
        _my_data,
        needs=frozenset(("mydata",)),
        yes=("mijn gegevens", "welke gegevens heb je van mij?", "my data"),
    ),
    Intent(
        "language",
        "wants another language",
        Meaning.LANGUAGE,
        _language,
        needs=frozenset(("language", "langname")),
        yes=("engels", "andere taal", "in het turks graag"),
        no=("2 uur taal", "taalles", "nederlandse les gegeven"),
    ),
    Intent(
        "stop",
        "wants it to stop",
        Meaning.STOP,
        _stop,
        needs=frozenset(("stopword",)),
        yes=("stop", "geen berichten meer"),
        no=("2 uur gestopt",),
    ),
    Intent(
        "help",
        "wants help",
        Meaning.HELP,
        _help,
        needs=frozenset(("help",)),
        yes=("help", "ik snap het niet", "ik heb hulp nodig", "I don't understand"),
        no=("bedankt voor de hulp", "2 uur computerhulp", "ik help met brief 1 uur"),
    ),
)
DELETIONS = (
    Intent(
        "duplicate",
        "what was told is there already",
        Meaning.DELETE,
        _duplicate,
        needs=frozenset(("double", "last_entry")),
        yes=("deze hadden we al", "dat was dubbel", "die klus hadden we al", "we already had this one"),
        no=("heb ik al 2 uur staan?", "dubbel: 2 uur tuin en 2 uur koken", "hoeveel klussen hebben we al?"),
    ),
    Intent(
        "delete",
        "wants an entry away",
        Meaning.DELETE,
        _delete,
        needs=frozenset(("delete",)),
        yes=("verwijder de laatste", "haal die 3 uur weg", "delete the last one", "احذف الأخير", "sonuncuyu sil"),
        no=("hoe verwijder ik een invoer?", "2 uur onkruid verwijderd in de tuin, ik heb 2 uur gewerkt"),
    ),
)
QUESTIONS = (
    Intent(
        "question",
        "asks something",
        Meaning.QUESTION,
        _question,
        yes=("hoeveel uur heb ik?", "is de inloop open van 10 tot 12?", "wie kookt er morgen?", "did I log 3 hours?"),
        no=("mag ik 2 uur koken opschrijven?", "2 uur tuin?", "wat mooi!"),
    ),
)
