"""The template of reports at the command line: written, restyled, used, and told when it is wrong."""

from pathlib import Path

import pytest
from docx import Document
from sqlalchemy import Engine

from bot.sample.rooms import AGREEMENT
from reports.report_file import TEMPLATE
from storage.agreements import keep_agreement, parse
from storage.database import unit_of_work
from storage.rooms import add_room
from tests.cli.conftest import Invoke

MADE = ("report", "--room", "top", "--kind", "interim", "--until", "2026-06-30", "--format", "docx", "--output=r.docx")


@pytest.fixture
def top(books: Engine) -> None:
    """A room with the sample's agreement."""
    with unit_of_work(books) as session:
        room = add_room(session, "top", "TOP")
        keep_agreement(session, room.id, 2026, parse(AGREEMENT.read_text(encoding="utf-8")).terms_of("top", 2026))


def template(path: Path, text: str) -> Path:
    """A template of a coordinator's own."""
    page = Document()
    page.add_paragraph(text)
    page.save(str(path))
    return path


def said(path: Path) -> str:
    """The first words of a document."""
    return str(Document(str(path)).paragraphs[0].text)


def test_the_template_is_written_once(invoke: Invoke, home: Path) -> None:
    told = invoke("template", "own.docx").stdout
    assert told.startswith("own.docx: change letters, colours, logo and order;")
    assert (home / "own.docx").read_bytes() == TEMPLATE.read_bytes()
    (home / "own.docx").write_bytes(b"mine")
    again = invoke("template", "own.docx", code=2)
    assert "There is a file own.docx already." in again.stderr
    assert (home / "own.docx").read_bytes() == b"mine"


@pytest.mark.usefixtures("top")
def test_a_report_is_made_from_a_template_of_ones_own(
    invoke: Invoke, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    invoke(*MADE)
    assert said(home / "r.docx") == "Tussenrapportage 1 (inhoudelijk)"
    monkeypatch.setenv("KAMERBOT_REPORT_TEMPLATE", str(template(home / "house.docx", "Ons huis: {{ report.title }}")))
    invoke(*MADE)
    assert said(home / "r.docx") == "Ons huis: Tussenrapportage 1 (inhoudelijk)"
    template(home / "mine.docx", "Van mij: {{ report.title }}")
    invoke(*MADE, "--template", "mine.docx")
    assert said(home / "r.docx") == "Van mij: Tussenrapportage 1 (inhoudelijk)"


@pytest.mark.usefixtures("top")
def test_what_is_wrong_with_a_template_is_told(invoke: Invoke, home: Path) -> None:
    template(home / "mine.docx", "{{ report.titel }}")
    told = invoke(*MADE, "--template", "mine.docx", code=2).stderr
    assert "The report cannot be made: " in told
    assert "titel" in told
    assert "mine.docx" in told
    assert "missing.docx" in invoke(*MADE, "--template", "missing.docx", code=2).stderr
