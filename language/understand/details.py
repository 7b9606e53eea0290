"""What a klus was and where it was done, in the writer's own words."""

from language.understand.kinds import CHAR
from language.understand.places import place_in, place_span
from language.understand.rule import Item
from language.understand.segments import Segment

_NAMES_A_GROUP = 3
# What may stand inside the description of a klus, between its words.
_INSIDE = frozenset(
    CHAR[kind]
    for kind in ("unknown", "the", "a", "neutral", "and", "int", "activity", "done", "helped", "work", "of", "broken")
)
_BEFORE = frozenset(CHAR[kind] for kind in ("unknown", "int", "broken"))


def _told(item: Item) -> bool:
    return item.kind == CHAR["activity"] and item.value.label == "klussen" and item.value.strength < _NAMES_A_GROUP


def klus_of(segment: Segment, text: str) -> str | None:
    """The words that tell what was mended, without day, amount and place; None if only the group is named."""
    first, after = place_span(segment.items, text) or (0, 0)
    items = [*segment.items[:first], *segment.items[after:]] if after else segment.items
    start = next((i for i, item in enumerate(items) if _told(item)), None)
    if start is None:
        return None
    end = start
    for position in range(start + 1, len(items)):
        if items[position].kind not in _INSIDE:
            break
        if _told(items[position]) or (items[position].kind == CHAR["done"] and position == end + 1):
            end = position
    while start > 0 and items[start - 1].kind in _BEFORE:
        start -= 1
    return text[items[start].start : items[end].end] or None


def place_of(segment: Segment, text: str) -> str | None:
    """With whom or where the klus was: what follows "bij", or the name of a street."""
    return place_in(segment.items, text)
