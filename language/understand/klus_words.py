"""What people say of a klus beside telling of it: its number, what they do with it, what a picture of it shows."""

import re
from collections.abc import Iterable

from language.understand.text import SILENT, fold

_NUMBERED = re.compile(
    r"\b(?:klus|klusje|job)\s*(?:nummer|nr\.?|number|no\.?)?\s*#?(\d{1,6})\b"
    r"(?!\s*(?:[.,:]\d|uur|uren|uurtje|u\b|m\b|min|minut|kwartier|hours?|hrs?|h\b|x\b|keer|klus))[\s:,.!-]*(?:is\s+)?"
)
_BEFORE = re.compile(r"\b(?:voor|vooraf|ervoor|voordat|before|zo was|hoe het was)\b")
_AFTER = re.compile(
    r"\b(?:na|erna|achteraf|klaar|af|gelukt|gemaakt|opgelost|after|done|finished|fixed|result|resultaat)\b"
)
_ALONE = re.compile(
    r"\b(?:alleen ik|ik alleen|alleen|in mijn eentje|in m'n eentje|zonder hulp|alone|by myself|on my own)\b"
)
_ARTICLE = re.compile(r"(?:een|de|het|mijn|onze|a|an|the|my|our) +(?=\S)")
_DEEDS = (
    (
        "return",
        re.compile(
            r"\b(?:toch niet|doe (?:ik|het|hem)? ?(?:toch )?niet|lukt (?:me |mij )?(?:toch )?niet|"
            r"kan (?:ik )?(?:toch )?niet|geef (?:ik )?terug|not after all|can'?t do|cannot do|won'?t do)\b"
        ),
    ),
    (
        "drop",
        re.compile(
            r"\b(?:vervalt|vervallen|hoeft niet(?: meer)?|niet (?:meer )?nodig|al opgelost|gaat niet door|"
            r"cancel(?:led)?|not needed|no longer needed)\b"
        ),
    ),
    ("give", re.compile(r"\b(?:geef|geven|give|is voor|aan|to)\b")),
    ("join", re.compile(r"\b(?:ik (?:doe|help) (?:ook )?mee|ik help(?: ook)?|i'?ll join|i join|i help)\b")),
    (
        "take",
        re.compile(
            r"\b(?:(?:ik )?(?:doe|neem|pak) ik(?: wel)?|ik (?:doe|neem|pak|ga)(?: (?:het|hem|die|deze|dit|wel))*|"
            r"i'?ll (?:do|take)(?: it)?|i (?:do|take)(?: it)?)\b"
        ),
    ),
)


def numbered_klus(text: str) -> tuple[int, str] | None:
    """The number of the klus that the message names first, and what else it says; None when it names none."""
    found = _NUMBERED.search(_plain(text))
    if found is None:
        return None
    rest = f"{text[: found.start()].rstrip()} {text[found.end() :].lstrip()}"
    return int(found[1]), rest.strip(" ,.:;!-")


def numbers_named(text: str) -> list[int]:
    """The numbers of all klussen that the message names."""
    return [int(found[1]) for found in _NUMBERED.finditer(_plain(text))]


def deed_in(text: str) -> str | None:
    """What the words do with a klus: "take", "join", "return", "give" or "drop"; None is nothing of it."""
    plain = _plain(text)
    return next((deed for deed, said in _DEEDS if said.search(plain)), None)


def without_article(what: str) -> str:
    """A description without "een" or "de" before it, as it stands in a list."""
    found = _ARTICLE.match(_plain(what))
    return what if found is None else what[found.end() :]


def without_corporation(place: str | None, names: Iterable[str]) -> tuple[str | None, str | None]:
    """A place without the name of a housing corporation in it, and that name; None is nothing left, or nobody named."""
    plain = _plain(place or "")
    for name in names:
        found = re.search(rf"(?:\b(?:van|voor|of|for|woning|huis)\s+)*\b{re.escape(_plain(name))}\b", plain)
        if place and found is not None:
            rest = f"{place[: found.start()]} {place[found.end() :]}"
            return re.sub(r"\s+,|,\s*,", ",", " ".join(rest.split())).strip(" ,.;-") or None, name
    return place, None


def says_alone(text: str) -> bool:
    """Whether the words say that nobody else did it."""
    return _ALONE.search(_plain(text)) is not None


def is_of_after(caption: str) -> bool | None:
    """Whether a picture with this caption shows how it is after the klus; None where the caption does not tell."""
    plain = _plain(caption)
    before, after = _BEFORE.search(plain) is not None, _AFTER.search(plain) is not None
    return after if before != after else None


def _plain(text: str) -> str:
    """The text folded, each character in its place."""
    return fold(text).replace(SILENT, " ")
