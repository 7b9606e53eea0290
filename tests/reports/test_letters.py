"""Letters on paper: Arabic joined, right-to-left turned, nothing that the fonts cannot draw."""

import unicodedata
from itertools import pairwise

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from reports.letters import BOLD, REGULAR, broken, joined, printable, visual


@pytest.mark.parametrize("font", [REGULAR, BOLD], ids=["regular", "bold"])
@pytest.mark.parametrize(
    "letters",
    [
        "AaZz09éëïöüÉIJij½¼¾×€–—‘’“”…·•°",
        "ÇçĞğİıÖöŞşÜü",
        "АаБбВвГгҐґДдЕеЄєЖжЗзИиІіЇїЙйЩщЮюЯяЬьʼ",
        "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگ٠١٢٣٤٥٦٧٨٩،؟",
        "ሀሁሂሃሄህሆለመሰረሸቀቐበተትግርኛኣዕፀ፡።",
        "ŁłŐőČčŠšŽžĐđẠạỆệΑαΩω",
    ],
    ids=["dutch", "turkish", "ukrainian", "arabic", "tigrinya", "others"],
)
def test_the_fonts_have_the_letters_of_the_neighbourhood(font: str, letters: str) -> None:
    known = TTFont(font).getBestCmap()
    drawn = set(letters) | set(joined(letters)) | set(joined(" ".join(letters)))
    assert {letter for letter in drawn if letter != " " and ord(letter) not in known} == set()


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("سلام", ["INITIAL", "LAM WITH ALEF FINAL", "ISOLATED"]),
        ("بيت", ["INITIAL", "MEDIAL", "FINAL"]),
        ("دار", ["ISOLATED", "ISOLATED", "ISOLATED"]),
        ("لا", ["LAM WITH ALEF ISOLATED"]),
    ],
)
def test_each_arabic_letter_takes_the_form_that_its_neighbours_ask_for(text: str, forms: list[str]) -> None:
    names = [unicodedata.name(letter) for letter in joined(text)]
    assert len(names) == len(forms)
    for name, form in zip(names, forms, strict=True):
        assert all(word in name.split() for word in form.split()), name


def test_a_mark_does_not_part_the_letters_around_it() -> None:
    assert joined("مُحَمَّد").replace("\u064f", "").replace("\u064e", "").replace("\u0651", "") == joined("محمد")


def test_a_non_joiner_parts_letters_and_is_not_drawn() -> None:
    apart = visual("گل\u200cمحمدی")
    assert "\u200c" not in apart
    assert apart != visual("گلمحمدی")
    assert len(apart) == len("گلمحمدی")


def test_right_to_left_words_are_turned_and_numbers_are_not() -> None:
    assert visual("אבג 45") == "45 גבא"
    assert visual("Amina (אבג) 3 uur") == "Amina (גבא) 3 uur"


def test_isolates_keep_words_in_their_place() -> None:
    assert visual("\u2068אבג\u2069: 3 uur") == "גבא: 3 uur"


def test_emoji_and_invisible_marks_are_left_out() -> None:
    assert printable("Noor 🌻 \u200b de\tVries 👩🏽‍🍳\n❤️") == "Noor de Vries"
    assert printable("№ 5, 20 °C ½") == "№ 5, 20 °C ½"


@given(st.text())
def test_any_text_becomes_one_line_without_control_signs(text: str) -> None:
    for line in (printable(text), visual(text)):
        assert line == " ".join(line.split())
        assert {unicodedata.category(char) for char in line} & {"Cc", "Cf", "Cs"} == set()


@given(st.text(st.characters(categories=["Ll", "Lu", "Nd", "Zs"], max_codepoint=0x17F)))
def test_latin_text_stays_as_it_is(text: str) -> None:
    assert visual(text) == " ".join(text.split())


@given(st.text("ab "), st.integers(1, 12))
def test_lines_are_as_full_as_they_can_be(text: str, width: int) -> None:
    rows = broken(text, width, len)
    assert " ".join(rows) == " ".join(text.split())
    assert all(len(row) <= width or " " not in row for row in rows)
    assert all(len(row) + 1 + len(after.split()[0]) > width for row, after in pairwise(rows))
