"""The people of a klus: who can be chosen, and who is meant by a name."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from handlers.rights import known_people
from handlers.turn import Option, Turn
from storage import people
from storage.groups import people_in, survivor
from storage.short_names import is_like

_LEAD = re.compile(
    r"^(?:(?:aan|met|samen|ook|en|and|also|to|with|together|for|voor|doe|give|geef|it|hem|het)\b[ ,]*)+", re.I
)
_BETWEEN = re.compile(r"\s*(?:,|;|&|\+|\ben\b|\band\b)\s*", re.I)


@dataclass(frozen=True, slots=True)
class Named:
    """Who is meant by names: the ids ``found``, the names that ``several`` have, and those that are ``unknown``."""

    found: list[int]
    several: list[str]
    unknown: list[str]


def people_options(turn: Turn, room_id: int, group_id: int | None, left_out: Collection[int]) -> list[Option]:
    """The room's members to choose from, those of the group first."""
    group = [] if group_id is None else [survivor(turn.session, group_id).id]
    usual, names = people_in(turn.session, group), known_people(turn)
    of_room = [person.id for _, person in people.members(turn.session, room_id)]
    wanted = [key for key in of_room if key not in left_out and key in names]
    return [(str(key), names[key]) for key in sorted(wanted, key=lambda key: key not in usual)]


def match_names(turn: Turn, room_id: int, said: Iterable[str]) -> Named:
    """Who of the room's other members is meant; "met Piet en Noor" names two."""
    labels = known_people(turn)
    members = {person.id: person.name for _, person in people.members(turn.session, room_id) if person.id in labels}
    named = Named([], [], [])
    for name in (part for text in said for part in _names_in(text)):
        keys = [key for key in members if labels[key].casefold() == name.casefold()] or _called(members, name)
        if len(keys) == 1:
            named.found.append(keys[0])
        else:
            (named.several if keys else named.unknown).append(name)
    return Named(list(dict.fromkeys(named.found)), named.several, named.unknown)


def _names_in(text: str) -> Sequence[str]:
    words = _LEAD.sub("", " ".join(text.split()).strip(" .!?,"))
    return [name for name in (_LEAD.sub("", part).strip(" .!?") for part in _BETWEEN.split(words)) if name]


def _called(members: dict[int, str], name: str) -> list[int]:
    wanted = name.casefold()
    exact = [key for key, known in members.items() if known.casefold() == wanted]
    return exact or [key for key, known in members.items() if is_like(known, name)]
