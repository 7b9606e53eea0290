"""A report in words: every figure as it is printed. The document with a template and the PDF are made from it."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from reports.colours import BAD, DOUBTFUL, GOOD, NEUTRAL
from reports.report import (
    INDICATOR_KINDS,
    IndicatorKind,
    IndicatorLine,
    KlussenLine,
    Money,
    Report,
    RoomPart,
    Series,
    joint_share,
)
from reports.report_words import ReportWords

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Status:
    """How a promise stands: in a word, and in a shape and a colour that say the same."""

    key: str
    """As the light is called in ``IndicatorLine``."""
    word: str
    sign: str
    colour: str
    """"#0B6B63"."""


@dataclass(frozen=True, slots=True)
class Result:
    """One promise as printed."""

    name: str
    unit: str
    target: str
    result: str
    expected: str
    """"Verwacht: 31"; empty once the year is over."""
    note: str
    status: Status


@dataclass(frozen=True, slots=True)
class Results:
    """The promises of one kind."""

    title: str
    lines: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A heading in bold and what is said on it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of words under their headings; from ``numbers_from`` on columns hold numbers and stand to the right."""

    title: str
    columns: Cells
    rows: tuple[Cells, ...]
    numbers_from: int
    total: Cells = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure over the year; ``description`` tells it to who cannot see it."""

    title: str
    description: str
    series: Series


@dataclass(frozen=True, slots=True)
class Room:
    """All of one room as printed. An empty list is a section that is left out."""

    title: str
    facts: tuple[Told, ...]
    summary: tuple[Told, ...]
    legend: str
    """How a range is read; empty where none is printed."""
    results: tuple[Results, ...]
    explanations: tuple[Told, ...]
    groups: Table | None
    money: Table | None
    money_facts: tuple[Told, ...]
    financing: Table | None
    remarks: Cells
    klussen: Table | None
    charts: tuple[Chart, ...]
    restatements: Table | None


@dataclass(frozen=True, slots=True)
class WordedReport:
    """All of a report as printed."""

    title: str
    subtitle: str
    """The rooms, where they are several."""
    snapshots: str
    facts: tuple[Told, ...]
    together: tuple[Table, ...]
    """The rooms side by side; empty for one room."""
    legend: str
    """How a range is read; empty where none is printed of any room."""
    rooms: tuple[Room, ...]
    definitions: tuple[Told, ...]


_SIGNS = {
    "reached": ("✓", GOOD),
    "on-course": ("●", GOOD),
    "lagging": ("▲", DOUBTFUL),
    "behind": ("■", BAD),
    "missed": ("✗", BAD),
    "unknown": ("○", NEUTRAL),
}


def status(line: IndicatorLine, words: ReportWords) -> Status:
    """Say how a promise stands."""
    sign, colour = _SIGNS[line.light]
    return Status(line.light, getattr(words, line.light.replace("-", "_")), sign, colour)


def year_over(report: Report) -> bool:
    """Whether the figures are those of the whole year."""
    return report.last >= date(report.year, 12, 31)


def target_text(line: IndicatorLine, words: ReportWords) -> str:
    """Say a target as agreed: "meer dan 10 van 20", "minstens 200", "positief"."""
    if line.target is None:
        return words.positive
    bound = words.more_than if line.comparison == "gt" else words.at_least
    of = "" if line.of is None else f" {words.out_of} {line.of}"
    return f"{bound}\N{NO-BREAK SPACE}{words.measured(line.target, line.unit)}{of}"


def result_text(line: IndicatorLine, words: ReportWords) -> str:
    """Say what was found: "27", "243–311" for a range, "positief"; a dash where nothing is known."""
    value = line.value
    if value is None:
        return "–"
    if value.low is None or value.high is None:
        return words.positive if value.positive else words.negative
    low = words.measured(value.low, line.unit)
    found = f"{low}–{words.measured(value.high, line.unit)}" if value.is_range else low
    return found if line.out_of is None else f"{found} {words.out_of} {line.out_of}"


def worded(report: Report, words: ReportWords) -> WordedReport:
    """Put a report into words. The sheet for a monthly meeting holds the promises and what was corrected, no more."""
    over = year_over(report)
    facts = [
        Told(words.agreement, report.agreement),
        Told(words.period, f"{words.date(report.first)} {words.until} {words.date(report.last)}"),
        Told(words.made_at, words.moment(report.made_at)),
        Told(words.snapshot, report.snapshots),
    ]
    if report.provisional:
        facts.append(Told(words.status, words.provisional))
    if report.corporation:
        facts.insert(0, Told(words.for_corporation, report.corporation))
    rooms = tuple(_room(room, report, words, over=over) for room in report.rooms)
    if report.kind == "progress":
        rooms = tuple(_short(room) for room in rooms)
    return WordedReport(
        title=report.title,
        subtitle=f"{words.rooms} {words.listed(room.name for room in report.rooms)}" if len(rooms) > 1 else "",
        snapshots=report.snapshots,
        facts=tuple(facts),
        together=side_by_side(report, words) if len(rooms) > 1 else (),
        legend=next((room.legend for room in rooms if room.legend), ""),
        rooms=rooms,
        definitions=() if report.kind == "progress" else definitions(report),
    )


def _room(room: RoomPart, report: Report, words: ReportWords, *, over: bool) -> Room:
    facts = [
        Told(words.association, room.association),
        Told(words.neighbourhoods, ", ".join(room.neighbourhoods)),
    ]
    return Room(
        title=f"{words.room} {room.name}",
        facts=tuple(fact for fact in facts if fact.text),
        summary=_summary(room, words),
        legend=words.legend if any(line.value and line.value.is_range for line in room.indicators) else "",
        results=tuple(
            Results(getattr(words, kind), tuple(_result(line, words, over=over) for line in room.of_kind(kind)))
            for kind in INDICATOR_KINDS
            if room.of_kind(kind)
        ),
        explanations=_explanations(room, words, over=over),
        groups=_groups(room, words),
        money=_money(room.money, words) if room.money else None,
        money_facts=_money_facts(room.money, words) if room.money else (),
        financing=_financing(room.money, words) if room.money and room.money.financing else None,
        remarks=room.money.remarks if room.money else (),
        klussen=_klussen(room.klussen, words) if room.klussen else None,
        charts=tuple(_chart(series, report, words) for series in room.series if series.points),
        restatements=_restatements(room, words) if room.restatements else None,
    )


def _short(room: Room) -> Room:
    none: tuple[()] = ()
    results = tuple(replace(kind, lines=tuple(replace(line, note="") for line in kind.lines)) for kind in room.results)
    bare = replace(room, facts=none, groups=None, money=None, money_facts=none, financing=None, remarks=none)
    return replace(bare, results=results, klussen=None, charts=none)


def _summary(room: RoomPart, words: ReportWords) -> tuple[Told, ...]:
    met = sum(1 for line in room.indicators if line.met)
    told = [
        Told(words.targets_met, f"{met} {words.out_of} {len(room.indicators)}"),
        Told(words.period_hours, words.duration(room.minutes)),
        Told(words.volunteers, words.quantity(room.volunteers)),
    ]
    if room.year_minutes != room.minutes:
        told.insert(2, Told(words.year_hours, words.duration(room.year_minutes)))
    if room.waiting_minutes:
        told.append(Told(words.waiting_hours, words.duration(room.waiting_minutes)))
    if room.money:
        told.append(Told(words.by_volunteers, words.euros(room.money.invested_eur)))
    return tuple(told)


def _result(line: IndicatorLine, words: ReportWords, *, over: bool) -> Result:
    return Result(
        name=line.name,
        unit=words.unit_name(line.unit),
        target=target_text(line, words),
        result=result_text(line, words),
        expected=""
        if over or line.expected is None
        else f"{words.expected}: {words.measured(line.expected, line.unit)}",
        note=_note(line, words),
        status=status(line, words),
    )


def _note(line: IndicatorLine, words: ReportWords) -> str:
    as_of = "" if line.as_of is None else f"{words.as_of} {words.date(line.as_of)}."
    return " ".join(filter(None, (as_of, line.note)))


def _explanations(room: RoomPart, words: ReportWords, *, over: bool) -> tuple[Told, ...]:
    """Tell every explanation there is, and at last which are missing of what was missed."""
    told = [Told(line.name, line.explanation) for line in room.indicators if line.explanation]
    missing = [line.name for line in room.indicators if over and line.met is False and not line.explanation]
    return (*told, Told(words.no_explanation, "; ".join(missing))) if missing else tuple(told)


def _groups(room: RoomPart, words: ReportWords) -> Table | None:
    if not room.groups:
        return None
    return Table(
        words.hours_and_groups,
        (words.group, words.hours, words.volunteers, words.activities),
        tuple(
            (
                group.name,
                words.duration(group.minutes),
                words.quantity(group.volunteers),
                words.quantity(group.activities),
            )
            for group in room.groups
        ),
        numbers_from=1,
        # Who works in two groups is one volunteer; days with visitors do not add up at all.
        total=(
            words.total,
            words.duration(sum(group.minutes for group in room.groups)),
            words.quantity(room.volunteers),
            "",
        )
        if len(room.groups) > 1
        else (),
    )


def _money(money: Money, words: ReportWords) -> Table:
    financiers = money.financiers_eur
    amounts = (
        (words.by_volunteers, money.promised_eur, money.invested_eur),
        (words.by_financiers, financiers, financiers),
        (words.joint, money.promised_eur + financiers, money.invested_eur + financiers),
    )
    shares = (words.share, words.share_of(money.promised_share), words.share_of(money.share))
    return Table(
        words.money,
        (words.what, words.promised, words.so_far),
        (*((name, words.euros(promised), words.euros(so_far)) for name, promised, so_far in amounts), shares),
        numbers_from=1,
    )


def _money_facts(money: Money, words: ReportWords) -> tuple[Told, ...]:
    return (Told(words.fixed, words.euros(money.fixed_eur)), Told(words.rate, words.euros(money.hour_eur, cents=True)))


def _financing(money: Money, words: ReportWords) -> Table:
    rows = tuple(
        (line.name + (f" ({words.conditional})" if line.conditional else ""), words.euros(line.eur))
        for line in money.financing
    )
    several = len(money.financing) > 1
    total = (words.total, words.euros(sum((line.eur for line in money.financing), Decimal()))) if several else ()
    return Table(words.financing, (words.financier, words.amount), rows, numbers_from=1, total=total)


def _klussen(lines: tuple[KlussenLine, ...], words: ReportWords) -> Table:
    def row(name: str, of: tuple[KlussenLine, ...]) -> Cells:
        numbers = (sum(line.done for line in of), sum(line.open for line in of))
        return (name, *map(words.quantity, numbers), words.duration(sum(line.minutes for line in of)))

    return Table(
        words.klussen,
        (words.corporation, words.done, words.open, words.hours),
        tuple(row(line.corporation or words.no_corporation, (line,)) for line in lines),
        numbers_from=1,
        total=row(words.total, lines) if len(lines) > 1 else (),
    )


def _chart(series: Series, report: Report, words: ReportWords) -> Chart:
    months = words.months()
    values = ", ".join(f"{months[point.on.month - 1]} {words.quantity(point.value)}" for point in series.points)
    aim = f" {words.target}: {words.quantity(series.target)}." if series.target is not None else ""
    title = f"{series.name}, {report.year}"
    return Chart(title, f"{title} ({words.unit_name(series.unit)}): {values}.{aim}", series)


def _restatements(room: RoomPart, words: ReportWords) -> Table:
    return Table(
        words.restatements,
        (words.what, words.day, words.before, words.after, words.changed_at, words.why),
        tuple(
            (
                f"{line.what}, {line.group}" if line.group else line.what,
                words.date(line.on),
                line.before,
                line.after,
                words.date(line.changed_at.date()),
                line.why,
            )
            for line in room.restatements
        ),
        numbers_from=6,
    )


def side_by_side(report: Report, words: ReportWords) -> tuple[Table, ...]:
    """Set the rooms side by side: hours and money with their totals, then the promises of each kind.

    Promises are not added up: who takes part in two rooms is counted in both.
    """
    names = tuple(room.name for room in report.rooms)
    return (
        _totals(report.rooms, names, words),
        *(
            Table(
                getattr(words, kind),
                (words.indicator, *names),
                tuple(_beside(line, report.rooms, words) for line in _all_lines(report.rooms, kind)),
                numbers_from=len(names) + 1,
            )
            for kind in INDICATOR_KINDS
            if _all_lines(report.rooms, kind)
        ),
    )


def _all_lines(rooms: tuple[RoomPart, ...], kind: IndicatorKind) -> list[IndicatorLine]:
    """The promises of one kind that any room made, each once."""
    return list({line.id: line for room in rooms for line in room.of_kind(kind)}.values())


def _beside(line: IndicatorLine, rooms: tuple[RoomPart, ...], words: ReportWords) -> Cells:
    def cell(room: RoomPart) -> str:
        own = next((other for other in room.indicators if other.id == line.id), None)
        if own is None:
            return ""
        word = status(own, words).word
        target = "" if own.target is None else f" ({target_text(own, words)})"
        return f"{result_text(own, words)}{target}\n{word}"

    return (line.name, *map(cell, rooms))


def _totals(rooms: tuple[RoomPart, ...], names: Cells, words: ReportWords) -> Table:
    def hours(of: tuple[RoomPart, ...]) -> str:
        return words.duration(sum(room.year_minutes for room in of))

    def klussen(of: tuple[RoomPart, ...]) -> str:
        return words.quantity(sum(line.done for room in of for line in room.klussen))

    def invested(of: tuple[RoomPart, ...]) -> str:
        return words.euros(sum((room.money.invested_eur for room in of if room.money), Decimal()))

    def financed(of: tuple[RoomPart, ...]) -> str:
        return words.euros(sum((room.money.financiers_eur for room in of if room.money), Decimal()))

    def shared(of: tuple[RoomPart, ...]) -> str:
        return words.share_of(joint_share([room.money for room in of if room.money]))

    figures = [(words.year_hours, hours), (words.klussen, klussen)]
    if any(room.money for room in rooms):
        figures += [(words.by_volunteers, invested), (words.by_financiers, financed), (words.share, shared)]
    return Table(
        words.summary,
        (words.what, *names, words.total),
        tuple((name, *(figure((room,)) for room in rooms), figure(rooms)) for name, figure in figures),
        numbers_from=1,
    )


def definitions(report: Report) -> tuple[Told, ...]:
    """Say once what counts for each figure, in the agreement's order."""
    told = {line.id: Told(line.name, line.definition) for room in report.rooms for line in room.indicators}
    return tuple(definition for definition in told.values() if definition.text)
