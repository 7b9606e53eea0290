"""How a figure went over the year: at each month's end what it was then."""

from datetime import date
from random import Random

import pytest
from sqlmodel import Session

from bot.sample.rooms import AGREEMENT
from storage.agreements import parse
from storage.figures.board import value_on
from storage.figures.course import course, month_ends
from tests.figures.invented import LARGE, invent


@pytest.mark.parametrize(
    ("last", "wanted"),
    [
        (date(2026, 1, 1), [date(2026, 1, 1)]),
        (date(2026, 1, 31), [date(2026, 1, 31)]),
        (date(2024, 3, 5), [date(2024, 1, 31), date(2024, 2, 29), date(2024, 3, 5)]),
    ],
)
def test_the_days_are_the_ends_of_the_months_and_the_last(last: date, wanted: list[date]) -> None:
    assert month_ends(last) == wanted
    assert len(month_ends(date(2026, 12, 31))) == 12


def test_each_point_is_the_figure_of_that_day(session: Session) -> None:
    room, _ = invent(session, Random(7), LARGE, 2026)
    promised = parse(AGREEMENT.read_text(encoding="utf-8")).terms_of("top", 2026).indicators
    assert len(promised) == 27
    last = date(2026, 11, 14)
    for indicator in promised:
        found = course(session, room, indicator, last)
        assert found == [(day, value_on(session, room, indicator, day)) for day in month_ends(last)], indicator.id
