"""Doubts by what is told beside the amount: of whom, with which verb, and what the amount is to it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from language.understand.doubts.amount_parts import amount_parts
from language.understand.doubts.doubt import Doubt
from language.understand.doubts.no_work import work_told
from language.understand.kinds import CHAR, NAME
from language.understand.likeness import nearly_work
from language.understand.message import Message
from language.understand.rule import Item
from language.understand.segments import AMOUNTS
from language.understand.subjects import of_the_writer
from language.understand.wordfiles import STRENGTH

_ACTIVITY, _DURATION = CHAR["activity"], CHAR["duration"]
_FINITE_IN = {
    "nl": re.compile(
        r"(?:deed|deden|hielp|hielpen|gaf|gaven|zat|zaten|stond|stonden|ging|gingen|lag|lagen|sliep|keek|scheen|liep"
        r"|werkt|kookt|speelt|vergadert|maakt|helpt|\w{3,}(?:de|te)|(?!\w*ge)\w{3,}(?:den|ten))$"
    ),
    "en": re.compile(r"(?:did|made|gave|ran|sat|slept|lay|stood|ate|went|\w{2,}ed)$"),
}
_NOUNS = ("unknown", "other", "visitors", "heads", "thing", "elsewhere", "smalltalk")
_IT = frozenset({"het", "it"})
_VERBS = ("unknown", "other", "done", "helped", "activity", "elsewhere")
_WRITER = frozenset({"ik", "ikke", "i", "we", "wij"})
_THAT = frozenset({"dat", "that", "te", "to", "ik", "i", "van", "of"})
_TO = frozenset({"te", "to"})
_WANT = re.compile(
    r"(?:ik|we|wij) (?:wil|wou|willen)(?: graag)?|(?:i|we) want(?: to)?|i'd like(?: to)?|i would like(?: to)?"
)
_CAN = frozenset({"can", "kan", "kunnen"})
_LESSONS = frozenset({"taal", "computerhulp", "fietsen", "formulieren", "schuldhulp", "sollicitatie", "kinderen"})
_RECEIVED_IN = {
    "nl": frozenset({"gehad", "gevolgd", "volgen", "gekregen", "kreeg", "geleerd"}),
    "en": frozenset({"got", "received", "had", "took", "attended"}),
}
_LEARNED = " geleerd"
_WAS = frozenset({"ben", "ik ben", "ben ik", "i was", "was i"})
_GAVE = frozenset({"gegeven", "gaf", "gave", "taught", "teaching", "geholpen", "helped", "given"})
_HAVE = frozenset({"ik heb", "heb ik", "heb", "i have", "we hebben", "we have", "i've"})
_SPARE = frozenset({"tijd", "over", "vrij", "free", "spare", "beschikbaar", "available", "de tijd", "time"})
_MORE = frozenset(
    (
        *("later", "eerder", "vroeger", "minder", "meer", "langer", "korter", "te veel", "teveel", "te weinig"),
        *("earlier", "less", "more", "longer", "shorter", "too much", "too many", "too little"),
    )
)
# Turkish "20 dakikada": in so many.
_IN_MINUTES = frozenset({"dakikada", "saatte"})
_AVERAGE = frozenset({"gemiddeld", "maximaal", "max", "hooguit", "average", "maximum"})
_ABOUT = frozenset({"over", "about"})
_BY = frozenset({"door", "by"})


def _named(item: Item) -> bool:
    if item.kind == _ACTIVITY:
        return bool(item.value.strength != STRENGTH["doing"])
    return NAME[item.kind] in _NOUNS


def _finite(m: Message, item: Item) -> bool:
    finite = _FINITE_IN.get(m.moment.language)
    if finite is None or NAME[item.kind] not in _VERBS or finite.match(item.text) is None:
        return False
    return item.kind != _ACTIVITY or bool(item.value.strength == STRENGTH["doing"])


def _another_subject(m: Message) -> bool:
    """ "De kat lag 2 uur in de tuin", "the garden group worked 2 hours", "het regende 2 uur"."""
    if not any(_finite(m, item) for item in m.items):
        return False
    for part in amount_parts(m):
        if any(NAME[item.kind] in ("i", "we", "inversion") and item.value is None for item in part):
            continue
        for position, item in enumerate(part[:-1]):
            if NAME[item.kind] != "the" and item.text not in _IT:
                continue
            following = part[position + 1 : position + 4]
            if item.text in _IT and _finite(m, following[0]):
                return True
            if any(_named(noun) and _finite(m, verb) for noun, verb in pairwise(following)):
                return True
    return False


def _writers_other_verb(m: Message) -> bool:
    """ "Ik haat 2 uur koken", "ik droomde dat ik 2 uur kookte": what the writer did is another verb."""
    for writer, verb, after in zip(m.items, m.items[1:], m.items[2:], strict=False):
        if (
            writer.text in _WRITER
            and NAME[verb.kind] == "unknown"
            and verb.value != "work"
            and not nearly_work(verb.text)
        ):
            if after.text in _THAT:
                return True
            if after.kind in AMOUNTS and not any(map(work_told, amount_parts(m))):
                return True
    return False


def _to_do(m: Message) -> bool:
    """ "Ik vergat 2 uur te koken": not told as done."""
    if m.has("log") or any(map(work_told, amount_parts(m))):
        return False
    return any(
        a.kind in AMOUNTS and to.text in _TO and work.kind == _ACTIVITY
        for a, to, work in zip(m.items, m.items[1:], m.items[2:], strict=False)
    )


def _wanted(m: Message) -> bool:
    """ "Ik wil wel 2 uur koken", "I can cook 2 hours"."""
    if m.has("log") or m.told():
        return False
    if any(_WANT.fullmatch(item.text) for item in m.of("polite")):
        return True
    return any(a.text in _WRITER and b.text in _CAN for a, b in pairwise(m.items))


def _received(m: Message) -> bool:
    """ "2 uur taalles gehad", "I got help with my forms": the writer was taught or helped."""
    if any(a.text in _WAS and _helped(m.items[i + 1 : i + 3]) for i, a in enumerate(m.items)):
        return True
    received = _RECEIVED_IN.get(m.moment.language, frozenset())
    if not any(text in received or text.endswith(_LEARNED) for text in m.texts):
        return False
    for part in amount_parts(m):
        if any(item.text in _GAVE or item.text.endswith(("gegeven", "geholpen")) for item in part):
            continue
        taught = any(item.kind == _ACTIVITY and item.value.label in _LESSONS for item in part)
        taught = taught or any(NAME[item.kind] == "help" for item in part)
        if taught and any(item.text in received or item.text.endswith(_LEARNED) for item in part):
            return True
    return False


def _helped(items: Sequence[Item]) -> bool:
    return any(item.text in ("geholpen", "helped") for item in items)


def _to_spare(m: Message) -> bool:
    """ "Ik heb 2 uur voor de tuin", "2 uur tijd voor koken": time that one has."""
    if m.told():
        return False
    items = [item for item in m.items if NAME[item.kind] not in ("the", "a", "approx")]
    for position, (amount, after) in enumerate(pairwise(items)):
        if amount.kind != _DURATION:
            continue
        if after.text == "om te" and position and items[position - 1].text in _HAVE:
            return True
        spare = after.text in _SPARE
        if not spare and not (position and items[position - 1].text in _HAVE):
            continue
        if any(NAME[item.kind] in ("for", "before") for item in items[position + 1 + spare : position + 2 + spare]):
            return True
    return False


def _by_how_much(m: Message) -> bool:
    """ "2 uur later", "2 uur meer gekookt dan vorige week"."""
    items = [item for item in m.items if item.kind != _ACTIVITY]
    return any(a.kind == _DURATION and b.text in _MORE for a, b in (*pairwise(m.items), *pairwise(items)))


def _within(m: Message) -> bool:
    """ "In 2 uur leer je koken", "max 2 uur koken per persoon": how long it may or does take anybody."""
    if m.told() or m.has("i", "we", "log"):
        return False
    if any(item.text in _IN_MINUTES for amount in m.amounts for item in amount.inner):
        return True
    if m.dates:
        return False
    if any(a.text == "in" and b.kind == _DURATION for a, b in pairwise(m.items)):
        return True
    return any(item.text in _AVERAGE for item in m.items)


def _thanked_for(m: Message) -> bool:
    """ "Bedankt voor de 2 uur tuin": somebody else's."""
    for position, item in enumerate(m.items):
        if NAME[item.kind] == "thanks":
            for after in m.items[position + 1 : position + 6]:
                if NAME[after.kind] in ("comma", "stop", "exclamation"):
                    break
                if after.kind in AMOUNTS and not of_the_writer(m):
                    return True
    return False


