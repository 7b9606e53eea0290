"""The report as a PDF: read as a screen reader reads it, and measured as a printer prints it."""

import re
from datetime import date
from functools import cache

import pypdfium2
import pytest

from handlers.reports.document_words import document_words
from reports.pdf_pages import Pages
from reports.pdf_report import draw
from reports.pdf_style import MARGIN, PAGE_WIDTH, Words
from reports.report import Report, extract
from tests.reports.pdf_reader import Part, blank_below, read, words_outside_parts
from tests.reports.year_report import report, room

DUTCH = document_words("nl")
THREE = report(room(), room("Hart voor Leidsche Rijn", "15"), room("De Verbinding", "16"))
EARLY = report(kind="progress", title="Voortgang september 2026", first=date(2026, 9, 1), last=date(2026, 9, 30))


@cache
def drawn(of: Report) -> bytes:
    return draw(of, DUTCH)


def parts(of: Report) -> list[Part]:
    return [part for page in read(drawn(of)) for part in page]


def heard(found: list[Part], kind: str) -> list[Part]:
    return [inner for part in found for inner in part.all_of(kind)]


@pytest.fixture(scope="module")
def one() -> list[Part]:
    return parts(report())


def test_the_headings_are_steps_of_one_stair(one: list[Part]) -> None:
    assert [part.words for part in heard(one, "H1")] == ["Eindrapportage (inhoudelijk en financieel)"]
    assert [part.words for part in heard(one, "H2")] == ["Buurtwerkkamer TOP", "Zo tellen we"]
    assert [part.words for part in heard(one, "H3")] == [
        "In het kort", "Resultaten", "Toelichting", "Uren per groep", "Klussen", "Gezamenlijke investering",
        "Verloop over het jaar", "Veranderd na een eerder rapport",
    ]  # fmt: skip
    assert [part.words for part in heard(one, "H4")][:2] == ["Impact: effecten", "Output: resultaten"]


def test_every_promise_is_a_row_of_a_table_with_headings(one: list[Part]) -> None:
    rows = [[cell.words for cell in row.parts] for row in heard(one, "TR")]
    assert rows.count(["Indicator", "Eenheid", "Doel", "Resultaat", "Stand"]) == 4
    assert [
        "Bewoners vinden dat buurtwerkkamer bijdraagt aan prettig(er) leven en wonen in de buurt "
        "32 van de 80 mensen gaven antwoord.",
        "% ja", "meer dan 70%", "58%", "niet gehaald",
    ] in rows  # fmt: skip
    assert ["Totaal", "64", "5", "128,75"] in rows
    assert ["Investering van vrijwilligers", "€ 101.000", "€ 102.323"] in rows
    assert sum(row[-1] in ("gehaald", "niet gehaald", "geen cijfer") for row in rows) == 27
    assert [cell.kind for cell in heard(one, "TR")[0].parts] == ["TH"] * 5


def test_every_chart_has_its_words(one: list[Part]) -> None:
    assert [re.sub(r":.*", "", figure.alt) for figure in heard(one, "Figure")] == [
        "Uren van vrijwilligers, 2026 (uren)", "Unieke deelnemers, 2026 (unieke mensen)", "Klussen, 2026 (klussen)",
    ]  # fmt: skip


def test_nothing_is_left_to_who_only_sees_but_the_foot_of_the_page() -> None:
    content = drawn(report())
    document = pypdfium2.PdfDocument(content)
    last = len(document)
    foot = "Eindrapportage (inhoudelijk en financieel), Rapportnummer: 12"
    repeated = {"Indicator", "Eenheid", "Doel", "Resultaat", "Stand"}
    outside = [words.strip() for words in words_outside_parts(content)]
    assert [words for words in outside if words not in repeated] == [
        words for page in range(1, last + 1) for words in (foot, f"Bladzijde {page} van {last}")
    ]


def test_the_file_tells_its_language_title_and_day() -> None:
    plain = drawn(report()).decode("latin-1")
    assert "/Lang (nl)" in plain
    assert "/DisplayDocTitle true" in plain
    assert "/Scope /Column" in plain
    document = pypdfium2.PdfDocument(drawn(report()))
    metadata = document.get_metadata_dict()
    assert metadata["Title"] == "Eindrapportage (inhoudelijk en financieel), Buurtwerkkamer TOP"
    assert metadata["CreationDate"].startswith("D:20270118100500")
    outline = [(item.level, item.get_title()) for item in document.get_toc()]
    assert outline[:3] == [(0, "Buurtwerkkamer TOP"), (1, "In het kort"), (1, "Resultaten")]


def test_the_same_values_make_the_same_file() -> None:
    assert draw(EARLY, DUTCH) == drawn(EARLY)


