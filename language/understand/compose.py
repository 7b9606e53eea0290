"""From the pieces of a message to drafts of entries: how long, on which day, and what about them must be asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from itertools import pairwise

from language.understand.calendar import Days
from language.understand.company import Company, company
from language.understand.details import klus_of, place_of
from language.understand.kinds import NAME
from language.understand.meaning import Ask, Draft, Reason
from language.understand.rule import Item, Moment
from language.understand.rules.clock import DAY, HALF_DAY
from language.understand.rules.dates import NIGHT_ENDS
from language.understand.rules.durations import Amount, Choice
from language.understand.rules.ranges import Range
from language.understand.segments import Segment, segments, strongest, two_activities

MOST_MINUTES = 16 * 60
# Hours that are told without a part of the day: before this one the afternoon is meant.
_DAY_BEGINS = 6
# When a part of the day begins, in hours: before that it has not happened yet.
_BEGINS = {"afternoon": 12, "evening": 17}


@dataclass(frozen=True, slots=True)
class Composed:
    """The drafts a message makes, and what must be asked before they are entries (None: they are)."""

    drafts: tuple[Draft, ...]
    ask: Ask | None


def _shifted(said: Range, part: str | None) -> Range:
    """The clock times moved to the half of the day that is meant: only the day's part or plain sense tells."""
    start, end = said.start, said.end
    if start is None or end is None or not said.twelve_hour or start >= HALF_DAY or end > DAY:
        return said
    later = part in ("afternoon", "evening") or (part is None and start < _DAY_BEGINS * 60)
    return Range(start + HALF_DAY, end + HALF_DAY) if later else said


def _on(day: date, minutes: int, moment: Moment) -> datetime:
    wall = datetime.combine(day, time()) + timedelta(minutes=minutes)
    return wall.replace(tzinfo=moment.now.tzinfo).astimezone(UTC)


def real_minutes(day: date, said: Range, moment: Moment) -> int:
    """How long a range really took: a night in which the clock is changed is an hour longer or shorter."""
    passed = _on(day, said.end or 0, moment) - _on(day, said.start or 0, moment)
    return int(passed.total_seconds()) // 60


def _time(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)


def _wall(moment: Moment) -> int:
    return moment.now.hour * 60 + moment.now.minute


def _not_yet(days: tuple[date, ...], part: str | None, said: Range | None, moment: Moment) -> bool:
    latest = max(days, default=moment.today)
    if latest != moment.today:
        # A night that began yesterday may not be over yet.
        ends = (said.end or 0) - DAY if said is not None else 0
        return latest > moment.today or (latest == moment.today - timedelta(days=1) and ends > _wall(moment))
    if said is not None:
        return (said.end or 0) > _wall(moment)
    return part in _BEGINS and moment.now.hour < _BEGINS[part]


def _undated(minutes: int, said: Range | None, moment: Moment) -> date:
    """The day of an amount without one: today, or yesterday where today is too young for it."""
    too_young = minutes > _wall(moment) or (said is not None and (said.end or 0) > _wall(moment))
    if moment.now.hour < NIGHT_ENDS and too_young:
        return moment.today - timedelta(days=1)
    return moment.today


def _dates(days: Days | None, minutes: int | None, said: Range | None, moment: Moment) -> tuple[date | None, ...]:
    if days is None:
        return (_undated(minutes, said, moment),) if minutes is not None else (None,)
    if said is not None and days.part == "night" and days.kind == "relative" and (said.start or 0) >= 18 * 60:
        return tuple(day - timedelta(days=1) for day in days.dates)
    return days.dates or (None,)


@dataclass(frozen=True, slots=True)
class _Length:
    """How long a piece says that it took, as far as that is certain."""

    minutes: int | None = None
    said: Range | None = None
    reason: Reason | None = None
    options: tuple[int, ...] = ()


