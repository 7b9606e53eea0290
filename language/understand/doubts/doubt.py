"""What a rule of doubt is."""

from collections.abc import Callable
from dataclasses import dataclass

from language.understand.message import Message


@dataclass(frozen=True, slots=True, eq=False)
class Doubt:
    """A named sign that an amount is not of work done: when it holds, and messages in which it must and must not."""

    name: str
    covers: str
    holds: Callable[[Message], bool]
    yes: tuple[str, ...]
    no: tuple[str, ...]
    needs: frozenset[str] = frozenset()
    """Kinds without one of which it cannot hold; empty where that is not so plain."""
    words: frozenset[str] = frozenset()
    """Words without one of which it cannot hold; empty where that is not so plain."""

    def found_in(self, m: Message) -> bool:
        """Whether it holds; most messages are passed by without a closer look."""
        if self.needs and self.needs.isdisjoint(m.kinds):
            return False
        return not (self.words and self.words.isdisjoint(m.texts)) and self.holds(m)
