"""Who came to an activity: how many, how many for the first time, and who, as far as a message tells it for certain."""

from collections.abc import Iterator
from datetime import date

from language.understand.kinds import NAME
from language.understand.meaning import Attendance
from language.understand.message import Message
from language.understand.people_names import Row, row
from language.understand.rule import Item
from language.understand.segments import strongest
from language.understand.subjects import of_the_writer

AMONG, CAME = "among", "came"
VOLUNTEER = "volunteer"
"""Who run an activity do not count among those who came."""
_OPENS = ("there", "was_it", "colonmark", "comma", "open_paren")
_PEOPLE = ("people", "count")
# What is said of those who came; anything else, and the numbers may be of something else.
_SAID = frozenset(
    (
        *("int", "count", "people", "newcomers", "attendance", "visitors", "heads", "activity", "date", "daypart"),
        *("there", "was_it", "be", "place_at", "at", "neutral", "the", "a", "of", "and", "comma", "stop", "is"),
        *("colonmark", "exclamation", "open_paren", "close_paren", "dashmark", "name", "title", "others", "nobody"),
        *(
            "greeting",
            "thanks",
            "bye",
            "approx",
            "plus",
            "those",
            "only",
            "we",
            "for",
            "before",
            "from",
            "to",
            "to_new",
        ),
        *("i", "smalltalk", "total", "unknown", "with", "yes", "work", "emoji", "slashmark", "quote", "but", "other"),
    )
)
_MOST_UNKNOWN = 2
_NUMBERS = ("int", "count", "people", "newcomers")
_BEHIND = ("comma", "colonmark", "open_paren", "and")
_BEFORE_NAMES = ("colonmark", "there", "neutral", "date", "daypart")
_BEHIND_NAMES = ("comma", "stop", "date", "neutral", "place_at", "there", "close_paren")


def attendance_of(m: Message) -> Attendance | None:
    """What a message that tells no hours says of those who came; None where it is not certain that it does."""
    if of_the_writer(m) and not m.has("we", "there"):
        return None
    if any(each.value == VOLUNTEER for item in m.items for each in (item, *item.inner)):
        return None
    named = _named(m)
    inside = range(named.start, named.end) if named else range(0)
    rest = [item for position, item in enumerate(m.items) if position not in inside]
    if not {NAME[item.kind] for item in rest} <= _SAID:
        return None
    if sum(NAME[item.kind] in ("unknown", "other") for item in rest) > _MOST_UNKNOWN:
        return None
    return _put_together(m, rest, named)


def guests_of(m: Message) -> Attendance | None:
    """The guests of whom a message tells beside hours: "3 uur eettafel met 14 gasten"."""
    heads = [item.value for item in m.of("count") if isinstance(item.value, int) and _of_visitors(item)]
    new = [int(item.value) for item in m.of("newcomers")]
    if len(heads) > 1 or len(new) > 1 or not (heads or new):
        return None
    return Attendance(heads=next(iter(heads), None), new=next(iter(new), None))


def _of_visitors(item: Item) -> bool:
    return any(NAME[each.kind] == "visitors" for each in item.inner)


def _put_together(m: Message, rest: list[Item], named: Row | None) -> Attendance | None:
    new = [int(item.value) for item in rest if NAME[item.kind] == "newcomers"]
    if not new and _nobody_new(rest):
        rest, new = [item for item in rest if NAME[item.kind] != "nobody"], [0]
    day = _day(m)
    activities = {(item.value.label, item.value.group) for item in m.activities if item.value.strength > 1}
    if len(new) > 1 or len(activities) > 1 or (m.dates and day is None):
        return None
    heads = list(_heads(m, rest, counted=bool(new or named)))
    if len(set(heads)) > 1:
        return None
    names = named.names if named else ()
    total = heads[0] if heads else _all_named(m, named)
    if total is None and not names and not (new and _nothing_else(m)):
        return None
    activity = strongest(m.activities)
    return Attendance(
        heads=total,
        new=next(iter(new), None),
        names=names,
        date=day,
        activity=activity.label if activity else None,
        group=activity.group if activity else None,
    )