def _length(segment: Segment) -> _Length:
    amount = segment.amount.value if segment.amount is not None else None
    times = segment.times if segment.times and not (segment.days and len(segment.days.dates) > 1) else 1
    if segment.amount is None:
        return _Length(reason=Reason.MINUTES)
    if isinstance(amount, Amount):
        return _Length(amount.minutes * times - segment.pause)
    if isinstance(amount, Choice):
        return _Length(reason=Reason.WHICH_AMOUNT, options=amount.minutes)
    if not isinstance(amount, Range):
        return _Length(reason=Reason.VAGUE)
    if amount.start is None:
        return _Length(reason=Reason.START)
    if amount.end is None or amount.minutes >= DAY:
        return _Length(reason=Reason.END)
    said = _shifted(amount, segment.days.part if segment.days else None)
    return _Length(said.minutes * times - segment.pause, said)


def _stored(minutes: int | None) -> int | None:
    return minutes if minutes is not None and 0 < minutes <= MOST_MINUTES else None


def compose_segment(segment: Segment, moment: Moment, text: str = "") -> Composed:
    """The drafts of one piece, with the first thing about it that must be asked."""
    activity = strongest(segment.activities)
    length = _length(segment)
    klussen = activity is not None and activity.label == "klussen"
    along = company(segment.items, text) if text else Company()
    segment.people = segment.people or along.people
    told = partial(
        Draft,
        activity=activity.label if activity else None,
        group=activity.group if activity else None,
        people=segment.people,
        names=along.names,
        klus=klus_of(segment, text) if klussen else None,
        place=place_of(segment, text) if klussen else None,
    )
    days = segment.days
    minutes = _stored(length.minutes)
    if days is not None and days.problem is not None:
        readings = tuple(told(minutes=minutes, date=day) for day in days.dates)
        bookable = minutes is not None and days.problem is Reason.LONG_AGO
        return Composed((told(minutes=minutes),), Ask(reason=days.problem, choices=(readings,) if bookable else ()))
    dates = _dates(days, length.minutes, length.said, moment)
    drafts = tuple([_dated(told, day, length, moment) for day in dates])
    if length.reason is not None:
        day = dates[0] or moment.today
        choices = tuple((told(minutes=option, date=day),) for option in length.options)
        return Composed(drafts, Ask(reason=length.reason, choices=choices))
    ask = _doubt(segment, drafts, length, moment)
    if ask is None and length.said is None and _shared(segment, along, length.minutes or 0):
        shares = along.together or segment.people or len(along.names) + 1
        ask = Ask(reason=Reason.EACH_OR_TOTAL, choices=(drafts, *_divided(drafts, length.minutes or 0, shares)))
    return Composed(drafts, ask)


# "Samen met Fatma 6 uur" can be three hours each; "samen met Fatma 2 uur" is said of two hours that they worked along.
_LONG_TOGETHER = 120


def _shared(segment: Segment, along: Company, minutes: int) -> bool:
    """Whether an amount may be of all who worked along, taken together."""
    if segment.total and (along.names or (not segment.people and _total_of_us(segment))):
        return True
    return along.together is not None and minutes >= _LONG_TOGETHER * along.together


def _total_of_us(segment: Segment) -> bool:
    """ "Wij hebben samen 12 uur gekookt": an amount of all together, and "wij" without how many."""
    told = [item for item in segment.items if NAME[item.kind] not in ("approx", "neutral", "a", "of")]
    if not any(NAME[item.kind] == "we" or (NAME[item.kind] == "i" and item.text.startswith(_US)) for item in told):
        return False
    return any(
        (NAME[a.kind] == "total" and NAME[b.kind] == "duration")
        or (NAME[a.kind] == "duration" and NAME[b.kind] == "total" and b.text not in _ALONGSIDE)
        for a, b in pairwise(told)
    )


# "3 uur samen gekookt" is told of each.
_ALONGSIDE = frozenset({"samen", "together", "tezamen", "gezamenlijk"})
_US = ("we ", "wij ", "we'")


