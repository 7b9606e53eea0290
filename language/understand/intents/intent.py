"""What a rule of meaning is."""

from collections.abc import Callable
from dataclasses import dataclass

from language.understand.meaning import Meaning
from language.understand.message import Message


@dataclass(frozen=True, slots=True, eq=False)
class Intent:
    """A named sign of a meaning: when it holds, and messages that it must and must not decide."""

    name: str
    covers: str
    meaning: Meaning
    holds: Callable[[Message], bool]
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()
    needs: frozenset[str] = frozenset()
    """Kinds without one of which it cannot hold, so that most messages pass it by; empty where that is not so plain."""


def asks_to_log(m: Message) -> bool:
    """Whether it is a polite request to write hours down, which is an entry and no question."""
    wants = m.has("polite", "plan", "i", "as_person", "we") or m.first() == "log"
    return m.has("log") and wants and bool(m.amounts) and m.first() != "inversion"
