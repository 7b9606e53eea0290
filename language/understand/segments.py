"""A message cut into pieces that each tell of one amount, with the day, activity and people that belong to it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest

from language.understand.calendar import Days
from language.understand.kinds import CHAR, NAME
from language.understand.rule import Item
from language.understand.rules.durations import Amount
from language.understand.wordfiles import STRENGTH, Activity

AMOUNTS = frozenset(CHAR[kind] for kind in ("duration", "range", "choice", "vague"))
_CUTS = frozenset(CHAR[kind] for kind in ("comma", "stop", "and", "plus", "then", "exclamation", "but", "colonmark"))
_PURPOSE = ("for", "before", "after")
_JOINS = frozenset(CHAR[kind] for kind in ("and", "plus", "slashmark", "then"))
_ALONE = AMOUNTS | frozenset(CHAR[kind] for kind in ("comma", "stop", "neutral", "slashmark", "exclamation"))
SAME = "same"
"""The value of words that tell of a day that it was like the one before: "idem"."""
_DATE, _ACTIVITY = CHAR["date"], CHAR["activity"]


@dataclass(slots=True)
class Segment:
    """The part of a message that tells of one amount."""

    items: list[Item]
    amount: Item | None = None
    days: Days | None = None
    day_leads: bool = False
    activities: list[Item] = field(default_factory=list)
    people: int | None = None
    times: int | None = None
    each: bool = False
    daily: bool = False
    other_days: bool = False
    """A second day stands in it, to which no amount belongs."""
    repeats: bool = False
    """Nothing but an amount follows another amount, and no word joins the two."""
    total: bool = False
    pause: int = 0


def segments(items: Sequence[Item]) -> list[Segment]:
    """The items cut so that each piece has one amount."""
    places = [i for i, item in enumerate(items) if item.kind in AMOUNTS]
    cuts = [0]
    day_leads = any(item.kind == _DATE for item in items[: places[0]]) if places else False
    for left, right in pairwise(places):
        cuts.append(_cut(items, cuts[-1], left, right, day_leads=day_leads))
    cuts.append(len(items))
    found = [_segment(list(items[start:end])) for start, end in pairwise(cuts)]
    for segment in found[1:]:
        new = segment.days is not None or bool(segment.activities)
        segment.repeats = not new and all(item.kind in _ALONE for item in segment.items)
    _carry(found)
    return found


def _cut(items: Sequence[Item], begin: int, left: int, right: int, *, day_leads: bool) -> int:
    """Where, between two amounts, the second piece begins."""
    has_date = any(item.kind == _DATE for item in items[begin:left])
    labels = {item.value.label for item in items[begin:left] if item.kind == _ACTIVITY and item.value.strength > 1}
    cut = None
    for position in range(left + 1, right):
        item = items[position]
        if item.kind in _CUTS:
            cut = position
        elif item.kind == _DATE:
            if has_date or (day_leads and cut is not None):
                return cut if cut is not None else position
            has_date = True
        elif item.kind == _ACTIVITY and item.value.strength > 1:
            if labels and item.value.label not in labels:
                if cut is not None:
                    return cut
                if not any(later.kind in _CUTS for later in items[position + 1 : right]):
                    return position
            labels.add(item.value.label)
    return cut if cut is not None else right


def _segment(items: list[Item]) -> Segment:
    segment = Segment(items)
    before = ""
    purposes: list[Item] = []
    day: Item | None = None
    for item, again in zip_longest(items, items[1:]):
        kind = NAME[item.kind]
        if item.kind in _CUTS:
            day = None
        if item.kind in AMOUNTS:
            segment.amount = item
        elif kind == "date":
            if segment.days is None:
                segment.days = item.value
                segment.day_leads = segment.amount is None
                day = item
                # "2 uur koken en dinsdag idem": like which day?
                segment.other_days = again is not None and again.value == SAME
            elif segment.days.week is not None and _weekdays(item):
                segment.days = item.value.in_week(segment.days.week)
            elif item.value.week is not None and day is not None and _weekdays(day):
                # "Ma t/m vr elke dag 2 uur geopend vorige week".
                segment.days = segment.days.in_week(item.value.week)
            elif again is not None and again.value == SAME:
                # "Ma 2 uur tuin, di idem".
                problem = segment.days.problem or item.value.problem
                segment.other_days = not set(item.value.dates).isdisjoint(segment.days.dates)
                segment.each = segment.each or len(segment.days.dates) == 1
                segment.days = Days((*segment.days.dates, *item.value.dates), "list", problem=problem)
            elif item.value.dates != segment.days.dates:
                segment.other_days = True
        elif kind == "daypart" and segment.days is not None and segment.days.part is None:
            segment.days = segment.days.with_part(item.value)
        elif kind == "activity":
            (purposes if before in _PURPOSE else segment.activities).append(item)
        elif kind == "people":
            segment.people = item.value
        elif kind == "times":
            segment.times = item.value
        elif kind in ("each", "daily"):
            segment.each = True
            segment.daily = segment.daily or kind == "daily"
        elif kind == "total":
            segment.total = True
        elif kind == "pause" and isinstance(item.value, Amount):
            segment.pause += item.value.minutes
        if kind not in ("the", "a", "i"):
            before = kind
    # "Gekookt voor de lunch", "na de vergadering afgesloten": what it was for or after is not what was done.
    if all(item.value.strength == STRENGTH["sign"] for item in segment.activities):
        segment.activities = purposes + segment.activities
    return segment


def _weekdays(item: Item) -> bool:
    """Whether a day or a list of days is named by weekdays alone."""
    if item.value.kind != "list":
        return bool(item.value.kind == "weekday")
    return all(day.value.kind == "weekday" for day in item.inner if NAME[day.kind] == "date")


def _carry(found: list[Segment]) -> None:
    """What is said once for several amounts: days, activities and people go on, and fill what stood before them."""
    for earlier, later in pairwise(found):
        if later.days is None:
            later.days = earlier.days
            later.each = later.each or (earlier.each and later.days is not None and len(later.days.dates) > 1)
        later.activities = later.activities or earlier.activities
        later.people = later.people or earlier.people
    for later, earlier in zip(found[::-1], found[-2::-1], strict=False):
        earlier.activities = earlier.activities or later.activities
        if earlier.days is None and not later.day_leads:
            earlier.days = later.days


def strongest(activities: Sequence[Item]) -> Activity | None:
    """The activity that is meant when several words point to one: the surest, and of those the first."""
    best: Activity | None = None
    for item in activities:
        if best is None or item.value.strength > best.strength:
            best = item.value
    if best is None or best.label != _REPAIRS or len(activities) < 2 or best.strength > STRENGTH["group"]:
        return best
    labels = {item.value.label for item in activities if item.value.strength < STRENGTH["group"]}
    repaired = next((item.value for item in activities if item.value.label in _REPAIRED), None)
    # "Telefoon gerepareerd", "تصليح بسكليتات": what was repaired tells more than that it was.
    only = repaired is not None and labels <= {_REPAIRS, repaired.label} and not _is_named_repair(activities)
    return repaired if only else best


_REPAIRS = "klussen"
_REPAIRED = ("fietsen", "computerhulp")


def _is_named_repair(activities: Sequence[Item]) -> bool:
    """Whether a thing of a house is among what was repaired: "lamp boven de computer opgehangen"."""
    return any(item.value.label == _REPAIRS and item.value.strength == STRENGTH["sign"] for item in activities)


def two_activities(segment: Segment) -> bool:
    sure = [item for item in segment.activities if item.value.strength > 1]
    if len({item.value.label or item.value.group for item in sure}) < 2:
        return False
    for first, second in pairwise(sure):
        if first.value.label != second.value.label or first.value.group != second.value.group:
            between = (item for item in segment.items if first.end <= item.start and item.end <= second.start)
            if any(item.kind in _JOINS for item in between):
                return True
    return False
