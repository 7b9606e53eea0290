"""From the items of a message to entries: which amount, day, activity and people belong together."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from language.understand.calendar import Days
from language.understand.kinds import CHAR, NAME
from language.understand.lexicon import Activity
from language.understand.meaning import Ask, Draft, Reason
from language.understand.rule import Item, Moment
from language.understand.rules.clock import DAY, HALF_DAY, Range
from language.understand.rules.dates import NIGHT_ENDS
from language.understand.rules.durations import Amount, Choice

MOST_MINUTES = 16 * 60
AMOUNTS = frozenset(CHAR[kind] for kind in ("duration", "range", "choice", "vague"))
_CUTS = frozenset(CHAR[kind] for kind in ("comma", "stop", "and", "plus", "then", "exclamation", "but", "colonmark"))
_JOINS = frozenset(CHAR[kind] for kind in ("and", "plus", "slashmark"))
_DATE, _ACTIVITY, _PEOPLE = CHAR["date"], CHAR["activity"], CHAR["people"]
# When a part of the day begins, in hours: before that it has not happened yet.
_BEGINS = {"afternoon": 12, "evening": 17}


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
    total: bool = False
    pause: int = 0
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Composed:
    """The drafts a message makes, and what must be asked before they are entries (None: they are)."""

    drafts: tuple[Draft, ...]
    ask: Ask | None


def segments(items: Sequence[Item]) -> list[Segment]:
    """The items cut so that each piece has one amount."""
    places = [i for i, item in enumerate(items) if item.kind in AMOUNTS]
    cuts = [0]
    for left, right in itertools.pairwise(places):
        cuts.append(_cut(items, cuts[-1], left, right))
    cuts.append(len(items))
    found = [_segment(list(items[start:end])) for start, end in itertools.pairwise(cuts)]
    _carry(found)
    return found


def _cut(items: Sequence[Item], begin: int, left: int, right: int) -> int:
    """Where, between two amounts, the second piece begins."""
    has_date = any(item.kind == _DATE for item in items[begin:left])
    labels = {item.value.label for item in items[begin:left] if item.kind == _ACTIVITY and item.value.strength > 1}
    cut = None
    for position in range(left + 1, right):
        item = items[position]
        if item.kind in _CUTS:
            cut = position
        elif item.kind == _DATE:
            if has_date:
                return cut if cut is not None else position
            has_date = True
        elif item.kind == _ACTIVITY and item.value.strength > 1:
            if labels and item.value.label not in labels:
                return cut if cut is not None else position
            labels.add(item.value.label)
    return cut if cut is not None else right


def _segment(items: list[Item]) -> Segment:
    segment = Segment(items)
    for item in items:
        kind = NAME[item.kind]
        if item.kind in AMOUNTS:
            segment.amount = item
        elif kind == "date":
            if segment.days is None:
                segment.days = item.value
                segment.day_leads = segment.amount is None
        elif kind == "daypart" and segment.days is not None and segment.days.part is None:
            segment.days = segment.days.with_part(item.value)
        elif kind == "activity":
            segment.activities.append(item)
        elif kind == "people":
            segment.people = item.value
        elif kind == "times":
            segment.times = item.value
        elif kind == "each":
            segment.each = True
        elif kind == "total":
            segment.total = True
        elif kind == "pause" and isinstance(item.value, Amount):
            segment.pause += item.value.minutes
    return segment


def _carry(found: list[Segment]) -> None:
    """What is said once for several amounts: days, activities and people go on, and fill what stood before them."""
    for earlier, later in itertools.pairwise(found):
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
    return best


def _two_activities(segment: Segment) -> bool:
    sure = [item for item in segment.activities if item.value.strength > 1]
    if len({item.value.label or item.value.group for item in sure}) < 2:
        return False
    for first, second in itertools.pairwise(sure):
        if first.value.label != second.value.label or first.value.group != second.value.group:
            between = (item for item in segment.items if first.end <= item.start and item.end <= second.start)
            if any(item.kind in _JOINS for item in between):
                return True
    return False


def _shifted(said: Range, part: str | None) -> Range:
    """The clock times moved to the half of the day that is meant: only the day's part or plain sense tells."""
    start, end = said.start, said.end
    if start is None or end is None or not said.twelve_hour:
        return said
    later = part in ("afternoon", "evening") or (part is None and start < 6 * 60)
    if later and start < HALF_DAY and end <= DAY:
        shift = HALF_DAY if end + HALF_DAY <= DAY + HALF_DAY else 0
        return Range(start + shift, end + shift)
    return said


