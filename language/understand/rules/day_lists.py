"""Several days, or one day said twice."""

from collections.abc import Sequence
from datetime import timedelta

from language.understand.calendar import Days, last_weekday
from language.understand.kinds import NAME
from language.understand.meaning import Reason
from language.understand.rule import Item, Moment, Rule


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


def _idle(_m: Sequence[Item], _: Moment) -> str:
    return "idle"


def _meeting(m: Sequence[Item], _: Moment) -> str | None:
    """When one sees the others again, if the days and words are those of a goodbye."""
    parting = next((item for item in m if NAME[item.kind] == "bye"), None)
    if parting is not None and parting.text.split()[0] not in _PARTINGS:
        return None
    days: list[Days] = [item.value for item in m if NAME[item.kind] == "date"]
    coming = all(day.kind == "weekday" or day.problem is Reason.FUTURE for day in days)
    return "until" if coming else None


# "See you Monday", "Pazartesi görüşürüz", "بشوفكم الاثنين", "побачимось у понеділок".
_PARTINGS = frozenset(
    ("see", "cu", "c", "gorusuruz", "gorusmek", "بشوفكم", "نراكم", "اراكم", "побачимось", "побачимося")
)
UNTIL_WE_MEET = (
    Rule(
        "bye.until",
        "a goodbye, and the day on which one sees the others again",
        "bye",
        "to (?<=(comma|stop|exclamation|bye|and|thanks|smalltalk|emoji)to) date (at? (duration|clock|int|colon))?"
        " (?=(comma|stop|exclamation|emoji|bye|neutral|thanks|greeting|name|heads)*$)"
        "|bye (neutral)? date ((at|neutral)? (int|clock|colon|duration))?"
        " (?=(comma|stop|exclamation|emoji|neutral|bye|thanks|name|heads)*$)"
        "|date bye (?=(comma|stop|exclamation|emoji|neutral|bye|thanks|name|heads)*$)",
        _meeting,
        yes=(
            ("2 uur tuin, fijn weekend en tot maandag!", None),
            ("2 hours garden, see you monday", None),
            ("welterusten allemaal, tot morgenochtend 9 uur", None),
            ("2 saat bahçe, pazartesi görüşürüz", None),
        ),
        no=("van maandag tot vrijdag elke dag 2 uur", "2 uur tuin, groetjes", "groetjes, maandag 2 uur tuin"),
    ),
)


IDLE = (
    Rule(
        "date.idle",
        "a day on which nothing was done, among others",
        "comma",
        "(comma|stop|and) date colonmark? (nothing|not) (?=comma|stop|and|but)"
        "|date colonmark? (nothing|not) (comma|stop|and|but) (?=date|duration)",
        _idle,
        yes=(("maandag 2 uur tuin, dinsdag niks, woensdag 3 uur tuin", None),),
        no=("dinsdag niks",),
    ),
)


def _alone(m: Sequence[Item], _: Moment) -> Days:
    days: Days = m[0].value
    return days


# What may stand between an amount and its day: "2 uur in de tuin woensdag".
_BETWEEN = "(activity|done|helped|work|neutral|the)"
_BEHIND_AMOUNT = "|".join(f"(?<=(duration|range){_BETWEEN * count}date)" for count in range(4))
LISTS = (
    Rule(
        "date.own-amount",
        "a day behind its amount, before another day with its own",
        "date",
        f"date (?=comma? and? date neutral? (duration|range)) ({_BEHIND_AMOUNT})",
        _alone,
        yes=(("2 uur gekookt gisteren en vandaag 1 uur", "2026-11-24"),),
        no=("gisteren en vandaag 2 uur tuin elk",),
    ),
    Rule(
        "date.span",
        "from a day to a day",
        "date",
        "from? date (to|thru|dashmark) date|date date till",
        _span,
        yes=(("ma t/m wo", 3), ("pazartesi'den çarşambaya kadar", 3)),
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
