"""Lists of hours as coordinators keep them: real files, made for a test."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

HEADINGS = ("Datum", "Naam", "Groep", "Uren")


def workbook(path: Path, *rows: Sequence[Any], headings: Sequence[str] = HEADINGS, title: str = "Uren") -> Path:
    """A workbook of one sheet, the headings in its first row."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in (headings, *rows):
        sheet.append(list(row))
    book.save(path)
    return path


def text(path: Path, *lines: str, encoding: str = "utf-8") -> Path:
    """A CSV as Excel saves it: CRLF between its lines."""
    path.write_bytes("\r\n".join([*lines, ""]).encode(encoding))
    return path
