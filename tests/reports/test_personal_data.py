"""The file with all that is kept of somebody: right markup, whatever people typed."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from reports.personal_data import PersonalData, Section, draw
from tests.reports.examples import PERSONAL

EMPTY_ELEMENTS = {"meta"}


class Page(HTMLParser):
    """The page's elements with their attributes, and the words in each."""

    def __init__(self, html: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[tuple[str, str]] = []
        self._open: list[str] = []
        self.feed(html.decode())
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in EMPTY_ELEMENTS:
            self._open.append(tag)
            self.words.append((" ".join(open_tag for open_tag in self._open if open_tag != "bdi"), ""))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and data.strip("\n"):
            place, words = self.words.pop()
            self.words.append((place, words + data))

    def texts(self, tag: str) -> list[str]:
        return [words for place, words in self.words if place.split()[-1:] == [tag] and words]

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def test_the_page_says_what_it_is_in_its_language() -> None:
    html = draw(PERSONAL)
    assert html.startswith(b"<!DOCTYPE html>\n")
    page = Page(html)
    assert page.all("html") == [{"lang": "nl", "dir": "ltr"}]
    assert {"charset": "utf-8"} in page.all("meta")
    assert page.texts("title") == page.texts("h1") == ["Mijn gegevens"]
    assert page.texts("h2") == ["Wie je bent", "Uren", "Pauzes"]
    assert page.texts("p") == ["Dit bewaart Kamerbot van jou.", "Zo weten wij wie schrijft.", "Er is niets bewaard."]


def test_facts_and_records_are_tables_with_headers() -> None:
    page = Page(draw(PERSONAL))
    assert [cell.get("scope") for cell in page.all("th")] == ["row", "row", "col", "col"]
    assert page.texts("th") == ["Naam", "Taal", "Dag", "Groep"]
    assert page.texts("td") == ["Noor", "nl", "woensdag 11 maart", "kookgroep"]
    assert [table["aria-labelledby"] for table in page.all("table")] == ["s1", "s2"]
    assert [cell["data-label"] for cell in page.all("td") if "data-label" in cell] == ["Dag", "Groep"]


def test_the_page_loads_nothing_and_runs_nothing() -> None:
    page = Page(draw(PERSONAL))
    policies = [meta["content"] for meta in page.all("meta") if meta.get("http-equiv") == "Content-Security-Policy"]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]
    for tag, attributes in page.elements:
        assert tag not in {"script", "img", "link", "iframe", "object", "a", "form"}
        assert not {"src", "href", "style"} & attributes.keys()
        assert not any(name.startswith("on") for name in attributes)


def test_a_language_from_right_to_left_turns_the_page() -> None:
    assert Page(draw(PERSONAL.model_copy(update={"language": "ar", "right_to_left": True}))).all("html") == [
        {"lang": "ar", "dir": "rtl"}
    ]


# HTML itself turns these into others or drops them (WHATWG, preprocessing the input stream).
typed = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(lambda text: bool(text.strip()))


@given(typed, typed, typed)
def test_what_people_typed_is_shown_and_never_markup(name: str, value: str, column: str) -> None:
    evil = f'{value}<script>alert("&amp;")</script>'
    facts = Section(title=name, explanation=evil, rows=((name, evil),))
    records = Section(title=evil, columns=(column,), rows=((evil,),))
    plain = Section(title="x", explanation="x", rows=(("x", "x"),))
    tame = Section(title="x", columns=("x",), rows=(("x",),))
    page = Page(draw(PERSONAL.model_copy(update={"title": evil, "sections": (facts, records)})))
    like = Page(draw(PERSONAL.model_copy(update={"title": "x", "sections": (plain, tame)})))
    assert [tag for tag, _ in page.elements] == [tag for tag, _ in like.elements]
    assert page.texts("td") == [evil, evil]
    assert page.texts("h2") == [name, evil]
    assert page.texts("th") == [name, column]
    assert page.all("td")[-1]["data-label"] == column


def test_a_row_of_another_width_is_refused() -> None:
    with pytest.raises(ValidationError, match="row 1 has 1 cells, not 2"):
        Section(title="Uren", columns=("Dag", "Groep"), rows=(("a", "b"), ("c",)))
    with pytest.raises(ValidationError, match="row 0 has 3 cells, not 2"):
        Section(title="Wie", rows=(("a", "b", "c"),))


def test_a_language_is_a_language_code() -> None:
    with pytest.raises(ValidationError, match="language"):
        PersonalData(file_name="x", description="x", language='nl" onload="x', title="x", sections=())
