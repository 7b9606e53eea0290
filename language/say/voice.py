"""A voice: a language, and the day that it calls today."""

from dataclasses import dataclass
from datetime import date, datetime, time

from markupsafe import Markup, escape

from language.say import plain, say, words


@dataclass(frozen=True, slots=True)
class Voice:
    """How to speak to one person at one moment."""

    language: str
    today: date

    def say(self, key: str, **values: object) -> Markup:
        """A text, as safe HTML."""
        return say(self.language, key, **values)

    def label(self, key: str, **values: object) -> str:
        """A text without markup: for buttons, menus and pictures."""
        return plain(self.language, key, **values)

    def duration(self, minutes: int) -> str:
        """Minutes in words: "2 uur en 30 minuten"."""
        return words.duration(self.language, minutes)

    def short_duration(self, minutes: int) -> str:
        """Minutes as short as they go: "2,5 uur"."""
        return words.short_duration(self.language, minutes)

    def day(self, on: date) -> str:
        """A day with its weekday: "woensdag 11 maart"."""
        return words.day(self.language, on, self.today)

    def clock(self, at: time) -> str:
        """A clock time: "10.00 uur"."""
        return words.clock(self.language, at)

    def running(self, group: str | None, began: datetime) -> Markup:
        """What runs, and from when on in the reader's zone: "tuingroep, vanaf 10.00 uur"."""
        since = words.since(self.language, began, self.today)
        return escape(since) if group is None else self.say("running-for-group", group=group, since=since)

    def weekday(self, on: date) -> str:
        """The weekday of a day: "woensdag"."""
        return words.weekday(self.language, on)

    def count(self, least: int, most: int) -> Markup:
        """A count in words: "43", or "minstens 43, hoogstens 61" where it is not known exactly."""
        return words.count(self.language, least, most)

    def listed_or(self, items: list[str]) -> Markup:
        """Items to choose from in a sentence: "a, b of c"."""
        return words.listed(self.language, items, "list-or")

    def at_group(self, name: str) -> str:
        """At a group: "bij de eettafel"."""
        return words.at_group(self.language, name)

    def listed(self, items: list[str]) -> Markup:
        """Items in a sentence: "a, b en c"."""
        return words.listed(self.language, items)
