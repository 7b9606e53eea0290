"""Amounts, days and lists in words."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from functools import lru_cache

from markupsafe import Markup, escape

from language.say import plain, say

MINUTES_IN_HOUR = 60


@lru_cache(maxsize=4096)
def duration(language: str, minutes: int) -> str:
    """Minutes as hours and minutes in words: "2 uur en 30 minuten"."""
    hours, rest = divmod(minutes, MINUTES_IN_HOUR)
    if not rest:
        return plain(language, "duration-hours", hours=hours)
    if not hours:
        return plain(language, "duration-minutes", minutes=rest)
    return plain(language, "duration-both", hours=hours, minutes=rest)


@lru_cache(maxsize=4096)
def short_duration(language: str, minutes: int) -> str:
    """Minutes as short as they go, for a button: "2,5 uur", "45 min"."""
    hours, rest = divmod(minutes, MINUTES_IN_HOUR)
    if rest and not hours:
        return plain(language, "duration-short-minutes", minutes=rest)
    if rest % 15:
        return plain(language, "duration-short-both", hours=hours, minutes=f"{rest:02}")
    decimals = {0: "none", 15: "25", 30: "5", 45: "75"}[rest]
    return plain(language, "duration-short-hours", whole=hours, decimals=decimals)


@lru_cache(maxsize=4096)
def day(language: str, on: date, today: date) -> str:
    """A day with its weekday: "woensdag 11 maart", with the year where it is not this one."""
    words = {"weekday": plain(language, f"weekday-{on.isoweekday()}"), "day": str(on.day)}
    words["month"] = plain(language, f"month-{on.month}")
    if on.year == today.year:
        return plain(language, "date", **words)
    return plain(language, "date-with-year", year=str(on.year), **words)


def weekday(language: str, on: date) -> str:
    """The weekday of a day: "woensdag"."""
    return plain(language, f"weekday-{on.isoweekday()}")


def clock(language: str, at: time) -> str:
    """A clock time: "10.00 uur"."""
    return plain(language, "clock-time", hour=str(at.hour), minute=f"{at.minute:02}")


def since(language: str, began: datetime, today: date) -> str:
    """From when on, in the reader's zone: "vanaf 10.00 uur", with the day where it is not today."""
    at = clock(language, began.time())
    if began.date() == today:
        return plain(language, "since", time=at)
    return plain(language, "since-day", time=at, day=day(language, began.date(), today))


def count(language: str, least: int, most: int) -> Markup:
    """A count in words: "43", or "minstens 43, hoogstens 61" where it is not known exactly."""
    return say(language, "count-exact" if least == most else "count-range", least=least, most=most)


def shortened(text: str, most: int) -> str:
    """A text of at most so many characters, cut between words where it can be."""
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,.") + "…"


def capital(text: str) -> str:
    """A text as it stands at the start of a line."""
    return text[:1].upper() + text[1:]


# Dutch nouns that are "het": the usual endings, and verbs that stand for what is done.
_HET = re.compile(
    r"(?:caf[eé]|atelier|team|ontbijt|diner|koor|(?<![tb])uur|overleg|project|huis|werk|plein|spel|bestuur|onderhoud"
    r"|eten|koken|naaien|breien|haken|wandelen|fietsen|tuinieren|klussen|sporten|zwemmen|schilderen|schoonmaken"
    r"|handwerken|zingen|dansen|lezen|[^aeiou]je)$"
)


def at_group(language: str, name: str) -> str:
    """At a group, with the article that its name has in Dutch: "bij de eettafel", "bij het taalcafé", "bij Samen Eten".

    A name of several words, or with a capital, has none. Which nouns are neuter is known of the usual endings alone.
    """
    if " " in name.strip() or name != name.lower() or not name.isalpha():
        return plain(language, "at-group", group=name)
    return plain(language, "at-group-het" if _HET.search(name) else "at-group-de", group=name)


def listed(language: str, items: Sequence[str], joined: str = "list") -> Markup:
    """Items as a list in a sentence: "a, b en c"; items that are not safe text yet are escaped.

    ``joined`` is the text that puts the last one behind the others.
    """
    if len(items) < 2:
        return escape(items[0]) if items else Markup()
    return say(language, joined, first=Markup(", ").join(items[:-1]), last=items[-1])


def lines(items: Sequence[str]) -> Markup:
    """Items under each other, one a line; items that are not safe text yet are escaped."""
    return Markup("\n").join(items)
