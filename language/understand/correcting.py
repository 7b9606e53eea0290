"""What a correction changes: which of the values it names is the new one."""

from collections.abc import Sequence
from datetime import date

from language.understand.compose import compose_segment
from language.understand.kinds import NAME
from language.understand.meaning import Ask, Change, Draft, Reason
from language.understand.message import Message
from language.understand.rule import Item
from language.understand.rules.durations import Amount
from language.understand.rules.numbers import Decimal
from language.understand.rules.ranges import Range
from language.understand.segments import segments, strongest

_VALUES = ("duration", "range", "int", "a", "dec", "date", "activity")
_MOST_BARE_HOURS = 16
# "Die van gisteren was 3 uur": the day says which hours are meant.
_OF_THAT_DAY = (("those", "from"), ("those", "of"))
# Decimals that can only be parts of an hour.
PARTS_OF_HOUR = frozenset({"5", "25", "75"})


def _kind(item: Item) -> str:
    kind = NAME[item.kind]
    return "amount" if kind in ("duration", "range", "int", "a", "dec") else kind


def _old(items: Sequence[Item], position: int) -> bool:
    """Whether the value at this place is the one that was wrong."""
    before = [NAME[item.kind] for item in items[max(0, position - 2) : position]]
    after = next((NAME[item.kind] for item in items[position + 1 : position + 2]), "")
    if "not" in before:
        return True
    if NAME[items[position].kind] == "date" and (before[-1:] == ["in_name"] or tuple(before) in _OF_THAT_DAY):
        return True
    if after in ("must", "to_new", "meant"):
        return after != "meant"
    later = items[position + 1 :]
    same = [i for i in later if NAME[i.kind] in _VALUES and _kind(i) == _kind(items[position])]
    return bool(same) and not any(NAME[item.kind] == "not" for item in later)


def _minutes(item: Item) -> int | None:
    value = item.value
    if isinstance(value, Amount | Range):
        return value.minutes if value.minutes > 0 else None
    if isinstance(value, Decimal):
        sure = value.digits in PARTS_OF_HOUR or not value.sign
        return int(value.number * 60 + 0.5) if sure and 0 < value.number <= _MOST_BARE_HOURS else None
    return None


def _in_unit_of(item: Item, old: int | None) -> int | None:
    """A bare number in the unit of the old amount: "maak van die 3 uur maar 2"."""
    number = item.value if NAME[item.kind] == "int" else 0
    if NAME[item.kind] == "range" and item.value.start is None and item.value.end is not None:
        # "To 2" behind an old amount is no clock time.
        number = item.value.end // 60
    if old is None or number <= 0:
        return None
    if old % 60 == 0 and number <= _MOST_BARE_HOURS:
        return int(number) * 60
    return int(number) if old < 60 and number < 60 else None


def change_of(m: Message) -> tuple[Change, Ask | None]:
    """The change, and what must be asked where a bare number may be hours or minutes."""
    new: dict[str, Item] = {}
    old: dict[str, Item] = {}
    for position, item in enumerate(m.items):
        if NAME[item.kind] in _VALUES and not (NAME[item.kind] == "a" and m.amounts):
            (old if _old(m.items, position) else new)[_kind(item)] = item
    amount, was_amount = new.get("amount"), old.get("amount")
    if amount is not None and was_amount is None and NAME[amount.kind] in ("int", "a") and m.amounts:
        amount = m.amounts[-1]
    minutes = _minutes(amount) if amount else None
    if minutes is None and amount is not None and was_amount is not None:
        minutes = _in_unit_of(amount, _minutes(was_amount))
    activity = strongest([new["activity"]]) if "activity" in new else None
    was_activity = strongest([old["activity"]]) if "activity" in old else None
    starts = ends = None
    if amount is not None and NAME[amount.kind] == "range":
        drafts = compose_segment(segments([amount])[0], m.moment).drafts
        starts, ends, minutes = drafts[0].starts, drafts[0].ends, drafts[0].minutes or minutes
    change = Change(
        minutes=minutes,
        date=_one_day(new.get("date")),
        activity=activity.label if activity else None,
        group=activity.group if activity else None,
        starts=starts,
        ends=ends,
        was_minutes=_minutes(was_amount) if was_amount else None,
        was_date=_one_day(old.get("date")),
        was_activity=was_activity.label if was_activity else None,
    )
    return change, _which(amount) if minutes is None else None


def _which(amount: Item | None) -> Ask | None:
    if amount is None or NAME[amount.kind] not in ("int", "a"):
        return None
    return Ask(reason=Reason.WHICH_AMOUNT, choices=bare_choices(amount.value, Draft()))


def bare_choices(number: int, known: Draft) -> tuple[tuple[Draft, ...], ...]:
    """What a bare number may mean: hours (up to sixteen) or minutes (from five)."""
    readings = []
    if 1 <= number <= _MOST_BARE_HOURS:
        readings.append(number * 60)
    if 5 <= number <= 16 * 60:
        readings.append(number)
    return tuple(
        (Draft(minutes=minutes, date=known.date, activity=known.activity, group=known.group, people=known.people),)
        for minutes in readings
    )


def _one_day(item: Item | None) -> date | None:
    return item.value.dates[0] if item is not None and len(item.value.dates) == 1 else None
