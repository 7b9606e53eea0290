"""The chart of a figure over the year: true to its numbers, and legible on a phone."""

from io import BytesIO

import pytest
from PIL import Image

from reports.canvas import WIDTH
from reports.colours import MARK, PALE, PAPER, STRONG
from reports.indicator_chart import BELOW, HEIGHT, HIGH, LEFT, WIDE, YEAR, ChartPoint, IndicatorChart, draw
from tests.reports.examples import INDICATORS, indicator
from tests.reports.looking import Picture

every_chart = pytest.mark.parametrize("chart", INDICATORS.values(), ids=INDICATORS.keys())
GROUND = HEIGHT - BELOW


def drawn(chart: IndicatorChart) -> Picture:
    return Picture.of(draw(chart))


def down(picture: Picture, at: int, colour: str) -> list[tuple[int, int]]:
    """The stretches of a colour above the months, over a place in the year."""
    column = LEFT + WIDE * at / (YEAR + 12)
    return [(start, length) for start, length in picture.runs_down(column, colour) if start < GROUND - 2]


@every_chart
def test_a_chart_fits_a_phone_and_leaves_its_edge_free(chart: IndicatorChart) -> None:
    picture = drawn(chart)
    assert picture.image.size == (WIDTH, HEIGHT)
    assert picture.edge_is(PAPER, thick=12)


@every_chart
def test_drawing_twice_gives_the_same_bytes(chart: IndicatorChart) -> None:
    assert draw(chart) == draw(chart)


def test_the_line_stands_as_high_as_the_figure_beside_the_target() -> None:
    picture = drawn(indicator([(250, 20, 20), (500, 30, 30)], target=60.0))
    unit = HIGH / (60 * 1.1)
    ((dot, thick),) = down(picture, 500, STRONG)
    assert GROUND - (dot + thick / 2) == pytest.approx(30 * unit, abs=4)
    (line,) = {round(start + length / 2) for at in range(0, YEAR, 25) for start, length in down(picture, at, MARK)}
    assert GROUND - line == pytest.approx(60 * unit, abs=4)


def test_a_range_is_a_band_from_at_least_to_at_most() -> None:
    picture = drawn(indicator([(250, 20, 20), (500, 20, 50), (750, 20, 50)], target=None, way="", grows=False))
    ((top, high),) = down(picture, 600, PALE)
    unit = HIGH / (50 * 1.1)
    assert GROUND - top == pytest.approx(50 * unit, abs=4)
    assert high == pytest.approx(30 * unit, abs=8)


def test_what_grows_begins_at_nothing_and_what_stands_does_not() -> None:
    points = [(500, 30.0, 30.0)]
    assert down(drawn(indicator(points)), 250, STRONG)
    assert down(drawn(indicator(points, grows=False, way="")), 250, STRONG) == []


def test_the_points_are_numbers_in_order() -> None:
    with pytest.raises(ValueError, match="low is more than high"):
        ChartPoint(at=3, low=2, high=1)
    with pytest.raises(ValueError, match="at"):
        ChartPoint(at=1001, low=1, high=1)


def test_the_file_does_not_tell_by_what_it_was_made() -> None:
    assert "Software" not in Image.open(BytesIO(draw(INDICATORS["ordinary"]))).info
