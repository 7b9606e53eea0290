"""What an import reads in the files, headings, cells and names of coordinators, and what it refuses with its reason."""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, to_excel

from bot.importing.cells import CellError, day_in, minutes_in
from bot.importing.columns import ColumnsError, columns_of
from bot.importing.names import Fit, matches
from bot.importing.rows import listed
from bot.importing.sheets import Cell, SheetError, read_sheets
from storage.imports import Known
from tests.cli.lists import text, workbook

TODAY = date(2026, 11, 23)
MONDAY = date(2026, 3, 9)


@pytest.mark.parametrize(
    "value",
    [
        datetime.combine(MONDAY, time(14, 30)),
        MONDAY,
        to_excel(MONDAY),
        str(int(to_excel(MONDAY))),
        "9-3-2026",
        "09/03/2026",
        "9.3.26",
        "2026-03-09",
        "2026-03-09 00:00:00",
        "9 maart 2026",
        "ma 9 mrt 2026",
        "maandag 9 maart 2026",
        "March 9, 2026",
    ],
)
def test_a_day_is_read_as_coordinators_write_it(value: Any) -> None:
    assert day_in(Cell(value), TODAY, WINDOWS_EPOCH) == MONDAY


def test_a_workbook_of_an_old_mac_counts_its_days_from_another_one() -> None:
    assert day_in(Cell(to_excel(MONDAY, MAC_EPOCH)), TODAY, MAC_EPOCH) == MONDAY


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("30-2-2026", "'30-2-2026' is no date that exists"),
        ("3/25/2026", "'3/25/2026' is no date that exists"),
        ("di 9-3-2026", "'di 9-3-2026' is no date that exists"),
        ("9 maart", "'9 maart' is no date with its year"),
        ("gisteren", "'gisteren' is no date with its year"),
        ("maart 2026", "'maart 2026' is no date that exists"),
        ("9-3-2026 of 10-3-2026", "'9-3-2026 of 10-3-2026' is no date that exists"),
        ("24-11-2026", "24-11-2026 is in the future"),
        (datetime.combine(date(2027, 1, 1), time()), "01-01-2027 is in the future"),
        ("9-3-1926", "09-03-1926 is too long ago"),
        (True, "'True' is no date"),
        (time(9), "'09:00:00' is no date"),
    ],
)
def test_what_is_no_day_is_refused_with_its_reason(value: Any, reason: str) -> None:
    with pytest.raises(CellError) as refused:
        day_in(Cell(value), TODAY, WINDOWS_EPOCH)
    assert str(refused.value) == reason


@pytest.mark.parametrize(
    ("hours", "minutes", "amount"),
    [
        (2, None, 120),
        (1.5, None, 90),
        (1 / 3, None, 20),
        ("1,5", None, 90),
        ("1.5", None, 90),
        ("0,25", None, 15),
        ("2,50", None, 150),
        ("12,00", None, 720),
        ("2,333", None, 140),
        ("12", None, 720),
        ("1:30", None, 90),
        ("9:30", None, 570),
        ("01:30:00", None, 90),
        ("2 uur", None, 120),
        ("2u30", None, 150),
        ("90 min", None, 90),
        ("anderhalf uur", None, 90),
        ("drie kwartier", None, 45),
        ("9.00-11.30", None, 150),
        ("2 hours", None, 120),
        (time(1, 30), None, 90),
        (timedelta(hours=10), None, 600),
        (None, 90, 90),
        (None, "45", 45),
        (1, 30, 90),
        (0, 45, 45),
        (1.5, 90, 90),
    ],
)
def test_an_amount_is_read_as_coordinators_write_it(hours: Any, minutes: Any, amount: int) -> None:
    assert minutes_in(Cell(hours), Cell(minutes)) == amount