def _by_a_group(m: Message) -> bool:
    """ "5 uur gekookt door de kookgroep"."""
    return any(
        by.text in _BY and NAME[the.kind] == "the" and _named(group)
        for by, the, group in zip(m.items, m.items[1:], m.items[2:], strict=False)
        if group.kind == _ACTIVITY
    )


def _had(m: Message) -> bool:
    """ "2 uur spijt gehad van het koken", "2 uur ruzie over de tuin": what it was is a word that nobody knows."""
    if m.strength() <= STRENGTH["sign"]:
        return False
    return any(
        NAME[a.kind] == "unknown"
        and a.value != "work"
        and (b.text == "gehad" or (b.text in _ABOUT and NAME[b.kind] != "approx"))
        for part in amount_parts(m)
        for a, b in pairwise(part)
    )


_ARTICLES = frozenset({"de", "het", "the"})


def _recipe(m: Message) -> bool:
    """ "Kook de soep 2 uur": told to whoever cooks."""
    first = next(iter(m.items), None)
    if first is None or first.kind != _ACTIVITY or first.value != ("koken", STRENGTH["doing"], None):
        return False
    return m.follows("activity", "the") and not m.told() and not m.dates and m.items[1].text in _ARTICLES


PREDICATES: tuple[Doubt, ...] = (
    Doubt(
        "doubt.another-subject",
        "a group, an animal or a thing that did it",
        _another_subject,
        yes=("de kat lag 2 uur in de tuin", "de kookgroep kookte 2 uur", "the garden group worked 2 hours"),
        no=("ik kookte 2 uur", "de deur afgehangen, 2 uur", "in de tuin gewerkt 2 uur"),
        needs=frozenset(("the",)),
    ),
    Doubt(
        "doubt.writers-other-verb",
        "the writer did something else, or said it of themselves",
        _writers_other_verb,
        yes=("ik haat 2 uur koken", "ik droomde dat ik 2 uur kookte"),
        no=("ik werkte 2 uur in de tuin", "ik heb 2 uur gekookt"),
        needs=frozenset(("unknown",)),
    ),
    Doubt(
        "doubt.to-do",
        "work that is not told as done",
        _to_do,
        yes=("gelukkig hoefde ik 2 uur te koken",),
        no=("2 uur staan te koken", "2 uur gekookt"),
        words=_TO,
    ),
    Doubt(
        "doubt.wanted",
        "what the writer wants or is able to do",
        _wanted,
        yes=("ik wil wel 2 uur koken", "I can cook 2 hours"),
        no=("ik wil 2 uur koken noteren", "ik heb 2 uur kunnen koken, gewerkt dus"),
    ),
    Doubt(
        "doubt.received",
        "lessons and help that the writer was given",
        _received,
        yes=("2 uur taalles gehad", "I got help with my forms for 2 hours", "ik ben 2 uur geholpen met formulieren"),
        no=("2 uur taalles gegeven", "dienst gehad van 2 uur, tuin", "ik heb 2 uur geholpen met formulieren"),
    ),
    Doubt(
        "doubt.to-spare",
        "time that one has for it",
        _to_spare,
        yes=("ik heb 2 uur tijd voor de tuin", "I have 2 hours free for cooking", "ik heb 2 uur voor de tuin"),
        no=("2 uur voor de kookgroep", "ik heb 2 uur gekookt"),
        needs=frozenset(("duration",)),
        words=_SPARE | _HAVE,
    ),
    Doubt(
        "doubt.by-how-much",
        "how much more, less, earlier or later",
        _by_how_much,
        yes=("2 uur meer gekookt dan vorige week", "2 hours longer in the garden"),
        no=("2 uur tuin",),
        needs=frozenset(("duration",)),
        words=_MORE,
    ),
    Doubt(
        "doubt.within",
        "how long it takes or may take anybody",
        _within,
        yes=("in 2 uur leer je koken", "max 2 uur koken per persoon", "pilav 20 dakikada"),
        no=("in 2 uur 3 lampen opgehangen", "gisteren minimaal 2 uur tuin"),
    ),
    Doubt(
        "doubt.thanked-for",
        "hours for which somebody is thanked",
        _thanked_for,
        yes=("bedankt voor de 2 uur tuin", "thanks for 2 hours of cooking"),
        no=("bedankt, 2 uur tuin", "2 uur tuin, bedankt"),
        needs=frozenset(("thanks",)),
    ),
    Doubt(
        "doubt.by-a-group",
        "work that a group did",
        _by_a_group,
        yes=("5 uur gekookt door de kookgroep",),
        no=("5 uur gekookt voor de kookgroep",),
        words=_BY,
    ),
    Doubt(
        "doubt.had",
        "a feeling, a quarrel or the like about it",
        _had,
        yes=("2 uur spijt gehad van het koken", "2 uur ruzie over de tuin"),
        no=("maandag de sleutel gehad, 20 min",),
        needs=frozenset(("unknown",)),
        words=_ABOUT | {"gehad"},
    ),
    Doubt(
        "doubt.recipe",
        "how long to cook something",
        _recipe,
        yes=("kook de soep 2 uur", "cook the soup 2 hours"),
        no=("gekookt voor de buurt, 2 uur", "koken 2 uur"),
        needs=frozenset(("the",)),
    ),
)
