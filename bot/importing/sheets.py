"""A spreadsheet as rows of cells: XLSX by openpyxl, CSV by the standard library; nothing in it is run."""

import csv
import warnings
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as ItsCell
    from openpyxl.cell.cell import MergedCell
    from openpyxl.workbook import Workbook

Value = str | int | float | bool | date | datetime | time | timedelta | None

LARGEST = 200_000_000
"""Bytes that a workbook may unpack to: a small file can hold endless rows of nothing."""
MOST_ROWS = 20_000
"""They are booked in one go, which others wait for: half a minute at most."""

# https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-cfb: also what a workbook with a password is kept in.
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ZIP = b"PK\x03\x04"
_DELIMITERS = ";,\t"


class SheetError(Exception):
    """The file cannot be read; the message says why, and what to do."""


FORMULA, MERGED = "a formula", "merged with another cell"


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell holds. ``trouble`` says why its value cannot be relied on: FORMULA, MERGED, "an error".

    Of a formula ``value`` is what the spreadsheet last showed, if it was kept. Of a cell that is merged with nothing
    but those above it, it is theirs.
    """

    value: Value = None
    trouble: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether it shows nothing."""
        return not self.trouble and self._is_blank

    @property
    def says_nothing(self) -> bool:
        """Whether a row with no other cells than such ones tells nothing: sheets are filled down with formulas."""
        if self.trouble == MERGED:
            return True
        if self.trouble == FORMULA:
            return self._is_blank or self.value in (0, time(), timedelta())
        return self.is_empty

    @property
    def _is_blank(self) -> bool:
        return self.value is None or (isinstance(self.value, str) and not self.value.strip())


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its rows with the numbers that a spreadsheet shows beside them; a CSV has one, without a name."""

    name: str
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    day_zero: datetime
    """The day that a date kept as a number counts from."""


def read_sheets(data: bytes, only: Collection[str] = ()) -> list[Sheet]:
    """The sheets of a file that are not hidden; ``only`` those of these names, if any is given. Raises SheetError."""
    if data.startswith(_OLE):
        raise SheetError("It is an old .xls file, or has a password. Save it as .xlsx without a password.")
    sheets = _workbook(data) if data.startswith(_ZIP) else [_csv(_decoded(data))]
    if only:
        sheets = _chosen(sheets, only)
    if sum(len(sheet.rows) for sheet in sheets) > MOST_ROWS:
        raise SheetError(f"It has more than {MOST_ROWS:,} rows. Divide it over several files.")
    return sheets


def _chosen(sheets: list[Sheet], names: Collection[str]) -> list[Sheet]:
    there = {_key(sheet.name): sheet for sheet in sheets if sheet.name}
    for name in names:
        if _key(name) not in there:
            has = ", ".join(sheet.name for sheet in there.values())
            raise SheetError(f"It has no sheet {name!r}. {f'It has: {has}.' if has else 'A .csv has no sheets.'}")
    wanted = {_key(name) for name in names}
    return [sheet for key, sheet in there.items() if key in wanted]


def _key(name: str) -> str:
    return name.strip().casefold()


def _workbook(data: bytes) -> list[Sheet]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            size = sum(part.file_size for part in packed.infolist())
        book = _loaded(data) if size <= LARGEST else None
        shown = _loaded(data, data_only=True) if book is not None and _has_formulas(book) else book
    except Exception:  # what is raised depends on what is damaged, and where
        raise SheetError("It is no .xlsx file, or damaged. Open it in a spreadsheet and save it as .xlsx.") from None
    if book is None or shown is None:
        raise SheetError("It is too large. Divide it over several files.")
    return list(_sheets_of(book, shown))


def _loaded(data: bytes, *, data_only: bool = False) -> "Workbook":
    """``data_only``: formulas as what they came to when the file was saved, None where that was not kept."""
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        # Of what openpyxl leaves out when it saves: here nothing is saved.
        warnings.simplefilter("ignore", UserWarning)
        return load_workbook(BytesIO(data), data_only=data_only)


def _has_formulas(book: "Workbook") -> bool:
    return any(cell.data_type == "f" for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)


def _sheets_of(book: "Workbook", shown: "Workbook") -> Iterator[Sheet]:
    from openpyxl.cell.cell import MergedCell

    for sheet, values in zip(book.worksheets, shown.worksheets, strict=True):
        if sheet.sheet_state != "visible":
            continue
        above = {
            place: sheet.cell(span.min_row, span.min_col)
            for span in sheet.merged_cells.ranges
            if span.min_col == span.max_col
            for place in span.cells
        }
        rows = []
        for number, row in enumerate(sheet.iter_rows(), start=1):
            cells = [
                _merged(above.get((number, place)))
                if isinstance(cell, MergedCell)
                else _cell(cell, values.cell(number, place).value)
                for place, cell in enumerate(row, start=1)
            ]
            rows.append((number, tuple(cells)))
        yield Sheet(sheet.title, tuple(rows), book.epoch)


def _cell(cell: "ItsCell", came_to: object) -> Cell:
    trouble = _TROUBLE.get(cell.data_type, "")
    return Cell(_value(came_to if trouble == FORMULA else cell.value), trouble)


def _merged(top: "ItsCell | MergedCell | None") -> Cell:
    return Cell(trouble=MERGED) if top is None or top.data_type in _TROUBLE else Cell(_value(top.value), MERGED)


def _value(found: object) -> Value:
    """What openpyxl found; of kinds that it gives only when asked for, such as rich text, the words."""
    return found if found is None or isinstance(found, _VALUES) else str(found)


_VALUES = (str, int, float, date, time, timedelta)
_TROUBLE = {"f": FORMULA, "e": "an error"}
"""By openpyxl's ``Cell.data_type``."""


def _decoded(data: bytes) -> str:
    """Text as spreadsheets save it: UTF-8, with its mark or without; UTF-16 with its mark; else that of old Windows."""
    is_marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ["utf-16"] if is_marked else ["utf-8-sig", "cp1252"]:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise SheetError("It is no spreadsheet. Save it as .xlsx, or as .csv.")


def _csv(text: str) -> Sheet:
    from openpyxl.utils.datetime import WINDOWS_EPOCH

    if "\0" in text:
        raise SheetError("It is no spreadsheet. Save it as .xlsx, or as .csv.")
    told = text[:5].casefold()
    if told.startswith("sep="):
        # Excel's own line that tells the delimiter.
        delimiter, text = told[4:] or ";", "\n" + text.partition("\n")[2]
    else:
        delimiter = _delimiter(text)
    try:
        lines = list(csv.reader(StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise SheetError(f"It cannot be read as .csv: {error}.") from None
    rows = ((number, tuple(Cell(cell) for cell in line)) for number, line in enumerate(lines, start=1))
    return Sheet("", tuple(rows), WINDOWS_EPOCH)


def _delimiter(text: str) -> str:
    """What parts most cells on the lines at the top: headings hold no amounts with a comma."""
    top = [line for line in text.splitlines() if line.strip()][:20]
    return max(_DELIMITERS, key=lambda sign: max((line.count(sign) for line in top), default=0))
