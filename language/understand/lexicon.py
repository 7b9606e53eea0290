"""All known words as one table: those of the languages, which are the same for all, and over them those of a room."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from language.understand.kinds import CHAR
from language.understand.meaning import Vocabulary
from language.understand.spelling import Spelling
from language.understand.text import fold, key, tokens
from language.understand.wordfiles import ROOM_STRENGTH, STRENGTH, Activity, Lexeme, word_entries

_ROOM = "room"
_ARTICLES = frozenset({"de", "het", "the"})
# Kinds whose words are mended when mistyped. Small words are not: too many others are one letter away.
_MENDED = frozenset(
    CHAR[name]
    for name in (
        *("day", "weekday", "month", "daypart", "last", "lastweek", "thisweek", "ago", "people"),
        *("hour", "hourlet", "minute", "quarter", "half", "dec", "int", "duration", "vague"),
        *("log", "delete", "question", "greeting", "thanks", "human", "done"),
    )
)


class Phrase(NamedTuple):
    """A phrase known by its first two words: the words that follow these, and what all together mean."""

    rest: tuple[str, ...]
    meanings: tuple[Lexeme, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Known words; phrases by their first two words, longest first; every word in a phrase; what typos are mended to.

    A room's words stand over those of all languages (``under``), which are many and the same for every room.
    ``spellings`` are asked in their order. ``sole_groups`` are the room's groups that alone have an activity's label.
    """

    words: Mapping[str, tuple[Lexeme, ...]]
    phrases: Mapping[tuple[str, str], tuple[Phrase, ...]]
    within: frozenset[str]
    spellings: tuple[Spelling, ...]
    sole_groups: Mapping[str, str]
    under: "Lexicon | None" = None

    def meanings(self, word: str) -> tuple[Lexeme, ...]:
        """What a word means; none where it is not known."""
        own = self.words.get(word, ())
        return own if own or self.under is None else self.under.meanings(word)

    def phrases_with(self, first: tuple[str, str]) -> tuple[Phrase, ...]:
        """The phrases that begin with these two words, the longest first."""
        own = self.phrases.get(first, ())
        return own if own or self.under is None else self.under.phrases_with(first)

    def is_in_phrase(self, word: str) -> bool:
        """Whether a word is part of any phrase."""
        return word in self.within or (self.under is not None and self.under.is_in_phrase(word))


Words = dict[tuple[str, ...], list[Lexeme]]


def _collect(entries: Iterable[tuple[str, Lexeme]]) -> Words:
    found: Words = {}
    for spelling, lexeme in entries:
        parts = _parts(spelling)
        meanings = found.setdefault(parts, [])
        if parts and lexeme.language not in (known.language for known in meanings):
            meanings.append(lexeme)
    found.pop((), None)
    return found


@lru_cache(maxsize=65_536)
def _parts(spelling: str) -> tuple[str, ...]:
    """The words of a name or phrase. Kept, for everybody in a room meets nearly the same names."""
    return tuple(key(token.text) for token in tokens(fold(spelling)))


def _is_mended(lexeme: Lexeme) -> bool:
    """Whether typos of a word are mended: not of mere signs of an activity, of which there are too many short ones."""
    if lexeme.kind == CHAR["activity"]:
        return int(lexeme.value.strength) > STRENGTH["sign"]
    return lexeme.kind in _MENDED


def _lexicon(found: Words, sole_groups: Mapping[str, str]) -> Lexicon:
    words = {parts[0]: tuple(meanings) for parts, meanings in found.items() if len(parts) == 1}
    phrases: dict[tuple[str, str], list[Phrase]] = {}
    for parts, meanings in found.items():
        if len(parts) > 1:
            phrases.setdefault((parts[0], parts[1]), []).append(Phrase(parts[2:], tuple(meanings)))
    return Lexicon(
        words,
        {first: _longest_first(of_first) for first, of_first in phrases.items()},
        frozenset(word for parts in found if len(parts) > 1 for word in parts),
        (Spelling(word for word, meanings in words.items() if _is_mended(meanings[0])),),
        sole_groups,
    )


def _longest_first(phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    return tuple(sorted(phrases, key=lambda phrase: len(phrase.rest), reverse=True))


@lru_cache(maxsize=1)
def _languages() -> Lexicon:
    return _lexicon(_collect(word_entries()), {})


def _room_entries(vocabulary: Vocabulary, sole_groups: Mapping[str, str]) -> Iterator[tuple[str, Lexeme]]:
    by_key = {group.key: group for group in vocabulary.groups}
    for group in vocabulary.groups:
        for word in group.words:
            yield from _with_and_without_article(
                word, Lexeme(CHAR["activity"], Activity(group.activity, ROOM_STRENGTH, group.key), _ROOM)
            )
    for word, target in vocabulary.learned:
        label = by_key[target].activity if target in by_key else target
        key_of_group = target if target in by_key else sole_groups.get(target)
        yield word, Lexeme(CHAR["activity"], Activity(label, ROOM_STRENGTH, key_of_group), _ROOM)
    for person in vocabulary.people:
        for name in person.names:
            yield name, Lexeme(CHAR["name"], person.key, _ROOM)
    for organisation in vocabulary.organisations:
        yield organisation, Lexeme(CHAR["organisation"], organisation, _ROOM)


def _with_and_without_article(name: str, lexeme: Lexeme) -> Iterator[tuple[str, Lexeme]]:
    yield name, lexeme
    first, _, rest = name.strip().partition(" ")
    if rest and fold(first) in _ARTICLES:
        yield rest, lexeme


def _sole_groups(vocabulary: Vocabulary) -> dict[str, str]:
    of_label: dict[str, list[str]] = {}
    for group in vocabulary.groups:
        if group.activity:
            of_label.setdefault(group.activity, []).append(group.key)
    return {label: keys[0] for label, keys in of_label.items() if len(keys) == 1}


@lru_cache(maxsize=256)
def lexicon(vocabulary: Vocabulary) -> Lexicon:
    """The words of all languages under those of one room. Kept for the rooms last asked for."""
    common = _languages()
    if vocabulary == Vocabulary():
        return common
    sole_groups = _sole_groups(vocabulary)
    room = _lexicon(_collect(_room_entries(vocabulary, sole_groups)), sole_groups)
    phrases: dict[tuple[str, str], tuple[Phrase, ...]] = {}
    for first, of_first in room.phrases.items():
        known = {phrase.rest for phrase in of_first}
        common_ones = (phrase for phrase in common.phrases.get(first, ()) if phrase.rest not in known)
        phrases[first] = _longest_first((*of_first, *common_ones))
    return Lexicon(room.words, phrases, room.within, room.spellings + common.spellings, sole_groups, common)
