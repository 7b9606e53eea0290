"""A room's tables as files, written row by row: a CSV for each, JSON lines of all, or a workbook with a sheet for each.

Rows are asked for one by one and forgotten: however many there are, the memory that it takes stays the same.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import NamedTuple

from reports.hours_export import CSV_ENCODING, csv_cell, csv_line

Value = str | int | bool | date | datetime | time | Sequence[str | int] | None

NARROWEST = 18
"""Letters that a column of a workbook is wide: a moment fits."""
MOST_SHEET_ROWS = 1_048_576
"""Of a sheet, its heading included (https://support.microsoft.com: "Excel specifications and limits")."""


class Table(NamedTuple):
    """A table: its name, its columns, and rows that are read once. Moments are in the room's zone."""

    name: str
    columns: tuple[str, ...]
    rows: Iterable[Sequence[Value]]


class TooLongError(Exception):
    """A table has more rows than a sheet can hold; the message is its name."""


def to_csv(table: Table) -> Iterator[bytes]:
    """Yield a table line by line, as ``hours_export.to_csv`` writes it: for a Dutch spreadsheet, nothing a formula."""
    yield csv_line(table.columns).encode(CSV_ENCODING)
    for row in table.rows:
        yield csv_line([csv_cell(_plain(value)) for value in row]).encode()


def to_json_lines(tables: Iterable[Table]) -> Iterator[bytes]:
    """Yield a JSON object for each row of all tables, in UTF-8; "table" says of which it is."""
    for table in tables:
        for row in table.rows:
            named = {"table": table.name, **dict(zip(table.columns, map(_json, row), strict=True))}
            yield (json.dumps(named, ensure_ascii=False) + "\n").encode()


def to_xlsx(tables: Iterable[Table], to: Path) -> None:
    """Write a workbook with real numbers and dates, and words that are never a formula. It loads openpyxl.

    Raises TooLongError.
    """
    from openpyxl import Workbook
    from openpyxl.cell import Cell, WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    from reports.xlsx_sheets import fill

    def heading(cell: Cell) -> Cell:
        cell.font = Font(name="Calibri", bold=True)
        return cell

    book = Workbook(write_only=True)
    for table in tables:
        sheet = book.create_sheet(table.name)
        # What stands above the rows must be known before the first of them.
        sheet.freeze_panes = "A2"
        for place, name in enumerate(table.columns, start=1):
            sheet.column_dimensions[get_column_letter(place)].width = max(NARROWEST, len(name) + 4)
        number = 1
        try:
            sheet.append([heading(WriteOnlyCell(sheet, name)) for name in table.columns])
            for number, row in enumerate(table.rows, start=2):
                if number > MOST_SHEET_ROWS:
                    raise TooLongError(table.name)
                cells = [WriteOnlyCell(sheet) for _ in row]
                for cell, value in zip(cells, row, strict=True):
                    if value is not None and value != "":
                        fill(cell, _in_a_cell(value))
                sheet.append(cells)
            sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{number}"
        finally:
            # What is left open, its writer complains of when it is forgotten.
            sheet.close()
    book.save(to)


def _in_a_cell(value: Value) -> str | int | date | datetime | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, int | date | None) else str(_plain(value))


def _plain(value: Value) -> str | int:
    """A value as it stands in a CSV: nothing is empty, and several are parted by commas."""
    if value is None:
        return ""
    if isinstance(value, date | time):
        return value.isoformat()
    return value if isinstance(value, str | int) else ", ".join(map(str, value))


def _json(value: Value) -> Value:
    return value.isoformat() if isinstance(value, date | time) else value
