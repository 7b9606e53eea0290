"""The report as a document: opened as an auditor's word processor does."""

import re
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as Page
from docx.oxml.ns import qn
from docx.table import Table

from handlers.reports.document_words import document_words
from reports.docx_report import TemplateError, draw
from reports.report import Report, extract
from reports.report_file import TEMPLATE
from tests.reports.year_report import report, room
from tools import report_template

DUTCH = document_words("nl")
THREE = report(room(), room("Hart voor Leidsche Rijn", "15"), room("De Verbinding", "16"))


def opened(of: Report, template: Path = TEMPLATE) -> Page:
    return Document(BytesIO(draw(of, DUTCH, template)))


def headings(page: Page, level: int) -> list[str]:
    return [line.text for line in page.paragraphs if line.style is not None and line.style.name == f"Heading {level}"]


def cells(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def headed(page: Page, *columns: str) -> list[Table]:
    return [table for table in page.tables if cells(table)[0] == list(columns)]


@pytest.fixture(scope="module")
def one() -> Page:
    return opened(report())


def test_the_headings_are_steps_of_one_stair(one: Page) -> None:
    assert headings(one, 1) == ["Buurtwerkkamer TOP", "Zo tellen we"]
    assert headings(one, 2) == [
        "In het kort", "Resultaten", "Toelichting", "Uren per groep", "Klussen", "Gezamenlijke investering",
        "Verloop over het jaar", "Veranderd na een eerder rapport",
    ]  # fmt: skip
    assert headings(one, 3)[:4] == [
        "Impact: effecten", "Output: resultaten", "Proces: activiteiten en diensten", "Input: middelen",
    ]  # fmt: skip


def test_every_promise_stands_with_target_result_and_status(one: Page) -> None:
    tables = headed(one, "Indicator", "Eenheid", "Doel", "Resultaat", "Stand")
    rows = [row for table in tables for row in cells(table)[1:]]
    assert len(rows) == 27
    assert rows[1] == [
        "Bewoners vinden dat buurtwerkkamer bijdraagt aan prettig(er) leven en wonen in de buurt\n"
        "32 van de 80 mensen gaven antwoord.",
        "% ja", "meer dan\xa070%", "58%", "✗ niet gehaald",
    ]  # fmt: skip
    assert rows[22][2:] == ["minstens\xa0400", "1.012–1.180", "✓ gehaald"]


def test_before_the_years_end_it_says_what_is_expected() -> None:
    early = opened(report(last=date(2026, 9, 30)))
    rows = [
        row for table in headed(early, "Indicator", "Eenheid", "Doel", "Resultaat", "Stand") for row in cells(table)
    ]
    assert any(row[3] == "64\nVerwacht: 64" for row in rows)


def test_money_hours_and_klussen(one: Page) -> None:
    (money,) = headed(one, "Wat", "Afgesproken", "Tot nu toe")
    assert cells(money)[1:] == [
        ["Investering van vrijwilligers", "€\xa0101.000", "€\xa0102.323"],
        ["Investering van financiers", "€\xa0103.828", "€\xa0103.828"],
        ["Samen", "€\xa0204.828", "€\xa0206.151"],
        ["Aandeel van financiers", "51%", "50%"],
    ]
    (groups,) = headed(one, "Groep", "Uren", "Vrijwilligers", "Dagen met bezoek")
    assert cells(groups)[1] == ["Kookgroep", "683,33", "14", "90"]
    (klussen,) = headed(one, "Corporatie", "Klaar", "Nog open", "Uren")
    assert cells(klussen)[-1] == ["Totaal", "64", "5", "128,75"]
    (financing,) = headed(one, "Financier", "Bedrag")
    assert ["Portaal (onder voorbehoud)", "€\xa00"] in cells(financing)


def test_the_total_of_a_table_goes_with_the_row_before_it(one: Page) -> None:
    (groups,) = headed(one, "Groep", "Uren", "Vrijwilligers", "Dagen met bezoek")
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in groups.rows]
    assert groups.rows[-1].cells[0].text == "Totaal"
    assert kept[-3:] == [None, True, None]


def test_explanations_keep_their_lines(one: Page) -> None:
    text = "\n".join(line.text for line in one.paragraphs)
    assert "In Ondiep is een halfjaar aan de straat gewerkt. De tuin was daardoor dicht.\nIn het najaar" in text
    assert "Nog zonder toelichting" in text


def test_what_is_typed_stays_text_whatever_it_looks_like() -> None:
    part = room()
    nasty = "<w:t> & {{ report.title }} {%p if %}\x0b\x00\ufffe"
    line = part.indicators[1].model_copy(update={"explanation": nasty})
    indicators = (part.indicators[0], line, *part.indicators[2:])
    page = opened(report(part.model_copy(update={"indicators": indicators})))
    assert "<w:t> & {{ report.title }} {%p if %}" in [line.text for line in page.paragraphs]


