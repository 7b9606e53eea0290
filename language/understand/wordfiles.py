"""The word files of all languages, read once: spellings with their kind and value, compounds, affixes, topics."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from language.understand.kinds import CHAR
from language.understand.rules.numbers import Decimal
from language.understand.text import fold

# The order decides for a word that several languages have, in a message that gives no other sign.
LANGUAGES = ("nl", "en", "tr", "ar", "uk")
STRENGTH = {"group": 3, "doing": 2, "sign": 1}
ROOM_STRENGTH = 4

# Tables that list words without a value, activities by label, and what is no list of words with one kind.
_VALUELESS, _ACTIVITY = "words", "activity"
_COMPOUND, _TOPIC, _AFFIX = "compound", "topic", "affix"
_ELSEWHERE = (_COMPOUND, _TOPIC, _AFFIX)
_WITH_PART = ("day", "weekday")
_AS_WRITTEN = ("holiday",)


class Activity(NamedTuple):
    """What an activity word stands for: its label, how surely (4 a group of the room … 1 a mere sign), whose group."""

    label: str | None
    strength: int
    group: str | None = None


class Lexeme(NamedTuple):
    """One meaning of a word: the character of its kind, its value, its language."""

    kind: str
    value: Any
    language: str


class Compounds(NamedTuple):
    """Words made of an activity's stem and a common ending ("tuin" + "middag"), and what each stem means."""

    pattern: re.Pattern[str]
    stems: Mapping[str, Lexeme]


class Affixes(NamedTuple):
    """What may stand glued before a word (Arabic articles) or behind it (Turkish case endings)."""

    before: tuple[str, ...]
    behind: re.Pattern[str]


@lru_cache(maxsize=1)
def _tables() -> Mapping[str, Mapping[str, Any]]:
    folder = files("language.understand") / "words"
    return {name: tomllib.loads((folder / f"{name}.toml").read_text("utf-8")) for name in LANGUAGES}


def _spellings(text: str) -> Iterable[str]:
    return (spelling.strip() for spelling in re.split(r"[,\n]", text) if spelling.strip())


def word_entries() -> Iterator[tuple[str, Lexeme]]:
    """Every spelling of every language with what it means."""
    for language, tables in _tables().items():
        for kind, table in tables.items():
            if kind not in _ELSEWHERE:
                yield from _entries_of(kind, table, language)
        yield from _weekday_parts(tables, language)


def _entries_of(kind: str, table: Mapping[str, Any], language: str) -> Iterator[tuple[str, Lexeme]]:
    for name, content in table.items():
        if kind == _ACTIVITY:
            for sureness, text in content.items():
                yield from _each(text, Lexeme(CHAR[kind], Activity(name, STRENGTH[sureness]), language))
        elif kind == _VALUELESS:
            yield from _each(content, Lexeme(CHAR[name], None, language))
        else:
            yield from _each(content, Lexeme(CHAR[kind], _value(kind, name), language))


def _each(text: str, lexeme: Lexeme) -> Iterator[tuple[str, Lexeme]]:
    return ((spelling, lexeme) for spelling in _spellings(text))


def _value(kind: str, text: str) -> Any:
    """A key of a table as the value of its words: 3, "nl", (-1, "evening") for yesterday evening."""
    if kind in _AS_WRITTEN:
        return text
    if kind == "dec":
        return Decimal(float(text), "", "")
    number, _, part = text.partition(" ")
    if kind in _WITH_PART:
        return int(number), part or None
    return int(text) if re.fullmatch(r"-?\d+", text) else text


def _weekday_parts(tables: Mapping[str, Any], language: str) -> Iterator[tuple[str, Lexeme]]:
    """A weekday and a part of the day in one word: "dinsdagavond"."""
    whole = {key: names for key, names in tables.get("weekday", {}).items() if key.isdigit()}
    for weekday, names in whole.items():
        name = next(iter(_spellings(names)))
        for part, part_names in tables.get("daypart", {}).items():
            for part_name in list(_spellings(part_names))[:2]:
                yield f"{name}{part_name}", Lexeme(CHAR["weekday"], (int(weekday), part), language)


@lru_cache(maxsize=1)
def weekday_starts() -> tuple[re.Pattern[str], Mapping[str, Lexeme]]:
    """Words that begin with a Dutch weekday ("maandagmorrege", "dinsdaggroep"), and which weekday that is."""
    names = {
        next(iter(_spellings(text))): int(key) for key, text in _tables()["nl"]["weekday"].items() if key.isdigit()
    }
    days = {name: Lexeme(CHAR["weekday"], (number, None), "nl") for name, number in names.items()}
    return re.compile(rf"({_either(days)})[a-z]{{2,14}}"), days


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@lru_cache(maxsize=1)
def compounds() -> Compounds:
    """The stems and endings of all languages."""
    stems: dict[str, Lexeme] = {}
    tails: list[str] = []
    for language, tables in _tables().items():
        table = tables.get(_COMPOUND, {})
        tails += map(fold, _spellings(table.get("tails", "")))
        for label, text in table.get("stems", {}).items():
            lexeme = Lexeme(CHAR[_ACTIVITY], Activity(label, STRENGTH["group"]), language)
            stems |= {fold(stem): lexeme for stem in _spellings(text)}
    return Compounds(re.compile(f"({_either(stems)})[se]?n?(?:{_either(tails)})"), stems)


@lru_cache(maxsize=1)
def street_endings() -> re.Pattern[str]:
    """Words that are names of streets, by their endings."""
    endings = (tables.get(_COMPOUND, {}).get("streets", "") for tables in _tables().values())
    return re.compile(rf".{{3,}}(?:{_either(fold(ending) for text in endings for ending in _spellings(text))})")


@lru_cache(maxsize=1)
def affixes() -> Affixes:
    """The prefixes and suffixes of all languages."""
    found: dict[str, list[str]] = {"prefixes": [], "suffixes": []}
    for tables in _tables().values():
        for side, text in tables.get(_AFFIX, {}).items():
            found[side] += map(fold, _spellings(text))
    before = tuple(sorted(found["prefixes"], key=len))
    return Affixes(before, re.compile(f"(.{{3,}}?)'?(?:{_either(found['suffixes'])})"))


@lru_cache(maxsize=1)
def topics() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What questions are about: each topic with the beginnings of words that tell it."""
    found: dict[str, list[str]] = {}
    for tables in _tables().values():
        for topic, text in tables.get(_TOPIC, {}).items():
            found.setdefault(topic, []).extend(re.escape(fold(word)) for word in _spellings(text))
    # "groups counted" and "groups" are two places in the order for one topic.
    return tuple((name.split()[0], re.compile(rf"(?<!\w)(?:{'|'.join(words)})")) for name, words in found.items())
