"""Lists of hours with a begin and an end in the place of an amount, and other ways of a real coordinator's workbook."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from sqlalchemy import Engine

from bot.importing.between import minutes_told
from bot.importing.cells import CellError
from bot.importing.columns import ColumnsError, columns_of
from bot.importing.rows import Listed, listed
from bot.importing.sheets import FORMULA, Cell, SheetError, read_sheets
from storage import people
from storage.database import unit_of_work
from storage.rooms import add_room
from tests.cli import hours
from tests.cli.conftest import Invoke
from tests.cli.lists import text, workbook

TODAY = date(2026, 11, 23)
MONDAY = date(2026, 3, 9)


def moment(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour))


def told(begin: Any, end: Any, pause: Any = None, amount: Any = None, heading: str = "Pauze") -> int:
    return minutes_told(cell(begin), cell(end), cell(pause), cell(amount), Cell(), MONDAY, heading)


def cell(value: Any) -> Cell:
    return value if isinstance(value, Cell) else Cell(value)


@pytest.mark.parametrize(
    ("begin", "end", "minutes"),
    [
        (time(9), time(11, 30), 150),
        ("9:00", "11:30", 150),
        ("09:00:00", "11.30", 150),
        ("9.00 uur", "11u30", 150),
        ("9", "11", 120),
        ("9 uur", "11 u", 120),
        (9, 11, 120),
        (0.375, 0.5, 180),
        (timedelta(hours=9), timedelta(hours=10, minutes=15), 75),
        (moment(MONDAY, 9), moment(MONDAY, 11), 120),
        (moment(date(1899, 12, 30), 21), moment(date(1899, 12, 31), 0), 180),
        ("21:00", "24:00", 180),
        ("21:00", "0:00", 180),
    ],
)
def test_what_lies_between_begin_and_end_counts(begin: Any, end: Any, minutes: int) -> None:
    assert told(begin, end) == minutes


@pytest.mark.parametrize(
    ("pause", "heading", "minutes"),
    [
        (None, "Pauze", 180),
        ("geen", "Pauze", 180),
        (0, "Pauze", 180),
        (30, "Pauze", 150),
        ("30 min", "Pauze", 150),
        ("half uur", "Pauze", 150),
        (time(0, 30), "Pauze", 150),
        ("0,5", "Pauze", 150),
        (3, "Pauze (min)", 177),
        (1, "Pauze in uren", 120),
    ],
)
def test_a_pause_does_not_count(pause: Any, heading: str, minutes: int) -> None:
    assert told("9:00", "12:00", pause, heading=heading) == minutes


@pytest.mark.parametrize("amount", [2.5, "2,5", "2:30", time(2, 30), Cell(2.5, FORMULA), Cell(time(2, 30), FORMULA)])
def test_an_amount_beside_begin_and_end_is_held_against_them(amount: Any) -> None:
    assert told("9:00", "12:00", 30, amount) == 150
    with pytest.raises(CellError, match="it says 2:30, but from begin to end are 3:00"):
        told("9:00", "12:00", None, amount)


def test_what_a_sum_of_times_comes_to_may_be_a_part_of_a_day() -> None:
    assert told("9:00", "12:00", 30, Cell(150 / 1440, FORMULA)) == told("9:00", "12:00", 30, 150 / 1440) == 150


def test_an_amount_alone_counts_where_a_row_has_no_begin_and_end() -> None:
    assert told(None, None, None, 2) == 120
    assert told("9:00", None, None, 2) == 120


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("9:00", None), "there is no end"),
        ((None, "11:00"), "there is no begin"),
        ((None, None), "there is no amount"),
        (("9:00", "9:00"), "the end is not after the begin"),
        (("22:00", "1:00"), "the end is not after the begin"),
        (("ochtend", "11:00"), "the begin is no time of the day: 'ochtend'"),
        (("25:00", "26:00"), "the end is no time of the day: '26:00'"),
        ((9.3, 11), "the begin is no time of the day: '9.3'"),
        (("5:00", "23:00"), "18 hours is more than 16 hours at once"),
        (("9:00", "10:00", 60), "the amount is not above nothing"),
        (("9:00", "12:00", 1), "the pause '1' can be hours or minutes"),
        (("9:00", "12:00", "ja"), "'ja' is no amount of time"),
        (("9:00", "12:00", 30, "1,30"), "'1,30' can mean two amounts"),
        ((Cell(time(9), FORMULA), "12:00"), "the begin is a formula"),
        (("9:00", "12:00", None, Cell(None, FORMULA)), "the amount is a formula: paste its value in its place"),
        ((moment(date(2026, 3, 8), 22), moment(MONDAY, 1)), "the begin is of another day: 08-03-2026"),
    ],
)
def test_what_is_no_span_is_refused_with_its_reason(row: Sequence[Any], reason: str) -> None:
    with pytest.raises(CellError) as refused:
        told(*row)
    assert str(refused.value) == reason


def found_in(book: Workbook, home: Path) -> Listed:
    book.save(home / "uren.xlsx")
    return listed(read_sheets((home / "uren.xlsx").read_bytes()), TODAY)


def test_headings_may_stand_in_two_rows_and_days_be_merged(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for line in (
        ["Uren kookgroep maart 2026"],
        ["Datum", "Naam", "Tijd", None, "Opmerking"],
        [None, None, "Van", "Tot"],
        [MONDAY, "Noor", time(9), time(12)],
        [None, "Piet", time(9), time(11)],
        [None, None, None, None],
        ["Datum", "Naam", "Van", "Tot"],
        [date(2026, 3, 10), "Noor", time(9), time(10)],
        ["Totaal", None, None, 6],
    ):
        sheet.append(line)
    for span in ("A1:E1", "A2:A3", "B2:B3", "C2:D2", "A4:A6"):
        sheet.merge_cells(span)
    found = found_in(book, tmp_path)
    assert [(row.at.row, row.date, row.name, row.minutes) for row in found.rows] == [
        (4, MONDAY, "Noor", 180),
        (5, MONDAY, "Piet", 120),
        (8, date(2026, 3, 10), "Noor", 60),
    ]
    assert (found.bad, found.totals) == ([], 1)


def test_an_empty_row_above_the_headings_is_none_of_them(tmp_path: Path) -> None:
    lines = ("Uren maart;;;;", ";;;;", "Datum;Naam;Tijd;;Uren", ";;van;tot;", "9-3-2026;Noor;9:00;11:00;2")
    file = text(tmp_path / "uren.csv", *lines)
    [row] = listed(read_sheets(file.read_bytes()), TODAY).rows
    assert (row.at.row, row.minutes) == (5, 120)


def test_an_amount_that_is_merged_counts_once_at_most(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for line in (["Datum", "Naam", "Uren"], [MONDAY, "Noor", 3], [MONDAY, "Piet", None]):
        sheet.append(line)
    sheet.merge_cells("C2:C3")
    found = found_in(book, tmp_path)
    assert [row.name for row in found.rows] == ["Noor"]
    assert [(bad.at.row, bad.reason) for bad in found.bad] == [(3, "the amount is merged with another cell")]


def test_rows_that_were_filled_down_with_formulas_alone_are_none(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Datum", "Naam", "Van", "Tot"])
    sheet.append([MONDAY, "Noor", time(9), time(12)])
    sheet.append([None, None, None, '=IF(C3="","",C3)'])
    found = found_in(book, tmp_path)
    assert ([row.minutes for row in found.rows], found.bad) == ([180], [])


@pytest.mark.parametrize(
    ("headings", "known"),
    [
        (
            "Datum;Naam;Begintijd;Eindtijd;Pauze (min);Totaal uren",
            {"date": "A", "person": "B", "begin": "C", "end": "D", "pause": "E"},
        ),
        (
            "Datum;Naam;Van;Tot;Uren",
            {"date": "A", "person": "B", "begin": "C", "end": "D", "hours": "E"},
        ),
        ("Date;Name;Start;End;Break", {"date": "A", "person": "B", "begin": "C", "end": "D", "pause": "E"}),
        ("Datum;Naam;Begin;Uren;Pauze", {"date": "A", "person": "B", "hours": "D"}),
    ],
)
def test_columns_of_begin_and_end_are_known_by_their_headings(
    tmp_path: Path, headings: str, known: dict[str, str]
) -> None:
    file = text(tmp_path / "uren.csv", headings)
    columns = columns_of(read_sheets(file.read_bytes())[0])
    assert columns is not None
    assert {field: column.letter for field, column in columns.known.items()} == known


def test_a_time_beside_one_end_may_be_a_begin_and_is_asked_about(tmp_path: Path) -> None:
    file = text(tmp_path / "uren.csv", "Datum;Naam;Tijd;Eindtijd")
    with pytest.raises(ColumnsError, match=r"beside column D \(Eindtijd\) there is no other for begin and end"):
        columns_of(read_sheets(file.read_bytes())[0])


def two_sheets(path: Path) -> Path:
    workbook(path, (MONDAY, "Noor", "kookgroep", 1), title="Maart")
    from openpyxl import load_workbook

    book = load_workbook(path)
    sheet = book.create_sheet("Begroting maart")
    sheet.append(["Datum", "Naam", "Uren"])
    sheet.append([MONDAY, "Noor", 9])
    book.save(path)
    return path


def test_of_several_sheets_one_is_chosen_by_its_name(invoke: Invoke, books: Engine, home: Path) -> None:
    with unit_of_work(books) as session:
        room = add_room(session, "top", "TOP").id
        for number, name in enumerate(("Els", "Noor")):
            people.join(session, room, hours.person(session, name), MONDAY, is_coordinator=not number)
    file = two_sheets(home / "uren.xlsx")
    said = invoke("import", "hours", file, "--room", "top", "--sheet", "begroting MAART").stdout
    assert "To be booked: 1 row of 1 person, 9 hours" in said
    assert "Maart," not in said
    wrong = invoke("import", "hours", file, "--room", "top", "--sheet", "April", code=2).stderr
    assert "It has no sheet 'April'. It has: Maart, Begroting maart." in wrong


def test_a_csv_has_no_sheets_to_choose_from(tmp_path: Path) -> None:
    file = text(tmp_path / "uren.csv", "Datum;Naam;Uren")
    with pytest.raises(SheetError, match=r"It has no sheet 'Maart'. A \.csv has no sheets."):
        read_sheets(file.read_bytes(), ["Maart"])
