"""Reading a message: from text to the items that the rules find, in fixed steps, each one pass."""

from collections import Counter
from datetime import datetime
from itertools import pairwise
from typing import Any

from language.understand.dutch_numbers import dutch_number
from language.understand.kinds import CHAR, NAME
from language.understand.lexicon import LANGUAGES, Activity, Lexeme, Lexicon
from language.understand.rule import Item, Level, Moment
from language.understand.rules.clock import LENGTHS, PAUSES, RANGES, TIMES
from language.understand.rules.dates import DASH_DATES, DATES, LISTS
from language.understand.rules.durations import DURATIONS
from language.understand.rules.numbers import NUMBERS, Decimal
from language.understand.rules.people import COUNTED, PEOPLE, TIMES_OVER
from language.understand.text import Token, fold, key, tokens

_UNKNOWN = CHAR["unknown"]
_MARKS = {
    ",": "comma",
    ".": "stop",
    ";": "stop",
    "!": "exclamation",
    "?": "questionmark",
    "\n": "stop",
    "-": "dashmark",
    "/": "slashmark",
    ":": "colonmark",
    "'": "apostrophe",
    "(": "open_paren",
    ")": "close_paren",
    "+": "plus",
    "&": "and",
    "*": "x",
    "=": "colonmark",
    '"': "quote",
}
_MARK_KINDS = {mark: CHAR[kind] for mark, kind in _MARKS.items()}
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75}


def _parted(text: str, sign: str) -> tuple[int, int, int | None]:
    parts = [int(part) for part in text.split(sign) if part]
    return parts[0], parts[1], parts[2] if len(parts) > 2 else None


def _shaped(token: Token) -> tuple[str, Any]:
    """The kind and value of a token that is made of digits."""
    shape, text = token.shape, token.text
    if shape == "int":
        value = int(text) if len(text) < 10 else 10**9
        return ("year" if len(text) == 4 else "int"), value
    if shape == "dec":
        sign = "," if "," in text else "."
        digits = text.partition(sign)[2]
        return "dec", Decimal(float(text.replace(",", ".")), sign, digits)
    if shape in ("dash", "slash", "dotted"):
        return shape, _parted(text, {"dash": "-", "slash": "/", "dotted": "."}[shape])
    if shape == "colon":
        hours, _, minutes = text.partition(":")
        return "colon", (int(hours), int(minutes))
    if shape == "glued":
        sign = "u" if "u" in text else "h"
        hours, _, minutes = text.replace(".", "").partition(sign)
        return "glued", (int(hours), int(minutes))
    if shape == "iso":
        year, month, day = (int(part) for part in text.split("-"))
        return "iso", (year, month, day)
    if shape == "ordinal":
        return "ordinal", int("".join(c for c in text if c.isdigit()))
    if shape == "vulgar":
        return "fraction", _VULGAR[text]
    if shape == "negative":
        return "neg", float(text.strip("- ").replace(",", "."))
    if shape == "grouped":
        return "int", int(text.replace(".", ""))
    return shape, text


def _lookup(found: list[Token], words: Lexicon) -> list[tuple[tuple[Lexeme, ...], int, int]]:
    """For each word or phrase: its meanings in the languages, and its first and last token."""
    result = []
    position = 0
    texts = [_mended(token, words) for token in found]
    count = len(texts)
    while position < count:
        text = texts[position]
        last = position
        meanings: tuple[Lexeme, ...] = ()
        for phrase in words.phrases.get(text, ()):
            end = position + 1 + len(phrase.rest)
            if end <= count and tuple(texts[position + 1 : end]) == phrase.rest:
                meanings, last = phrase.meanings, end - 1
                break
        else:
            if found[position].shape in ("word", "ending"):
                meanings = words.words.get(text) or _derived(text, words)
        result.append((meanings, position, last))
        position = last + 1
    return result


def _mended(token: Token, words: Lexicon) -> str:
    """The token's text as it stands in the word lists: a mistyped word becomes the one that was meant."""
    text = key(token.text)
    if token.shape != "word" or text in words.words or text in words.within or _derived(text, words):
        return text
    return words.spelling.nearest(text) or text


