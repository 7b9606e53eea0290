"""How a target stands, as a shape and a colour: never a colour alone."""

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reports.canvas import Canvas


class Sign(StrEnum):
    """How a figure stands against its target, at its share of the year."""

    REACHED = "reached"
    ON_TRACK = "on-track"
    BEHIND = "behind"
    FAR_BEHIND = "far-behind"
    UNKNOWN = "unknown"
    """Nothing is known yet, or there is no target."""


GOOD = "#0B6B63"
DOUBTFUL = "#B86E00"
BAD = "#9E1B32"
NEUTRAL = "#52606D"
COLOURS = {
    Sign.REACHED: GOOD,
    Sign.ON_TRACK: GOOD,
    Sign.BEHIND: DOUBTFUL,
    Sign.FAR_BEHIND: BAD,
    Sign.UNKNOWN: NEUTRAL,
}


def draw_sign(canvas: "Canvas", sign: Sign, x: float, middle: float, size: float) -> None:
    """Draw a sign whose left side is x: a ticked disc, a disc, a triangle, a square, or an open ring."""
    colour, top, bottom = COLOURS[sign], middle - size / 2, middle + size / 2
    if sign is Sign.REACHED:
        canvas.tick(x, middle, size, colour)
    elif sign is Sign.BEHIND:
        canvas.polygon([(x, bottom), (x + size / 2, top), (x + size, bottom)], colour)
    elif sign is Sign.FAR_BEHIND:
        canvas.bar(x, top, x + size, bottom, colour, radius=4)
    else:
        canvas.bar(x, top, x + size, bottom, colour, radius=round(size / 2))
        if sign is Sign.UNKNOWN:
            canvas.hole(x, middle, size)
