"""The program's commands, as the tests look at them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from typer.core import TyperOption


@dataclass(frozen=True)
class Leaf:
    """A command that does something: its words after the program's name."""

    name: str
    command: Any


def leaves(command: Any, *words: str) -> list[Leaf]:
    """The command, or all that stand under it."""
    return list(_leaves(command, words))


def _leaves(command: Any, words: tuple[str, ...]) -> Iterator[Leaf]:
    below = getattr(command, "commands", None)
    if below is None:
        yield Leaf(" ".join(words), command)
        return
    for word, child in below.items():
        yield from _leaves(child, (*words, word))


def options_of(leaf: Leaf) -> list[TyperOption]:
    """The options of a command."""
    return [parameter for parameter in leaf.command.params if isinstance(parameter, TyperOption)]
