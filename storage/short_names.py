"""Short names, for people of whom no more is kept than a first name and an initial: "Piet B."."""

import re
from collections.abc import Collection

_TITLE = re.compile(r"(?:mw|mevr|mevrouw|dhr|meneer|mr|mrs|ms|miss|mister|oom|tante|de heer)\b\.? +", re.IGNORECASE)

_NUMBER = re.compile(r" \d+$")


def has_title(name: str) -> bool:
    """Whether somebody is spoken of as "mw." or "dhr.", as one does of who is visited or helped."""
    return _TITLE.match(" ".join(name.split()) + " ") is not None


def short_name(name: str) -> str:
    """The first name and the initial of the last: "Piet de Boer" is "Piet B."; a first name alone stays as it is."""
    words = _TITLE.sub("", " ".join(_NUMBER.sub("", name).split()), count=1).strip(" .,").split(" ")
    first = words[0][:1].upper() + words[0][1:]
    initial = next((letter for letter in words[-1] if letter.isalpha()), "")
    return f"{first} {initial.upper()[:1]}." if len(words) > 1 and initial else first


def free_name(name: str, taken: Collection[str]) -> str:
    """The name, or with the first number that makes it nobody else's: "Piet B. 2"."""
    others = {other.casefold() for other in taken}
    free, number = name, 1
    while free.casefold() in others:
        number += 1
        free = f"{name} {number}"
    return free


def is_like(one: str, other: str) -> bool:
    """Whether two names may be of one person: "Piet" and "Piet B.", "Piet Bakker" and "Piet B. 2"."""
    words, others = (short_name(name).casefold().split(" ") for name in (one, other))
    return words[0] == others[0] and (len(words) == 1 or len(others) == 1 or words[-1] == others[-1])
