"""Days written as dates: 25 november, 25-11-2026, de 25e, tweede kerstdag."""

from collections.abc import Sequence
from datetime import date, timedelta

from language.understand.calendar import Days, day_and_month, day_of_month, easter, full_date, latest
from language.understand.kinds import NAME
from language.understand.meaning import Reason
from language.understand.rule import Item, Moment, Rule
from language.understand.rules.days import first_of, judged, needed

_LONGEST_SHORT_FORM = 4
_LONGEST_MONTH = 31


def _agreeing(days: Days, m: Sequence[Item]) -> Days:
    """The date with the weekday named before it: both must be the same day."""
    named = first_of(m, "weekday")
    if named is None or days.problem is not None:
        return days
    number, part = named.value
    if days.dates and days.dates[0].isoweekday() != number:
        return Days(days.dates, "date", part, Reason.IMPOSSIBLE_DATE)
    return days.with_part(part)


def _named_month(m: Sequence[Item], moment: Moment) -> Days | None:
    month = needed(m, "month").value
    day = int(needed(m, "int", "ordinal", "a").value)
    year = first_of(m, "year")
    if year is None:
        return _agreeing(day_and_month(moment.today, month, day), m)
    return _agreeing(judged(full_date(year.value, month, day), moment, "date"), m)


def _iso(m: Sequence[Item], moment: Moment) -> Days:
    year, month, day = needed(m, "iso").value
    return _agreeing(judged(full_date(year, month, day), moment, "date"), m)


def _numeric(m: Sequence[Item], moment: Moment) -> Days | None:
    day, month, year = needed(m, "slash", "dash", "dotted").value
    if year is not None:
        return _agreeing(judged(full_date(year, month, day), moment, "date"), m)
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
    # "Eerst", "first": a word alone tells an order more often than a day.
    if len(m) == 1 and not m[0].text[0].isdigit():
        return None
    day = int(needed(m, "ordinal", "int").value)
    return _agreeing(day_of_month(moment.today, day), m) if day <= 31 else None


def _ordinal_figure(m: Sequence[Item], moment: Moment) -> Days | None:
    return _ordinal(m, moment) if needed(m, "ordinal").text[0].isdigit() else None


def _whole_month(m: Sequence[Item], _: Moment) -> Days | None:
    # Short forms are too often something else: a name, "mar" for "maar", English "may".
    return Days((), "loose", problem=Reason.WHICH_DAY) if len(m[0].text) > _LONGEST_SHORT_FORM else None


def _holiday(m: Sequence[Item], moment: Moment) -> Days:
    name = needed(m, "holiday").value
    if name.startswith("easter"):
        after = timedelta(days=int(name.partition(" ")[2]))
        days = (easter(moment.today.year - back) + after for back in (0, 1))
        return judged(next(day for day in days if day <= moment.today), moment, "date")
    month, _, day = name.partition("-")
    return _agreeing(day_and_month(moment.today, int(month), int(day)), m)


def _days_of_month(m: Sequence[Item], moment: Moment) -> Days | None:
    month = needed(m, "month").value
    span = first_of(m, "dash")
    numbers = list(span.value[:2]) if span else [int(item.value) for item in m if NAME[item.kind] in ("int", "ordinal")]
    if (span or first_of(m, "to", "thru", "dashmark")) and numbers[0] < numbers[-1] <= _LONGEST_MONTH:
        numbers = list(range(numbers[0], numbers[-1] + 1))
    days = [day_and_month(moment.today, month, number) for number in numbers]
    problem = next((day.problem for day in days if day.problem), None)
    return Days(tuple(date for day in days for date in day.dates), "list", problem=problem)


def _nth_weekday(m: Sequence[Item], moment: Moment) -> Days | None:
    """The first, second … or last day of a name in a month, judged as a date without a year is."""
    number, part = needed(m, "weekday").value
    month = needed(m, "month").value
    ordinal, year = first_of(m, "ordinal"), first_of(m, "year")
    which = ordinal.value - 1 if ordinal else -1

    def in_year(year: int) -> date | None:
        begin = full_date(year, month, 1)
        if begin is None:
            return None
        first = begin + timedelta(days=(number - begin.isoweekday()) % 7)
        named = [day for weeks in range(5) if (day := first + timedelta(weeks=weeks)).month == month]
        return named[which] if which < len(named) else None

    if year is not None:
        return judged(in_year(year.value), moment, "date", part)
    return latest([in_year(moment.today.year + shift) for shift in (-1, 0, 1)], moment.today).with_part(part)


WRITTEN_DATES = (
    Rule(
        "date.nth-weekday",
        "a weekday counted in a month",
        "date",
        "the? (ordinal|last) weekday (from|of)? month year?",
        _nth_weekday,
        yes=(
            ("de eerste maandag van november", "2026-11-02"),
            ("laatste vrijdag van oktober", "2026-10-30"),
            ("de tweede dinsdag van oktober 2026", "2026-10-13"),
            ("de eerste maandag van december", "2026-12-07"),
        ),
        no=("afgelopen maandag", "elke eerste maandag"),
    ),
    Rule(
        "date.days-of-month",
        "several days of one month",
        "date",
        "(int|ordinal) (comma (int|ordinal)){0,5} (and|plus|to|thru|dashmark) (int|ordinal) month|dash month",
        _days_of_month,
        yes=(("20 en 22 nov", 2), ("20 t/m 22 november", 3), ("20-22 november", 3)),
        no=("2 uur tuin en 22 november",),
    ),
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
        "weekday? the? ordinal (?=comma|stop|hour|colonmark)"
        "|(the|weekday the?) ordinal (?!times|days|(int|dec|a) (UNIT|minute))",
        _ordinal,
        yes=(("de 25e", "2026-11-25"), ("maandag 23e", "2026-11-23")),
        no=("1e keer", "2e ronde", "eerste, 2 uur tuin", "de eerste 2 uur"),
    ),
    Rule(
        "date.ordinal-amount",
        "a numbered day with its hours behind it",
        "date",
        "weekday? the? ordinal (?=(int|dec|a) (UNIT|minute))",
        _ordinal_figure,
        yes=(("de 25e 2 uur", "2026-11-25"), ("23e 2 uur", "2026-11-23")),
        no=("eerste 2 uur tuin", "first 2 hours cooking", "de eerste 2 uur tuin"),
    ),
    Rule(
        "date.holiday",
        "a day with a name",
        "date",
        "(weekday comma?)? the? holiday",
        _holiday,
        yes=(("tweede kerstdag", "2026-12-26"),),
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
