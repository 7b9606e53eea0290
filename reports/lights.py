"""How a target stands, as a shape and a colour: never a colour alone."""

from enum import StrEnum
from typing import TYPE_CHECKING

from reports.colours import BAD, DOUBTFUL, GOOD, NEUTRAL

if TYPE_CHECKING:
    from reports.canvas import Canvas


class Sign(StrEnum):
    """How a figure stands against its target, at its share of the year."""

    REACHED = "reached"
    ON_COURSE = "on-course"
    LAGGING = "lagging"
    BEHIND = "behind"
    MISSED = "missed"
    UNKNOWN = "unknown"


COLOURS = {
    Sign.REACHED: GOOD,
    Sign.ON_COURSE: GOOD,
    Sign.LAGGING: DOUBTFUL,
    Sign.BEHIND: BAD,
    Sign.MISSED: BAD,
    Sign.UNKNOWN: NEUTRAL,
}


def draw_sign(canvas: "Canvas", sign: Sign, x: float, middle: float, size: float) -> None:
    """Draw a sign whose left side is x: a ticked disc, a disc, a triangle, a square, a cross, or an open ring."""
    colour, top, bottom = COLOURS[sign], middle - size / 2, middle + size / 2
    if sign is Sign.REACHED:
        canvas.tick(x, middle, size, colour)
    elif sign is Sign.LAGGING:
        canvas.polygon([(x, bottom), (x + size / 2, top), (x + size, bottom)], colour)
    elif sign is Sign.BEHIND:
        canvas.bar(x, top, x + size, bottom, colour, radius=4)
    elif sign is Sign.MISSED:
        canvas.polygon([(x + size * across, top + size * down) for across, down in _CROSS], colour)
    else:
        canvas.bar(x, top, x + size, bottom, colour, radius=round(size / 2))
        if sign is Sign.UNKNOWN:
            canvas.hole(x, middle, size)


_CROSS = (
    (0.00, 0.22), (0.22, 0.00), (0.50, 0.28), (0.78, 0.00), (1.00, 0.22), (0.72, 0.50),
    (1.00, 0.78), (0.78, 1.00), (0.50, 0.72), (0.22, 1.00), (0.00, 0.78), (0.28, 0.50),
)  # fmt: skip
