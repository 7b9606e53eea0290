"""Names of participants as people type them: how they are kept, and who of those known may be meant."""

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from storage.participants import KnownName
from storage.short_names import short_name

LONGEST = 30
MOST_WORDS = 5
ALIKE = 80
"""From here two first names may be one with a slip of the pen: Fatma and Fatima, Ahmed and Ahmad, not Piet and Pien."""
_TITLES = {"mw": "Mw.", "mevr": "Mw.", "mevrouw": "Mw.", "mrs": "Mw.", "ms": "Mw."} | {
    "dhr": "Dhr.", "meneer": "Dhr.", "mijnheer": "Dhr.", "mr": "Dhr."
}  # fmt: skip
_NUMBERED = re.compile(r"(.*\D) (\d{1,2})")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-](?=[^\W\d_]))*\.?")
_NO_NAMES = frozenset(
    (
        *(
            "ik",
            "je",
            "jij",
            "u",
            "we",
            "wij",
            "hij",
            "zij",
            "ze",
            "hem",
            "haar",
            "weet",
            "weten",
            "niet",
            "geen",
            "niemand",
        ),
        *(
            "iedereen",
            "allemaal",
            "alle",
            "alles",
            "dank",
            "wel",
            "nog",
            "ja",
            "nee",
            "ok",
            "oke",
            "oké",
            "klaar",
            "de",
        ),
        *(
            "het",
            "een",
            "of",
            "is",
            "was",
            "waren",
            "er",
            "die",
            "dat",
            "dit",
            "maar",
            "wie",
            "wat",
            "waar",
            "hoe",
            "uur",
        ),
        *(
            "uren",
            "minuten",
            "nieuw",
            "nieuwe",
            "deelnemer",
            "deelnemers",
            "mensen",
            "man",
            "vrouw",
            "kind",
            "kinderen",
        ),
        *("anderen", "andere", "stop", "help", "laat", "al", "ook", "gisteren", "vandaag", "morgen", "dezelfde", "weg"),
        *(
            "i",
            "you",
            "he",
            "she",
            "they",
            "know",
            "not",
            "none",
            "nobody",
            "everybody",
            "all",
            "thanks",
            "thank",
            "yes",
        ),
        *(
            "no",
            "done",
            "the",
            "a",
            "or",
            "were",
            "there",
            "that",
            "this",
            "but",
            "who",
            "what",
            "where",
            "how",
            "hour",
        ),
        *("hours", "minutes", "new", "participant", "participants", "people", "others", "other", "yesterday", "today"),
        *("tomorrow", "same"),
    )
)
"""Words that begin something else than a name."""
_BETWEEN = re.compile(
    r"[,;\n&+]| (?:en|and|met|with) |(?<=\d)[ .)]+(?!ander|other|meer|more|onbekend|nieuw|new)(?=\w)", re.IGNORECASE
)
_LEAD = re.compile(r"^(?:en|and|ook|met|with|niet|geen|zonder|not|without)\b[: ]*", re.IGNORECASE)
_NOT = re.compile(r"^(?:niet|geen|zonder|not|without)\b", re.IGNORECASE)
_OTHERS = re.compile(r"\d+ (?:anderen?|others?|meer|more|onbekenden?)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class GivenName:
    """A name as it is kept: first name and initial. ``is_shortened`` where more was typed than that."""

    name: str
    is_shortened: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in a typed list: a number of the list that was shown, or a name; ``is_not``: taken off."""

    number: int | None = None
    name: GivenName | None = None
    is_not: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """Who a typed name may be: ``certain`` is one for sure, ``likely`` are to be asked about; neither is somebody new.

    ``is_slip``: those are called otherwise, and the name may be a slip of the pen.
    """

    certain: int | None = None
    likely: tuple[int, ...] = ()
    is_slip: bool = False


def given_name(text: str) -> GivenName | None:
    """The name in ``text`` as it is kept ("fatima benali" is "Fatima B."); None when it can be no name."""
    typed = " ".join(unicodedata.normalize("NFC", text).split()).strip(" ,;:!?-\"'")
    numbered = _NUMBERED.fullmatch(typed)
    base, number = (numbered[1], f" {int(numbered[2])}") if numbered else (typed, "")
    words = base.split(" ")
    if not 0 < len(words) <= MOST_WORDS or len(base) > 2 * LONGEST or not all(map(_WORD.fullmatch, words)):
        return None
    if words[0].casefold() in _NO_NAMES or (words[-1] == words[-1].lower() and words[-1] in _NO_NAMES):
        return None
    if len(words) == 1 and len(base.strip(".")) < 2 and base.isascii():
        return None
    title = _TITLES.get(words[0].casefold().strip("."))
    words = [_capital(word) for word in words]
    if title is not None and len(words) == 2:
        return GivenName(f"{title} {words[1][0].upper()}.{number}", len(words[1].strip(".")) > 1)
    name = short_name(" ".join(words)).strip()
    kept = name if len(words) > 1 else name.rstrip(".")
    if not kept or len(kept) > LONGEST:
        return None
    return GivenName(kept + number, _letters(" ".join(words)) != _letters(kept))


def _capital(word: str) -> str:
    mixed = word != word.lower() and word != word.upper()
    return word if mixed else "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalpha())


def listed(text: str) -> list[Item] | None:
    """The numbers and names in a typed list ("1 3 4, en Els V."); None when something in it is neither."""
    items = []
    for piece in (part.strip(" .") for part in _BETWEEN.split(text) if part):
        is_not = _NOT.match(piece) is not None
        said = _LEAD.sub("", piece).strip()
        if not said or _OTHERS.fullmatch(said):
            continue
        if said.isdecimal():
            items.append(Item(number=int(said), is_not=is_not))
            continue
        name = given_name(said)
        if name is None:
            return None
        items.append(Item(name=name, is_not=is_not))
    return items or None


def fold(name: str) -> str:
    """A name for comparing: "Fatima B." and "fatima b" are one."""
    return " ".join(name.casefold().replace(".", " ").split())


def find(name: str, known: Sequence[KnownName], here: Collection[int]) -> Match:
    """Who of the room the name may be; ``here`` are those who were named at this kind of activity before.

    Certain is the one of exactly this name who was here before, where nobody else who was here fits, and the one of
    exactly this name and number. Who is known from elsewhere in the room is asked about: it may be somebody else.
    """
    folded = fold(name)
    names: dict[int, list[str]] = {}
    for one in known:
        names.setdefault(one.participant_id, []).append(one.name)
    exact = [key for key, called in names.items() if folded in map(fold, called)]
    fitting = [key for key, called in names.items() if any(fits(name, other) for other in _surest(name, called))]
    if len(exact) == 1:
        rivals = [other for other in fitting if other != exact[0] and other in here]
        if _NUMBERED.fullmatch(name) or (exact[0] in here and not rivals):
            return Match(certain=exact[0])
    if fitting:
        return Match(likely=tuple(sorted(fitting, key=lambda key: (key not in exact, key not in here))))
    return Match(
        likely=tuple(_slips(name, {key: _surest(name, called) for key, called in names.items()})), is_slip=True
    )


def _surest(name: str, called: Sequence[str]) -> list[str]:
    """The names of one participant to compare with: where an initial is known and given, those with one alone."""
    with_initial = [other for other in called if _parts(other)[1]]
    return with_initial if with_initial and _parts(name)[1] else list(called)


def fits(name: str, other: str) -> bool:
    """Whether two names can be one person's: the same, whatever the number, or the same first name and one bare."""
    (first, initial), (other_first, other_initial) = _parts(name), _parts(other)
    return first == other_first and (initial == other_initial or "" in (initial, other_initial))


def _parts(name: str) -> tuple[str, str]:
    """First name and initial; "Mw. J." is one name."""
    folded = fold(_NUMBERED.sub(r"\1", name))
    first, _, initial = folded.partition(" ")
    return (folded, initial) if first in _TITLES else (first, initial)


def _slips(name: str, names: Mapping[int, Sequence[str]]) -> list[int]:
    first, initial = _parts(name)
    found: dict[int, float] = {}
    for key, called in names.items():
        for other, other_initial in map(_parts, called):
            likeness = fuzz.ratio(_plain(first), _plain(other))
            if likeness >= ALIKE and (initial == other_initial or "" in (initial, other_initial)):
                found[key] = max(likeness, found.get(key, 0))
    return sorted(found, key=lambda key: (-found[key], key))


def _plain(name: str) -> str:
    """Without accents: Noël may be Noel."""
    return "".join(sign for sign in unicodedata.normalize("NFD", name) if not unicodedata.combining(sign))
