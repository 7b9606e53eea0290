"""Days: named from today, by weekday, by date, and lists of them."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from language.understand.calendar import (
    Days,
    day_and_month,
    day_of_month,
    easter,
    full_date,
    last_weekday,
    weekday_of_week,
)
from language.understand.kinds import NAME
from language.understand.meaning import Reason
from language.understand.rule import Item, Moment, Rule

# Until this hour the night still belongs to the evening before it.
NIGHT_ENDS = 5
_LONGEST_SHORT_FORM = 4


def _first(m: Sequence[Item], *kinds: str) -> Item | None:
    return next((item for item in m if NAME[item.kind] in kinds), None)


def _need(m: Sequence[Item], *kinds: str) -> Item:
    return next(item for item in m if NAME[item.kind] in kinds)


def _part(m: Sequence[Item]) -> str | None:
    part = _first(m, "daypart")
    return str(part.value) if part else None


def _judged(day: date | None, moment: Moment, kind: str, part: str | None = None) -> Days:
    if day is None:
        return Days((), kind, part, Reason.IMPOSSIBLE_DATE)
    return Days((day,), kind, part, Reason.FUTURE if day > moment.today else None)


def _relative(m: Sequence[Item], moment: Moment) -> Days:
    offset, own_part = m[0].value
    part = own_part or _part(m)
    # Shortly after midnight "this evening" and "yesterday evening" are the evening that just ended.
    if moment.now.hour < NIGHT_ENDS and offset == 0 and part in ("afternoon", "evening", "morning"):
        offset = -1
    return _judged(moment.today + timedelta(days=offset), moment, "relative", part)


def _weekday(m: Sequence[Item], moment: Moment) -> Days:
    number, own_part = _need(m, "weekday").value
    before = _first(m, "last", "jl") is not None
    return _judged(last_weekday(moment.today, number, before=before), moment, "weekday", own_part or _part(m))


def _weekday_of(weeks: int, m: Sequence[Item], moment: Moment) -> Days:
    number, own_part = _need(m, "weekday").value
    return _judged(weekday_of_week(moment.today, number, weeks), moment, "week", own_part or _part(m))


def _last_week(m: Sequence[Item], moment: Moment) -> Days:
    return _weekday_of(-1, m, moment)


def _this_week(m: Sequence[Item], moment: Moment) -> Days:
    return _weekday_of(0, m, moment)


def _next_week(m: Sequence[Item], moment: Moment) -> Days:
    return _weekday_of(1, m, moment)


def _next_weekday(m: Sequence[Item], moment: Moment) -> Days:
    number, own_part = _need(m, "weekday").value
    day = last_weekday(moment.today, number) + timedelta(weeks=1)
    return _judged(day, moment, "weekday", own_part)


def _days_ago(m: Sequence[Item], moment: Moment) -> Days:
    return _judged(moment.today - timedelta(days=m[0].value), moment, "relative")


def _from_now(m: Sequence[Item], moment: Moment) -> Days:
    ahead = timedelta(weeks=m[1].value) if NAME[m[2].kind] == "weeks" else timedelta(days=m[1].value)
    return _judged(moment.today + ahead, moment, "relative")


def _weeks_ago(m: Sequence[Item], moment: Moment) -> Days:
    weeks = m[0].value if len(m) > 2 else 1
    return _judged(moment.today - timedelta(weeks=weeks), moment, "relative")


def _agreeing(days: Days, m: Sequence[Item]) -> Days:
    """The date with the weekday named before it: both must be the same day."""
    named = _first(m, "weekday")
    if named is None or days.problem is not None:
        return days
    number, part = named.value
    if days.dates and days.dates[0].isoweekday() != number:
        return Days(days.dates, "date", part, Reason.IMPOSSIBLE_DATE)
    return days.with_part(part)


def _named_month(m: Sequence[Item], moment: Moment) -> Days | None:
    month = _need(m, "month").value
    day = int(_need(m, "int", "ordinal", "a").value)
    year = _first(m, "year")
    if year is None:
        return _agreeing(day_and_month(moment.today, month, day), m)
    return _agreeing(_judged(full_date(year.value, month, day), moment, "date"), m)


def _iso(m: Sequence[Item], moment: Moment) -> Days:
    year, month, day = _need(m, "iso").value
    return _agreeing(_judged(full_date(year, month, day), moment, "date"), m)


def _numeric(m: Sequence[Item], moment: Moment) -> Days | None:
    day, month, year = _need(m, "slash", "dash", "dotted").value
    if year is not None:
        return _agreeing(_judged(full_date(year, month, day), moment, "date"), m)
    if day == 0 or day > 99 or month > 99:
        return None
    if month == 0 or month > 12:
        return None if day <= 24 and month <= 24 else Days((), "date", problem=Reason.IMPOSSIBLE_DATE)
    return _agreeing(day_and_month(moment.today, month, day), m)


def _day_point_month(m: Sequence[Item], moment: Moment) -> Days | None:
    value = m[-1].value
    day, month = int(value.number), value.digits
    if value.sign != "." or len(month) != 2 or not (1 <= day <= 31 and 1 <= int(month) <= 12):
        return None
    return _agreeing(day_and_month(moment.today, int(month), day), m)


def _with_year(m: Sequence[Item], moment: Moment) -> Days | None:
    return _numeric(m, moment) if m[-1].value[2] is not None else None


def _ordinal(m: Sequence[Item], moment: Moment) -> Days | None:
    day = int(_need(m, "ordinal", "int").value)
    return _agreeing(day_of_month(moment.today, day), m) if day <= 31 else None


def _loose(m: Sequence[Item], moment: Moment) -> Days:
    weeks = {"lastweek": -1, "thisweek": 0}.get(NAME[m[0].kind])
    week = None if weeks is None else weekday_of_week(moment.today, 1, weeks)
    return Days((), "loose", problem=Reason.WHICH_DAY, week=week)


def _whole_month(m: Sequence[Item], _: Moment) -> Days | None:
    # Short forms are too often something else: a name, "mar" for "maar", English "may".
    return Days((), "loose", problem=Reason.WHICH_DAY) if len(m[0].text) > _LONGEST_SHORT_FORM else None


def _weekday_weeks_ago(m: Sequence[Item], moment: Moment) -> Days:
    weeks = next(item.value for item, after in pairwise(m) if NAME[after.kind] == "weeks")
    return _weekday_of(-weeks, m, moment)


def _holiday(m: Sequence[Item], moment: Moment) -> Days:
    name = _need(m, "holiday").value
    if name.startswith("easter"):
        after = timedelta(days=int(name.partition(" ")[2]))
        days = (easter(moment.today.year - back) + after for back in (0, 1))
        return _judged(next(day for day in days if day <= moment.today), moment, "date")
    month, _, day = name.partition("-")
    return _agreeing(day_and_month(moment.today, int(month), int(day)), m)


def _coming_week(_m: Sequence[Item], _: Moment) -> Days:
    return Days((), "loose", problem=Reason.FUTURE)


DATES = (
    Rule("date.iso", "year-month-day", "date", "(weekday comma?)? iso", _iso, yes=(("2026-11-20", "2026-11-20"),)),
    Rule(
        "date.named-month",
        "a day and a named month",
        "date",
        "(weekday comma?)? the? (int|ordinal) (of|or|dashmark)? month (year)?",
        _named_month,
        yes=(
            ("25 nov.", "2026-11-25"),
            ("woensdag 25 november", "2026-11-25"),
            ("20th of November 2026", "2026-11-20"),
        ),
    ),
    Rule(
        "date.month-first",
        "a named month and a day",
        "date",
        "(weekday comma?)? month the? (int|ordinal) (?!UNIT|minute) (comma? year)?",
        _named_month,
        yes=(("Nov 20", "2026-11-20"), ("november 20th, 2026", "2026-11-20")),
        no=("in november 2 uur",),
    ),
    Rule(
        "date.slash",
        "day/month",
        "date",
        "(weekday comma?)? slash",
        _numeric,
        yes=(("23/11 2u", "2026-11-23"),),
        no=("13/15", "3/4 uur"),
    ),
    Rule(
        "date.dash-year",
        "day-month-year",
        "date",
        "(weekday comma?)? dash",
        _with_year,
        yes=(("23-11-2026", "2026-11-23"),),
        no=("9-11 taal",),
    ),
    Rule(
        "date.dotted",
        "day.month.year",
        "date",
        "(weekday comma?)? dotted",
        _numeric,
        yes=(("23.11.2026", "2026-11-23"),),
    ),
    Rule(
        "date.of-this-month",
        "a day of this month",
        "date",
        "weekday? the? (int|ordinal) dezer",
        _ordinal,
        yes=(("23 dezer", "2026-11-23"),),
    ),
    Rule(
        "date.ordinal",
        "a numbered day",
        "date",
        "weekday? the? ordinal (?=comma|stop|hour|colonmark|(int|dec|a) (UNIT|minute))"
        "|(the|weekday the?) ordinal (?!times)",
        _ordinal,
        yes=(("de 25e", "2026-11-25"), ("maandag 23e", "2026-11-23")),
        no=("1e keer", "2e ronde"),
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
        "date.holiday",
        "a day with a name",
        "date",
        "(weekday comma?)? the? holiday",
        _holiday,
        yes=(("tweede kerstdag", "2025-12-26"),),
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
        "date.month",
        "a month without a day",
        "date",
        "month",
        _whole_month,
        yes=(("ergens in november", None),),
        no=("25 november", "12 mei"),
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
DASH_DATES = (
    Rule(
        "date.point",
        "day.month",
        "date",
        "(weekday comma?)? dec",
        _day_point_month,
        yes=(("25.11 2u taal", "2026-11-25"),),
        no=("2.5 taal", "2.5 uur", "14.00 tot 15.00"),
    ),
    Rule(
        "date.dash",
        "day-month",
        "date",
        "(weekday comma?)? dash",
        _numeric,
        yes=(("23-11 2u", "2026-11-23"),),
        no=("9-11 taal",),
    ),
)


def _list(m: Sequence[Item], moment: Moment) -> Days | None:
    named = [item.value for item in m if NAME[item.kind] == "date"]
    part = next((days.part for days in named if days.part), None)
    # "Vorige week maandag en woensdag": the days beside it are of the same week.
    week = next((days.dates[0] for days in named if days.kind == "week" and days.dates), None)
    if week is not None:
        monday = week - timedelta(days=week.isoweekday() - 1)
        named = [days.in_week(monday) if days.kind == "weekday" else days for days in named]
    problem = next((days.problem for days in named if days.problem), None)
    dates = tuple(dict.fromkeys(day for days in named for day in days.dates))
    if problem is None and any(day > moment.today for day in dates):
        problem = Reason.FUTURE
    return Days(dates, "list", part, problem)


def _span(m: Sequence[Item], moment: Moment) -> Days | None:
    first, last = (item.value for item in m if NAME[item.kind] == "date")
    if first.problem or last.problem or not first.dates or not last.dates:
        return _list(m, moment)
    end = last.dates[-1]
    start = first.dates[0]
    if start > end:
        if first.kind != "weekday":
            return None
        start = last_weekday(end, start.isoweekday())
    length = (end - start).days
    return Days(tuple(start + timedelta(days=i) for i in range(length + 1)), "list") if length <= 31 else None


def _same(m: Sequence[Item], moment: Moment) -> Days | None:
    days = _list(m, moment)
    if days is None or len(days.dates) == 1:
        return days
    if all(item.value.kind == "weekday" for item in m if NAME[item.kind] == "date"):
        return days
    return Days(days.dates, "date", days.part, Reason.IMPOSSIBLE_DATE)


LISTS = (
    Rule(
        "date.span", "from a day to a day", "date", "from? date (to|thru|dashmark) date", _span, yes=(("ma t/m wo", 3),)
    ),
    Rule(
        "date.list",
        "several days",
        "date",
        "date (comma? (and|plus|slashmark|dashmark|comma|like) and? date)+",
        _list,
        yes=(("ma en wo", 2), ("di, do en za", 3)),
    ),
    Rule(
        "date.twice",
        "one day said in two ways",
        "date",
        "date (comma? open_paren? date)+",
        _same,
        yes=(("gisteren (dinsdag)", "2026-11-24"),),
    ),
)
