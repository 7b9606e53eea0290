"""Who worked along: names in the text, how many people that makes, and whether an amount may be of all together."""

from collections.abc import Sequence
from dataclasses import dataclass

from language.understand.kinds import CHAR, NAME
from language.understand.people_names import Row, row
from language.understand.rule import Item

_WITH = CHAR["with"]
# What people_names.py may take for a name.
_NAMELIKE = frozenset(CHAR[kind] for kind in ("name", "unknown", "other", "plan", "month"))
# Without these nobody works along: "met ...", "wij ...", "met z'n drieën: ...", "... en ik".
_COUNTED = frozenset(CHAR[kind] for kind in ("people", "we"))
_BESIDE_NAMES = _COUNTED | {_WITH, CHAR["i"]}
_COLON = CHAR["colonmark"]
_OPENS_ROW = frozenset(CHAR[kind] for kind in ("colonmark", "comma", "open_paren"))
_BEFORE_NAMES = ("date", "comma", "greeting", "exclamation")
_MOST_PEOPLE = 60


@dataclass(frozen=True, slots=True)
class Company:
    """The people of a piece of a message: their names, and all of them with the writer where that is certain."""

    names: tuple[str, ...] = ()
    people: int | None = None
    together: int | None = None
    """How many share "samen met ...", where that is how they are named."""


def company(items: Sequence[Item], text: str) -> Company:
    """Who is named as working along: "met Ahmed en Els", "Ahmed, Els en ik", "wij waren met 3: Ahmed, Els en ik"."""
    found, opening = _named(items, text)
    together = opening is not None and NAME[opening.kind] == "with" and " " in opening.text
    if found is None:
        kin = together and any(NAME[item.kind] == "other_person" for item in items)
        return Company(together=2 if kin else None)
    count = len(found.names) + found.others + 1
    several = found.writer or count > 2
    people = count if several and count <= _MOST_PEOPLE else None
    return Company(found.names, people, count if together else None)


def _named(items: Sequence[Item], text: str) -> tuple[Row | None, Item | None]:
    """The row of names, and the word that opens it."""
    kinds = {item.kind for item in items}
    if _NAMELIKE.isdisjoint(kinds) or _BESIDE_NAMES.isdisjoint(kinds):
        return None, next((item for item in items if item.kind == _WITH), None) if _WITH in kinds else None
    counted = not _COUNTED.isdisjoint(kinds)
    opening = None
    for position, item in enumerate(items):
        if item.kind == _WITH:
            opening = opening or item
        if item.kind == _WITH or (counted and item.kind in _OPENS_ROW):
            found = row(items, position + 1, text)
            if found.names and found.sure:
                return found, item
    found = _opening_row(items, text)
    return (found, None) if found.names and found.writer else (None, opening)


def _opening_row(items: Sequence[Item], text: str) -> Row:
    """The names with which a piece begins, after its day and a greeting."""
    start = next((i for i, item in enumerate(items) if NAME[item.kind] not in _BEFORE_NAMES), len(items))
    return row(items, start, text)


@dataclass(frozen=True, slots=True)
class Workers:
    """The people whose work a message tells: those who worked along with the writer, or others alone."""

    along: Row | None = None
    others: Row | None = None
    """Two or more people, the writer not among them: "Ahmed en Els 2 uur tuin"."""

    @property
    def companions(self) -> range:
        """Where those stand who worked along."""
        return range(self.along.start, self.along.end) if self.along is not None else range(0)

    @property
    def named(self) -> range:
        """Where all stand who are named as having worked."""
        return range(self.others.start, self.others.end) if self.others is not None else self.companions


def workers(items: Sequence[Item], text: str) -> Workers:
    """Who is named in a message as having worked."""
    along = _named(items, text)[0]
    return Workers(along) if along is not None else Workers(others=_others_alone(items, text))


def _others_alone(items: Sequence[Item], text: str) -> Row | None:
    if sum(item.kind in _NAMELIKE for item in items) < 2:
        return None
    opening = _opening_row(items, text)
    rows = [opening] if opening.joined else []
    rows += [row(items, position + 1, text) for position, item in enumerate(items) if item.kind == _COLON]
    return next((found for found in rows if found.sure and not found.writer and len(found.names) > 1), None)
