"""What a rule is, and how a list of rules rewrites a line of items in one pass from left to right."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from language.understand.kinds import CHAR, expand


class Item:
    """A stretch of the text read as one thing: its kind, its value, its span, the rule that read it, and from what."""

    __slots__ = ("end", "inner", "kind", "rule", "start", "text", "value")

    def __init__(
        self,
        kind: str,
        value: Any,
        start: int,
        end: int,
        text: str = "",
        rule: "Rule | None" = None,
        inner: "Sequence[Item]" = (),
    ) -> None:
        self.kind = kind
        self.value = value
        self.start = start
        self.end = end
        self.text = text
        self.rule = rule
        self.inner = inner


@dataclass(frozen=True, slots=True)
class Moment:
    """When and in which language a message was written: all that reading needs beside the text."""

    now: datetime
    today: date
    language: str


Read = Callable[[Sequence[Item], Moment], Any]


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A named way of saying something.

    ``pattern`` is written over kinds of items (kinds.py); ``read`` gives the value of a match, or None to refuse it.
    ``yes`` are texts with the value they must give; ``no`` are texts that this rule must leave alone.
    """

    name: str
    covers: str
    makes: str
    pattern: str
    read: Read
    yes: tuple[tuple[str, Any], ...] = ()
    no: tuple[str, ...] = ()


def kinds_of(items: Sequence[Item]) -> str:
    """The characters of the items' kinds: the string that patterns are matched on."""
    return "".join([item.kind for item in items])


class Level:
    """Rules that are tried together: at each place the first one in the list that matches and is not refused wins."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)
        patterns = [expand(rule.pattern) for rule in rules]
        self._single = tuple(map(re.compile, patterns))
        # An empty group behind each pattern tells which one matched; around it, it would keep the search from
        # passing over the places where no pattern can begin.
        self._any = re.compile("|".join(f"(?:{pattern})()" for pattern in patterns))

    def rewrite(self, items: list[Item], moment: Moment, kinds: str) -> list[Item]:
        """The items (whose kinds are ``kinds``) with every match replaced by what its rule makes; the same if none."""
        found = self._any.search(kinds)
        if found is None:
            return items
        result: list[Item] = []
        done = 0
        while found is not None:
            begin = found.start()
            made = self._make(kinds, items, found, moment)
            if made is None:
                result += items[done : begin + 1]
                done = begin + 1
            else:
                item, end = made
                result += items[done:begin]
                result.append(item)
                done = end
            found = self._any.search(kinds, done)
        result += items[done:]
        return result

    def _make(self, kinds: str, items: list[Item], found: re.Match[str], moment: Moment) -> tuple[Item, int] | None:
        begin = found.start()
        first = (found.lastindex or 1) - 1
        match: re.Match[str] | None = found
        for position in range(first, len(self.rules)):
            if match is None:
                match = self._single[position].match(kinds, begin)
            if match is not None:
                rule = self.rules[position]
                matched = items[begin : match.end()]
                value = rule.read(matched, moment)
                if value is not None:
                    item = Item(CHAR[rule.makes], value, matched[0].start, matched[-1].end, "", rule, matched)
                    return item, match.end()
            match = None
        return None
