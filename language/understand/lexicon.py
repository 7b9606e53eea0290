"""The word files as one table: every known word and phrase with the kind and value it has in each language."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from language.understand.kinds import CHAR
from language.understand.meaning import Vocabulary
from language.understand.rules.numbers import Decimal
from language.understand.spelling import Spelling
from language.understand.text import fold, key, tokens

# The order decides for a word that several languages have, in a message that gives no other sign.
LANGUAGES = ("nl", "en", "tr", "ar", "uk")

STRENGTH = {"group": 3, "doing": 2, "sign": 1}


class Activity(NamedTuple):
    """What an activity word stands for: its label, how surely (3 a group's name … 1 a mere sign), and whose group."""

    label: str | None
    strength: int
    group: str | None = None


class Lexeme(NamedTuple):
    """One meaning of a word: the character of its kind, its value, its language."""

    kind: str
    value: Any
    language: str


class Phrase(NamedTuple):
    """A phrase known by its first word: the words that follow, and what all together mean."""

    rest: tuple[str, ...]
    meanings: tuple[Lexeme, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Known single words, phrases by their first word (longest first) and the words in them, compounds, typos."""

    words: Mapping[str, tuple[Lexeme, ...]]
    phrases: Mapping[str, tuple[Phrase, ...]]
    within: frozenset[str]
    compound: re.Pattern[str]
    stems: Mapping[str, Lexeme]
    prefixes: re.Pattern[str]
    suffixes: re.Pattern[str]
    spelling: Spelling


_VALUELESS = "words"
_WITH_PART = ("day", "weekday")
_WRITTEN = ("holiday",)
_ACTIVITY = "activity"
_COMPOUND = "compound"
_TOPIC = "topic"
_AFFIX = "affix"
_ELSEWHERE = (_COMPOUND, _TOPIC, _AFFIX)
# Kinds whose words are mended when mistyped. Small words are not: too many others are one letter away.
_MENDED = frozenset(
    CHAR[name]
    for name in (
        *("activity", "day", "weekday", "month", "daypart", "last", "lastweek", "thisweek", "ago", "people"),
        *("hour", "hourlet", "minute", "quarter", "half", "dec", "int", "duration", "vague"),
        *("log", "delete", "question", "greeting", "thanks", "human", "done", "wrong", "change"),
    )
)


def _spellings(text: str) -> Iterable[str]:
    return (spelling.strip() for spelling in re.split(r"[,\n]", text) if spelling.strip())


def _read(language: str) -> Iterable[tuple[str, Lexeme]]:
    source = files("language.understand") / "words" / f"{language}.toml"
    tables = tomllib.loads(source.read_text(encoding="utf-8"))
    for kind, table in tables.items():
        if kind in _ELSEWHERE:
            continue
        for value, text in table.items():
            if kind == _ACTIVITY:
                for sureness, activity_text in text.items():
                    lexeme = Lexeme(CHAR["activity"], Activity(value, STRENGTH[sureness]), language)
                    yield from ((spelling, lexeme) for spelling in _spellings(activity_text))
            elif kind == _VALUELESS:
                yield from ((spelling, Lexeme(CHAR[value], None, language)) for spelling in _spellings(text))
            else:
                lexeme = Lexeme(CHAR[kind], value if kind in _WRITTEN else _value(value), language)
                if kind in _WITH_PART and not isinstance(lexeme.value, tuple):
                    lexeme = lexeme._replace(value=(lexeme.value, None))
                elif kind == "dec":
                    lexeme = lexeme._replace(value=Decimal(float(value), "", ""))
                yield from ((spelling, lexeme) for spelling in _spellings(text))
    yield from _weekday_parts(tables, language)


def _weekday_parts(tables: Mapping[str, Any], language: str) -> Iterable[tuple[str, Lexeme]]:
    """A weekday and a part of the day in one word: "dinsdagavond"."""
    for weekday, names in tables.get("weekday", {}).items():
        for part, part_names in tables.get("daypart", {}).items():
            for name in list(_spellings(names))[:1]:
                for part_name in list(_spellings(part_names))[:2]:
                    lexeme = Lexeme(CHAR["weekday"], (int(weekday), part), language)
                    yield f"{name}{part_name}", lexeme


def _value(text: str) -> Any:
    number, _, part = text.partition(" ")
    if part:
        return int(number), part
    try:
        return float(text) if "." in text else int(text)
    except ValueError:
        return text


def _compounds() -> tuple[re.Pattern[str], dict[str, Lexeme]]:
    stems: dict[str, Lexeme] = {}
    tails: list[str] = []
    for language in LANGUAGES:
        tables = tomllib.loads((files("language.understand") / "words" / f"{language}.toml").read_text("utf-8"))
        compound = tables.get(_COMPOUND, {})
        tails += (fold(tail) for tail in _spellings(compound.get("tails", "")))
        for label, text in compound.get("stems", {}).items():
            for stem in _spellings(text):
                stems[fold(stem)] = Lexeme(CHAR["activity"], Activity(label, 3), language)

    return re.compile(f"({_either(stems)})[se]?n?(?:{_either(tails)})"), stems


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@lru_cache(maxsize=1)
def _affixes() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may stand glued before and behind a word: articles and prepositions, endings of cases."""
    found: dict[str, list[str]] = {"prefixes": [], "suffixes": []}
    for language in LANGUAGES:
        tables = tomllib.loads((files("language.understand") / "words" / f"{language}.toml").read_text("utf-8"))
        for side, text in tables.get(_AFFIX, {}).items():
            found[side] += map(fold, _spellings(text))
    return re.compile(f"(?:{_either(found['prefixes'])})(.{{2,}})"), re.compile(
        f"(.{{3,}}?)(?:{_either(found['suffixes'])})"
    )


@lru_cache(maxsize=1)
def topics() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What questions are about: each topic with the words that tell it."""
    found: dict[str, list[str]] = {}
    for language in LANGUAGES:
        tables = tomllib.loads((files("language.understand") / "words" / f"{language}.toml").read_text("utf-8"))
        for topic, text in tables.get(_TOPIC, {}).items():
            found.setdefault(topic, []).extend(re.escape(fold(word)) for word in _spellings(text))
    return tuple((topic, re.compile(rf"(?<!\w)(?:{'|'.join(words)})")) for topic, words in found.items())


def _room_words(vocabulary: Vocabulary) -> Iterable[tuple[str, Lexeme]]:
    by_label: dict[str, list[str]] = {}
    by_key = {group.key: group for group in vocabulary.groups}
    for group in vocabulary.groups:
        if group.activity:
            by_label.setdefault(group.activity, []).append(group.key)
        for word in group.words:
            yield word, Lexeme(CHAR["activity"], Activity(group.activity, 4, group.key), "room")
    for word, target in vocabulary.learned:
        if target in by_key:
            activity = Activity(by_key[target].activity, 4, target)
        else:
            of_label = by_label.get(target, [])
            activity = Activity(target, 4, of_label[0] if len(of_label) == 1 else None)
        yield word, Lexeme(CHAR["activity"], activity, "room")
    for person in vocabulary.people:
        for name in person.names:
            yield name, Lexeme(CHAR["name"], person.key, "room")


@lru_cache(maxsize=1)
def _language_words() -> tuple[tuple[str, Lexeme], ...]:
    return tuple(pair for language in LANGUAGES for pair in _read(language))


@lru_cache(maxsize=1)
def _compound_words() -> tuple[re.Pattern[str], dict[str, Lexeme]]:
    return _compounds()


@lru_cache(maxsize=64)
def lexicon(vocabulary: Vocabulary) -> Lexicon:
    """The words of all languages with those of one room, which go before them. Kept for the last rooms asked for."""
    words: dict[str, list[Lexeme]] = {}
    phrases: dict[str, dict[tuple[str, ...], list[Lexeme]]] = {}
    room: dict[tuple[str, ...], Lexeme] = {}
    for spelling, lexeme in _room_words(vocabulary):
        room.setdefault(tuple(key(token.text) for token in tokens(fold(spelling))), lexeme)
    for parts, lexeme in room.items():
        _enter(words, phrases, parts, lexeme)
    for spelling, lexeme in _language_words():
        parts = tuple(key(token.text) for token in tokens(fold(spelling)))
        if parts and parts not in room:
            _enter(words, phrases, parts, lexeme)
    mended = (word for word, lexemes in words.items() if _is_mended(lexemes[0]))
    compound, stems = _compound_words()
    return Lexicon(
        {word: tuple(lexemes) for word, lexemes in words.items()},
        {first: _longest_first(found) for first, found in phrases.items()},
        frozenset(word for first, found in phrases.items() for rest in found for word in (first, *rest)),
        compound,
        stems,
        *_affixes(),
        Spelling(mended),
    )


def _is_mended(lexeme: Lexeme) -> bool:
    """Whether typos of a word are mended: not of mere signs of an activity, of which there are too many short ones."""
    if lexeme.kind == CHAR["activity"]:
        return int(lexeme.value.strength) > STRENGTH["sign"]
    return lexeme.kind in _MENDED


def _enter(
    words: dict[str, list[Lexeme]],
    phrases: dict[str, dict[tuple[str, ...], list[Lexeme]]],
    parts: tuple[str, ...],
    lexeme: Lexeme,
) -> None:
    meanings = (
        words.setdefault(parts[0], [])
        if len(parts) == 1
        else phrases.setdefault(parts[0], {}).setdefault(parts[1:], [])
    )
    if lexeme.language not in (known.language for known in meanings):
        meanings.append(lexeme)


def _longest_first(found: Mapping[tuple[str, ...], list[Lexeme]]) -> tuple[Phrase, ...]:
    return tuple(Phrase(rest, tuple(found[rest])) for rest in sorted(found, key=len, reverse=True))
