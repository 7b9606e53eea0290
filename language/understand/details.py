"""What a klus was and where it was done, in the writer's own words."""

from language.understand.kinds import CHAR, NAME
from language.understand.rule import Item
from language.understand.segments import Segment

_NAMES_A_GROUP = 3
# What may stand inside the description of a klus, between its words.
_INSIDE = frozenset(
    CHAR[kind] for kind in ("unknown", "the", "a", "neutral", "and", "int", "activity", "done", "helped", "work", "of")
)
_BEFORE = frozenset(CHAR[kind] for kind in ("unknown", "int"))
_PLACE = frozenset(CHAR[kind] for kind in ("place_at", "at", "for", "before"))
_OF_PLACE = frozenset(
    CHAR[kind]
    for kind in ("unknown", "title", "name", "the", "a", "of", "heads", "other_person", "address", "int", "past")
)


def _told(item: Item) -> bool:
    return item.kind == CHAR["activity"] and item.value.label == "klussen" and item.value.strength < _NAMES_A_GROUP


def klus_of(segment: Segment, text: str) -> str | None:
    """The words that tell what was mended, without day, amount and place; None if only the group is named."""
    items = segment.items
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
    """With whom or where the klus was: what follows "bij"."""
    items = segment.items
    for position, item in enumerate(items[:-1]):
        if item.kind not in _PLACE:
            continue
        end = position
        while end + 1 < len(items) and items[end + 1].kind in _OF_PLACE:
            end += 1
            if NAME[items[end].kind] == "title" and end + 1 < len(items) and NAME[items[end + 1].kind] == "stop":
                end += 1
        if end > position and any(NAME[i.kind] not in ("the", "a", "of") for i in items[position + 1 : end + 1]):
            return text[items[position + 1].start : items[end].end]
    return None
