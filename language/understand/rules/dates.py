"""Days named from today: yesterday, last Wednesday, two weeks ago."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from language.understand.calendar import Days, last_weekday, weekday_of_week
from language.understand.kinds import NAME
from language.understand.meaning import Reason
from language.understand.rule import Item, Moment, Rule
from language.understand.rules.days import first_of, judged, needed

# Until this hour the night still belongs to the evening before it.
NIGHT_ENDS = 5
# No day is counted further than this from today: a century.
_FURTHEST = 36_525


def _part(m: Sequence[Item]) -> str | None:
    part = first_of(m, "daypart")
    return str(part.value) if part else None


def _relative(m: Sequence[Item], moment: Moment) -> Days:
    offset, own_part = m[0].value
    part = own_part or _part(m)
    # Shortly after midnight "this evening" and "yesterday evening" are the evening that just ended.
    if moment.now.hour < NIGHT_ENDS and offset == 0 and part in ("afternoon", "evening", "morning"):
        offset = -1
    return judged(moment.today + timedelta(days=offset), moment, "relative", part)


def _weekday(m: Sequence[Item], moment: Moment) -> Days:
    number, own_part = needed(m, "weekday").value
    before = first_of(m, "last", "jl") is not None
    return judged(last_weekday(moment.today, number, before=before), moment, "weekday", own_part or _part(m))


def _weekday_of(weeks: int, m: Sequence[Item], moment: Moment) -> Days:
    number, own_part = needed(m, "weekday").value
    return judged(weekday_of_week(moment.today, number, weeks), moment, "week", own_part or _part(m))


def _last_week(m: Sequence[Item], moment: Moment) -> Days:
    return _weekday_of(-1, m, moment)


def _this_week(m: Sequence[Item], moment: Moment) -> Days:
    return _weekday_of(0, m, moment)


def _next_week(m: Sequence[Item], moment: Moment) -> Days:
    return _weekday_of(1, m, moment)


def _next_weekday(m: Sequence[Item], moment: Moment) -> Days:
    number, own_part = needed(m, "weekday").value
    day = last_weekday(moment.today, number) + timedelta(weeks=1)
    return judged(day, moment, "weekday", own_part)


def _shifted(moment: Moment, days: int) -> Days:
    """The day so many days from today, if anybody can mean it."""
    if abs(days) > _FURTHEST:
        return Days((), "relative", problem=Reason.IMPOSSIBLE_DATE)
    return judged(moment.today + timedelta(days=days), moment, "relative")


def _days_ago(m: Sequence[Item], moment: Moment) -> Days:
    return _shifted(moment, -m[0].value)


def _from_now(m: Sequence[Item], moment: Moment) -> Days:
    return _shifted(moment, m[1].value * (7 if NAME[m[2].kind] == "weeks" else 1))


def _ago_before(m: Sequence[Item], moment: Moment) -> Days:
    count = m[1].value if len(m) > 2 else 1
    return _shifted(moment, -count * (7 if NAME[m[-1].kind] == "weeks" else 1))


def _weeks_ago(m: Sequence[Item], moment: Moment) -> Days:
    return _shifted(moment, -7 * (m[0].value if len(m) > 2 else 1))


def _loose(m: Sequence[Item], moment: Moment) -> Days:
    weeks = {"lastweek": -1, "thisweek": 0}.get(NAME[m[0].kind])
    week = None if weeks is None else weekday_of_week(moment.today, 1, weeks)
    return Days((), "loose", problem=Reason.WHICH_DAY, week=week)


def _some_days(_m: Sequence[Item], _: Moment) -> Days:
    return Days((), "loose", problem=Reason.WHICH_DAY)


def _weekday_weeks_ago(m: Sequence[Item], moment: Moment) -> Days:
    weeks = next(item.value for item, after in pairwise(m) if NAME[after.kind] == "weeks")
    return _weekday_of(-weeks, m, moment) if 7 * weeks < _FURTHEST else _shifted(moment, -7 * weeks)


def _weekday_weeks_ahead(m: Sequence[Item], moment: Moment) -> Days:
    weeks = m[-2].value
    number, part = m[0].value
    if 7 * weeks > _FURTHEST:
        return _shifted(moment, 7 * weeks)
    return judged(last_weekday(moment.today, number) + timedelta(weeks=weeks + 1), moment, "weekday", part)


def _coming_week(_m: Sequence[Item], _: Moment) -> Days:
    return Days((), "loose", problem=Reason.FUTURE)


def _every(m: Sequence[Item], _: Moment) -> tuple[int, ...] | None:
    """The weekdays that come back each week; none where they come back otherwise ("elke eerste maandag")."""
    if m[0].value != "every":
        return None
    numbers = [item.value[0] for item in m if NAME[item.kind] == "weekday"]
    if first_of(m, "ordinal", "other", "last", "others", "or"):
        return ()
    if first_of(m, "to", "thru", "dashmark"):
        first, last = numbers
        return tuple(range(first, last + 1)) if first < last else ()
    return tuple(sorted(set(numbers)))


NAMED_DAYS = (
    Rule(
        "schedule.every-weekday",
        "a weekday that comes back: when something is, not when it was done",
        "schedule",
        "each weekday (to|thru|dashmark) weekday daypart?"
        "|each (ordinal|other|last|others)? weekday ((comma|and|or|plus|slashmark)+ each? weekday){0,5} daypart?",
        _every,
        yes=(("elke eerste maandag", None), ("each wednesday", None), ("her çarşamba", None), ("кожної середи", None)),
        no=("beide dinsdagen", "ma en wo elke keer 2 uur"),
    ),
    Rule(
        "date.weekday-weeks-ago",
        "a weekday some weeks ago",
        "date",
        "(int|a) weeks ago comma? weekday|weekday comma? (int|a) weeks ago",
        _weekday_weeks_ago,
        yes=(("twee weken geleden woensdag", "2026-11-11"),),
    ),
    Rule(
        "date.weekday-in-weeks",
        "a weekday some weeks from now",
        "date",
        "weekday past (int|a) weeks",
        _weekday_weeks_ahead,
        yes=(("maandag over een week", "2026-12-07"), ("vrijdag over 2 weken", "2026-12-11")),
    ),
    Rule(
        "date.in-days",
        "some days or weeks from now",
        "date",
        "past (int|a) (days|weeks)",
        _from_now,
        yes=(("over drie dagen", "2026-11-28"), ("over 2 weken", "2026-12-09")),
    ),
    Rule(
        "date.days-ago",
        "some days ago",
        "date",
        "(int|a) days ago",
        _days_ago,
        yes=(("twee dagen geleden", "2026-11-23"),),
    ),
    Rule(
        "date.weeks-ago",
        "some weeks ago",
        "date",
        "(int|a)? weeks ago",
        _weeks_ago,
        yes=(("een week geleden", "2026-11-18"),),
    ),
    Rule(
        "date.ago-before",
        "some days or weeks ago, told the other way about",
        "date",
        "ago (int|a)? (days|weeks)",
        _ago_before,
        yes=(("قبل ثلاثة أيام", "2026-11-22"), ("قبل أسبوع", "2026-11-18"), ("قبل 2 أسابيع", "2026-11-11")),
        no=("twee dagen geleden",),
    ),
    Rule(
        "date.next-week",
        "a weekday of next week",
        "date",
        "nextweek comma? weekday daypart?|weekday daypart? (of|from)? nextweek",
        _next_week,
        yes=(("volgende week dinsdag", "2026-12-01"),),
    ),
    Rule(
        "date.last-week",
        "a weekday of last week",
        "date",
        "lastweek comma? (on|at)? weekday daypart?|weekday daypart? (of|from)? lastweek".replace("(on|at)? ", ""),
        _last_week,
        yes=(("vorige week dinsdag", "2026-11-17"), ("dinsdag vorige week", "2026-11-17")),
    ),
    Rule(
        "date.this-week",
        "a weekday of this week",
        "date",
        "thisweek comma? weekday daypart?|weekday daypart? (of|from)? thisweek",
        _this_week,
        yes=(("deze week maandag", "2026-11-23"),),
    ),
    Rule("date.week-coming", "next week, no day", "date", "nextweek", _coming_week, yes=(("volgende week", None),)),
    Rule(
        "date.last-days",
        "the last so many days or weeks",
        "date",
        "last (int|a)? (days|weeks)",
        _some_days,
        yes=(("de afgelopen drie dagen", None),),
        no=("afgelopen maandag",),
    ),
    Rule(
        "date.loose",
        "a stretch of time without a day",
        "date",
        "lastweek|thisweek|loose|weekend_day",
        _loose,
        yes=(("vorige week", None), ("laatst", None), ("dit weekend", None)),
    ),
    Rule(
        "date.next-weekday",
        "a coming weekday",
        "date",
        "next weekday|weekday next",
        _next_weekday,
        yes=(("komende zaterdag", "2026-11-28"),),
    ),
    Rule(
        "date.weekday",
        "a weekday: the latest",
        "date",
        "last? weekday daypart? (jl stop?)?",
        _weekday,
        yes=(("dinsdag", "2026-11-24"), ("afgelopen woensdag", "2026-11-18"), ("dinsdag jl.", "2026-11-24")),
    ),
    Rule(
        "date.relative",
        "a day counted from today",
        "date",
        "day daypart?",
        _relative,
        yes=(("gisteren", "2026-11-24"), ("vanmorgen", "2026-11-25"), ("eergisteren", "2026-11-23")),
    ),
)
