"""Who is meant by the names in a spreadsheet: members of the room, or people that it does not know yet."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from storage.imports import Known
from storage.short_names import short_name

LONGEST = 40
_MOST_SHOWN = 4
_NUMBER = re.compile(r" (\d+)$")


class Fit(StrEnum):
    """How a name was understood."""

    SAME = "same"
    """A member is called so."""
    LIKE = "like"
    """One member can be called so, and nobody else: by first name, or by the initial kept of paper volunteers."""
    NEW = "new"
    """Nobody in the room can be called so."""
    UNSURE = "unsure"
    """It may be of several people."""
    NO_NAME = "no name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Whom a name means. ``person`` is there of SAME and LIKE alone; ``others`` are the names that UNSURE may mean."""

    name: str
    fit: Fit
    person: Known | None = None
    others: tuple[str, ...] = ()

    @property
    def doubt(self) -> str:
        """Whom an UNSURE name may mean, in words."""
        shown, more = self.others[:_MOST_SHOWN], len(self.others) - _MOST_SHOWN
        return "may be " + " or ".join([*shown, f"{more} others"] if more > 0 else shown)


def ordered(name: str) -> str:
    """A name as it is said: "Vries, Noor de" is "Noor de Vries"."""
    last, comma, first = (part.strip() for part in name.partition(","))
    return f"{first} {last}" if comma and first and last else name.strip(" ,")


def matches(names: Collection[str], known: Sequence[Known]) -> dict[str, Match]:
    """Whom each of the names means. Names that differ in capitals alone are one."""
    found = {name: _match(name, known) for name in sorted(names)}
    return {name: _apart(match, found) for name, match in found.items()}


def _match(name: str, known: Sequence[Known]) -> Match:
    if not 0 < len(name) <= LONGEST or not name.isprintable() or not any(letter.isalpha() for letter in name):
        return Match(name=name, fit=Fit.NO_NAME)
    same = [person for person in known if key_of(person.name) == key_of(name)]
    fitting = same or [person for person in known if may_be_one(person.name, name)]
    if len(fitting) == 1:
        return Match(name=name, fit=Fit.SAME if same else Fit.LIKE, person=fitting[0])
    if fitting:
        return Match(name=name, fit=Fit.UNSURE, others=tuple(person.name for person in fitting))
    return Match(name=name, fit=Fit.NEW)


def _apart(match: Match, found: dict[str, Match]) -> Match:
    """The match, if no other name in the file makes it doubtful.

    Two people can be like one member ("Piet Bakker", "Piet Boersma": "Piet B."), and two names of one person can look
    like two new people ("Els", "Els de Vries").
    """
    others = [other for other in found.values() if key_of(other.name) != key_of(match.name)]
    if match.fit is Fit.LIKE:
        doubtful = [o.name for o in others if o.person == match.person and not may_be_one(o.name, match.name)]
    elif match.fit is Fit.NEW:
        doubtful = [o.name for o in others if o.fit is Fit.NEW and _look_like_one(o.name, match.name)]
    else:
        doubtful = []
    if not doubtful:
        return match
    return Match(name=match.name, fit=Fit.UNSURE, others=(match.name, *doubtful))


def key_of(name: str) -> str:
    """What makes a name the same as another."""
    return " ".join(name.casefold().split())


def may_be_one(one: str, other: str) -> bool:
    """Whether two names can be of one person: "Piet", "Piet B." and "Piet Bakker", but not "Piet B. 2"."""
    (first, last, number), (its_first, its_last, its_number) = _parts(one), _parts(other)
    if first != its_first or number != its_number:
        return False
    if not last or not its_last or last == its_last:
        return True
    short, long = sorted((last, its_last), key=len)
    return len(short) == 1 and long.startswith(short)


def _look_like_one(one: str, other: str) -> bool:
    """Whether two new names could not be told apart once only first name and initial are kept of them."""
    return may_be_one(one, other) or (
        _parts(one)[2] == _parts(other)[2] and key_of(short_name(one)) == key_of(short_name(other))
    )


def _parts(name: str) -> tuple[str, str, str]:
    """First name, last name or initial, and the number that tells two people apart."""
    number = _NUMBER.search(name)
    first, *rest = key_of(_NUMBER.sub("", name)).replace(".", " ").split() or [""]
    return first, rest[-1] if rest else "", number[1] if number else ""
