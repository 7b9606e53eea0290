"""Words that may be somebody's name, by where they stand: "Joyce gisteren 2 uur tuin", "2 uur tuin Joyce"."""

from collections.abc import Sequence
from itertools import pairwise

from language.understand.kinds import CHAR, NAME
from language.understand.likeness import nearly_known
from language.understand.message import Message
from language.understand.people_names import NOBODY, row
from language.understand.rule import Item
from language.understand.segments import AMOUNTS
from language.understand.subjects import OWN, of_the_writer
from language.understand.wordfiles import STRENGTH

# A message is a log with a name in it where nothing but its pieces stand around a word that nobody knows.
_PIECES = AMOUNTS | frozenset(CHAR[kind] for kind in ("date", "daypart"))
_ENDS = frozenset(
    CHAR[kind] for kind in ("comma", "stop", "exclamation", "colonmark", "dashmark", "open_paren", "close_paren")
)
_STOPS = frozenset(CHAR[kind] for kind in ("stop", "exclamation"))
_ACTIVITY, _UNKNOWN, _AND = CHAR["activity"], CHAR["unknown"], CHAR["and"]
_SAID_TO = ("smalltalk",)
_ADVERBS = frozenset({"ook", "nog", "weer", "even", "also", "again"})
_BY = frozenset({"door", "by"})
# Longer words without a capital are compounds: "bewonerscommissie".
_LONGEST = 9
_SHORTEST = 2
_VOWELS = frozenset("aeiouy")
# In these a word stands beside the amount in too many forms: there, only before it.
_INFLECTED = ("tr", "ar", "uk")
_INFINITIVE = "en"
_ARABIC_OWN = "ت"


def named_as_doer(m: Message) -> bool:
    """Whether a word that no list has stands where somebody is named whose hours these are."""
    if not m.amounts or not m.has("unknown", "title"):
        return False
    if _full_name_heads(m):
        return True
    if of_the_writer(m):
        return _row_in_small_letters(m) or _seen_by_writer(m)
    named = {id(m.items[position]) for position in m.workers.named}
    items = [item for item in m.items if NAME[item.kind] != "emoji" and item.text not in _ADVERBS]
    for position, item in enumerate(items):
        if item.kind == _UNKNOWN and id(item) not in named and _may_be_name(m, item) and _bare(m, items, position):
            return True
    return _row_in_small_letters(m) or _done_by(m) or _own_somebody(m)


def _may_be_name(m: Message, item: Item) -> bool:
    if item.value in NOBODY or len(item.text) < _SHORTEST or not item.text.isalpha():
        return False
    if item.text.isascii() and _VOWELS.isdisjoint(item.text):
        return False
    if m.moment.language == "ar" and item.text.endswith(_ARABIC_OWN):
        return False
    if not _capital(m, item) and (len(item.text) > _LONGEST or m.strength() <= STRENGTH["sign"]):
        return False
    return not nearly_known(item.text)


def _capital(m: Message, item: Item) -> bool:
    return m.text[item.start].isupper() and not m.text[item.start : item.end].isupper()


def _bare(m: Message, items: Sequence[Item], position: int) -> bool:
    """Whether only the pieces of a log stand beside it: its day, its amount, its work, or an end."""
    item = items[position]
    before = items[position - 1] if position else None
    after = items[position + 1] if position + 1 < len(items) else None
    inside = before if before is not None and before.kind not in _STOPS else None
    named = inside is not None and _capital(m, item)
    # "Rollator gerepareerd", "mopping floors": what was worked on; but "gisteren Joyce gekookt".
    if not named and (_doing(before) or _doing(after)):
        return False
    if not _capital(m, item):
        # "Garden tools": English writes its compounds apart. "Fietsen leren": a second verb.
        behind_work = before is not None and before.kind == _ACTIVITY
        if behind_work and (m.moment.language == "en" or item.text.endswith(_INFINITIVE)):
            return False
    if named and inside is not None and NAME[inside.kind] in _SAID_TO:
        # "Goed bezig Joyce, 2 uur gekookt!"
        return _ends(m, after) or is_piece(after)
    joined = named and before is not None and before.kind == _AND and after is not None and after.kind in AMOUNTS
    first, last = joined or _ends(m, before), _ends(m, after)
    if named and last and inside is not None and NAME[inside.kind] == "open_paren":
        # "2 uur tuin (Joyce)".
        return True
    if m.moment.language in _INFLECTED:
        begins = before is None or NAME[before.kind] == "date"
        return begins and after is not None and after.kind in _PIECES
    if first and last:
        return _heads(items, position) if after is not None else named and _tails(items, position)
    return (first or is_piece(before)) and (last or is_piece(after))


def _ends(m: Message, item: Item | None) -> bool:
    if item is not None and NAME[item.kind] == "dashmark":
        # "Brei-café": no end, but the middle of a word.
        return not m.text[item.start - 1].isalnum()
    return item is None or item.kind in _ENDS or (NAME[item.kind] == "hour" and item is m.items[0])


