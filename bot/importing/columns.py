"""Which column is what, by its heading in Dutch or English."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

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
    "begin": "begin, begintijd, begonnen, aanvang, aanvangstijd, start, starttijd, van, tijd van, vanaf, begin time,"
    " start time, from, started",
    "end": "eind, einde, eindtijd, tot, tijd tot, geëindigd, klaar, stop, stoptijd, end, end time, finish, until, to,"
    " ended",
    "pause": "pauze, pauzes, pauzetijd, pauze in minuten, pauze in uren, pauze minuten, break, breaks, break minutes",
}
_HEADINGS = {word.strip(): field for field, words in _KNOWN.items() for word in words.split(",")}
_TOP = 20
_MAY_BE_A_CLOCK = frozenset({"tijd", "time"})
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
    """What a sheet's columns are.

    "date", "person" or "first" and "last", "group", "hours", "minutes", or "begin" and "end" with "pause".
    """

    heading_row: int
    """The last one, where the headings stand in two."""
    known: dict[str, Column]
    unused: tuple[Column, ...]


class ColumnsError(Exception):
    """It is not plain what the columns are; the message says why."""


def columns_of(sheet: Sheet) -> Columns | None:
    """The columns of a sheet by the first row that has the headings of a list of hours; None where no row has them.

    Headings may stand in two rows, "Tijd" above "Van" and "Tot". Raises ColumnsError where two columns are the same.
    """
    for (number, cells), (next_number, below) in pairwise([*sheet.rows[: _TOP + 1], (0, ())]):
        headings = _headings(cells)
        lower = {column.place: column for column in _headings(below)}
        has_upper = any(_field(column.heading) for column in headings)
        if has_upper and len(lower) > 1 and all(_field(column.heading) for column in lower.values()):
            both = {column.place: column for column in headings} | lower
            number, headings = next_number, [column for _, column in sorted(both.items())]
        fields = [(_field(column.heading), column) for column in headings]
        names = {field for field, _ in fields}
        amounts = names & {"hours", "minutes"} or {"begin", "end"} <= names
        if "date" in names and names & {"person", "first"} and amounts:
            return _told(number, fields)
    return None


def _headings(cells: Sequence[Cell]) -> list[Column]:
    return [
        Column(place, " ".join(cell.value.split()))
        for place, cell in enumerate(cells)
        if isinstance(cell.value, str) and not cell.trouble and cell.value.strip()
    ]


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
    if len(known.keys() & {"begin", "end"}) == 1:
        one = known.pop("begin", None) or known.pop("end")
        if "hours" in known and known["hours"].heading.casefold() in _MAY_BE_A_CLOCK:
            raise ColumnsError(f"beside column {one.letter} ({one.heading}) there is no other for begin and end")
        unused.append(one)
    if "begin" not in known and "pause" in known:
        unused.append(known.pop("pause"))
    return Columns(number, known, tuple(sorted(unused, key=lambda column: column.place)))


def _field(heading: str) -> str | None:
    """What a heading means: "Uren (decimaal):" is hours."""
    word = " ".join(_ASIDE.sub(" ", heading).casefold().strip(" .:*#").split())
    return _HEADINGS.get(word)


def cell_at(cells: Sequence[Cell], column: Column | None) -> Cell:
    """The cell of a row in a column; an empty one where the row ends before it, or the sheet has no such column."""
    return cells[column.place] if column is not None and column.place < len(cells) else Cell()
