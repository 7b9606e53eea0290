"""The report as a workbook: numbers that can be reckoned with, and nothing that runs."""

from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from handlers.reports.document_words import document_words
from language.say import COMPLETE
from reports.report import EvidenceLine, Report
from reports.xlsx_report import draw
from tests.reports.year_report import report, room

DUTCH = document_words("nl")
THREE = report(room(), room("Hart voor Leidsche Rijn", "15"), room("De Verbinding", "16"))


def opened(of: Report, names: dict[int, str] | None = None) -> Workbook:
    return load_workbook(BytesIO(draw(of, DUTCH, names)))


def rows(sheet: Worksheet) -> list[dict[str, Any]]:
    heads, *lines = sheet.iter_rows(values_only=True)
    return [dict(zip(heads, line, strict=True)) for line in lines]


@pytest.fixture(scope="module")
def book() -> Workbook:
    return opened(report())


def test_every_part_of_the_report_has_a_sheet(book: Workbook) -> None:
    assert book.sheetnames == [
        "Rapport", "In het kort", "Resultaten", "Uren per groep", "Klussen", "Bijdragen van financiers",
        "Verloop over het jaar", "Veranderd na een eerder rapport", "Bewijs", "Zo tellen we",
    ]  # fmt: skip


def test_numbers_and_days_are_numbers_and_days(book: Workbook) -> None:
    about = {row["Wat"]: row["Gegeven"] for row in rows(book["Rapport"])}
    assert about["Van"] == datetime(2026, 7, 1)  # noqa: DTZ001 (what a workbook gives)
    assert about["Cijfers vastgelegd op"] == datetime(2027, 1, 18, 10, 5)  # noqa: DTZ001
    results = {row["Indicator"]: row for row in rows(book["Resultaten"])}
    assert len(results) == 27
    people = results["Totaal aantal unieke deelnemers aan activiteit/dienst"]
    assert (people["Doel"], people["Resultaat (minstens)"], people["Resultaat (hoogstens)"]) == (400, 1012, 1180)
    assert people["Vergelijking"] == "minstens"
    assert results["Minder (kosten op) uitkeringen en zorg"]["Resultaat (minstens)"] == 2.4
    assert results["Minder (kosten op) huisuitzetting en huurschuld"]["Resultaat (minstens)"] is None
    assert results["Goede besteding budget: geen tekort financiering"]["Oordeel"] == "positief"
    assert rows(book["Uren per groep"])[0]["Uren"] == pytest.approx(41000 / 60)
    assert rows(book["Verloop over het jaar"])[0]["Datum"] == datetime(2026, 1, 31)  # noqa: DTZ001


def test_numbers_are_shown_as_what_they_are(book: Workbook) -> None:
    formats = {row[0].value: row[1].number_format for row in book["In het kort"].iter_rows(min_row=2)}
    assert formats["Uren in deze periode"].startswith("#,##0.00")
    assert formats["Investering van vrijwilligers"].startswith('"€ "#,##0.00')
    assert formats["Aandeel van financiers"].startswith("0%")
    targets = {row[2].value: row[5] for row in book["Resultaten"].iter_rows(min_row=2)}
    assert targets["Sleutelhouders"].number_format.startswith("#,##0_")
    hours = next(row for row in book["Bewijs"].iter_rows(min_row=2) if row[1].value == "Uren")
    assert hours[5].number_format.startswith("#,##0.00")
    assert book["Rapport"]["B4"].number_format.startswith("dd-mm-yyyy")


def test_every_sheet_is_a_table_with_a_frozen_heading_and_filters(book: Workbook) -> None:
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        (table,) = sheet.tables.values()
        assert table.ref == sheet.dimensions
        assert table.autoFilter.ref == table.ref
        assert sheet.print_title_rows == "$1:$1"


