"""A report as a workbook: real numbers and dates, each sheet a table with filters. It loads openpyxl."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC
from decimal import Decimal
from io import BytesIO

from openpyxl import Workbook

from reports.archive import dated
from reports.letters import writable
from reports.report import IndicatorLine, Report, RoomPart, joint_share
from reports.report_words import MINUTES_IN_HOUR, ReportWords
from reports.worded import definitions, status
from reports.xlsx_sheets import EUROS, HOURS, SHARE, WHOLE, Row, Shown, add_sheet

WIDE = 120
"""Letters that an indicator's name in the evidence may have on one line."""


def draw(report: Report, words: ReportWords, names: Mapping[int, str] | None = None) -> bytes:
    """Make the workbook. ``names``, by the ids of persons, stand beside the evidence; who is not in them has left."""
    book = Workbook()
    book.remove(book.worksheets[0])
    _set_properties(book, report, words)
    add_sheet(book, words.report, (words.what, words.answer), _about(report, words))
    rooms = [room.name for room in report.rooms]
    add_sheet(book, words.summary, (words.what, *rooms, words.total), list(_summary(report, words)))
    for name, columns, rows in (
        (words.results, _result_columns(words), _results),
        (words.hours_and_groups, (words.room, words.group, words.hours, words.volunteers, words.activities), _groups),
        (words.klussen, (words.room, words.corporation, words.done, words.open, words.hours), _klussen),
        (words.financing, (words.room, words.financier, words.amount, words.conditional), _financing),
        (words.charts, (words.room, words.indicator, words.unit, words.day, words.result, words.target), _months),
        (words.restatements, _restatement_columns(words), _restatements),
    ):
        add_sheet(book, name, columns, [row for room in report.rooms for row in rows(room, words)])
    evidence = list(_evidence(report, words, names))
    add_sheet(book, words.evidence, _evidence_columns(words, names), evidence, widest=WIDE)
    told = [(one.name, one.text) for one in definitions(report)]
    add_sheet(book, words.definitions, (words.indicator, words.definition), told)
    out = BytesIO()
    book.save(out)
    return dated(out.getvalue(), report.made_at.astimezone(UTC))


def _set_properties(book: Workbook, report: Report, words: ReportWords) -> None:
    book.properties.title, book.properties.subject = writable(report.title), writable(report.agreement)
    book.properties.creator = book.properties.lastModifiedBy = "Kamerbot"
    book.properties.description = f"{words.snapshot}: {report.snapshots}"
    book.properties.language = words.language
    book.properties.created = report.made_at.replace(tzinfo=None)


def _about(report: Report, words: ReportWords) -> list[Row]:
    rows: list[Row] = [
        (words.report, report.title),
        (words.agreement, report.agreement),
        (words.from_day, report.first),
        (words.until_day, report.last),
        (words.made_at, report.made_at),
        (words.snapshot, report.snapshots),
    ]
    if report.provisional:
        rows.append((words.status, words.provisional))
    return [*rows, (words.for_corporation, report.corporation)] if report.corporation else rows


def _summary(report: Report, words: ReportWords) -> Iterator[Row]:
    rooms = report.rooms

    def across(name: str, of: Callable[[RoomPart], Decimal | int], shown_as: str = WHOLE) -> Row:
        values = [of(room) for room in rooms]
        return (name, *(Shown(value, shown_as) for value in values), Shown(sum(values, Decimal()), shown_as))

    yield across(words.targets, lambda room: len(room.indicators))
    yield across(words.targets_met, lambda room: sum(1 for line in room.indicators if line.met))
    yield across(words.period_hours, lambda room: _hours(room.minutes), HOURS)
    yield across(words.year_hours, lambda room: _hours(room.year_minutes), HOURS)
    yield across(words.waiting_hours, lambda room: _hours(room.waiting_minutes), HOURS)
    # Who works in two rooms is counted in both, so these do not add up.
    yield (words.volunteers, *(room.volunteers for room in rooms), rooms[0].volunteers if len(rooms) == 1 else None)
    yield across(words.klussen, lambda room: sum(line.done for line in room.klussen))
    money = [room.money for room in rooms if room.money]
    if len(money) == len(rooms):
        amounts = {room.name: room.money for room in rooms if room.money}
        yield across(words.promised_eur, lambda room: amounts[room.name].promised_eur, EUROS)
        yield across(words.by_volunteers, lambda room: amounts[room.name].invested_eur, EUROS)
        yield across(words.by_financiers, lambda room: amounts[room.name].financiers_eur, EUROS)
        shares = [*(each.share for each in money), joint_share(money)]
        yield (words.share, *(Shown(share, SHARE) for share in shares))


