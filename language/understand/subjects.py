"""Who is told to have done something, where no list has their name: by the verb, or by the noun before it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from language.understand.kinds import NAME
from language.understand.message import Message
from language.understand.rule import Item
from language.understand.wordfiles import STRENGTH

# Possessives are words of the writer's too, but what follows them is somebody or something else.
OWN = "own"
# Words of the writer's that do not tell who did it: "mij", "hebben", "had".
_ASIDE = "aside"
# Cases of words for kin, where a language has them: to my mother, my mother's, with my mother.
TO, OF, ALONG = "to", "of", "along"
CASES = (TO, OF, ALONG)
LISTED = ("the", "a", "neutral", "attendance")
"""What may stand before or inside the words for a person."""

_NOUNS = ("unknown", "heads", "visitors", "thing", "title", "name", "other_person")
_VERBS = ("done", "helped", "activity", "work", "third")
# Languages in which a verb does not tell who did it, and its subject stands directly before it.
_SUBJECT_BEFORE = ("en", "ar", "uk")
# Verbs that have their doer beside them, so no participles.
_FINITE_IN = {
    "nl": re.compile(r"(?:deed|hielp|gaf|zat|stond|ging|werkt|kookt|maakt|helpt|doet)$|\w{2,}[tdk]te?$|\w{3,}[td]e$"),
    "en": re.compile(r".*(?:ed|did|made|gave|ran|led|spent|taught|put|built|hung|dug|knit|cut|read)(?:\s.*)?$"),
    "uk": re.compile(r".*(?:ла|ли|в|лася|лась|вся|лися)(?:\s.*)?$"),
    "ar": re.compile(r".*"),
}
_AUXILIARIES = ("hebben", "have", "had", "was")
_WAS = ("was", "were", "waren")
_ADVERB = "ly"
# Behind these a noun is counted, or is whom it was done for or with.
_NO_SUBJECT_AFTER = ("int", "a", "helped", "with", "for", "at", "of", "place_at")
# Ukrainian nouns as they stand for who did it: no adverbs, no other cases, no verbs.
_UKRAINIAN_NOMINATIVE = re.compile(r"(?!.*(?:[аяиуi]ла|[аяиуio]в)$).*[аябвгджзйклмнпрстфхцчшщь]$")
# Turkish verbs tell the person: "yaptı" he or she did, "yaptılar" they did, "yaptım" and "yaptık" the writer did.
_TURKISH_THIRD = re.compile(r".*(?:[dt][iu]|[dt][iu]l[ae]r|[dt][ia]r[dt][iu]|mis|mus|misl[ae]r|iyor|uyor)$")
_TURKISH_OWN = re.compile(r".*(?:[dt][iu][mk]|iyorum|uyorum|iyoruz|uyoruz)$")


def of_the_writer(m: Message) -> bool:
    """Whether the writer is told to have done something: "ik", "we", not merely "mijn"."""
    if m.has("we", "inversion") or any(item.value not in (OWN, _ASIDE) for item in m.of("i")):
        return True
    # "Me n Dave put up the lights"; with "together" it is asked whose hours they are.
    return (
        m.follows("i", "and")
        and not m.has("total")
        and any(a.text == "me" and NAME[b.kind] == "and" for a, b in pairwise(m.items))
    )


def another_person(m: Message) -> bool:
    """Whether the verb or the noun before it tells that somebody else did the work."""
    return _subject(m) or _turkish_third(m)


def _finite(m: Message, item: Item) -> bool:
    """Whether an item is a verb that has its doer beside it."""
    kind = NAME[item.kind]
    if kind == "i":
        return item.text in _AUXILIARIES
    if kind not in _VERBS or (kind == "activity" and item.value.strength != STRENGTH["doing"]):
        return False
    finite = _FINITE_IN.get(m.moment.language)
    return kind == "third" or (finite is not None and finite.match(item.text) is not None)


def _subject(m: Message) -> bool:
    """Whether somebody is named as who did it, by a word that no list has: "Bob cleaned", "mijn schoonzoon deed"."""
    if of_the_writer(m) or not m.amounts:
        return False
    joined = [item for item in m.items if NAME[item.kind] not in ("greeting", "then", "yes")]
    # "Mended a zip and hemmed a skirt": what stands before "and" is no subject of what follows.
    if m.moment.language in _SUBJECT_BEFORE and _noun_before_verb(m, joined):
        return True
    content = [item for item in joined if NAME[item.kind] != "and"]
    return _opens_with_somebody(m, content)


def _noun_before_verb(m: Message, items: Sequence[Item]) -> bool:
    counted = ""
    for before, item in pairwise(items):
        noun = NAME[before.kind] in _NOUNS and before.value not in CASES
        noun = noun and not before.text.endswith(_ADVERB)
        if noun and counted not in _NO_SUBJECT_AFTER and _finite(m, item):
            return True
        counted = NAME[before.kind]
    return False


def _opens_with_somebody(m: Message, items: Sequence[Item]) -> bool:
    """ "Mijn schoonzoon deed …", "the lady from number 4 did …", "Олена вчора …": a noun before all else."""
    position = 0
    while position < len(items) and (NAME[items[position].kind] in LISTED or items[position].value == OWN):
        position += 1
    if position == len(items) or NAME[items[position].kind] not in ("unknown", "heads", "tally"):
        return False
    own = position > 0 and items[position - 1].value == OWN
    if m.moment.language == "uk" and (position == 0 or own):
        return position + 1 < len(items) and _UKRAINIAN_NOMINATIVE.match(items[position].text) is not None
    if position == 0:
        after = items[1:2]
        was = bool(after) and NAME[after[0].kind] == "was_it" and after[0].text in _WAS
        return was or (m.moment.language == "nl" and bool(after) and _finite(m, after[0]))
    for item in items[position + 1 :]:
        kind = NAME[item.kind]
        if _finite(m, item) and kind != "activity":
            return True
        if kind in ("duration", "range", "date"):
            if own and m.told():
                return True
            if m.moment.language != "nl":
                return False
        elif kind in ("comma", "colonmark"):
            return False
    return False


def _each_of_us(m: Message) -> bool:
    """ "5 kişiydik, herkes 3 saat yemek pişirdi": everybody, the writer among them."""
    everybody = any(item.text == _EVERYBODY for item in m.of("each"))
    return everybody and any(part.text.endswith(_OF_US) for item in m.of("people") for part in item.inner)


_EVERYBODY, _OF_US = "herkes", "ydik"


def _turkish_third(m: Message) -> bool:
    """Whether a Turkish verb tells that somebody else did it."""
    if m.moment.language != "tr" or _each_of_us(m):
        return False
    return any(_TURKISH_THIRD.match(item.text) for item in _turkish_verbs(m)) and not turkish_own(m)


def turkish_own(m: Message) -> bool:
    """Whether a Turkish verb tells that the writer did the work, alone or with others: "yaptım", "yaptık"."""
    return m.moment.language == "tr" and any(_TURKISH_OWN.match(item.text) for item in _turkish_verbs(m))


def _turkish_verbs(m: Message) -> Sequence[Item]:
    # "Bitti" is said of the work: it is done.
    verbs = [i for i in m.items if NAME[i.kind] in ("unknown", "done", "helped") and i.value != "ready"]
    return verbs + [item for item in m.activities if item.value.strength == STRENGTH["doing"]]
