"""The board: bars as long as what is there, and signs that differ in shape, not in colour alone."""

from itertools import combinations

import pytest
from PIL import ImageChops

from reports.board_picture import BAR, BOTTOM, HEAD, NAME_LEFT, ROW, BoardPicture, draw
from reports.canvas import MARGIN, WIDTH, Canvas
from reports.colours import FAINT, INK, PAPER
from reports.lights import COLOURS, Sign, draw_sign
from tests.reports.examples import BOARDS, SIGNS, board
from tests.reports.looking import Picture, writing_seen

LENGTH = WIDTH - MARGIN - NAME_LEFT


def bar_row(picture: Picture) -> int:
    """The row through the middle of the bar under the last figure."""
    return picture.image.height - BOTTOM - ROW + 48 + BAR // 2


@pytest.mark.parametrize(("come", "share"), [(0, 0.0), (250, 0.25), (1000, 1.0), (4000, 1.0)])
def test_a_bar_is_as_long_as_what_is_there(come: int, share: float) -> None:
    picture = Picture.of(draw(board({"PROCES": [("Klussen", Sign.LAGGING, "1", "60", come, None)]})))
    filled = picture.runs_across(bar_row(picture), COLOURS[Sign.LAGGING])
    wanted = [(NAME_LEFT, pytest.approx(LENGTH * share, abs=4))] if share else []
    assert [run for run in filled if run[1] > 3] == wanted
    assert bool(picture.runs_across(bar_row(picture), FAINT)) == (share < 1)


def test_a_mark_stands_where_the_figure_should_be_now() -> None:
    picture = Picture.of(draw(board({"PROCES": [("Klussen", Sign.LAGGING, "1", "60", 100, 300)]})))
    ((mark, thick),) = picture.runs_across(bar_row(picture), INK)
    assert mark + thick / 2 == pytest.approx(NAME_LEFT + LENGTH * 0.3, abs=5)
    without = Picture.of(draw(board({"PROCES": [("Klussen", Sign.LAGGING, "1", "60", 100, None)]})))
    assert without.runs_across(bar_row(without), INK) == []


def test_a_figure_that_is_no_number_has_no_bar() -> None:
    picture = Picture.of(draw(board({"INPUT": [("Geen tekort", Sign.REACHED, "positief", "positief", None, None)]})))
    assert picture.runs_across(bar_row(picture), FAINT) == []


def test_the_signs_differ_in_shape() -> None:
    shapes = []
    for sign in Sign:
        canvas = Canvas(60)
        draw_sign(canvas, sign, 10, 30, 34)
        picture = Picture.of(canvas.png())
        # Without colour: whatever is not paper is black.
        shapes.append(picture.image.crop((0, 0, 60, 60)).convert("L").point(lambda light: 255 * (light > 200)))
    for one, other in combinations(shapes, 2):
        differing = sum(ImageChops.difference(one, other).histogram()[1:])
        assert differing > 50


def test_every_sign_has_its_word_above_the_figures() -> None:
    with writing_seen() as seen:
        draw(BOARDS["ordinary"])
    words = dict(seen)
    first = min(box[1] for text, box in seen if text == "nu")
    assert all(words[word][3] < first for word in [*SIGNS.values(), "nodig tot nu"])


def test_no_name_or_number_of_an_ordinary_board_is_cut() -> None:
    ordinary = BOARDS["ordinary"]
    with writing_seen() as seen:
        draw(ordinary)
    written = {text for text, _ in seen}
    for part in ordinary.parts:
        assert {part.title, *(row.name for row in part.rows), *(row.value for row in part.rows)} <= written


def test_each_figure_has_a_line_of_its_own() -> None:
    ordinary: BoardPicture = BOARDS["ordinary"]
    taller = draw(board({"PROCES": [("Klussen", Sign.LAGGING, "1", "60", 1, 1)] * 2}))
    one = draw(board({"PROCES": [("Klussen", Sign.LAGGING, "1", "60", 1, 1)]}))
    assert Picture.of(taller).image.height - Picture.of(one).image.height == ROW
    rows = sum(len(part.rows) for part in ordinary.parts)
    heads = len(ordinary.parts) * HEAD
    assert Picture.of(draw(ordinary)).image.height > rows * ROW + heads
    assert Picture.of(one).edge_is(PAPER, thick=MARGIN // 3)
