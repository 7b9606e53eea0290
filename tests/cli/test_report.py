"""Reports made at the command line: their files, what is told of them, and what cannot be made."""

from datetime import date
from pathlib import Path
from zipfile import is_zipfile

import pytest
from openpyxl import load_workbook
from pypdfium2 import PdfDocument
from sqlalchemy import Engine
from sqlmodel import select

from bot.sample.rooms import AGREEMENT
from handlers.reports.assembling import close
from storage import people
from storage.agreements import keep_agreement, parse
from storage.database import reading, unit_of_work
from storage.periods import PeriodKind
from storage.rooms import add_room, room_by_slug
from storage.tables import Person, Room, Snapshot
from tests.cli.conftest import Invoke
from tests.cli.hours import AT, correct, evidence, log, person

DAY = date(2026, 3, 12)
INTERIM = ("--kind", "interim", "--until", "2026-06-30")


@pytest.fixture
def top(books: Engine) -> int:
    """The number of a room with the sample's agreement, in which Noor worked two hours."""
    with unit_of_work(books) as session:
        for slug in ("top", "hart"):
            room = add_room(session, slug, slug.upper())
            terms = parse(AGREEMENT.read_text(encoding="utf-8")).terms_of(slug, 2026)
            keep_agreement(session, room.id, 2026, terms)
        top = room_by_slug(session, "top")
        assert top is not None
        return top.id


def words(file: Path) -> str:
    """What a PDF says."""
    document = PdfDocument(file)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def cells(file: Path) -> set[str]:
    """All words in a workbook."""
    sheets = load_workbook(file).worksheets
    return {str(value) for sheet in sheets for row in sheet.iter_rows(values_only=True) for value in row if value}


def test_a_report_is_made_for_a_room_and_made_once_more_by_its_number(
    invoke: Invoke, books: Engine, top: int, home: Path
) -> None:
    with unit_of_work(books) as session:
        entry = log(session, top, person(session, "Noor"), 120, on=DAY)
    told = invoke("report", "--room", "top", *INTERIM).stdout
    assert told == "rapport-1-2026-06-30.pdf: report 1, provisional\n"
    first = words(home / "rapport-1-2026-06-30.pdf")
    assert "Tussenrapportage 1 (inhoudelijk)" in first
    assert "voorlopig, de periode is nog open" in first
    with unit_of_work(books) as session:
        correct(session, entry, 240, by=entry.person_id)
        people.forget(session, session.get_one(Person, entry.person_id), DAY, AT)
    invoke("report", "--snapshot", "1", "--output", "again.pdf")
    assert words(home / "again.pdf") == first
    assert (home / "again.pdf").stat().st_mode & 0o777 == 0o600
    told = invoke("report", "--room", "top", *INTERIM).stdout
    assert told == "rapport-2-2026-06-30.pdf: report 2, provisional\n"
    with reading(books) as session:
        assert [(one.made_by, one.inbox_id) for one in session.exec(select(Snapshot))] == [(None, None)] * 2


def test_a_closed_period_is_told_to_be_so(invoke: Invoke, books: Engine, top: int, home: Path) -> None:
    with unit_of_work(books) as session:
        by = person(session, "Els")
        close(session, session.get_one(Room, top), PeriodKind.INTERIM, date(2026, 6, 30), evidence(session, by))
    told = invoke("report", "--room", "top", *INTERIM, "--format", "docx").stdout
    assert told == "rapport-1-2026-06-30.docx: report 1, of a closed period\n"
    assert is_zipfile(home / "rapport-1-2026-06-30.docx")


def test_rooms_are_reported_together_and_a_corporation_has_its_own_part(invoke: Invoke, top: int, home: Path) -> None:
    told = invoke("report", "--room", "top", "--room", "hart", *INTERIM, "--corporation", "mitros").stdout
    assert told == "rapport-1-2-2026-06-30.pdf: report 1, 2, provisional\n"
    found = words(home / "rapport-1-2-2026-06-30.pdf")
    assert "Mitros" in found
    assert "Portaal" not in found


def test_nothing_is_made_for_a_corporation_that_nobody_knows(invoke: Invoke, books: Engine, top: int) -> None:
    told = invoke("report", "--room", "top", *INTERIM, "--corporation", "Mitross", code=2).stderr
    assert "'Mitross' is no housing corporation of these rooms." in told
    assert "Did you mean Mitros?" in told
    with reading(books) as session:
        assert session.exec(select(Snapshot)).all() == []


def test_the_numbers_that_a_figure_rests_on_stand_beside_it(invoke: Invoke, top: int, home: Path) -> None:
    invoke("report", "--room", "top", *INTERIM)
    said = " ".join(words(home / "rapport-1-2026-06-30.pdf").split())
    assert "Mensen op een tempo van 250 uur in een jaar." in said
    assert "Zij doen minstens 28 dagen mee, op 31 december 90." in said
    assert "Groepen die in de laatste 8 weken iets deden." in said
    assert said.count("Een beetje is geen ja.") == 2


def test_names_stand_in_a_workbook_when_asked_for_and_that_is_logged(
    invoke: Invoke, books: Engine, top: int, home: Path
) -> None:
    with unit_of_work(books) as session:
        noor, piet = person(session, "Noor"), person(session, "Piet")
        for who in (noor, piet):
            log(session, top, who, 120, on=DAY)
        people.forget(session, session.get_one(Person, piet), DAY, AT)
    told = invoke("report", "--room", "top", *INTERIM, "--format", "xlsx", "--output", "without.xlsx")
    assert "Noor" not in cells(home / "without.xlsx")
    assert "names of people" not in told.stderr
    told = invoke("report", "--snapshot", "1", "--format", "xlsx", "--names", "--output", "with.xlsx")
    assert "a workbook with names of people was made of the figures 1" in told.stderr
    assert "Noor" in cells(home / "with.xlsx")
    assert "Piet" not in cells(home / "with.xlsx")
    invoke("report", "--snapshot", "1", "--names", code=2)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ((), "Give the rooms, or the number of a report."),
        (("--room", "top", "--snapshot", "1"), "Give the rooms, or the number of a report."),
        (("--room", "zuilen"), "There is no room 'zuilen'."),
        (("--snapshot", "9"), "There is no report 9."),
        (("--room", "top", "--until", "2025-12-31"), "TOP has no agreement for 2025."),
        (("--room", "top", "--until", "2999-01-01"), "2999-01-01 is still to come."),
        (("--snapshot", "1", "--snapshot", "2"), "These reports are of different kinds or periods"),
    ],
)
def test_what_cannot_be_reported_is_told_in_a_sentence(
    given: tuple[str, ...], told: str, invoke: Invoke, top: int, home: Path
) -> None:
    invoke("report", "--room", "top", *INTERIM)
    invoke("report", "--room", "top", "--until", "2026-06-30")
    before = sorted(home.glob("rapport*"))
    assert told in invoke("report", *given, code=2).stderr
    assert sorted(home.glob("rapport*")) == before
