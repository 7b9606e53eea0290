"""Which column is what, by its heading in Dutch or English."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.importing.sheets import Cell, Sheet

_KNOWN = {
    "date": "datum, dag, wanneer, date, day, when",
    "person": "naam, vrijwilliger, persoon, wie, naam vrijwilliger, volledige naam, name, volunteer, person, who,"
    " full name, volunteer name",
    "first": "voornaam, roepnaam, first name, given name",
    "infix": "tussenvoegsel, tussenvoegsels, infix",
    "last": "achternaam, last name, surname, family name",
    "group": "groep, werkgroep, vrijwilligersgroep, activiteit, team, group, activity",
    "hours": "uren, uur, aantal uren, aantal uur, gewerkte uren, tijd, duur, tijdsduur, hours, hrs, hours worked,"
    " number of hours, time, duration",
    "minutes": "minuten, min, aantal minuten, minutes, mins, number of minutes",
}
_HEADINGS = {word.strip(): field for field, words in _KNOWN.items() for word in words.split(",")}
_TOP = 20
_ASIDE = re.compile(r"\(.*?\)|\[.*?\]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its place from 0 and its heading as it is written."""

    place: int
    heading: str

    @property
    def letter(self) -> str:
        """What a spreadsheet calls it: A, B, AA."""
        from openpyxl.utils import get_column_letter

        return get_column_letter(self.place + 1)


@dataclass(frozen=True, slots=True)
class Columns:
    """What a sheet's columns are: "date", "person" or "first" and "last", "group", "hours", "minutes"."""

    heading_row: int
    known: dict[str, Column]
    unused: tuple[Column, ...]


class ColumnsError(Exception):
    """It is not plain what the columns are; the message says why."""


def columns_of(sheet: Sheet) -> Columns | None:
    """The columns of a sheet by the first row that has the headings of a list of hours; None where no row has them.

    Raises ColumnsError where two columns are the same.
    """
    for number, cells in sheet.rows[:_TOP]:
        headings = [
            Column(place, " ".join(cell.value.split()))
            for place, cell in enumerate(cells)
            if isinstance(cell.value, str) and cell.value.strip()
        ]
        fields = [(_field(column.heading), column) for column in headings]
        names = {field for field, _ in fields}
        if "date" in names and names & {"person", "first"} and names & {"hours", "minutes"}:
            return _told(number, fields)
    return None


def _told(number: int, fields: Sequence[tuple[str | None, Column]]) -> Columns:
    known: dict[str, Column] = {}
    for field, column in fields:
        if field is None:
            continue
        if field in known:
            before = known[field]
            raise ColumnsError(
                f"columns {before.letter} ({before.heading}) and {column.letter} ({column.heading}) mean the same"
            )
        known[field] = column
    unused = [column for field, column in fields if field is None]
    if "person" in known:
        # A whole name needs no parts beside it.
        unused += [known.pop(field) for field in ("first", "infix", "last") if field in known]
    return Columns(number, known, tuple(sorted(unused, key=lambda column: column.place)))


def _field(heading: str) -> str | None:
    """What a heading means: "Uren (decimaal):" is hours."""
    word = " ".join(_ASIDE.sub(" ", heading).casefold().strip(" .:*#").split())
    return _HEADINGS.get(word)


def cell_at(cells: Sequence[Cell], column: Column | None) -> Cell:
    """The cell of a row in a column; an empty one where the row ends before it, or the sheet has no such column."""
    return cells[column.place] if column is not None and column.place < len(cells) else Cell()