def _moment_of(day: date, minutes: int, moment: Moment) -> datetime:
    wall = datetime.combine(day, time()) + timedelta(minutes=minutes)
    return wall.replace(tzinfo=moment.now.tzinfo)


def real_minutes(day: date, said: Range, moment: Moment) -> int:
    """How long a range really took: a night in which the clock is changed is an hour longer or shorter."""
    start = _moment_of(day, said.start or 0, moment).astimezone(UTC)
    end = _moment_of(day, said.end or 0, moment).astimezone(UTC)
    return int((end - start).total_seconds()) // 60


def _time(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)


def _not_yet(days: tuple[date, ...], part: str | None, said: Range | None, moment: Moment) -> bool:
    if moment.today not in days and not any(day > moment.today for day in days):
        return False
    if any(day > moment.today for day in days):
        return True
    if said is not None and said.end is not None:
        wall = moment.now.hour * 60 + moment.now.minute
        return said.end > wall
    return part in _BEGINS and moment.now.hour < _BEGINS[part]


def _undated(minutes: int, said: Range | None, moment: Moment) -> date:
    """The day of an amount without one: today, or yesterday where today is too young for it."""
    wall = moment.now.hour * 60 + moment.now.minute
    if moment.now.hour < NIGHT_ENDS and (minutes > wall or (said is not None and (said.end or 0) > wall)):
        return moment.today - timedelta(days=1)
    return moment.today


def _range_days(days: Days | None, said: Range, moment: Moment) -> tuple[date, ...] | None:
    if days is not None and days.part == "night" and days.kind == "relative" and (said.start or 0) >= 18 * 60:
        return tuple(day - timedelta(days=1) for day in days.dates)
    return days.dates if days is not None else None


def compose_segment(segment: Segment, moment: Moment) -> Composed:
    """The drafts of one piece, with the first thing about it that must be asked."""
    activity = strongest(segment.activities)
    blank = Draft(
        activity=activity.label if activity else None,
        group=activity.group if activity else None,
        people=segment.people,
        names=segment.names,
    )
    days = segment.days
    amount = segment.amount
    said: Range | None = None
    minutes: int | None = None
    ask: Ask | None = None
    if amount is None:
        ask = Ask(reason=Reason.MINUTES)
    elif isinstance(amount.value, Choice):
        day = days.dates[0] if days and days.dates else moment.today
        options = tuple((_draft(blank, day, option),) for option in amount.value.minutes)
        ask = Ask(reason=Reason.WHICH_AMOUNT, choices=options)
    elif isinstance(amount.value, Amount):
        minutes = amount.value.minutes - segment.pause
    elif isinstance(amount.value, Range):
        said = amount.value
        if said.start is None or said.end is None:
            ask = Ask(reason=Reason.START if said.start is None else Reason.END)
            said = None
        elif said.minutes >= DAY:
            ask = Ask(reason=Reason.END)
            said = None
        else:
            said = _shifted(said, days.part if days else None)
            minutes = said.minutes - segment.pause
    else:
        ask = Ask(reason=Reason.VAGUE)
    if minutes is not None and segment.times and not (days and len(days.dates) > 1):
        minutes *= segment.times
    dates = _dates(days, minutes, said, moment)
    if days is not None and days.problem is not None:
        fallback = tuple(_draft(blank, day, minutes) for day in days.dates)
        choices = (fallback,) if fallback and minutes and days.problem in (Reason.LONG_AGO, Reason.FUTURE) else ()
        known = tuple(_draft(blank, None, minutes) for _ in (0,))
        return Composed(known, Ask(reason=days.problem, choices=choices))
    drafts = tuple(_with_times(_draft(blank, day, minutes), said, segment, moment) for day in dates)
    if ask is None:
        ask = _doubt(segment, drafts, dates, said, moment)
    return Composed(drafts, ask)


