"""What is said of a klus by its number, and which two klussen may be the same."""

import pytest

from language.understand.klus_likeness import alike, names_a_klus, places_differ
from language.understand.klus_words import (
    deed_in,
    is_of_after,
    numbered_klus,
    numbers_named,
    says_alone,
    without_article,
    without_corporation,
)


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("klus 12", 12, ""),
        ("Klus #12: klaar, 45 minuten", 12, "klaar, 45 minuten"),
        ("ik doe klus 12", 12, "ik doe"),
        ("job 3 done", 3, "done"),
        ("klus nr. 7 vervalt", 7, "vervalt"),
        ("klus 2, 2 uur", 2, "2 uur"),
    ],
)
def test_a_klus_is_named_by_its_number(text: str, number: int, rest: str) -> None:
    assert numbered_klus(text) == (number, rest)


@pytest.mark.parametrize("text", ["klus 3 uur", "klussendienst 2 uur", "klus 2,5 uur", "klus 45 min", "klus van 2 uur"])
def test_an_amount_is_no_number_of_a_klus(text: str) -> None:
    assert numbered_klus(text) is None


def test_all_numbers_that_are_named() -> None:
    assert numbers_named("klus 13 is dezelfde als klus 12") == [13, 12]


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("ik doe", "take"),
        ("doe ik wel", "take"),
        ("I'll do it", "take"),
        ("ik help mee", "join"),
        ("ik doe het toch niet", "return"),
        ("lukt me niet", "return"),
        ("vervalt", "drop"),
        ("hoeft niet meer", "drop"),
        ("geef aan Piet", "give"),
        ("is mooi", None),
    ],
)
def test_what_the_words_do_with_a_klus(text: str, deed: str | None) -> None:
    assert deed_in(text) == deed


@pytest.mark.parametrize(
    ("caption", "after"),
    [("zo was het ervoor", False), ("na", True), ("klaar!", True), ("de lamp", None), ("voor en na", None)],
)
def test_what_a_caption_says_of_a_picture(caption: str, after: bool | None) -> None:
    assert is_of_after(caption) is after


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("kraan gemaakt", "lekkende kraan", True),
        ("keukenkraan vervangen", "kraan lekt", True),
        ("wc ontstopt", "wc verstopt", True),
        ("fixed a tap", "tap is leaking", True),
        ("behangen", "behangen", True),
        ("lamp opgehangen", "tv opgehangen", False),
        ("kraan gemaakt", "lamp gemaakt", False),
        ("bed in elkaar gezet", "kast in elkaar gezet", False),
    ],
)
def test_which_klussen_sound_alike(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is same
    assert alike(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("mw. Jansen, Amsterdamsestraatweg", "mevrouw Jansen", False),
        ("Kanaalstraat 12", "Kanaalstraat 14", True),
        ("mw. de Vries", "mw. Jansen", True),
        ("Kanaalstraat 12", None, False),
    ],
)
def test_which_places_are_surely_not_the_same(one: str, other: str | None, differ: bool) -> None:
    assert places_differ(one, other) is differ
    assert places_differ(other, one) is differ


@pytest.mark.parametrize(
    ("place", "left", "name"),
    [
        ("mw. Jansen, Portaal", "mw. Jansen", "Portaal"),
        ("Portaal", None, "Portaal"),
        ("mw. Jansen, woning van bo-ex, 2 hoog", "mw. Jansen, 2 hoog", "Bo-Ex"),
        ("de Portaalstraat 3", "de Portaalstraat 3", None),
        (None, None, None),
    ],
)
def test_a_corporation_is_no_place(place: str | None, left: str | None, name: str | None) -> None:
    assert without_corporation(place, ("Portaal", "Bo-Ex")) == (left, name)


def test_small_words() -> None:
    assert [names_a_klus(what) for what in ("geklust", "3 klusjes", "klus gedaan", "kraan gemaakt")] == [False] * 3 + [
        True
    ]
    assert [says_alone(text) for text in ("klaar, alleen", "by myself", "met Piet")] == [True, True, False]
    assert without_article("een tafel kapot") == "tafel kapot"
    assert without_article("deur klemt") == "deur klemt"
