"""Upright bars side by side, one of them the one in question: hours or people, week by week."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.canvas import MARGIN, WIDTH, Canvas
from reports.colours import FAINT, INK, MARK, PALE, SOFT_INK, STRONG

BARS = 400
"""Pixels of the highest bar."""
BELOW = 130
"""Pixels from the baseline to the end of what stands under it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what stands under it, how much it is, and that in words as short as can be."""

    label: str
    amount: int
    value: str


def draw_bars(
    canvas: Canvas, bars: Sequence[Bar], *, baseline: int, this: int, at_least: int, line: int | None = None
) -> None:
    """Draw the bars on ``baseline``: number ``this`` dark, with bold letters and a pointer below.

    A bar of full height stands for ``at_least`` or more; ``line`` is an amount at which a broken line is drawn.
    """
    slot = (WIDTH - 2 * MARGIN) / len(bars)
    scale = BARS / max(at_least, line or 0, *(bar.amount for bar in bars))
    half = min(slot * 0.35, 60)
    tops = [baseline - (max(6, bar.amount * scale) if bar.amount else 0) for bar in bars]
    middles = [MARGIN + (number + 0.5) * slot for number in range(len(bars))]

    canvas.bar(MARGIN, baseline, WIDTH - MARGIN, baseline + 4, FAINT, radius=2)
    for number, (middle, top) in enumerate(zip(middles, tops, strict=True)):
        canvas.bar(middle - half, top, middle + half, baseline, STRONG if number == this else PALE, flat=True)
    if line:
        canvas.dashes(MARGIN, WIDTH - MARGIN, baseline - line * scale, MARK, thick=6)
    for number, (bar, middle, top) in enumerate(zip(bars, middles, tops, strict=True)):
        bold, colour = (True, INK) if number == this else (False, SOFT_INK)
        canvas.number(bar.value, middle, top - 16, 36, width=slot - 10, bold=bold)
        canvas.text(bar.label, middle, baseline + 56, 36, width=slot - 8, colour=colour, bold=bold, anchor="m")
    canvas.polygon([(middles[this] + x, baseline + 100 - y) for x, y in ((-18, 0), (0, 26), (18, 0))], STRONG)
