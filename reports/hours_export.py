"""Every current entry as a file for auditors, written row by row: CSV for a spreadsheet, JSON lines for a program."""

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from io import StringIO


@dataclass(frozen=True, slots=True)
class HoursRow:
    """One current entry. ``minutes`` are whole minutes; ``logged_at`` is with its zone."""

    date: date
    person: str
    group: str
    minutes: int
    status: str
    logged_at: datetime
    logged_by: str
    channel: str
    message_id: str
    version: int
    seen: bool
    """Whether the person could see it: hours of somebody without a chat are shown at their first contact."""

    def __post_init__(self) -> None:
        if self.logged_at.tzinfo is None:
            raise ValueError("logged_at has no time zone")


COLUMNS = tuple(field.name for field in fields(HoursRow))

# Excel takes a cell that starts so for a formula and runs it (OWASP, "CSV injection"); the full-width ones in
# some languages too. A line break only moves what follows it to the start of what may be read as a new row.
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

# A double click opens the file in Dutch Excel: it parts cells at semicolons, since the comma is its decimal mark,
# and without a byte order mark it takes UTF-8 for the letters of old Windows. Times and days are ISO 8601, and
# minutes are whole, so that no comma or point can be misread. LibreOffice, R and pandas read it when told of ";".
_DELIMITER = ";"
CSV_ENCODING = "utf-8-sig"


def to_csv(rows: Iterable[HoursRow]) -> Iterator[bytes]:
    """Yield the file line by line: semicolons, CRLF, UTF-8 with byte order mark.

    Text that a spreadsheet would take for a formula gets an apostrophe before it; JSON lines have the text as it is.
    """
    yield csv_line(COLUMNS).encode(CSV_ENCODING)
    for row in rows:
        yield csv_line([csv_cell(value) for value in _values(row).values()]).encode()


def to_json_lines(rows: Iterable[HoursRow]) -> Iterator[bytes]:
    """Yield one JSON object a line, in UTF-8, with the names of ``COLUMNS``."""
    for row in rows:
        yield (json.dumps(_values(row), ensure_ascii=False) + "\n").encode()


def _values(row: HoursRow) -> dict[str, str | int]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(row).items()}


def csv_cell(value: str | int) -> str | int:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"'{value}" if isinstance(value, str) and value.startswith(STARTS_A_FORMULA) else value


def csv_line(cells: Iterable[str | int]) -> str:
    line = StringIO()
    csv.writer(line, delimiter=_DELIMITER).writerow(cells)
    return line.getvalue()
