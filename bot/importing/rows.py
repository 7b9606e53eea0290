"""The rows of a list of hours: each says who worked how long on which day, or why that cannot be read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.importing.between import minutes_told
from bot.importing.cells import CellError, day_in, text_in
from bot.importing.columns import Columns, ColumnsError, cell_at, columns_of
from bot.importing.names import ordered
from bot.importing.sheets import Cell, Sheet, SheetError

_TOTALS = ("totaal", "subtotaal", "total", "subtotal")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: the sheet's name, empty in a CSV, and the number beside the row."""

    sheet: str
    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a row says, in its own words for people and groups."""

    at: Place
    date: date
    name: str
    group: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Bad:
    """A row that cannot be booked, and why."""

    at: Place
    reason: str


@dataclass(slots=True)
class Listed:
    """What was found in a file."""

    sheets: list[tuple[Sheet, Columns]] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    """The names of sheets without the headings of a list of hours."""
    rows: list[Row] = field(default_factory=list)
    bad: list[Bad] = field(default_factory=list)
    totals: int = 0
    """Rows that add up others: they are passed over."""


def listed(sheets: Sequence[Sheet], today: date) -> Listed:
    """All rows of the sheets that are lists of hours. Raises SheetError where none is."""
    found = Listed()
    for sheet in sheets:
        try:
            columns = columns_of(sheet)
        except ColumnsError as error:
            raise SheetError(f"{f'Sheet {sheet.name!r}: ' if sheet.name else ''}{error}. Change one heading.") from None
        if columns is None:
            found.passed_over.append(sheet.name)
            continue
        found.sheets.append((sheet, columns))
        for row in _rows(sheet, columns, today):
            if isinstance(row, Row):
                found.rows.append(row)
            elif isinstance(row, Bad):
                found.bad.append(row)
            else:
                found.totals += 1
    if not found.sheets:
        raise SheetError("No row has headings for a date, a person and hours: Datum, Naam, Groep, Uren.")
    return found


def _rows(sheet: Sheet, columns: Columns, today: date) -> Iterator[Row | Bad | None]:
    """Each row that is not empty; None for a total."""
    used = list(columns.known.values())
    for number, cells in sheet.rows:
        here = [cell_at(cells, column) for column in used]
        if number <= columns.heading_row or all(cell.says_nothing for cell in here):
            continue
        # Sheets that are printed repeat their headings.
        if all(cell.value == column.heading for cell, column in zip(here, used, strict=True)):
            continue
        if _is_total(cells):
            yield None
            continue
        at = Place(sheet.name, number)
        try:
            yield _read(at, sheet, columns, cells, today)
        except CellError as error:
            yield Bad(at, str(error))


def _is_total(cells: Sequence[Cell]) -> bool:
    """Whether the first words of the row say that it adds up others."""
    said = next((cell.value for cell in cells if not cell.is_empty), None)
    return isinstance(said, str) and said.casefold().strip(" :.").split(" ")[0].rstrip(":") in _TOTALS


def _read(at: Place, sheet: Sheet, columns: Columns, cells: Sequence[Cell], today: date) -> Row:
    def cell(field: str) -> Cell:
        return cell_at(cells, columns.known.get(field))

    day = cell("date")
    if day.is_empty:
        raise CellError("there is no date")
    if "person" in columns.known:
        name = ordered(text_in(cell("person"), "name"))
    else:
        name = " ".join(filter(None, (text_in(cell(part), "name") for part in ("first", "infix", "last"))))
    if not name:
        raise CellError("there is no name")
    on = day_in(day, today, sheet.day_zero)
    return Row(
        at=at,
        date=on,
        name=name,
        group=text_in(cell("group"), "group"),
        minutes=minutes_told(
            cell("begin"), cell("end"), cell("pause"), cell("hours"), cell("minutes"), on, _heading(columns, "pause")
        ),
    )


def _heading(columns: Columns, field: str) -> str:
    return columns.known[field].heading if field in columns.known else ""