def _day(m: Message) -> date | None:
    """The one day that is named, if it has been."""
    days = {day for item in m.dates for day in item.value.dates}
    sure = all(item.value.problem is None for item in m.dates)
    return next(iter(days)) if sure and len(days) == 1 else None


def _heads(m: Message, rest: list[Item], *, counted: bool) -> Iterator[int]:
    """Every number in the message that is of those who came."""
    came = counted or m.has("there") or m.says(CAME)
    for position, item in enumerate(rest):
        kind = NAME[item.kind]
        at = _at_activity(rest[position + 1 : position + 5])
        if kind == "nobody":
            yield 0
        elif (kind == "count" or (kind == "people" and (came or at))) and isinstance(item.value, int):
            yield item.value
        elif kind == "int" and (came or at):
            yield int(item.value)


def _nobody_new(items: list[Item]) -> bool:
    """ "Niemand was nieuw", "er was niemand nieuw": that is no empty room."""
    kinds = [NAME[item.kind] for item in items]
    if "nobody" not in kinds:
        return False
    behind = items[kinds.index("nobody") + 1 :]
    spoken = [item for item in behind if NAME[item.kind] not in ("was_it", "be", "there", "of", "the")]
    return bool(spoken) and spoken[0].value == "new"


def _at_activity(following: list[Item]) -> bool:
    """ "12 bij de eettafel": and not "12 bij 20 meter"."""
    spoken = [NAME[item.kind] for item in following if NAME[item.kind] not in ("the", "neutral", "i")]
    return len(spoken) > 1 and spoken[0] in ("place_at", "at") and spoken[1] == "activity"


def _nothing_else(m: Message) -> bool:
    """ "3 nieuw", "niemand nieuw": the answer to how many were new, or beside an activity or a day."""
    return not m.has("int", "people", "count", "unknown")


def _all_named(m: Message, named: Row | None) -> int | None:
    """How many came if all of them are named, or counted beside those who are."""
    if named is None or m.says(AMONG):
        return None
    return len(named.names) + named.others


def _named(m: Message) -> Row | None:
    """The people named as having come: behind the activity with a colon, behind "waren", "aanwezig", "onder wie"."""
    came = False
    for position, item in enumerate(m.items):
        kind = NAME[item.kind]
        came = came or kind == "activity"
        opens = item.value in (AMONG, CAME) or kind == "there" or (came and kind in ("colonmark", "was_it", "dashmark"))
        if opens:
            start = position + 1
            while start < len(m.items) and NAME[m.items[start].kind] in _BEFORE_NAMES:
                start += 1
            start = _behind_counts(m, start)
            found = row(m.items, start, m.text)
            if found.names and found.sure and not found.writer and not _goes_on(m, found):
                return found
    return _named_first(m)


def _named_first(m: Message) -> Row | None:
    """ "Fatima, Ahmed en Els waren bij de taalles"."""
    start = next((i for i, item in enumerate(m.items) if NAME[item.kind] not in ("date", "comma", "greeting")), 0)
    found = row(m.items, start, m.text)
    if not found.names or not found.sure or found.writer:
        return None
    following = [item for item in m.items[found.end :] if NAME[item.kind] not in ("neutral", "comma", "the", "date")]
    kinds = [NAME[item.kind] for item in following[:3]]
    there = bool(following) and (kinds[0] in ("was_it", "there") or following[0].value == CAME)
    return found if there and kinds[-1] == "activity" and len(kinds) > 1 else None


def _behind_counts(m: Message, start: int) -> int:
    """Past the numbers that stand before the names: "18, 3 nieuw: Fatima B., Piet"; what follows them is not beside."""
    kinds = [NAME[item.kind] for item in m.items]
    position = start
    while position < len(kinds) and kinds[position] in _NUMBERS:
        position += 1
        while position < len(kinds) and kinds[position] in ("visitors", "heads"):
            position += 1
        if position == len(kinds) or kinds[position] not in _BEHIND:
            return start
        while position < len(kinds) and kinds[position] in _BEHIND:
            position += 1
        start = position
    return start


def _goes_on(m: Message, found: Row) -> bool:
    """Whether a verb follows the names: then they did something else than come."""
    following = m.items[found.end : found.end + 1]
    return bool(following) and NAME[following[0].kind] not in _BEHIND_NAMES
