"""Sheets of a workbook, each a table with a frozen heading and filters. It loads openpyxl."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from textwrap import wrap
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from reports.colours import STRONG
from reports.hours_export import STARTS_A_FORMULA
from reports.letters import writable

# "_)" leaves some white at the end, so that a number does not touch the words in the next column.
# "0.##" would show 21 as "21," in Excel.
NUMBER, WHOLE, HOURS, EUROS, SHARE = "#,##0.00_)", "#,##0_)", "#,##0.00_)", '"€ "#,##0.00_)', "0%_)"
DATE, MOMENT = "dd-mm-yyyy_)", "dd-mm-yyyy hh:mm_)"
LONGEST_NAME = 31
"""Letters that a sheet's name may have in Excel."""
WIDEST, NARROWEST = 45, 10
"""Letters that a column is wide."""
LINE_HEIGHT = 15.0
"""Points."""
ACROSS = 170
"""Letters that can still be read across a printed page."""
LOOKED_AT = 200
"""Rows by which a column's width is chosen."""

_HEAD_FONT = Font(name="Calibri", bold=True, color="FFFFFF")
_HEAD_FILL = PatternFill("solid", fgColor=STRONG.removeprefix("#"))
_TOP = Alignment(vertical="top")
_WRAPPED = Alignment(vertical="top", wrap_text=True)
# These stand for something in a formula or a file's name (ECMA-376; Excel refuses them).
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")


class Shown(NamedTuple):
    """A number, and how it is shown."""

    value: Decimal | int
    shown_as: str


Value = str | int | Decimal | date | datetime | Shown | None
Row = Sequence[Value]


def add_sheet(book: Workbook, name: str, columns: Sequence[str], rows: Sequence[Row], *, widest: int = WIDEST) -> None:
    """Add a sheet that holds one table. Its numbers and dates are that; its words are never a formula.

    No column is wider than ``widest`` letters; longer words go on below, which takes time where there are many rows.
    """
    sheet = book.create_sheet(_NOT_IN_A_NAME.sub(" ", writable(name))[:LONGEST_NAME])
    for column, text in enumerate(columns, start=1):
        head = sheet.cell(1, column)
        fill(head, text)
        head.font, head.fill, head.alignment = _HEAD_FONT, _HEAD_FILL, _WRAPPED
    wraps = any(_is_long(value, widest) for row in rows for value in row)
    for number, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            if value is None or value == "":
                continue
            cell = sheet.cell(number, column)
            fill(cell, value)
            if wraps:  # where all rows are one line high this would change nothing
                cell.alignment = _WRAPPED if _is_long(value, widest) else _TOP
    widths = _widths(columns, rows, widest)
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    # Not every program makes rows higher by itself when it opens a file.
    sheet.row_dimensions[1].height = _height(columns, [width - 3 for width in widths])
    for number, row in enumerate(rows if wraps else (), start=2):
        sheet.row_dimensions[number].height = _height(row, widths)
    _set_up_printing(sheet, across=sum(widths))
    sheet.freeze_panes = "A2"
    if rows:
        # A table tells its headings to who listens, and bears the filters.
        end = f"{get_column_letter(len(columns))}{len(rows) + 1}"
        style = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
        name = f"tabel_{len(book.sheetnames)}"
        sheet.add_table(Table(displayName=name, ref=f"A1:{end}", tableStyleInfo=style))


def fill(cell: Cell, value: Value) -> None:
    """Put a value into a cell as what it is; words never become a formula."""
    if isinstance(value, Shown):
        cell.value, cell.number_format = value
    elif isinstance(value, datetime):
        # The format knows no zones.
        cell.value, cell.number_format = value.replace(tzinfo=None), MOMENT
    elif isinstance(value, date):
        cell.value, cell.number_format = value, DATE
    elif isinstance(value, str):
        cell.value = writable(value)
        # What begins like a formula is made words, and stays it when somebody edits the cell.
        cell.data_type = "s"
        if value.startswith(STARTS_A_FORMULA):
            cell.quotePrefix = True
    else:
        is_whole = value is None or value == int(value)
        cell.value, cell.number_format = value, WHOLE if is_whole else NUMBER


def _is_long(value: Value, widest: int) -> bool:
    return isinstance(value, str) and (len(value) > widest or "\n" in value)


def _widths(columns: Sequence[str], rows: Sequence[Row], widest: int) -> list[int]:
    """How many letters wide each column is: as its words ask for."""
    return [
        # The heading may go on below, and bears the button of the filter.
        min(
            widest,
            max(
                NARROWEST,
                max(len(word) for word in head.split()) + 4,
                *(len(_text(row[column])) + 2 for row in rows[:LOOKED_AT]),
            ),
        )
        for column, head in enumerate(columns)
    ]


def _height(row: Row, widths: Sequence[int]) -> float:
    """How high a row is, in points, when its words go on below."""

    def lines(value: Value, width: int) -> int:
        text = value if isinstance(value, str) else ""
        return sum(len(wrap(line, max(width - 1, 1))) or 1 for line in text.split("\n"))

    return LINE_HEIGHT * max(lines(value, width) for value, width in zip(row, widths, strict=True))


def _text(value: Value) -> str:
    if isinstance(value, Shown):
        return f"€ {value.value:,.2f}"
    if isinstance(value, datetime):
        return f"{value:%d-%m-%Y %H:%M}"
    return f"{value:%d-%m-%Y}" if isinstance(value, date) else str(value or "")


def _set_up_printing(sheet: Worksheet, *, across: int) -> None:
    """On A4 across, with the heading on every page; what is too wide for one page goes over more."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = -(-across // ACROSS), 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    assert sheet.oddFooter is not None
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = "&A", "&P / &N"
