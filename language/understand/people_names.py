"""Names of people in a row: "Fatima B., Ahmed en 3 anderen", "Piet en ik"."""

from collections.abc import Sequence
from dataclasses import dataclass

from language.understand.kinds import NAME
from language.understand.rule import Item

NOBODY = ("occasion", "work")
"""Values of words that stand in no list of an activity, and are nobody's name: "Kerst", "nagekeken"."""
_BETWEEN = ("comma", "and", "plus", "slashmark", "stop")
_JOINS = ("and", "plus")
_COUNTED = ("others", "heads", "visitors")
_WRITER = frozenset({"ik", "ikke", "ikzelf", "mij", "me", "mezelf", "i", "myself"})
# "Jan", "Mei": names that are short forms of months too.
_LONGEST_MONTH = 4
# A first name, what stands between, and a surname.
_LONGEST = 4
_MOST_ALIKE = 9


@dataclass(frozen=True, slots=True)
class Row:
    """People named one after another: as written, how many more, whether the writer is among them, and up to where."""

    names: tuple[str, ...]
    others: int
    writer: bool
    start: int
    end: int
    joined: bool
    """Whether an "and" stands between two of them."""
    sure: bool
    """Whether anything but its place shows that these are names: a name that is known, a capital, an initial."""


def row(items: Sequence[Item], start: int, text: str) -> Row:
    """The people named from this item on."""
    names: list[str] = []
    others, writer, sure = 0, False, False
    position = end = start
    joined, with_and = True, False
    while position < len(items):
        name = _name(items, position, text)
        if name is not None:
            last, shown = name
            if _is_initial(items[last - 1]):
                last = _past_initial(items, last)
            names.append(text[items[position].start : items[last - 1].end].rstrip("."))
            sure = sure or shown
            position = last
        elif joined and _is_writer(items[position]):
            writer = True
            position += 1
        elif (counted := _others(items, position)) is not None:
            others += counted[0]
            position = counted[1]
        else:
            break
        with_and = with_and or (joined and end > start)
        end = begin = position
        while position < len(items) and NAME[items[position].kind] in _BETWEEN:
            position += 1
        if position == begin:
            break
        joined = any(NAME[item.kind] in _JOINS for item in items[begin:position])
    return Row(tuple(names), others, writer, start, end, with_and, sure)


def _is_writer(item: Item) -> bool:
    return NAME[item.kind] == "i" and item.text.partition(" ")[0] in _WRITER


def _others(items: Sequence[Item], position: int) -> tuple[int, int] | None:
    """ "3 anderen": how many, and up to where."""
    item = items[position]
    if NAME[item.kind] in ("people", "count") and isinstance(item.value, int):
        return item.value, position + 1
    if NAME[item.kind] != "int":
        return None
    following = [NAME[each.kind] for each in items[position + 1 : position + 3]]
    counted = sum(1 for kind in following if kind in _COUNTED)
    return (item.value, position + 1 + counted) if following and following[0] in _COUNTED else None


def _is_initial(item: Item) -> bool:
    """Whether a name ends here with the letter of a surname: "B" alone, or in a name that is known: "Fatima B"."""
    return NAME[item.kind] in ("unknown", "thing", "name") and len(item.text.rpartition(" ")[2].rstrip(".")) == 1


def _past_initial(items: Sequence[Item], position: int) -> int:
    """Up to where a name goes behind its initial: past its full stop, and a number that tells it from another."""
    end = position + (position < len(items) and items[position].text == ".")
    return end + 1 if _numbered(items[end : end + 2]) else end


def _capital(item: Item, text: str) -> bool:
    """Whether a word is written as a name is: a capital, and small letters behind it."""
    return text[item.start].isupper() and not text[item.start + 1 : item.end].isupper() and not text.isupper()


def _may_be_name(item: Item, text: str) -> bool:
    kind = NAME[item.kind]
    if kind == "month":
        return len(item.text) <= _LONGEST_MONTH and _capital(item, text)
    return kind == "name" or (kind in ("unknown", "other", "plan") and item.value not in NOBODY and _named(item, text))


def _named(item: Item, text: str) -> bool:
    return NAME[item.kind] == "unknown" or _capital(item, text)


def _name(items: Sequence[Item], start: int, text: str) -> tuple[int, bool] | None:
    """Up to where a name goes that begins here, and whether it surely is one."""
    position = start
    titled = NAME[items[position].kind] == "title"
    while position < len(items) and NAME[items[position].kind] == "title":
        position += 1
        if position < len(items) and items[position].text == ".":
            position += 1
    if position == len(items) or not (_may_be_name(items[position], text) or (titled and _small(items[position]))):
        return None
    sure = titled or NAME[items[position].kind] == "name" or _capital(items[position], text)
    position += 1
    while position < len(items) and position - start < _LONGEST:
        item = items[position]
        following = items[position + 1 : position + 3]
        surname = NAME[item.kind] in ("unknown", "name", "other") and _capital(item, text)
        particle = _small(item) and any(_capital(each, text) for each in following)
        if _is_initial(item):
            return position + 1, True
        if not (surname or particle):
            break
        position += 1
    return position, sure


def _numbered(following: Sequence[Item]) -> bool:
    """Whether the name goes on with a number that tells two people of the same name apart: "Fatima B 2"."""
    if not following or NAME[following[0].kind] != "int" or following[0].value > _MOST_ALIKE:
        return False
    return len(following) == 1 or NAME[following[1].kind] in _BETWEEN


def _small(item: Item) -> bool:
    """ "De", "van", "el": inside a surname."""
    return NAME[item.kind] in ("the", "of", "from") or item.text in ("el", "al", "ten", "ter", "van")
