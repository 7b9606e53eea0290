"""Reading what was found of an indicator."""

from decimal import Decimal

import pytest

from bot.sample.rooms import AGREEMENT
from handlers.results.result_words import read_number
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
