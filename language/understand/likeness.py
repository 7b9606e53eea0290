"""Words that are nearly one that is known, where it is asked whether a word can be something else altogether."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from rapidfuzz import fuzz, process

from language.understand.kinds import CHAR
from language.understand.wordfiles import STRENGTH, Lexeme, word_entries

_SHORT = 5
_ALIKE = 80
# A verb differs from another in few letters; in a short one, first and last must be right.
_VERB_ALIKE, _SHORT_VERB_ALIKE = 88, 75
_WORK = frozenset(CHAR[kind] for kind in ("done", "helped", "work"))
_LOGGED = _WORK | frozenset(CHAR[kind] for kind in ("day", "weekday", "month", "daypart", "hour", "minute", "log"))
_ACTIVITY, _UNKNOWN = CHAR["activity"], CHAR["unknown"]

ByFirst = Mapping[str, list[str]]


def nearly_known(word: str) -> bool:
    """Whether a word is nearly one of those that logs are made of: "kkgroep", "vnmddg"."""
    return len(word) >= _SHORT and _alike(word, _words_of_logs().get(word[0], ()), _ALIKE)


def nearly_work(word: str) -> bool:
    """Whether a word is nearly a verb of work: "gewerrekt", "halp"."""
    verbs: Iterable[str] = _work_verbs().get(word[0], ())
    if len(word) > _SHORT:
        return _alike(word, verbs, _VERB_ALIKE)
    return _alike(word, [verb for verb in verbs if verb[-1] == word[-1]], _SHORT_VERB_ALIKE)


def _alike(word: str, known: Iterable[str], least: int) -> bool:
    return process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=least) is not None


@lru_cache(maxsize=1)
def _words_of_logs() -> ByFirst:
    return _by_first(
        (word, lexeme)
        for word, lexeme in word_entries()
        if lexeme.kind in _LOGGED or (lexeme.kind == _ACTIVITY and lexeme.value.strength > STRENGTH["sign"])
    )


@lru_cache(maxsize=1)
def _work_verbs() -> ByFirst:
    return _by_first(
        (word, lexeme)
        for word, lexeme in word_entries()
        if lexeme.kind in _WORK
        or (lexeme.kind == _UNKNOWN and lexeme.value == "work")
        or (lexeme.kind == _ACTIVITY and lexeme.value.strength == STRENGTH["doing"])
    )


def _by_first(entries: Iterable[tuple[str, Lexeme]]) -> ByFirst:
    found: dict[str, list[str]] = defaultdict(list)
    for word, _ in entries:
        if " " not in word:
            found[word[0]].append(word)
    return dict(found)
