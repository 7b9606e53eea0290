"""Who of the participants that are known a typed name may mean."""

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from handlers.participants.participant_names import NUMBERED, TITLES
from storage.participants import KnownName

ALIKE = 80
"""From here two first names may be one with a slip of the pen: Fatma and Fatima, Ahmed and Ahmad, not Piet and Pien."""


@dataclass(frozen=True, slots=True)
class Match:
    """Who a typed name may be: ``certain`` is one for sure, ``likely`` are to be asked about; neither is somebody new.

    ``is_slip``: those are called otherwise, and the name may be a slip of the pen.
    """

    certain: int | None = None
    likely: tuple[int, ...] = ()
    is_slip: bool = False


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
        if NUMBERED.fullmatch(name) or (exact[0] in here and not rivals):
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
    folded = fold(NUMBERED.sub(r"\1", name))
    first, _, initial = folded.partition(" ")
    return (folded, initial) if first in TITLES else (first, initial)


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
