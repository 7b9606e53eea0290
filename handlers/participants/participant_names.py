"""Names of participants as people type them, one or a list, and what is kept of them."""

import re
import unicodedata
from dataclasses import dataclass

from storage.short_names import short_name

LONGEST = 30
MOST_WORDS = 5
TITLES = {"mw": "Mw.", "mevr": "Mw.", "mevrouw": "Mw.", "mrs": "Mw.", "ms": "Mw."} | {
    "dhr": "Dhr.", "meneer": "Dhr.", "mijnheer": "Dhr.", "mr": "Dhr."
}  # fmt: skip
NUMBERED = re.compile(r"(.*\D) (\d{1,2})")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-](?=[^\W\d_]))*\.?")
_NO_NAMES = frozenset([
    "ik", "je", "jij", "u", "we", "wij", "hij", "zij", "ze", "hem", "haar", "weet", "weten", "niet", "geen",
    "niemand", "iedereen", "allemaal", "alle", "alles", "dank", "wel", "nog", "ja", "nee", "ok", "oke", "oké",
    "klaar", "de", "het", "een", "of", "is", "was", "waren", "er", "die", "dat", "dit", "maar", "wie", "wat",
    "waar", "hoe", "uur", "uren", "minuten", "nieuw", "nieuwe", "deelnemer", "deelnemers", "mensen", "man", "vrouw",
    "kind", "kinderen", "anderen", "andere", "stop", "help", "laat", "al", "ook", "gisteren", "vandaag", "morgen",
    "dezelfde", "weg", "i", "you", "he", "she", "they", "know", "not", "none", "nobody", "everybody", "all",
    "thanks", "thank", "yes", "no", "done", "the", "a", "or", "were", "there", "that", "this", "but", "who", "what",
    "where", "how", "hour", "hours", "minutes", "new", "participant", "participants", "people", "others", "other",
    "yesterday", "today", "tomorrow", "same"
])  # fmt: skip
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


def given_name(text: str) -> GivenName | None:
    """The name in ``text`` as it is kept ("fatima benali" is "Fatima B."); None when it can be no name."""
    typed = " ".join(unicodedata.normalize("NFC", text).split()).strip(" ,;:!?-\"'")
    numbered = NUMBERED.fullmatch(typed)
    base, number = (numbered[1], f" {int(numbered[2])}") if numbered else (typed, "")
    words = base.split(" ")
    if not 0 < len(words) <= MOST_WORDS or len(base) > 2 * LONGEST or not all(map(_WORD.fullmatch, words)):
        return None
    if words[0].casefold() in _NO_NAMES or (words[-1] == words[-1].lower() and words[-1] in _NO_NAMES):
        return None
    if len(words) == 1 and len(base.strip(".")) < 2 and base.isascii():
        return None
    title = TITLES.get(words[0].casefold().strip("."))
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
