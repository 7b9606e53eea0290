"""An import in words for the operator: the columns, the names, the groups, what would be booked and what cannot be."""

from collections.abc import Iterator
from datetime import date

from bot.importing.names import Fit, Match
from bot.importing.plan import Plan
from bot.importing.rows import Bad, Listed

_FIELDS = {
    "date": "date",
    "person": "name",
    "first": "first name",
    "infix": "between the names",
    "last": "last name",
    "group": "group",
    "hours": "hours",
    "minutes": "minutes",
    "begin": "begin",
    "end": "end",
    "pause": "pause",
}


def told_columns(found: Listed) -> Iterator[str]:
    """What each column was taken for."""
    for sheet, columns in found.sheets:
        where = f"Sheet {sheet.name}, headings" if sheet.name else "Headings"
        yield f"{where} in row {columns.heading_row}:"
        for field, words in _FIELDS.items():
            if field in columns.known:
                column = columns.known[field]
                yield f"  {words:<18}{column.letter:<4}{column.heading}"
        if columns.unused:
            yield "  not used          " + ", ".join(f"{column.letter} {column.heading}" for column in columns.unused)
    if found.passed_over:
        yield f"Sheets without such headings, passed over: {', '.join(found.passed_over)}"


def told_plan(plan: Plan, found: Listed) -> Iterator[str]:
    """Whom and what the names mean, what would be booked, and every row that cannot be."""
    if plan.names:
        yield "Names:"
        yield from (f"  {name:<30}{_match(match)}" for name, match in plan.names.items())
    if plan.groups:
        yield "Groups:"
        yield from (f"  {word:<30}{group.name if group else 'not there'}" for word, group in plan.groups.items())
    yield from _amounts(plan, found)
    for name, day, minutes in plan.long_days:
        yield f"Look at this: {name} has {_hours(minutes)} on {_day(day)}."
    for period, count in plan.closed:
        yield (
            f"In {_day(period.first)} to {_day(period.last)}, which is closed: {_rows(count)}. "
            "The next report lists these as restatements."
        )
    if plan.bad:
        yield f"Cannot be booked: {_rows(len(plan.bad))}"
        yield from (f"  {_place(bad)}: {bad.reason}" for bad in plan.bad)


def _amounts(plan: Plan, found: Listed) -> Iterator[str]:
    if plan.bookings:
        days = sorted(booking.hours.date for booking in plan.bookings)
        people = len({booking.hours.person_id for booking in plan.bookings})
        yield (
            f"To be booked: {_rows(len(plan.bookings))} of {people:,} {'person' if people == 1 else 'people'}, "
            f"{_hours(plan.minutes)}, "
            f"{_day(days[0])} to {_day(days[-1])}"
        )
    else:
        yield "To be booked: nothing"
    if plan.there:
        yield f"In the books already: {_rows(len(plan.there))}, {_hours(sum(row.minutes for row in plan.there))}"
    if found.totals:
        yield f"With a total, passed over: {_rows(found.totals)}"


def _hours(minutes: int) -> str:
    return f"{minutes / 60:,.2f}".rstrip("0").rstrip(".") + " hours"


def _rows(count: int) -> str:
    return f"{count:,} row" if count == 1 else f"{count:,} rows"


def _match(match: Match) -> str:
    if match.fit is Fit.UNSURE:
        return match.doubt
    if match.person is None:
        return "new" if match.fit is Fit.NEW else "no name"
    facts = ["without a chat"] if match.person.is_paper else []
    facts += [f"left on {_day(match.person.left_on)}"] if match.person.left_on else []
    return match.person.name + (f" ({', '.join(facts)})" if facts else "")


def _place(bad: Bad) -> str:
    return f"{bad.at.sheet}, row {bad.at.row}" if bad.at.sheet else f"row {bad.at.row}"


def _day(day: date) -> str:
    return f"{day:%d-%m-%Y}"
