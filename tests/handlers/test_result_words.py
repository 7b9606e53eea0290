"""Reading and wording what was found of an indicator."""

from datetime import date
from decimal import Decimal

import pytest

from bot.sample.rooms import AGREEMENT
from handlers.results.result_words import SHORT_NAMES, read_number, short_name, value_words
from language.say.voice import Voice
from storage.agreements import PromisedIndicator, parse

PROMISED = parse(AGREEMENT.read_text(encoding="utf-8")).terms_of("top", 2026)


def indicator(name: str) -> PromisedIndicator:
    """The sample's indicator."""
    found = PROMISED.indicator(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("3", "3"),
        ("2,5", "2.5"),
        ("2.50 %", "2.50"),
        ("2,5%", "2.5"),
        ("3 procent minder", None),
        ("ongeveer 3", None),
        ("3 procent.", "3"),
        ("min 1", "-1"),
        ("−0,5 %", "-0.5"),
        ("-100", "-100"),
        ("101", None),
        ("1.000", None),
        ("drie", None),
        ("", None),
        ("2,5,5", None),
    ],
)
def test_a_percentage_is_read_as_it_is_typed_or_not_at_all(typed: str, number: str | None) -> None:
    assert read_number(indicator("nuisance"), typed) == (None if number is None else Decimal(number))


@pytest.mark.parametrize(
    ("typed", "number"), [("6", 6), ("6 gevallen", 6), ("0", 0), ("4,5", None), ("-1", None), ("100001", None)]
)
def test_cases_are_whole_and_not_below_nothing(typed: str, number: int | None) -> None:
    assert read_number(indicator("evictions_arrears"), typed) == number


@pytest.mark.parametrize(("typed", "number"), [("8,2", "8.2"), ("10", "10"), ("0", None), ("10,5", None)])
def test_a_mark_is_out_of_ten(typed: str, number: str | None) -> None:
    assert read_number(indicator("staff_volunteers"), typed) == (None if number is None else Decimal(number))


def test_values_are_worded_with_the_signs_of_the_language() -> None:
    dutch, english = (Voice(language, date(2026, 6, 12)) for language in ("nl", "en"))
    nuisance, evictions = indicator("nuisance"), indicator("evictions_arrears")
    assert value_words(dutch, nuisance, Decimal("-2.5")) == "−2,5 %"
    assert value_words(english, nuisance, Decimal("2.50")) == "2.50%"
    assert value_words(dutch, evictions, Decimal(6)) == "6"
    assert value_words(dutch, indicator("no_deficit"), "negative") == "negatief"


def test_what_the_sample_answers_from_outside_has_a_short_name_and_anything_else_fits_a_button() -> None:
    voice = Voice("nl", date(2026, 6, 12))
    assert {row.id for row in PROMISED.indicators if row.source == "entered"} == set(SHORT_NAMES)
    assert all(len(short_name(voice, row)) <= 24 for row in PROMISED.indicators)
    assert short_name(voice, indicator("trust")) == "Bewoners hebben meer…"