@pytest.mark.parametrize("of", [report(), THREE, extract(report(), "Mitros")], ids=["one", "three", "extract"])
def test_who_listens_to_it_hears_all_of_it(of: Report) -> None:
    content = draw(of, DUTCH, TEMPLATE)
    page = Document(BytesIO(content))
    for table in page.tables:
        assert table.rows[0]._tr.trPr is not None
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert {len(row.cells) for row in table.rows} == {len(table.columns)}
    pictures = [picture._inline.docPr.get("descr") for picture in page.inline_shapes]
    assert len(pictures) == sum(len(part.series) for part in of.rooms)
    assert all(re.fullmatch(r".+, 2026 \(.+\): jan .+ Doel: .+\.", words) for words in pictures)
    styles = ZipFile(BytesIO(content)).read("word/styles.xml").decode()
    assert set(re.findall(r'<w:lang w:val="([\w-]+)"', styles)) == {"nl-NL"}
    assert page.core_properties.language == "nl-NL"


def test_the_document_tells_what_it_is(one: Page) -> None:
    properties = one.core_properties
    assert properties.title == "Eindrapportage (inhoudelijk en financieel)"
    assert properties.comments == "Rapportnummer: 12"
    assert properties.created == datetime(2027, 1, 18, 10, 5, tzinfo=UTC)
    footer = one.sections[0].footer.paragraphs[0].text
    assert footer.startswith("Eindrapportage (inhoudelijk en financieel), Rapportnummer: 12")


def test_the_file_is_dated_by_its_figures_and_by_no_clock() -> None:
    archive = ZipFile(BytesIO(draw(report(), DUTCH, TEMPLATE)))
    assert {part.date_time for part in archive.infolist()} == {(2027, 1, 18, 10, 5, 0)}


def test_rooms_together_stand_side_by_side() -> None:
    page = opened(THREE)
    assert headings(page, 1) == [
        "De kamers samen", "Buurtwerkkamer TOP", "Buurtwerkkamer Hart voor Leidsche Rijn",
        "Buurtwerkkamer De Verbinding", "Zo tellen we",
    ]  # fmt: skip
    (totals,) = headed(page, "Wat", "TOP", "Hart voor Leidsche Rijn", "De Verbinding", "Totaal")
    assert cells(totals)[2] == ["Klussen", "64", "64", "64", "192"]
    beside = headed(page, "Indicator", "TOP", "Hart voor Leidsche Rijn", "De Verbinding")
    assert sum(len(table.rows) - 1 for table in beside) == 27


def test_the_sheet_for_a_meeting_holds_the_promises_and_the_corrections_alone() -> None:
    page = opened(report(kind="progress", title="Voortgang november 2026"))
    assert headings(page, 2) == ["In het kort", "Resultaten", "Toelichting", "Veranderd na een eerder rapport"]
    assert len(page.inline_shapes) == 0


def test_the_extract_is_for_one_corporation() -> None:
    page = opened(extract(report(), "Mitros"))
    assert "Uittreksel voor: Mitros" in [line.text for line in page.paragraphs]
    rows = [
        row for table in headed(page, "Indicator", "Eenheid", "Doel", "Resultaat", "Stand") for row in cells(table)[1:]
    ]
    assert len(rows) == 4
    (klussen,) = headed(page, "Corporatie", "Klaar", "Nog open", "Uren")
    assert cells(klussen)[1:] == [["Mitros", "31", "2", "69,25"]]


def test_a_coordinators_own_template_is_used(tmp_path: Path) -> None:
    own = tmp_path / "own.docx"
    page = Document()
    page.add_paragraph("Onze kamer: {{ report.title }}")
    page.save(str(own))
    assert [line.text for line in opened(report(), own).paragraphs] == [
        "Onze kamer: Eindrapportage (inhoudelijk en financieel)"
    ]


@pytest.mark.parametrize(
    ("mark", "told"),
    [
        ("{{ report.titel }}", "titel"),
        ("{{ report.title", "own.docx"),
        ("{{ ''.__class__.__mro__ }}", "__class__"),
    ],
)
def test_a_template_that_asks_for_what_is_not_there_is_told(tmp_path: Path, mark: str, told: str) -> None:
    own = tmp_path / "own.docx"
    page = Document()
    page.add_paragraph(mark)
    page.save(str(own))
    with pytest.raises(TemplateError, match=told):
        draw(report(), DUTCH, own)


def test_a_file_that_is_no_document_is_told(tmp_path: Path) -> None:
    for name, content in (("text.docx", b"no document"), ("missing.docx", None)):
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(TemplateError, match=name):
            draw(report(), DUTCH, path)


def test_the_template_is_what_its_maker_makes(tmp_path: Path) -> None:
    made = tmp_path / "report.docx"
    report_template.make(made)
    for name in ("word/document.xml", "word/styles.xml", "word/footer1.xml"):
        assert ZipFile(made).read(name) == ZipFile(TEMPLATE).read(name)
