"""The charts in a report: a line, a target and their numbers, and nothing cut off."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from handlers.reports.document_words import document_words
from reports.report import Point, Series
from reports.report_chart import STRONG, TARGET, draw
from tests.reports.looking import Picture

DUTCH = document_words("nl")


def series(*values: str, target: int | None = 60) -> Series:
    ends = [date(2026 + month // 12, month % 12 + 1, 1) - timedelta(days=1) for month in range(1, 13)]
    points = tuple(Point(on=on, value=Decimal(value)) for on, value in zip(ends, values, strict=False))
    aim = None if target is None else Decimal(target)
    return Series(key="klussen", name="Klussen", unit="klussen", points=points, target=aim)


CASES = {
    "nothing": series("0", target=None),
    "little": series("1", "3", "4"),
    "year": series(*(str(5 * month) for month in range(1, 13))),
    "more": series(*(str(690 * month) for month in range(1, 13)), target=8000),
    "parts": series(*(f"{8123.25 * month}" for month in range(1, 13)), target=100_000),
}


def colours(values: Series) -> tuple[int, int]:
    """How many pixels have the colour of the line, and of the target."""
    picture = Picture.of(draw(values, DUTCH))
    width, height = picture.image.size
    return (
        sum(length for y in range(0, height, 3) for _, length in picture.runs_across(y, STRONG)),
        sum(length for x in range(0, width, 60) for _, length in picture.runs_down(x, TARGET)),
    )


@pytest.mark.parametrize("values", CASES.values(), ids=CASES.keys())
def test_nothing_touches_the_edge(values: Series) -> None:
    picture = Picture.of(draw(values, DUTCH))
    assert picture.image.width == pytest.approx(160 / 25.4 * 220, abs=2)
    assert picture.edge_is("#FFFFFF", thick=3)


def test_the_line_is_as_long_as_the_year_is_old() -> None:
    little, year = colours(CASES["little"]), colours(CASES["year"])
    assert 0 < 2 * little[0] < year[0]


def test_a_target_has_its_line() -> None:
    assert colours(CASES["year"])[1] > 0
    assert colours(series("1", "2", target=None))[1] == 0


def test_the_same_values_make_the_same_picture() -> None:
    assert draw(CASES["year"], DUTCH) == draw(CASES["year"], DUTCH)
