"""The reports as an office suite opens them. The pictures of their pages stay in tests/artifacts, to be looked at."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from handlers.reports.document_words import document_words
from reports import docx_report, pdf_report, xlsx_report
from reports.report import extract
from reports.report_file import TEMPLATE
from tests.reports.pdf_reader import blank_below
from tests.reports.year_report import report, room

ARTIFACTS = Path(__file__).parents[1] / "artifacts" / "reports"
DUTCH = document_words("nl")
OFFICE = shutil.which("soffice")


def photographed(name: str, pdf: Path) -> list[str]:
    """Keep a picture of each page, and return the words on them."""
    ARTIFACTS.mkdir(parents=True, exist_ok=True)
    for old in ARTIFACTS.glob(f"{name}-*.png"):
        old.unlink()
    document = pypdfium2.PdfDocument(pdf)
    words = []
    for number, page in enumerate(document, start=1):
        page.render(scale=1.5).to_pil().save(ARTIFACTS / f"{name}-{number:02}.png")
        words.append(page.get_textpage().get_text_bounded())
    document.close()
    return words


def test_the_pdf(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf_report.draw(report(), DUTCH))
    pages = photographed("pdf", path)
    assert 5 <= len(pages) <= 8
    assert "Buurtwerkkamer TOP" in pages[0]


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder of what an office suite made of the documents."""
    if OFFICE is None:
        pytest.skip("no LibreOffice here (libreoffice-writer-nogui, libreoffice-calc-nogui)")
    folder = tmp_path_factory.mktemp("office")
    three = report(room(), room("Hart voor Leidsche Rijn", "15"), room("De Verbinding", "16"))
    for name, of in (("one", report()), ("three", three), ("extract", extract(report(), "Mitros"))):
        (folder / f"{name}.docx").write_bytes(docx_report.draw(of, DUTCH, TEMPLATE))
    (folder / "meeting.docx").write_bytes(docx_report.draw(report(kind="progress", title="Voortgang"), DUTCH, TEMPLATE))
    (folder / "workbook.xlsx").write_bytes(xlsx_report.draw(three, DUTCH))
    subprocess.run(
        [
            OFFICE, f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless",
            "--convert-to", "pdf", "--outdir", str(folder), *map(str, sorted(folder.glob("*.*x"))),
        ],
        check=True, capture_output=True, timeout=110, env={**os.environ, "HOME": str(folder)},
    )  # fmt: skip
    yield folder
    shutil.rmtree(folder / "office", ignore_errors=True)


@pytest.mark.parametrize(("name", "most"), [("one", 8), ("three", 20), ("extract", 4), ("meeting", 3)])
def test_a_document(opened: Path, name: str, most: int) -> None:
    pages = photographed(f"docx-{name}", opened / f"{name}.pdf")
    assert len(pages) <= most
    assert "Resultaten" in "".join(pages)
    for number, words in enumerate(pages, start=1):
        assert f"Bladzijde {number} van {len(pages)}" in words
        assert "{{" not in words
        assert "{%" not in words


def test_rooms_together_leave_no_page_half_blank(opened: Path) -> None:
    document = pypdfium2.PdfDocument(opened / "three.pdf")
    assert max(blank_below(document)[:-1]) < 0.4
    document.close()


def test_the_workbook(opened: Path) -> None:
    words = "".join(photographed("xlsx", opened / "workbook.pdf"))
    assert "Hart voor Leidsche Rijn" in words
    assert "###" not in words  # a column too narrow for its number
    assert "Err:" not in words
