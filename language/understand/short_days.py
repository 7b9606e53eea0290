"""English weekdays of two letters ("Mo", "Th"), where they can be nothing else."""

from collections.abc import Sequence

from language.understand.kinds import CHAR
from language.understand.rule import Item

_DAYS = {"mo": 1, "tu": 2, "we": 3, "th": 4, "fr": 5, "sa": 6, "su": 7}
# Words and names too: these are weekdays only beside another one.
_WORDS = frozenset({"mo", "we", "sa"})
_STARTS = frozenset(CHAR[kind] for kind in ("stop", "comma", "and", "plus", "dashmark"))
_AMOUNTS = frozenset(CHAR[kind] for kind in ("int", "dec", "glued", "colon", "colonmark", "half", "fraction", "dash"))
_LIKE_DAYS = frozenset(CHAR[kind] for kind in ("unknown", "we", "hour", "the"))
_WEEKDAY = CHAR["weekday"]


def name_short_days(items: Sequence[Item]) -> None:
    """Make weekdays of the two letters that open a piece of a message and stand before an amount."""
    found = [
        item
        for position, item in enumerate(items[:-1])
        if item.text in _DAYS
        and item.kind in _LIKE_DAYS
        and items[position + 1].kind in _AMOUNTS
        and (position == 0 or items[position - 1].kind in _STARTS)
    ]
    if len(found) > 1 or any(item.text not in _WORDS for item in found):
        for item in found:
            item.kind, item.value = _WEEKDAY, (_DAYS[item.text], None)