def test_the_evidence_adds_up_and_names_nobody() -> None:
    part = room(evidence=90)
    lines = rows(opened(report(part))["Bewijs"])
    assert len(lines) == 90
    for name, id_ in (("Uren", "hours"), ("Totaal aantal unieke deelnemers aan activiteit/dienst", "participants")):
        wanted = sum(line.amount for line in part.evidence if line.indicator == id_)
        assert Decimal(str(sum(line["Aantal"] for line in lines if line["Indicator"] == name))) == wanted
    assert "Namen" not in lines[0]
    assert [line["Mensen (nummers)"] for line in lines[:3]] == ["1", "2", "3"]
    assert lines[2]["Nummer"] == "doorverwijzing 2"


def test_with_names_whoever_left_is_told_to_have_left() -> None:
    lines = rows(opened(report(room(evidence=7)), {1: "Noor", 2: "Fatima B. 2"})["Bewijs"])
    assert [line["Namen"] for line in lines[:3]] == ["Noor", "Fatima B. 2", "uitgeschreven"]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝"])
def test_no_words_are_a_formula(sign: str) -> None:
    nasty = f'{sign}HYPERLINK("http://x";"klik")\x0b'
    evidence = EvidenceLine(
        indicator="hours", what=nasty, on=date(2026, 3, 1), group=nasty, amount=Decimal(1), number=nasty, persons=(1,)
    )
    part = room().model_copy(update={"name": nasty, "evidence": (evidence,)})
    content = draw(report(part, title=nasty), DUTCH, {1: nasty})
    for sheet in load_workbook(BytesIO(content)):
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            assert cell.data_type != "f"
            if isinstance(cell.value, str) and cell.value.startswith(sign):
                assert cell.quotePrefix
    archive = ZipFile(BytesIO(content))
    assert not any(b"<f>" in archive.read(name) for name in archive.namelist())


def test_rooms_together_have_totals_where_things_add_up() -> None:
    summary = {row["Wat"]: row for row in rows(opened(THREE)["In het kort"])}
    assert summary["Klussen"]["Totaal"] == 192
    assert summary["Investering van vrijwilligers"]["Totaal"] == pytest.approx(306_968.25)
    assert summary["Aandeel van financiers"]["Totaal"] == pytest.approx(103828 / (103828 + 102322.75))
    assert summary["Vrijwilligers"]["De Verbinding"] == 84
    assert summary["Vrijwilligers"]["Totaal"] is None


def test_the_workbook_of_a_monthly_meeting_says_too_what_counts() -> None:
    book = opened(report(kind="progress"))
    assert book["Zo tellen we"].max_row == opened(report())["Zo tellen we"].max_row > 1


def test_a_report_of_nothing_is_still_a_workbook() -> None:
    bare = room(evidence=0).model_copy(
        update={"indicators": (), "groups": (), "klussen": (), "money": None, "series": (), "restatements": ()}
    )
    book = opened(report(bare))
    assert book["Bewijs"].max_row == 1
    assert not book["Bewijs"].tables


def test_the_workbook_tells_what_it_is(book: Workbook) -> None:
    properties = book.properties
    assert properties.title == "Eindrapportage (inhoudelijk en financieel)"
    assert properties.language == "nl"
    assert properties.description == "Rapportnummer: 12"
    assert properties.created is not None
    assert properties.created.replace(tzinfo=UTC) == datetime(2027, 1, 18, 10, 5, tzinfo=UTC)


def test_the_file_is_dated_by_its_figures_and_by_no_clock() -> None:
    archive = ZipFile(BytesIO(draw(report(), DUTCH)))
    assert {part.date_time for part in archive.infolist()} == {(2027, 1, 18, 10, 5, 0)}
    assert b">2027-01-18T10:05:00Z</dcterms:modified>" in archive.read("docProps/core.xml")


@pytest.mark.parametrize("language", COMPLETE)
def test_names_of_sheets_fit_in_every_language(language: str) -> None:
    book = load_workbook(BytesIO(draw(report(), document_words(language))))
    words = document_words(language)
    assert book.sheetnames[-1] == words.definitions
    assert words.restatements in book.sheetnames