@pytest.mark.parametrize(
    "of", [report(), THREE, EARLY, extract(report(), "Mitros")], ids=["one", "3", "early", "extract"]
)
def test_nothing_runs_over_the_edge_of_the_paper(of: Report) -> None:
    left, right = MARGIN / PAGE_WIDTH, 1 - MARGIN / PAGE_WIDTH
    for page in pypdfium2.PdfDocument(drawn(of)):
        width = page.get_width()
        for thing in page.get_objects():
            box = thing.get_bounds()
            assert box[0] >= left * width - 1
            assert box[2] <= right * width + 1


def test_the_sheet_for_a_meeting_is_two_pages_and_one_for_what_was_corrected() -> None:
    (told,) = EARLY.rooms
    uncorrected = EARLY.model_copy(update={"rooms": (told.model_copy(update={"restatements": ()}),)})
    assert len(read(drawn(uncorrected))) == 2
    assert len(read(drawn(EARLY))) == 3
    assert "Veranderd na een eerder rapport" in [part.words for part in heard(parts(EARLY), "H3")]


def test_before_the_years_end_it_says_what_is_expected() -> None:
    rows = [[cell.words for cell in row.parts] for row in heard(parts(EARLY), "TR")]
    assert any(row[3] == "243–311 Verwacht: 243" for row in rows)


def test_rooms_together_stand_side_by_side() -> None:
    found = parts(THREE)
    assert [part.words for part in heard(found, "H2")][:2] == ["De kamers samen", "Buurtwerkkamer TOP"]
    rows = [[cell.words for cell in row.parts] for row in heard(found, "TR")]
    assert ["Klussen", "64", "64", "64", "192"] in rows
    assert ["Sleutelhouders", *["23 (meer dan 20) gehaald"] * 3] in rows


@pytest.mark.parametrize("changes", [{}, {"kind": "progress"}], ids=["final", "progress"])
def test_rooms_together_leave_no_page_half_blank(changes: dict[str, str]) -> None:
    document = pypdfium2.PdfDocument(drawn(THREE.model_copy(update=changes)))
    assert max(blank_below(document)[:-1]) < 0.35


def test_a_long_story_goes_on_on_the_next_page_and_loses_no_word() -> None:
    story = " ".join(f"woord{number}" for number in range(3000))
    part = room()
    line = part.indicators[1].model_copy(update={"explanation": story})
    found = parts(report(part.model_copy(update={"indicators": (line,)})))
    told = " ".join(part.words for part in heard(found, "P"))
    assert re.findall(r"woord\d+", told) == story.split()


def test_the_total_of_a_table_does_not_stand_alone_on_a_page() -> None:
    lasts = []
    for count in range(40, 60):
        pages = Pages(title="x", language="nl", made_at=report().made_at)
        rows = [[(Words(str(number)),), (Words("1"),)] for number in range(count)]
        pages.draw_table(["Groep", "Uren"], rows, (100, 20), numbers_from=1)
        lasts.append(len(heard(read(pages.finished("voet", "Bladzijde", "van"))[-1], "TR")))
    # On one page they all stand with their heading; the first that do not leave two.
    assert min(lasts) == 2


def test_words_wider_than_their_column_are_broken_and_kept() -> None:
    pages = Pages(title="x", language="nl", made_at=report().made_at)
    pages.paragraph("Aap/noot " + "m" * 400)
    pages.draw_table(
        ["Kolom", "Getal"],
        [[(Words("Donaudampfschiffahrtsgesellschaft" * 3),), (Words("1"),)]],
        (30, 20),
        numbers_from=1,
    )
    content = pages.finished("voet", "Bladzijde", "van")
    words = "".join(part.words for page in read(content) for part in page[0].all_of("P"))
    assert words.replace(" ", "") == "Aap/noot" + "m" * 400
    (page,) = pypdfium2.PdfDocument(content)
    assert all(
        thing.get_bounds()[2] <= page.get_width() * (1 - MARGIN / PAGE_WIDTH) + 1 for thing in page.get_objects()
    )


def test_letters_of_another_script_and_emoji_do_no_harm() -> None:
    part = room("مجموعة الطبخ 🎉")
    words = heard(parts(report(part)), "H2")[0].words
    assert "Buurtwerkkamer" in words
    assert "الطبخ" in words
    assert "🎉" not in words


def test_a_report_of_nothing_is_still_a_report() -> None:
    bare = room().model_copy(
        update={"indicators": (), "groups": (), "klussen": (), "money": None, "series": (), "restatements": ()}
    )
    assert [part.words for part in heard(parts(report(bare)), "H3")] == ["In het kort", "Resultaten"]
