"""The words that stand in every report, and numbers and days as they are written in its language."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from babel.dates import format_date, get_month_names
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent

from reports.data import Part, Text

UNITS = {
    "% yes": "percent_yes",
    "%": "percent",
    "cases": "cases",
    "people": "people",
    "unique people": "unique_people",
    "groups": "groups",
    "partners": "partners",
    "klussen": "klussen",
    "hours": "hours",
    "positive": "judgement",
    "mark out of 10": "mark",
}
"""The units of an agreement file → what they are called in ``ReportWords.units``; another unit is printed as it is."""
_PERCENTAGES = ("%", "% yes")
MINUTES_IN_HOUR = 60


class ReportWords(Part):
    """Headings, names of columns and the like; what they are called here is what they are called in a template."""

    language: Text
    """BCP 47: "nl"."""
    units: dict[str, str]
    room: Text
    rooms: Text
    agreement: Text
    period: Text
    until: Text
    snapshot: Text
    made_at: Text
    provisional: Text
    association: Text
    neighbourhoods: Text
    for_corporation: Text
    summary: Text
    together: Text
    results: Text
    impact: Text
    output: Text
    proces: Text
    input: Text
    indicator: Text
    unit: Text
    target: Text
    result: Text
    expected: Text
    as_of: Text
    status: Text
    note: Text
    explanation: Text
    explanations: Text
    no_explanation: Text
    source: Text
    logged: Text
    tally: Text
    survey: Text
    entered: Text
    reached: Text
    missed: Text
    on_course: Text
    lagging: Text
    behind: Text
    unknown: Text
    positive: Text
    negative: Text
    more_than: Text
    at_least: Text
    out_of: Text
    legend: Text
    targets_met: Text
    hours: Text
    period_hours: Text
    hours_and_groups: Text
    year_hours: Text
    waiting_hours: Text
    volunteers: Text
    group: Text
    activities: Text
    total: Text
    money: Text
    promised: Text
    so_far: Text
    by_volunteers: Text
    by_financiers: Text
    joint: Text
    share: Text
    fixed: Text
    rate: Text
    financing: Text
    financier: Text
    amount: Text
    conditional: Text
    remarks: Text
    klussen: Text
    corporation: Text
    done: Text
    open: Text
    no_corporation: Text
    charts: Text
    restatements: Text
    restatements_lead: Text
    what: Text
    day: Text
    before: Text
    after: Text
    changed_at: Text
    why: Text
    definitions: Text
    evidence: Text
    number: Text
    names: Text
    persons: Text
    left: Text
    yes: Text
    page: Text
    report: Text
    answer: Text
    from_day: Text
    until_day: Text
    targets: Text
    promised_eur: Text
    kind: Text
    comparison: Text
    out_of_referred: Text
    least: Text
    most: Text
    referred: Text
    judgement: Text
    flagged: Text
    count: Text
    definition: Text

    def quantity(self, value: Decimal | int) -> str:
        """A number with at most two decimals: "1.012", "8,4"."""
        return format_decimal(value, format="#,##0.##", locale=self.language)

    def duration(self, minutes: int) -> str:
        """Minutes as hours with two decimals, so that columns stand under each other: "4.185,50"."""
        return format_decimal(Decimal(minutes) / MINUTES_IN_HOUR, format="#,##0.00", locale=self.language)

    def euros(self, value: Decimal, *, cents: bool = False) -> str:
        """An amount in euros: "€ 102.323", or "€ 11,00" with cents."""
        digits = "#,##0.00" if cents else "#,##0"
        pattern = f"¤{digits}" if self.language == "en" else f"¤\N{NO-BREAK SPACE}{digits}"
        return format_currency(value, "EUR", format=pattern, locale=self.language, currency_digits=False)

    def share_of(self, value: Decimal) -> str:
        """A share between 0 and 1 as whole per cents: "51%"."""
        return format_percent(value, format="#,##0%", locale=self.language)

    def date(self, on: date) -> str:
        """A day in full: "1 juli 2026"."""
        return format_date(on, "d MMMM y", locale=self.language).replace(" ", "\N{NO-BREAK SPACE}", 1)

    def moment(self, at: datetime) -> str:
        """A moment in the zone that it is in: "18 januari 2027, 11.05"."""
        clock = f"{at:%H:%M}" if self.language == "en" else f"{at:%H.%M}"
        return f"{self.date(at.date())}, {clock}"

    def months(self) -> tuple[str, ...]:
        """The months' short names: "jan", "feb"."""
        names = get_month_names("abbreviated", locale=self.language)
        return tuple(names[month].rstrip(".") for month in range(1, 13))

    def listed(self, items: Iterable[str]) -> str:
        """Names in a row: "a, b en c"."""
        return format_list(list(items), locale=self.language)

    def unit_name(self, unit: str) -> str:
        """A unit of the agreement in the reader's words: "mensen"."""
        return self.units.get(UNITS.get(unit, ""), unit)

    def measured(self, value: Decimal, unit: str) -> str:
        """A figure in its unit where that is a sign: "62,5%", "27"."""
        return self.quantity(value) + ("%" if unit in _PERCENTAGES else "")