def _derived(word: str, words: Lexicon) -> tuple[Lexeme, ...]:
    """The meanings of a word that is made of known ones: a compound, or a word with something glued to it."""
    compound = words.compound.fullmatch(word)
    if compound:
        return (words.stems[compound.group(1)],)
    number = dutch_number(word)
    if number is not None:
        return (Lexeme(CHAR["int"], number, "nl"),)
    bare = words.prefixes.fullmatch(word)
    if bare and bare.group(1) in words.words:
        return words.words[bare.group(1)]
    bare = words.suffixes.fullmatch(word)
    if bare:
        inflected = tuple(meaning for meaning in words.words.get(bare.group(1), ()) if meaning.language == "tr")
        if inflected:
            return inflected
    # Dutch as it is spoken: "werke" for "werken", "klusn" for "klussen".
    spoken = words.words.get(word + "n") or words.words.get(word[:-1] + "en")
    return spoken if spoken and word[-1] in "en" and spoken[0].kind in _SPOKEN else ()


def _language(looked: list[tuple[tuple[Lexeme, ...], int, int]]) -> str:
    votes = Counter(meanings[0].language for meanings, _, _ in looked if len(meanings) == 1)
    return max(LANGUAGES, key=lambda language: (votes.get(language, 0), -LANGUAGES.index(language)))


def _items(
    folded: str, found: list[Token], looked: list[tuple[tuple[Lexeme, ...], int, int]], language: str
) -> list[Item]:
    items = []
    for meanings, first, last in looked:
        token = found[first]
        start, end = token.start, found[last].end
        if meanings:
            lexeme = meanings[0]
            if len(meanings) > 1:
                lexeme = next((meaning for meaning in meanings if meaning.language == language), lexeme)
            items.append(Item(lexeme.kind, lexeme.value, start, end, folded[start:end]))
        elif token.shape == "mark":
            items.append(Item(_MARK_KINDS[token.text], None, start, end, token.text))
        elif token.shape in ("word", "ending"):
            items.append(Item(_UNKNOWN, token.text, start, end, token.text))
        else:
            kind, value = _shaped(token)
            items.append(Item(CHAR[kind], value, start, end, token.text))
    return _without_false_sundays(items)


def _without_false_sundays(items: list[Item]) -> list[Item]:
    """ "Zo" is short for Sunday beside an amount or another day, and the common word "so" elsewhere."""
    for item, after in pairwise(items):
        if item.text == _SUNDAY and item.kind == CHAR["weekday"] and after.kind in _NO_DAY_BEFORE:
            item.kind = CHAR["neutral"]
    return items


_SPOKEN = frozenset(CHAR[kind] for kind in ("activity", "work", "done", "log"))
_SUNDAY = "zo"
_NO_DAY_BEFORE = frozenset(
    CHAR[kind] for kind in ("unknown", "neutral", "smalltalk", "i", "polite", "done", "questionmark")
)
_NUMBERS, _WHEN, _RANGES = Level(NUMBERS), Level(PEOPLE + DATES + TIMES + DURATIONS), Level(LENGTHS + RANGES)
_PAUSES, _DASH_DATES, _LISTS, _TIMES_OVER = Level(PAUSES), Level(DASH_DATES), Level(LISTS), Level(COUNTED + TIMES_OVER)
_AMOUNTS = frozenset(CHAR[kind] for kind in ("duration", "range", "choice", "vague"))


def read(text: str, now: datetime, words: Lexicon) -> tuple[list[Item], list[Item], Moment]:
    """The items of the text as far as rules join them, the numbers in it, and the moment."""
    folded = fold(text)
    found = tokens(folded)
    looked = _lookup(found, words)
    moment = Moment(now, now.date(), _language(looked))
    items = _NUMBERS.rewrite(_items(folded, found, looked, moment.language), moment)
    numbers = [item for item in items if NAME[item.kind] in ("int", "dec", "a", "year", "neg")]
    items = _WHEN.rewrite(items, moment)
    items = _PAUSES.rewrite(items, moment)
    if CHAR["dash"] in {item.kind for item in items} and any(item.kind in _AMOUNTS for item in items):
        items = _DASH_DATES.rewrite(items, moment)
    items = _RANGES.rewrite(items, moment)
    items = _LISTS.rewrite(items, moment)
    items = _TIMES_OVER.rewrite(items, moment)
    return items, numbers, moment


__all__ = ["Activity", "read"]