def _dates(days: Days | None, minutes: int | None, said: Range | None, moment: Moment) -> tuple[date | None, ...]:
    if said is not None:
        named = _range_days(days, said, moment)
        if named is not None:
            return named or (None,)
    elif days is not None:
        return days.dates or (None,)
    return (_undated(minutes or 0, said, moment),) if minutes is not None else (None,)


def _draft(blank: Draft, day: date | None, minutes: int | None) -> Draft:
    return Draft(
        minutes=minutes if minutes is not None and 0 < minutes <= MOST_MINUTES else None,
        date=day,
        activity=blank.activity,
        group=blank.group,
        people=blank.people,
        names=blank.names,
        person=blank.person,
    )


def _with_times(draft: Draft, said: Range | None, segment: Segment, moment: Moment) -> Draft:
    if said is None or draft.date is None or draft.minutes is None:
        return draft
    real = real_minutes(draft.date, said, moment) - segment.pause
    return Draft(
        minutes=real if 0 < real <= MOST_MINUTES else None,
        date=draft.date,
        activity=draft.activity,
        group=draft.group,
        people=draft.people,
        names=draft.names,
        starts=_time(said.start or 0),
        ends=_time(said.end or 0),
    )


def _doubt(
    segment: Segment, drafts: tuple[Draft, ...], dates: tuple[date | None, ...], said: Range | None, moment: Moment
) -> Ask | None:
    """What is not certain about a piece that has its amount and day."""
    amount = segment.amount
    minutes = amount.value.minutes - segment.pause if amount and isinstance(amount.value, Amount | Range) else 0
    known = tuple(day for day in dates if day is not None)
    if minutes <= 0:
        return Ask(reason=Reason.NOT_POSITIVE)
    if any(draft.minutes is None for draft in drafts):
        return Ask(reason=Reason.TOO_LONG)
    if _not_yet(known, segment.days.part if segment.days else None, said, moment):
        return Ask(reason=Reason.FUTURE, choices=(drafts,) if all(day <= moment.today for day in known) else ())
    if len(dates) > 1 and not segment.each and said is None and segment.times != len(dates):
        return Ask(reason=Reason.EACH_OR_TOTAL, choices=(drafts, *_divided(drafts, minutes)))
    if len(dates) > 1 and segment.total:
        return Ask(reason=Reason.EACH_OR_TOTAL, choices=(drafts, *_divided(drafts, minutes)))
    if segment.people and segment.total:
        return Ask(reason=Reason.EACH_OR_TOTAL, choices=(drafts,))
    if _two_activities(segment):
        return Ask(reason=Reason.EACH_OR_TOTAL)
    return None


def _divided(drafts: tuple[Draft, ...], minutes: int) -> tuple[tuple[Draft, ...], ...]:
    share, rest = divmod(minutes, len(drafts))
    if rest or not share:
        return ()
    return (
        tuple(
            Draft(minutes=share, date=d.date, activity=d.activity, group=d.group, people=d.people, names=d.names)
            for d in drafts
        ),
    )


def compose(items: Sequence[Item], moment: Moment) -> Composed:
    """All drafts of a message, and the first thing that must be asked."""
    pieces = [compose_segment(segment, moment) for segment in segments(items)]
    drafts = tuple(draft for piece in pieces for draft in piece.drafts)
    ask = next((piece.ask for piece in pieces if piece.ask), None)
    if ask is None:
        per_day: dict[date | None, int] = {}
        for draft in drafts:
            per_day[draft.date] = per_day.get(draft.date, 0) + (draft.minutes or 0)
        if any(minutes > MOST_MINUTES for minutes in per_day.values()):
            ask = Ask(reason=Reason.TOO_LONG)
    return Composed(drafts, ask)
