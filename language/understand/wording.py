"""Which known words and phrases a text is made of: as written, made of known words, or mistyped."""

import re
from typing import NamedTuple

from language.understand.dutch_numbers import dutch_number, dutch_ordinal
from language.understand.kinds import CHAR
from language.understand.lexicon import Lexicon
from language.understand.text import Token, key
from language.understand.wordfiles import STRENGTH, Activity, Lexeme, affixes, compounds, weekday_starts

# No longer word is taken apart or mended.
_LONGEST = 40
# "neeeee", "bedanktttt"
_STRETCHED = re.compile(r"(.)\1{2,}")
_ACTIVITY = CHAR["activity"]
_VERBS = frozenset(CHAR[kind] for kind in ("activity", "done", "helped", "work", "log", "unknown"))
# What a verb may end in that is written with another ending: "ingevult", "gemaild", "geboordt", "opend".
_ENDINGS = {"t": ("d", "t"), "d": ("t", "d", "ed")}
_SHORTEST_VERB = 5
# A compound is taken by its last part only where that is a word by its length, or one that many end in.
_SHORTEST_PART = 4
_SHORT = frozenset({"deur", "lamp", "kast", "tuin", "kids"})
_SPOKEN = frozenset(CHAR[kind] for kind in ("activity", "work", "done", "log"))


class Wording(NamedTuple):
    """A word or phrase of a text: its meanings in the languages that have it, and its first and last token."""

    meanings: tuple[Lexeme, ...]
    first: int
    last: int


def wording(found: list[Token], words: Lexicon) -> list[Wording]:
    """The tokens as words and phrases, the longest phrase first."""
    result = []
    single = [_word(token, words) for token in found]
    texts = [text for text, _ in single]
    position, count = 0, len(texts)
    while position < count:
        text, meanings = single[position]
        last = position
        pair = (text, texts[position + 1]) if position + 1 < count else (text, "")
        for phrase in words.phrases_with(pair):
            end = position + 2 + len(phrase.rest)
            if end <= count and (not phrase.rest or tuple(texts[position + 2 : end]) == phrase.rest):
                meanings, last = phrase.meanings, end - 1
                break
        result.append(Wording(meanings, position, last))
        position = last + 1
    return result


def _word(token: Token, words: Lexicon) -> tuple[str, tuple[Lexeme, ...]]:
    """A token's text as it stands in the word lists, and what it means alone."""
    text = key(token.text)
    if token.shape not in ("word", "ending", "texted"):
        return text, ()
    meanings = words.meanings(text)
    if meanings:
        return text, meanings
    if len(text) > _LONGEST:
        return text, ()
    meanings = _derived(text, words)
    if meanings:
        return text, meanings
    respelled = _respelled(text, words) if not words.is_in_phrase(text) else None
    if respelled is not None:
        return respelled, words.meanings(respelled)
    stretched = _STRETCHED.search(text)
    if stretched:
        for fewer in (r"\1", r"\1\1"):
            shorter = _STRETCHED.sub(fewer, text)
            if words.meanings(shorter):
                return shorter, words.meanings(shorter)
    if words.is_in_phrase(text):
        return text, ()
    nearest = next((near for spelling in words.spellings if (near := spelling.nearest(text))), None)
    return (nearest, words.meanings(nearest)) if nearest else (text, _work_in(text, words))


def _compound(word: str) -> tuple[Lexeme, ...]:
    compound = compounds().pattern.fullmatch(word)
    return (compounds().stems[compound.group(1)],) if compound else ()


def _derived(word: str, words: Lexicon) -> tuple[Lexeme, ...]:
    """The meanings of a word that is made of known ones: a compound, or a word with something glued to it."""
    compound = _compound(word)
    if compound:
        return compound
    weekday = weekday_starts()[0].fullmatch(word)
    if weekday:
        return (weekday_starts()[1][weekday.group(1)],)
    number = dutch_number(word)
    if number is not None:
        return (Lexeme(CHAR["int"], number, "nl"),)
    ordinal = dutch_ordinal(word)
    if ordinal:
        return (Lexeme(CHAR["ordinal"], ordinal, "nl"),)
    for prefix in affixes().before:
        glued = words.meanings(word[len(prefix) :]) if word.startswith(prefix) else ()
        if glued:
            return glued
    bare = affixes().behind.fullmatch(word)
    if bare:
        inflected = tuple(meaning for meaning in words.meanings(bare.group(1)) if meaning.language == "tr")
        if inflected:
            return inflected
        # Turkish endings behind Dutch words stand behind an apostrophe: "kookgroep'ta".
        stem, apostrophe, _ = word.partition("'")
        if apostrophe:
            return tuple(each for each in words.meanings(stem) or _compound(stem) if each.kind == _ACTIVITY)
    # Dutch as it is spoken: "werke" for "werken", "klusn" for "klussen".
    spoken = words.meanings(word + "n") or words.meanings(word[:-1] + "en")
    return spoken if spoken and word[-1] in "en" and spoken[0].kind in _SPOKEN else ()


def _respelled(word: str, words: Lexicon) -> str | None:
    """The verb that was meant where only how it ends is wrong: "ingevult", "geboordt", English "opend"."""
    if word[-1:] not in _ENDINGS or len(word) < _SHORTEST_VERB:
        return None
    stem = word[:-2] if word.endswith("dt") else word[:-1]
    for ending in _ENDINGS[word[-1]]:
        other = stem + ending
        meanings = words.meanings(other)
        if other != word and (meanings[0].kind in _VERBS if meanings else words.is_in_phrase(other)):
            return other
    return None


def _work_in(word: str, words: Lexicon) -> tuple[Lexeme, ...]:
    """What a long Dutch word is about, by its last part: "belastingformulieren", "schuurdeur"; a sign of it only."""
    for begin in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        found = words.meanings(word[begin:])
        if found and found[0].kind == _ACTIVITY and found[0].language == "nl":
            activity: Activity = found[0].value
            if activity.strength != STRENGTH["doing"] and (
                len(word) - begin > _SHORTEST_PART or word[begin:] in _SHORT
            ):
                return (found[0]._replace(value=activity._replace(strength=STRENGTH["sign"], group=None)),)
    return ()
