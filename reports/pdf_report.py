"""A report as a PDF to print and to send: tagged for who listens to it, its letters within. It loads fpdf2."""

from collections.abc import Sequence

from PIL import ImageColor

from reports.pdf_pages import Pages
from reports.pdf_style import BODY, CELL, CELL_BOLD, FACT_NAME, INSIDE, SMALL, SUBTITLE, Cell, Words
from reports.report import Report
from reports.report_chart import draw as draw_chart
from reports.report_words import ReportWords
from reports.worded import Chart, Result, Results, Room, Table, Told, worded

# Millimetres.
RESULT_WIDTHS = (77, 17, 27, 24, 25)
RESTATED_WIDTHS = (38, 26, 26, 28, 28, 24)
NUMBER_WIDTH = 32
NAME_WIDTH = 56
ROOM_BEGINS = 80
"""So much of a room stands under its heading, or it begins on the next page: about what it comes to in short."""
CHART_HEIGHT = INSIDE * 62 / 160


def draw(report: Report, words: ReportWords) -> bytes:
    """Make the PDF."""
    told = worded(report, words)
    pages = Pages(
        title=f"{report.title}, {words.room} {report.rooms[0].name}", language=words.language, made_at=report.made_at
    )
    pages.headline(told.title)
    if told.subtitle:
        pages.headline(told.subtitle, SUBTITLE)
    _facts(pages, told.facts)
    if told.together:
        pages.heading(1, words.together)
        _legend(pages, told.legend)
        for table in told.together:
            _table(pages, table, level=2)
    for room in told.rooms:
        _room(pages, room, words)
    if told.definitions:
        pages.heading(1, words.definitions)
        _told(pages, told.definitions)
    return pages.finished(f"{told.title}, {words.snapshot}: {told.snapshots}", words.page, words.out_of)


def _room(pages: Pages, room: Room, words: ReportWords) -> None:
    pages.heading(1, room.title, following=ROOM_BEGINS)
    _facts(pages, room.facts)
    pages.heading(2, words.summary)
    _facts(pages, room.summary)
    pages.heading(2, words.results, following=40)
    _legend(pages, room.legend)
    for results in room.results:
        _results(pages, results, words)
    if room.explanations:
        pages.heading(2, words.explanations)
        _told(pages, room.explanations)
    for table in (room.groups, room.klussen, room.money):
        if table:
            _table(pages, table, level=2)
    _facts(pages, room.money_facts)
    if room.financing:
        _table(pages, room.financing, level=3)
    if room.remarks:
        pages.heading(3, words.remarks)
        for remark in room.remarks:
            pages.paragraph(remark)
    if room.charts:
        _charts(pages, room.charts, words)
    if room.restatements:
        pages.heading(2, room.restatements.title, following=40)
        pages.paragraph(words.restatements_lead)
        pages.draw_table(room.restatements.columns, _rows(room.restatements), RESTATED_WIDTHS, numbers_from=6)


def _legend(pages: Pages, legend: str) -> None:
    if legend:
        pages.paragraph(legend, SMALL)


def _facts(pages: Pages, facts: Sequence[Told]) -> None:
    for fact in facts:
        pages.fact(fact.name, fact.text)


def _told(pages: Pages, told: Sequence[Told]) -> None:
    for one in told:
        pages.paragraph(one.name, FACT_NAME, with_next=10)
        pages.paragraph(one.text, BODY)


def _results(pages: Pages, results: Results, words: ReportWords) -> None:
    pages.heading(3, results.title, following=25)
    columns = (words.indicator, words.unit, words.target, words.result, words.status)
    pages.draw_table(columns, [_result(line) for line in results.lines], RESULT_WIDTHS, numbers_from=5)


def _result(line: Result) -> tuple[Cell, ...]:
    name = (Words(line.name), Words(line.note, SMALL)) if line.note else (Words(line.name),)
    found = (
        (Words(line.result, CELL_BOLD), Words(line.expected, SMALL))
        if line.expected
        else (Words(line.result, CELL_BOLD),)
    )
    red, green, blue = ImageColor.getrgb(line.status.colour)[:3]
    status = Words(line.status.word, sign=line.status.key, sign_colour=(red, green, blue))
    return name, (Words(line.unit),), (Words(line.target),), found, (status,)


def _table(pages: Pages, table: Table, *, level: int) -> None:
    """Draw a table with its heading; one of half a page or less is not broken."""
    count = len(table.columns)
    if table.numbers_from == 1:
        widths: tuple[float, ...] = (INSIDE - (count - 1) * NUMBER_WIDTH, *[NUMBER_WIDTH] * (count - 1))
    else:
        widths = (NAME_WIDTH, *[(INSIDE - NAME_WIDTH) / (count - 1)] * (count - 1))
    rows = _rows(table)
    height = pages.table_height(table.columns, rows, widths)
    pages.heading(level, table.title, following=height if height < 130 else 25)
    pages.draw_table(table.columns, rows, widths, numbers_from=table.numbers_from)


def _rows(table: Table) -> list[tuple[Cell, ...]]:
    rows = [(row, CELL) for row in table.rows] + ([(table.total, CELL_BOLD)] if table.total else [])
    return [tuple((Words(cell, style),) for cell in row) for row, style in rows]


def _charts(pages: Pages, charts: Sequence[Chart], words: ReportWords) -> None:
    pages.heading(2, words.charts, following=CHART_HEIGHT + 12)
    for chart in charts:
        pages.heading(3, chart.title, following=CHART_HEIGHT)
        pages.figure(draw_chart(chart.series, words), CHART_HEIGHT, chart.description)
