"""The words of the writer's rooms, as the understanding wants them."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache

from handlers.rights import told_apart
from handlers.turn import Turn
from language.understand import Understanding, understand
from language.understand.meaning import GroupWords, PersonWords, Vocabulary
from language.understand.text import fold
from language.understand.text import key as spelled
from storage.room_words import RoomWords

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r" (?:\(\d+\)|\d+)$")
MINUTES_IN_HOUR = 60
MOST_BARE_HOURS = 12


def vocabulary(turn: Turn, text: str) -> Vocabulary:
    """The words that this writer may use in this text: groups by their key (the group's id), and people."""
    return words_for(turn.person.id, turn.words, text)


def words_for(writer: int, rooms: tuple[RoomWords, ...], text: str) -> Vocabulary:
    """The words of these rooms as this writer uses them in this text. A name stands for others than the writer.

    Where no word is like the writer's own name that makes no difference, and the words of everybody in the rooms will
    do, which are made once for all of them.
    """
    is_named = any(_may_be(room.people.get(writer, ""), text) for room in rooms)
    known = _vocabulary(writer if is_named else None, rooms)
    said = text.casefold()
    if not any(_is_another(person.names, text, said) for person in known.people):
        return known
    return replace(known, people=tuple(replace(p, names=_in_text(p.names, text, said)) for p in known.people))


def _may_be(name: str, text: str) -> bool:
    """Whether a word of the text may be read as a word of this name: glued to another, with an ending, stretched.

    Whatever is done to a word of it, its first letters stay together.
    """
    words, folded = _WORD.findall(spelled(fold(name))), spelled(fold(text))
    return not words or any(word[:2] in folded for word in words if len(word) > 1 or word is words[0])


@lru_cache(maxsize=1024)
def _vocabulary(writer: int | None, rooms: tuple[RoomWords, ...]) -> Vocabulary:
    """The words of these rooms with the names of all but this writer; None is of everybody."""
    groups = (group for room in rooms for group in room.groups)
    people = told_apart({key: name for room in rooms for key, name in room.people.items() if key != writer})
    return Vocabulary(
        groups=tuple(GroupWords(str(group.id), group.activity, group.names) for group in groups),
        people=tuple(PersonWords(key, names) for key, names in sorted(_names(people).items())),
        learned=tuple((word, str(group)) for room in rooms for word, group in room.learned),
        organisations=tuple(name for room in rooms for name in room.corporations),
    )


def called(known: Mapping[int, str], text: str) -> dict[int, tuple[str, ...]]:
    """By which names each of these people may be called in this text, so that nobody is taken for somebody else.

    "Piet B." is also "Piet" where there is no other Piet, but not in "Piet Vis 2 uur". Of "Fatima B." and "Fatima B. 2"
    neither can be called by name: "Fatima B. 2 uur" may tell of both.
    """
    said = text.casefold()
    return {key: _in_text(names, text, said) for key, names in _names(known).items()}


def _names(known: Mapping[int, str]) -> dict[int, tuple[str, ...]]:
    whole = {key: _NUMBER.sub("", name) for key, name in known.items()}
    alike = Counter(name.casefold() for name in whole.values())
    first = Counter(name.casefold().split(" ")[0] for name in whole.values())
    names = {}
    for key, name in whole.items():
        if alike[name.casefold()] == 1:
            short = name.split(" ")[0]
            alone = first[short.casefold()] == 1
            names[key] = tuple(dict.fromkeys([name, name.rstrip("."), *([short] if alone else [])]))
    return names


def _in_text(names: tuple[str, ...], text: str, said: str) -> tuple[str, ...]:
    return names[:-1] if _is_another(names, text, said) else names


def _is_another(names: tuple[str, ...], text: str, said: str) -> bool:
    """Whether the first name, by which somebody may be called, is another's in this text, which ``said`` casefolds."""
    return names[-1].casefold() in said and _names_another(names[0], names[-1], text)


def _names_another(name: str, short: str, text: str) -> bool:
    """Whether behind the first name stands a last name that is not theirs."""
    if " " not in name or " " in short:
        return False
    behind = re.findall(
        rf"\b{re.escape(short)} +(?:(?:de|den|der|het|van|ter|ten|el|al) +)*([^\W\d_])", text, re.IGNORECASE
    )
    initial = name.split(" ")[-1][0]
    return any(letter.isupper() and letter != initial for letter in behind)


def understood(turn: Turn, text: str | None = None) -> Understanding:
    """What the message, or some other ``text``, means, counted from when it was sent."""
    said = turn.incoming.text if text is None else text
    return understand(said, turn.local_time, vocabulary(turn, said))


def bare_hours(meant: Understanding) -> int | None:
    """The amount in a bare "3", said where hours were asked; 15 and 30 may be minutes and stay unknown."""
    if [part.kind for part in meant.parts] != ["number"]:
        return None
    numbers = [float(part.value["number"]) for part in meant.parts if part.kind == "number"]
    if not 0 < numbers[0] <= MOST_BARE_HOURS:
        return None
    return round(numbers[0] * MINUTES_IN_HOUR)


def named_days(meant: Understanding) -> list[date]:
    """The days that the message names itself, not those that it leaves to be taken for today."""
    days = [part.value.get("date") for part in meant.parts if part.kind == "date"]
    return [date.fromisoformat(day) for day in days if day]
