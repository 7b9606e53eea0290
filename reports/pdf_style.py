"""How a report looks on paper: measures, letters, colours and signs."""

from dataclasses import dataclass

from reports import colours
from reports.colours import RGB, rgb

# Millimetres.
PAGE_WIDTH, PAGE_HEIGHT = 210, 297
MARGIN, TOP, BOTTOM = 20, 18, 20
INSIDE = PAGE_WIDTH - 2 * MARGIN
END = PAGE_HEIGHT - BOTTOM
PADDING = 1.1
"""Around what stands in a cell."""
AFTER_TABLE = 3
MM_PER_POINT = 25.4 / 72
LINE = 1.28
"""From one line to the next, in heights of letters."""
ASCENT = 0.95
"""From the top of a line to the foot of its letters, in heights of letters."""

INK, SOFT_INK, STRONG = rgb(colours.INK), rgb(colours.SOFT_INK), rgb(colours.STRONG)
FAINT, TINT = rgb(colours.FAINT_ON_WHITE), rgb(colours.TINT)


@dataclass(frozen=True, slots=True)
class Style:
    """How words look: letters in points, space before and after in millimetres."""

    points: float
    colour: RGB = INK
    bold: bool = False
    before: float = 0
    after: float = 0


TITLE = Style(20, STRONG, bold=True, after=2)
SUBTITLE = Style(13, SOFT_INK, after=3)
HEADINGS = (
    Style(17, STRONG, bold=True, before=6, after=2),
    Style(13, STRONG, bold=True, before=4, after=1.5),
    Style(10.5, bold=True, before=3, after=1.5),
)
BODY = Style(10, after=1.8)
FACT = Style(10, after=0.6)
FACT_NAME = Style(10, bold=True, after=0.3)
SMALL = Style(8, SOFT_INK)
CELL = Style(8.5)
CELL_BOLD = Style(8.5, bold=True)


@dataclass(frozen=True, slots=True)
class Words:
    """Words in one style; ``sign`` is a shape before them, by its name in ``SIGNS``, in its colour."""

    text: str
    style: Style = CELL
    sign: str = ""
    sign_colour: RGB = INK


Cell = tuple[Words, ...]
"""What stands under each other in a cell."""

Strokes = tuple[tuple[tuple[float, float], ...], ...]

# Strokes in a square of one by one, and whether they are filled; without strokes it is a circle.
SIGNS: dict[str, tuple[Strokes, bool]] = {
    "reached": ((((0.08, 0.55), (0.38, 0.85), (0.92, 0.15)),), False),
    "on-course": ((), True),
    "lagging": ((((0.05, 0.9), (0.5, 0.1), (0.95, 0.9)),), True),
    "behind": ((((0.1, 0.1), (0.9, 0.1), (0.9, 0.9), (0.1, 0.9)),), True),
    "missed": ((((0.12, 0.12), (0.88, 0.88)), ((0.88, 0.12), (0.12, 0.88))), False),
    "unknown": ((), False),
}


def line_height(style: Style) -> float:
    """Millimetres from one line to the next."""
    return style.points * MM_PER_POINT * LINE


def sign_width(words: Words) -> float:
    """Millimetres that the sign before the words takes."""
    return words.style.points * MM_PER_POINT * 1.15 if words.sign else 0
