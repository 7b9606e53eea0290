"""The board: every figure that a room promised, one line each, by the kinds of the agreement."""

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from reports.colours import FAINT, INK, SOFT_INK, STRONG
from reports.data import DrawingData, Part, Text
from reports.lights import Sign

if TYPE_CHECKING:
    from reports.canvas import Canvas

MOST_LINES = 40
PerMille = Annotated[int, Field(ge=0)]


class BoardRow(Part):
    """One figure: its name, how it stands, what it is now and what was promised, as short as can be."""

    name: Text
    sign: Annotated[Sign, Field(strict=False)]
    value: str
    """"43-61"; a dash where nothing is known."""
    target: str
    """"> 20"."""
    come: PerMille | None = None
    """How much of the target is there, of a thousand; None draws no bar."""
    due: PerMille | None = None
    """How much of it is due by now, of a thousand; None draws no mark."""


class BoardPart(Part):
    """The figures of one kind, under its name."""

    title: Text
    rows: Annotated[tuple[BoardRow, ...], Field(min_length=1, max_length=MOST_LINES)]


class LegendWord(Part):
    """What a sign means, in a word or two."""

    sign: Annotated[Sign, Field(strict=False)]
    word: Text


class BoardPicture(DrawingData):
    """All that the board shows, in the reader's words."""

    title: Text
    """"TOP 2026"."""
    subtitle: Text
    """"tot en met donderdag 12 maart"."""
    legend: Annotated[tuple[LegendWord, ...], Field(min_length=1, max_length=len(Sign))]
    due: Text
    """What the mark on a bar means: "nodig tot nu"."""
    value_title: Text
    target_title: Text
    parts: Annotated[tuple[BoardPart, ...], Field(min_length=1, max_length=8)]


# Pixels from the top of each part to its end.
TITLE = 108
SUBTITLE = 54
LEGEND_LINE = 54
LEGEND_GAP = 20
HEAD = 66
ROW = 64
BOTTOM = 40

SIGN = 34
BAR = 9
# Where the columns begin or end, from the left.
NAME_LEFT = 112
NAME_RIGHT = 660
VALUE_RIGHT = 840


def draw(board: BoardPicture) -> bytes:
    """Draw the board as a PNG."""
    from reports.canvas import MARGIN, WIDTH, Canvas

    inside = WIDTH - 2 * MARGIN
    legend = _legend_lines(board)
    legend_bottom = TITLE + SUBTITLE + len(legend) * LEGEND_LINE + LEGEND_GAP
    height = legend_bottom + sum(HEAD + len(part.rows) * ROW for part in board.parts) + BOTTOM
    canvas = Canvas(height)
    canvas.text(board.title, MARGIN, 88, 56, width=inside, bold=True)
    canvas.text(board.subtitle, MARGIN, TITLE + 32, 38, width=inside, colour=SOFT_INK)
    for number, words in enumerate(legend):
        _draw_legend(canvas, words, TITLE + SUBTITLE + number * LEGEND_LINE + 34, board.due)
    top = legend_bottom
    for part in board.parts:
        _draw_head(canvas, board, part.title, top)
        for number, row in enumerate(part.rows):
            _draw_row(canvas, row, top + HEAD + number * ROW)
        top += HEAD + len(part.rows) * ROW
    return canvas.png()


def _legend_lines(board: BoardPicture) -> list[tuple[LegendWord | None, ...]]:
    """The words of the legend, three on a line; None stands for the mark on a bar."""
    words = [*board.legend, None]
    return [tuple(words[at : at + 3]) for at in range(0, len(words), 3)]


def _draw_legend(canvas: "Canvas", words: tuple[LegendWord | None, ...], baseline: int, due: str) -> None:
    from reports.canvas import MARGIN, WIDTH
    from reports.lights import draw_sign

    slot = (WIDTH - 2 * MARGIN) / 3
    for number, word in enumerate(words):
        x = MARGIN + number * slot
        if word is None:
            canvas.bar(x + 13, baseline - 30, x + 21, baseline + 6, INK, radius=2)
        else:
            draw_sign(canvas, word.sign, x, baseline - 12, SIGN)
        text = due if word is None else word.word
        canvas.text(text, x + SIGN + 14, baseline, 36, width=slot - SIGN - 24)


def _draw_head(canvas: "Canvas", board: BoardPicture, title: str, top: int) -> None:
    """Write a kind's name, and what the columns below it are."""
    from reports.canvas import MARGIN, WIDTH

    baseline = top + 46
    canvas.text(title, MARGIN, baseline, 40, width=NAME_RIGHT - MARGIN, colour=STRONG, bold=True)
    width = VALUE_RIGHT - NAME_RIGHT - 20
    canvas.text(board.value_title, VALUE_RIGHT, baseline, 36, width=width, colour=SOFT_INK, anchor="r")
    right = WIDTH - MARGIN
    canvas.text(board.target_title, right, baseline, 36, width=right - VALUE_RIGHT - 20, colour=SOFT_INK, anchor="r")


def _draw_row(canvas: "Canvas", row: BoardRow, top: int) -> None:
    """Draw one figure: sign, name, value and target over a bar as long as what is there."""
    from reports.canvas import MARGIN, WIDTH
    from reports.lights import COLOURS, draw_sign

    baseline, right = top + 36, WIDTH - MARGIN
    draw_sign(canvas, row.sign, MARGIN, baseline - 8, SIGN)
    canvas.text(row.name, NAME_LEFT, baseline, 36, width=NAME_RIGHT - NAME_LEFT)
    canvas.text(row.value, VALUE_RIGHT, baseline, 38, width=VALUE_RIGHT - NAME_RIGHT - 20, bold=True, anchor="r")
    canvas.text(row.target, right, baseline, 36, width=right - VALUE_RIGHT - 20, anchor="r")
    if row.come is None:
        return
    bar, length = top + 48, right - NAME_LEFT
    canvas.bar(NAME_LEFT, bar, right, bar + BAR, FAINT, radius=4)
    come = min(row.come, 1000) / 1000 * length
    if come:
        canvas.bar(NAME_LEFT, bar, NAME_LEFT + max(come, BAR), bar + BAR, COLOURS[row.sign], radius=4)
    if row.due is not None:
        mark = NAME_LEFT + min(row.due, 1000) / 1000 * (length - 7)
        canvas.bar(mark, bar - 3, mark + 7, bar + BAR + 5, INK, radius=2)