@pytest.mark.parametrize(
    ("hours", "minutes", "reason"),
    [
        (None, " ", "there is no amount"),
        (0, None, "the amount is not above nothing"),
        ("-2", None, "the amount is not above nothing"),
        (17, None, "17 hours is more than 16 hours at once"),
        (90, None, "90 hours is more than 16 hours at once"),
        ("17", None, "17 hours is more than 16 hours at once"),
        ("1,30", None, "'1,30' can mean two amounts"),
        ("1.30", None, "'1.30' can mean two amounts"),
        ("1,30 uur", None, "'1,30 uur' can mean two amounts"),
        ("2 of 3 uur", None, "'2 of 3 uur' can mean two amounts"),
        ("een paar uur", None, "'een paar uur' is no amount of time"),
        ("2 uur en 1 uur tuin", None, "'2 uur en 1 uur tuin' is no amount of time"),
        ("ziek", None, "'ziek' is no amount of time"),
        ("#REF!", None, "'#REF!' is no amount of time"),
        (True, None, "'True' is no amount of time"),
        (1.5, 45, "the hours and the minutes contradict each other"),
    ],
)
def test_what_is_no_amount_is_refused_with_its_reason(hours: Any, minutes: Any, reason: str) -> None:
    with pytest.raises(CellError) as refused:
        minutes_in(Cell(hours), Cell(minutes))
    assert str(refused.value) == reason


@pytest.mark.parametrize(
    ("headings", "known"),
    [
        ("Datum;Naam;Groep;Uren", {"date": "A", "person": "B", "group": "C", "hours": "D"}),
        ("DATUM:;Vrijwilliger;Aantal uren (decimaal);Opmerking", {"date": "A", "person": "B", "hours": "C"}),
        ("Uren;Minuten;Dag;Wie", {"hours": "A", "minutes": "B", "date": "C", "person": "D"}),
        ("Date;Volunteer;Activity;Hours worked", {"date": "A", "person": "B", "group": "C", "hours": "D"}),
        (
            "Datum;Voornaam;Tussenvoegsel;Achternaam;Tijd",
            {"date": "A", "first": "B", "infix": "C", "last": "D", "hours": "E"},
        ),
        ("Datum;Naam;Voornaam;Uren", {"date": "A", "person": "B", "hours": "D"}),
    ],
)
def test_columns_are_known_by_their_headings_below_other_lines(
    tmp_path: Path, headings: str, known: dict[str, str]
) -> None:
    file = text(tmp_path / "uren.csv", "Uren van de kookgroep 2026;;;", "", headings)
    columns = columns_of(read_sheets(file.read_bytes())[0])
    assert columns is not None
    assert columns.heading_row == 3
    assert {field: column.letter for field, column in columns.known.items()} == known


def test_two_columns_that_mean_the_same_are_told(tmp_path: Path) -> None:
    file = text(tmp_path / "uren.csv", "Datum;Naam;Uren;Tijd")
    with pytest.raises(ColumnsError, match=r"columns C \(Uren\) and D \(Tijd\) mean the same"):
        columns_of(read_sheets(file.read_bytes())[0])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_csv_is_read_with_its_delimiter_and_letters(tmp_path: Path, encoding: str, delimiter: str) -> None:
    lines = (["Datum", "Naam", "Uren"], ["9-3-2026", "Zoë", '"1,5"'])
    file = text(tmp_path / "uren.csv", *(delimiter.join(line) for line in lines), encoding=encoding)
    [row] = listed(read_sheets(file.read_bytes()), TODAY).rows
    assert (row.date, row.name, row.minutes, row.at.row) == (MONDAY, "Zoë", 90, 2)


def test_excels_own_line_with_the_delimiter_counts_as_a_row(tmp_path: Path) -> None:
    file = text(tmp_path / "uren.csv", "sep=,", "Datum,Naam,Uren", "", '9-3-2026,"Noor\nde Vries",2', ",,")
    found = listed(read_sheets(file.read_bytes()), TODAY)
    assert [(row.name, row.at.row) for row in found.rows] == [("Noor de Vries", 4)]
    assert found.bad == []


def test_a_row_ends_where_its_cells_do(tmp_path: Path) -> None:
    file = text(tmp_path / "uren.csv", "Datum;Naam;Uren;Groep", "9-3-2026;Noor;2", "9-3-2026", ";;;kookgroep")
    found = listed(read_sheets(file.read_bytes()), TODAY)
    assert [row.minutes for row in found.rows] == [120]
    assert [(bad.at.row, bad.reason) for bad in found.bad] == [(3, "there is no name"), (4, "there is no date")]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "Save it as .xlsx without a password"),
        (b"PK\x03\x04 and no more", "no .xlsx file, or damaged"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\r", "It is no spreadsheet"),
        (b"", "No row has headings"),
        (b"Straat;Plaats\r\n", "No row has headings"),
    ],
)
def test_a_file_that_is_no_list_is_refused_with_advice(data: bytes, said: str) -> None:
    with pytest.raises(SheetError, match=said):
        listed(read_sheets(data), TODAY)