def _dated(told: Callable[..., Draft], day: date | None, length: _Length, moment: Moment) -> Draft:
    """A draft of what is told, on this day."""
    minutes, said = _stored(length.minutes), length.said
    if said is None or day is None or minutes is None:
        return told(minutes=minutes, date=day)
    changed = real_minutes(day, said, moment) - said.minutes
    return told(
        minutes=_stored(minutes + changed),
        date=day,
        starts=_time(said.start or 0),
        ends=_time(said.end or 0),
    )


def _doubt(segment: Segment, drafts: tuple[Draft, ...], length: _Length, moment: Moment) -> Ask | None:
    """What is not certain about a piece that has its amount and day."""
    minutes = length.minutes or 0
    days = tuple(draft.date for draft in drafts if draft.date is not None)
    if minutes <= 0:
        return Ask(reason=Reason.NOT_POSITIVE)
    if any(draft.minutes is None for draft in drafts):
        return Ask(reason=Reason.TOO_LONG)
    if _not_yet(days, segment.days.part if segment.days else None, length.said, moment):
        return Ask(reason=Reason.FUTURE)
    if len(days) > 1:
        told_each = segment.each or length.said is not None or segment.times == len(days)
        if segment.total or not told_each:
            return Ask(reason=Reason.EACH_OR_TOTAL, choices=(drafts, *_divided(drafts, minutes, len(days))))
    if segment.people and (segment.total or segment.times):
        return Ask(reason=Reason.EACH_OR_TOTAL, choices=(drafts, *_divided(drafts, minutes, segment.people)))
    if segment.daily and len(days) == 1 and not segment.people:
        return Ask(reason=Reason.WHICH_DAY)
    if segment.other_days:
        return Ask(reason=Reason.WHICH_DAY)
    if segment.repeats:
        return Ask(reason=Reason.WHICH_AMOUNT)
    if two_activities(segment):
        return Ask(reason=Reason.EACH_OR_TOTAL)
    return None


def _divided(drafts: tuple[Draft, ...], minutes: int, shares: int) -> tuple[tuple[Draft, ...], ...]:
    share, rest = divmod(minutes, shares)
    whole = shares > 1 and share and not rest
    return (tuple(replace(draft, minutes=share) for draft in drafts),) if whole else ()


def _sum_of_others(told: Sequence[Segment]) -> bool | None:
    """Whether the last amount only adds up those before it: "ma 2 uur, di 1 uur, samen 3 uur"; None if it is none."""
    last = told[-1]
    if len(told) < 2 or not last.total or any(NAME[item.kind] in ("activity", "date", "people") for item in last.items):
        return None
    lengths = [_length(segment).minutes for segment in told]
    return sum(minutes or 0 for minutes in lengths[:-1]) == lengths[-1]


def compose(items: Sequence[Item], moment: Moment, text: str = "") -> Composed:
    """All drafts of a message, and the first thing that must be asked."""
    told = segments(items)
    summed = _sum_of_others(told)
    told = told[:-1] if summed else told
    if len(told) > 2 and told[0].total and _sum_of_others([*told[1:], replace(told[0], items=[])]):
        # "Totaal 4 uur: 2 uur keuken, 2 uur schoonmaak".
        told = told[1:]
    pieces = [compose_segment(segment, moment, text) for segment in told]
    drafts = tuple(draft for piece in pieces for draft in piece.drafts)
    ask = next((piece.ask for piece in pieces if piece.ask), None)
    if ask is None and summed is False:
        ask = Ask(reason=Reason.EACH_OR_TOTAL)
    if ask is None and len(drafts) > 1:
        per_day: dict[date | None, int] = {}
        for draft in drafts:
            per_day[draft.date] = per_day.get(draft.date, 0) + (draft.minutes or 0)
        if any(minutes > MOST_MINUTES for minutes in per_day.values()):
            ask = Ask(reason=Reason.TOO_LONG)
    return Composed(drafts, ask)