def _result_columns(words: ReportWords) -> tuple[str, ...]:
    return (
        words.room, words.kind, words.indicator, words.unit, words.comparison, words.target, words.out_of_referred,
        words.least, words.most, words.referred, words.judgement, words.expected, words.status, words.explanation,
        words.note, words.as_of, words.source, words.flagged,
    )  # fmt: skip


def _results(room: RoomPart, words: ReportWords) -> Iterator[Row]:
    for line in room.indicators:
        value = line.value
        yield (
            room.name,
            getattr(words, line.kind),
            line.name,
            words.unit_name(line.unit),
            _comparison(line, words),
            line.target,
            line.of,
            value.low if value else None,
            value.high if value else None,
            line.out_of,
            None if value is None or value.positive is None else words.positive if value.positive else words.negative,
            line.expected,
            status(line, words).word,
            line.explanation,
            line.note,
            line.as_of,
            getattr(words, line.source),
            words.yes if line.flagged else "",
        )


def _comparison(line: IndicatorLine, words: ReportWords) -> str:
    return {"gt": words.more_than, "ge": words.at_least, "positive": words.positive}[line.comparison]


def _groups(room: RoomPart, _words: ReportWords) -> Iterator[Row]:
    for group in room.groups:
        yield room.name, group.name, Shown(_hours(group.minutes), HOURS), group.volunteers, group.activities


def _klussen(room: RoomPart, words: ReportWords) -> Iterator[Row]:
    for line in room.klussen:
        name = line.corporation or words.no_corporation
        yield room.name, name, line.done, line.open, Shown(_hours(line.minutes), HOURS)


def _financing(room: RoomPart, words: ReportWords) -> Iterator[Row]:
    for line in room.money.financing if room.money else ():
        yield room.name, line.name, Shown(line.eur, EUROS), words.yes if line.conditional else ""


def _months(room: RoomPart, words: ReportWords) -> Iterator[Row]:
    for series in room.series:
        for point in series.points:
            yield room.name, series.name, words.unit_name(series.unit), point.on, point.value, series.target


def _restatement_columns(words: ReportWords) -> tuple[str, ...]:
    return words.room, words.what, words.group, words.day, words.before, words.after, words.changed_at, words.why


def _restatements(room: RoomPart, _words: ReportWords) -> Iterator[Row]:
    for line in room.restatements:
        yield room.name, line.what, line.group, line.on, line.before, line.after, line.changed_at, line.why


def _evidence_columns(words: ReportWords, names: Mapping[int, str] | None) -> tuple[str, ...]:
    columns = (words.room, words.indicator, words.what, words.day, words.group, words.count, words.unit, words.number)
    return (*columns, words.names if names else words.persons)


def _evidence(report: Report, words: ReportWords, names: Mapping[int, str] | None) -> Iterator[Row]:
    for room in report.rooms:
        called = {line.id: line.name for line in room.indicators}
        for line in room.evidence:
            row: Row = (
                room.name,
                called.get(line.indicator, words.hours if line.indicator == "hours" else line.indicator),
                line.what,
                line.on,
                line.group,
                Shown(line.amount, HOURS) if line.indicator == "hours" else line.amount,
                words.unit_name(line.unit),
                line.number,
                # A number tells who is the same person in other rows, and not who that is.
                ", ".join(names.get(person, words.left) if names else str(person) for person in line.persons),
            )
            yield row


def _hours(minutes: int) -> Decimal:
    return Decimal(minutes) / MINUTES_IN_HOUR
