"""Days counted in months and years: "3 maanden geleden", "de laatste dag van de maand"."""

from collections.abc import Sequence
from datetime import date, timedelta

from language.understand.calendar import FURTHEST_BACK, Days, full_date
from language.understand.kinds import NAME
from language.understand.meaning import Reason
from language.understand.rule import Item, Moment, Rule
from language.understand.rules.days import first_of, judged
from language.understand.rules.facts_dates import month_of, named_period
from language.understand.rules.facts_times import Length, length_of

_CENTURY = 100


def _shifted(today: date, length: Length, sign: int) -> date | None:
    if length.unit in ("month", "year"):
        months = length.amount * (12 if length.unit == "year" else 1)
        if months != int(months) or months > 12 * _CENTURY:
            return None
        target = month_of(today.year, today.month + sign * int(months))
        return full_date(target.first.year, target.first.month, min(today.day, target.last.day))
    days = (length.minutes or 0) / (24 * 60)
    return today + timedelta(days=sign * int(days)) if 1 <= days <= 366 * _CENTURY and days == int(days) else None


def _counted(m: Sequence[Item]) -> Length | None:
    return length_of([item for item in m if NAME[item.kind] not in ("ago", "past")])


def _ago(m: Sequence[Item], moment: Moment) -> Days | None:
    length = _counted(m)
    if length is None:
        return None
    day = _shifted(moment.today, length, -1)
    if day is None:
        return Days((), "relative", problem=Reason.WHICH_DAY)
    # Months ago is said of about that day.
    return Days((day,), "relative", problem=Reason.LONG_AGO if moment.today - day > FURTHEST_BACK else Reason.WHICH_DAY)


def _ahead(m: Sequence[Item], moment: Moment) -> Days | None:
    length = _counted(m)
    if length is None:
        return None
    day = _shifted(moment.today, length, 1)
    return judged(day, moment, "relative") if day else Days((), "relative", problem=Reason.FUTURE)


def _day_of(m: Sequence[Item], moment: Moment) -> Days | None:
    """ "De laatste dag van de maand": the day counted in the stretch."""
    split = next(position for position, item in enumerate(m) if NAME[item.kind] == "days")
    named = named_period(m[split + 1 :], moment)
    ordinal = first_of(m[:split], "ordinal")
    if named is None:
        return None
    if ordinal is None:
        return judged(named.last, moment, "date")
    day = named.first + timedelta(days=ordinal.value - 1)
    return judged(day, moment, "date") if day <= named.last else None


FAR_DATES = (
    Rule(
        "date.months-ago",
        "some months or years ago",
        "date",
        "(count|a? half count) ago",
        _ago,
        yes=(
            ("3 maanden geleden", "2026-08-25"),
            ("twee jaar geleden", "2024-11-25"),
            ("een half jaar geleden", "2026-05-25"),
        ),
        no=("3 taarten geleden",),
    ),
    Rule(
        "date.in-months",
        "some months or years from now",
        "date",
        "past (count|a? half count)",
        _ahead,
        yes=(("over een half jaar", "2027-05-25"), ("over 2 maanden", "2027-01-25")),
        no=("over 3 taarten",),
    ),
    Rule(
        "date.day-of",
        "a day counted in a week, month or year",
        "date",
        "(last_entry|the? last|the? ordinal) days (from|of) (the? (count|weeks)|date year?)",
        _day_of,
        yes=(("de laatste dag van de maand", "2026-11-30"), ("de eerste dag van volgend jaar", "2027-01-01")),
        no=("de laatste dagen",),
    ),
)
