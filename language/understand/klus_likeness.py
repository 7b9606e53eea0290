"""Whether two klussen may be the same, by what was told of them."""

import re

from rapidfuzz import fuzz

from language.understand.text import fold, key

_WORD = re.compile(r"[^\W\d_]{2,}")
_NUMBER = re.compile(r"\d+")
_ALIKE = 86
_SAME_PLACE = 85
# What is done to a thing, and how it is: words that tell one klus from another are the things themselves.
_COMMON = re.compile(
    r"(?:ge)?(?:de|er|is|op|te|in|of|om|we|ik|en|uit|bij|a|an|my|it|maak|maakt|repareer|repareerd|repareren|vervang|vervangen|hang|hangen|hangt|ophangen|opgehangen|"
    r"plaats|plaatst|geplaatst|zet|gezet|elkaar|sluit|aangesloten|aansluiten|afgehangen|afhangen|help|holpen|holp|"
    r"nieuw|nieuwe|oude|kapot|kapotte|stuk|los|losse|lek|lekt|lekkende|lekke|klem|klemt|moet|moeten|worden|werkt|niet|"
    r"doet|het|een|twee|drie|van|voor|met|bij|aan|naar|door|mijn|haar|zijn|hun|huis|klus|klusje|klussen|klust|"
    r"the|fix|fixed|fixing|repair|repaired|replace|replaced|broken|new|old|put|hung|hang|up|job|and|for|"
    r"does|not|work|working|leaks|leaking|leaky)"
)
_TITLE = re.compile(
    r"\b(?:mw|mevr|mevrouw|dhr|meneer|heer|mr|mrs|ms|fam|familie|mister|miss|de|het|'t|the|bij|at)\b\.?"
)
_NAMELESS = re.compile(
    r"(?:(?:een|a|het|de|paar|wat|veel|\d+) )*(?:ge)?klus(?:t|je|jes|sen|werk)?(?: gedaan)?|odd jobs?|jobs?"
)


def names_a_klus(what: str) -> bool:
    """Whether the words say what was done ("kraan gemaakt"), rather than only that there was a klus ("geklust")."""
    return _NAMELESS.fullmatch(_plain(what).strip(" .,!")) is None


def alike(one: str, other: str) -> bool:
    """Whether two descriptions may be of one klus: they name a thing in common ("kraan gemaakt", "lekkende kraan")."""
    first, second = _things(one), _things(other)
    if not first or not second:
        return fuzz.ratio(_plain(one), _plain(other)) >= _ALIKE
    return any(_is_same_thing(a, b) for a in first for b in second)


def places_differ(one: str | None, other: str | None) -> bool:
    """Whether two places are surely not the same; a place that is not known differs from none."""
    if not one or not other:
        return False
    first, second = _plain_place(one), _plain_place(other)
    numbers, others = set(_NUMBER.findall(first)), set(_NUMBER.findall(second))
    if numbers and others and not numbers & others:
        return True
    return fuzz.token_set_ratio(first, second) < _SAME_PLACE


def _plain(text: str) -> str:
    return key(fold(text)).strip()


def _plain_place(place: str) -> str:
    return " ".join(re.findall(r"\w+", _TITLE.sub(" ", _plain(place))))


def _things(what: str) -> list[str]:
    return [word for word in _WORD.findall(_plain(what)) if not _COMMON.fullmatch(word)]


def _is_same_thing(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    # "keukenkraan" is a "kraan", and "lampen" are a "lamp".
    is_part = len(shorter) >= 4 and (longer.endswith(shorter) or longer.startswith(shorter))
    return is_part or fuzz.ratio(one, other) >= _ALIKE
