"""Where something was or is to be done, as the writer puts it: "bij mw. Jansen, Amsterdamsestraatweg 12"."""

from collections.abc import Sequence

from language.understand.kinds import CHAR, NAME
from language.understand.rule import Item
from language.understand.wordfiles import street_endings

_PLACE = frozenset(CHAR[kind] for kind in ("place_at", "at", "for", "before"))
_OF_PLACE = frozenset(
    CHAR[kind]
    for kind in (
        *("unknown", "title", "name", "the", "a", "of", "heads", "other_person", "address", "int", "past"),
        *("organisation", "thing", "count", "postcode", "ordinal"),
    )
)
_SMALL = ("the", "a", "of")
# How many words a place may have: longer, it is a story.
_LONGEST = 8


def is_street(item: Item) -> bool:
    """Whether a word is the name of a street, by its ending: "Amsterdamsestraatweg"."""
    return item.kind == CHAR["address"] or (
        item.kind == CHAR["unknown"] and street_endings().fullmatch(item.text) is not None
    )


def place_span(items: Sequence[Item], text: str) -> tuple[int, int] | None:
    """The first place that is named: from which item (that of "bij" included) up to which."""
    for position, item in enumerate(items):
        if item.kind in _PLACE:
            end = _end(items, position + 1, text)
            inside = items[position + 1 : end]
            if any(NAME[each.kind] not in _SMALL for each in inside) and _is_place(item, inside):
                return position, end
        elif is_street(item):
            numbered = position > 0 and NAME[items[position - 1].kind] == "int"
            return position - numbered, _end(items, position, text)
    return None


def _is_place(opening: Item, inside: Sequence[Item]) -> bool:
    """Whether what stands behind the word is a place or a person; behind "bij" all is."""
    return opening.kind != CHAR["at"] or not all(NAME[item.kind] in ("int", *_SMALL) for item in inside)


def _end(items: Sequence[Item], start: int, text: str) -> int:
    end = start
    while end < len(items) and end - start < _LONGEST:
        kind = NAME[items[end].kind]
        glued = kind == "dashmark" and end > start and items[end].start == items[end - 1].end
        title = kind == "stop" and end > start and (NAME[items[end - 1].kind] == "title" or _initial(items[end - 1]))
        if not (items[end].kind in _OF_PLACE or glued or title or _goes_on(items, end, text)):
            break
        if kind in ("int", "count") and _counts_things(items, end):
            break
        end += 1
    while end > start and NAME[items[end - 1].kind] in ("comma", "dashmark", *_SMALL):
        end -= 1
    return end


def _counts_things(items: Sequence[Item], position: int) -> bool:
    """Whether a number is of what was done, not of a house: "bij Jansen 2 lampen opgehangen"."""
    return position + 1 < len(items) and NAME[items[position + 1].kind] in ("activity", "visitors", "heads")


def _initial(item: Item) -> bool:
    return NAME[item.kind] == "unknown" and len(item.text) == 1


def _goes_on(items: Sequence[Item], position: int, text: str) -> bool:
    """Whether a street or a name follows: "mw. Jansen, Amsterdamsestraatweg", "Henk aan de Rijnlaan"."""
    opening, *following = items[position : position + 3]
    beside = [item for item in following if NAME[item.kind] not in ("the", "a")]
    if NAME[opening.kind] not in ("comma", "for", "neutral", "at", "place_at") or not beside:
        return False
    named = NAME[opening.kind] == "comma" and (NAME[beside[0].kind] == "postcode" or _capitalised(beside[0], text))
    return named or is_street(beside[0])


def _capitalised(item: Item, text: str) -> bool:
    return NAME[item.kind] in ("unknown", "organisation") and text[item.start].isupper()


def place_in(items: Sequence[Item], text: str) -> str | None:
    """The words for the place, without "bij"."""
    span = place_span(items, text)
    if span is None:
        return None
    first, end = span
    if items[first].kind in _PLACE:
        first += 1
    return text[items[first].start : items[end - 1].end]