def _doing(item: Item | None) -> bool:
    return item is not None and item.kind == _ACTIVITY and item.value.strength == STRENGTH["doing"]


def _heads(items: Sequence[Item], position: int) -> bool:
    """ "Joyce: 2 uur koken", "uren Joyce: 2 uur koken": alone before the pieces of a log."""
    if position and NAME[items[position - 1].kind] not in ("colonmark", "hour"):
        return False
    following = items[position + 2 : position + 3]
    return bool(following) and (following[0].kind in _PIECES or following[0].kind == _ACTIVITY)


def _tails(items: Sequence[Item], position: int) -> bool:
    """ "2 uur tuin - Joyce", "2 uur tuin, Joyce": whose it is as often as who writes it."""
    short = len(items[position].text) <= _LONGEST
    return short and NAME[items[position - 1].kind] in ("dashmark", "comma") and is_piece(items[position - 2])


def is_piece(item: Item | None) -> bool:
    """Whether it is what logs are made of: an amount, a day, an activity."""
    return item is not None and (item.kind in _PIECES or item.kind == _ACTIVITY)


def _full_name_heads(m: Message) -> bool:
    """ "Joyce van Dijk 2 uur tuin", "mevrouw Bakker 2 uur tuin", "Joyce en haar man 2 uur tuin"."""
    start = next((i for i, item in enumerate(m.items) if NAME[item.kind] not in ("date", "daypart", "and")), 0)
    first = m.items[start]
    after = m.items[start + 1 : start + 3]
    if NAME[first.kind] == "title" and after and after[0].kind in AMOUNTS:
        return True
    if NAME[first.kind] not in ("unknown", "title") or m.text.isupper():
        return False
    if len(after) == 2 and after[0].kind == _AND and NAME[after[1].kind] == "other_person":
        return True
    found = row(m.items, start, m.text)
    if not found.names or found.writer or found.end - start < 2 or found.end >= len(m.items):
        return False
    # "Beste coordinator", "Tuin Oosterpark": only what is written as a name all through, and an amount or a day behind.
    capitals = all(m.text[item.start].isupper() for item in m.items[start : found.end] if item.kind == _UNKNOWN)
    known = any(nearly_known(item.text) for item in m.items[start : found.end] if item.kind == _UNKNOWN)
    behind = m.items[found.end]
    did = _doing(behind) and behind.text.endswith(("de", "te"))
    return capitals and not known and (did or behind.kind in _PIECES)


def _seen_by_writer(m: Message) -> bool:
    """ "Ik heb Joyce 2 uur zien werken"."""
    return not m.has("helped") and any(
        NAME[writer.kind] in ("i", "inversion")
        and not writer.text.endswith(_WITH)
        and capital_name(m, item)
        and amount.kind in AMOUNTS
        for writer, item, amount in zip(m.items, m.items[1:], m.items[2:], strict=False)
    )


# "Ми з Оленою": she worked along.
_WITH = (" з", " із", " зі")


def capital_name(m: Message, item: Item) -> bool:
    """Whether a word that nobody knows is written as a name is."""
    return item.kind == _UNKNOWN and _capital(m, item) and _may_be_name(m, item)


def _own_somebody(m: Message) -> bool:
    """ "Onze tuinman 2 uur tuin", "mijn nichtje 2 uur kinderclub"."""
    return any(
        NAME[own.kind] == "i" and own.value == OWN and item.kind == _UNKNOWN and amount.kind in AMOUNTS
        for own, item, amount in zip(m.items, m.items[1:], m.items[2:], strict=False)
    )


def _row_in_small_letters(m: Message) -> bool:
    """ "mo en ik 2 uur tuin", "joyce en bilal 2 uur tuin": names, if they are, that nothing else shows to be."""
    start = next((i for i, item in enumerate(m.items) if item.kind not in _PIECES and item.kind not in _ENDS), 0)
    if m.items[start].kind != _UNKNOWN:
        return False
    found = row(m.items, start, m.text)
    if not found.names or not found.joined or found.sure or found.end >= len(m.items):
        return False
    after = m.items[found.end]
    if not found.writer and _doing(after) and after.value.label in _ON_THINGS:
        # "Hal en gang gepoetst".
        return False
    return (found.writer or len(found.names) > 1) and is_piece(after)


_ON_THINGS = ("schoonmaak", "klussen")


def _done_by(m: Message) -> bool:
    """ "2 uur koken door Joyce"."""
    return any(
        by.text in _BY and item.kind == _UNKNOWN and item.value not in NOBODY and _closes(m, position)
        for position, (by, item) in enumerate(pairwise(m.items), start=2)
    )


def _closes(m: Message, position: int) -> bool:
    return position == len(m.items) or m.items[position].kind in _ENDS or m.items[position].kind in _PIECES
