"""What is said of who was there, beside hours: names in a list, who was there after all or not, "ik ook"."""

import re
from dataclasses import dataclass

_SAME_HERE = re.compile(
    r"(?:ja,? )?(?:\+ ?1|ik ook|ik was er ook|ik was (?:er )?ook mee|ik heb ook mee ?gedaan|ik deed ook mee|ook ik"
    r"|me too|i was there too|so was i|same here)(?: bij| erbij| hoor| mee)*",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[,;\n&+]| (?:en|and|plus|ve) ", re.IGNORECASE)
_LEAD = re.compile(r"^(?:en|and|ook|met|with|samen met|also|nog|verder)\b[: ]*", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:[ '’.-]+[^\W\d_]+)*\.?")
_MOST_WORDS = 4
_CHANGES = tuple(
    re.compile(rf"(?:(?:nee|no)\b[,!. ]*)?{pattern}(?: hoor)?", re.IGNORECASE)
    for pattern in (
        r"(?:het was )?(?:niet|zonder) (?:met )?(?P<out>.+?),? (?:maar|wel) (?:met |wel )?(?P<in>.+)",
        r"(?:it was )?not (?:with )?(?P<out>.+?),? but (?:with )?(?P<in>.+)",
        r"(?P<in>.+?) in plaats van (?P<out>.+)",
        r"(?P<in>.+?) instead of (?P<out>.+)",
        r"(?P<out>.+?) (?:was|waren) er (?:toch )?niet(?: bij| mee)?",
        r"(?P<out>.+?) (?:was|were) not there",
        r"(?:niet|zonder|not|without) (?P<out>.+)",
        r"(?P<in>.+?) (?:was|waren) er (?:toch |nog )?(?:ook|wel)(?: nog)?(?: bij| mee)?",
        r"(?P<in>.+?) (?:was|were) there too",
        r"(?:ook|also|plus) (?P<in>.+?)(?: nog)?",
    )
)


@dataclass(frozen=True, slots=True)
class PeopleChange:
    """Who was not there after all, and who was: names as they were typed."""

    out: tuple[str, ...] = ()
    added: tuple[str, ...] = ()


def is_same_here(text: str) -> bool:
    """Whether somebody says that what was told goes for them too: "ik ook", "+1"."""
    return _SAME_HERE.fullmatch(_bare(text)) is not None


def names_in_list(text: str) -> tuple[str, ...] | None:
    """The names in "Ahmed, Piet en Els de Wit"; None when a piece of it cannot be a name."""
    pieces = [_LEAD.sub("", piece.strip(" .!")).strip(" .!") for piece in _BETWEEN.split(_bare(text))]
    names = [piece for piece in pieces if piece]
    if not names or any(not _NAME.fullmatch(name) or len(name.split()) > _MOST_WORDS for name in names):
        return None
    return tuple(names)


def people_change(text: str) -> PeopleChange | None:
    """What a message changes of who was there, "niet Piet maar Els"; None when it says no such thing."""
    for pattern in _CHANGES:
        found = pattern.fullmatch(_bare(text))
        if found is None:
            continue
        parts = {key: names_in_list(value) for key, value in found.groupdict().items()}
        if all(parts.values()):
            return PeopleChange(out=parts.get("out") or (), added=parts.get("in") or ())
    return None


def _bare(text: str) -> str:
    return " ".join(text.split()).strip(" .!")
