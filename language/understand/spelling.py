"""Typos: the word that was probably meant, found among those that are known."""

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

_SHORTEST = 4
_LONGEST = 24
# The first letter is seldom wrong: only in a word this long may it be.
_LONG_ENOUGH = 6
# Of a word this short both the first and the last letter must be right.
_SHORT = 5


def allowed(length: int) -> int:
    """How many letters of a word of this length may be wrong: none below four, one, and two from eight on."""
    if not _SHORTEST <= length <= _LONGEST:
        return 0
    return 1 if length < 8 else 2


class Spelling:
    """Known words, so arranged that a mistyped one meets only those that begin, or go on after one letter, alike."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_start: dict[str, list[str]] = {}
        self._by_second: dict[str, list[str]] = {}
        for word in words:
            if len(word) >= _SHORTEST:
                self._by_start.setdefault(word[0], []).append(word)
                self._by_second.setdefault(word[1:3], []).append(word)

    def nearest(self, word: str) -> str | None:
        """The known word that differs least from this one, if few enough letters do."""
        most = allowed(len(word))
        if not most:
            return None
        found = self._among(self._by_start.get(word[0], ()), word, most)
        if found is None and len(word) >= _LONG_ENOUGH:
            found = self._among(self._by_second.get(word[1:3], ()), word, 1)
        return found

    @staticmethod
    def _among(candidates: Iterable[str], word: str, most: int) -> str | None:
        found = process.extractOne(word, candidates, scorer=OSA.distance, score_cutoff=most)
        if found is None:
            return None
        nearest, distance, _ = found
        if distance > allowed(min(len(word), len(nearest))):
            return None
        alike = (
            len(word) > _SHORT or (word[0], word[-1]) == (nearest[0], nearest[-1]) or sorted(word) == sorted(nearest)
        )
        return nearest if alike else None