def test_a_workbook_that_was_damaged_anywhere_is_read_or_refused(tmp_path: Path) -> None:
    whole = workbook(tmp_path / "uren.xlsx", *([MONDAY, "Noor", "", 1] for _ in range(40))).read_bytes()
    random, refused = Random(5), 0
    for _ in range(60):
        damaged = bytearray(whole)
        damaged[random.randrange(4, len(whole))] = random.randrange(256)
        try:
            listed(read_sheets(bytes(damaged)), TODAY)
        except SheetError:
            refused += 1
    assert 0 < refused < 60


def test_a_workbook_that_would_fill_the_memory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = workbook(tmp_path / "uren.xlsx", *([MONDAY, "Noor", "", 1] for _ in range(40)))
    monkeypatch.setattr("bot.importing.sheets.MOST_ROWS", 40)
    with pytest.raises(SheetError, match="more than 40 rows"):
        read_sheets(file.read_bytes())
    monkeypatch.setattr("bot.importing.sheets.LARGEST", 1000)
    with pytest.raises(SheetError, match="too large"):
        read_sheets(file.read_bytes())


def test_days_and_times_are_read_from_the_cells_of_a_workbook(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Datum", "Naam", "Duur"])
    sheet.append([to_excel(MONDAY), "Noor", timedelta(hours=10, minutes=15)])
    sheet["C2"].number_format = "[h]:mm"
    sheet.append([MONDAY, "Noor", 0.0625])
    sheet["C3"].number_format = "h:mm"
    book.save(tmp_path / "uren.xlsx")
    found = listed(read_sheets((tmp_path / "uren.xlsx").read_bytes()), TODAY)
    assert [(row.date, row.minutes) for row in found.rows] == [(MONDAY, 615), (MONDAY, 90)]


def test_of_many_whom_a_name_may_mean_a_few_are_told() -> None:
    everybody = known(*(f"Noor {letter}." for letter in "ABCDEF"))
    assert matches(["Noor"], everybody)["Noor"].doubt == "may be Noor A. or Noor B. or Noor C. or Noor D. or 2 others"
    assert matches(["Noor"], everybody[:2])["Noor"].doubt == "may be Noor A. or Noor B."


def known(*names: str) -> list[Known]:
    return [Known(person_id=number, name=name, is_paper=False, left_on=None) for number, name in enumerate(names)]


@pytest.mark.parametrize(
    ("members", "names", "fits"),
    [
        (["Noor de Vries"], ["Noor", "noor  DE vries"], {"Noor": Fit.LIKE, "noor  DE vries": Fit.SAME}),
        (["Noor de Vries"], ["Noor V."], {"Noor V.": Fit.LIKE}),
        (["Noor"], ["Noor de Vries"], {"Noor de Vries": Fit.LIKE}),
        (["Noor", "Noor de Vries"], ["Noor"], {"Noor": Fit.SAME}),
        (["Noor Bos", "Noor de Vries"], ["Noor"], {"Noor": Fit.UNSURE}),
        (["Noor", "noor"], ["Noor"], {"Noor": Fit.UNSURE}),
        (["Piet Bos"], ["Piet Bakker"], {"Piet Bakker": Fit.NEW}),
        (["Piet B."], ["Piet Bakker", "Piet Boersma"], {"Piet Bakker": Fit.UNSURE, "Piet Boersma": Fit.UNSURE}),
        (["Piet B.", "Piet B. 2"], ["Piet Bakker", "Piet B. 2"], {"Piet Bakker": Fit.LIKE, "Piet B. 2": Fit.SAME}),
        ([], ["Els", "Els de Wit"], {"Els": Fit.UNSURE, "Els de Wit": Fit.UNSURE}),
        ([], ["Jan Bos", "Jan Berg"], {"Jan Bos": Fit.UNSURE, "Jan Berg": Fit.UNSURE}),
        ([], ["Jan B.", "Jan B. 2", "JAN B."], {"Jan B.": Fit.NEW, "Jan B. 2": Fit.NEW, "JAN B.": Fit.NEW}),
        ([], ["12", "x" * 41], {"12": Fit.NO_NAME, "x" * 41: Fit.NO_NAME}),
    ],
)  # fmt: skip
def test_a_name_means_a_member_only_where_it_can_mean_nobody_else(
    members: list[str], names: list[str], fits: dict[str, Fit]
) -> None:
    assert {name: match.fit for name, match in matches(names, known(*members)).items()} == fits
