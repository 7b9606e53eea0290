"""A figure over the year against its target, as a chart for a document. It loads matplotlib only when it draws."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from reports.colours import BAD, FAINT_ON_WHITE, INK, SOFT_INK, STRONG
from reports.report import Series
from reports.report_words import ReportWords
from reports.year_axes import Look, lay_out, own_letters, png

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MM_PER_INCH = 25.4
SHARPNESS = 220
"""Dots an inch: fine in print, and a chart stays below 60 kB."""
TARGET = BAD
"""The line that is not to be missed."""


def draw(series: Series, words: ReportWords, *, width: float = 160, height: float = 62, letters: float = 9) -> bytes:
    """Draw the figure as a line and the target as a broken one, each with its number beside it: a PNG.

    ``width`` and ``height`` are millimetres, ``letters`` are points.
    """
    from matplotlib.figure import Figure
    from matplotlib.patheffects import withStroke

    figure = Figure(figsize=(width / MM_PER_INCH, height / MM_PER_INCH), dpi=SHARPNESS)
    # Places that are fixed take half the time of places that are fitted.
    axes = figure.add_axes((16 / width, 8 / height, 1 - 17 / width, 1 - 9 / height))
    days = [_part_of_year(point.on) for point in series.points]
    values = [float(point.value) for point in series.points]
    _lay_out(axes, words, letters, highest=max([*values, float(series.target or 0), 1.0]))
    if series.target is not None:
        target = float(series.target)
        axes.plot([0, 1], [0, target], color=FAINT_ON_WHITE, linewidth=1.5)
        axes.plot([0, 1], [target, target], color=TARGET, linewidth=1.3, dashes=(5, 3))
        axes.annotate(
            f"{words.target} {words.quantity(series.target)}",
            (0, target), (2, 3), textcoords="offset points", color=TARGET, fontproperties=own_letters(letters),
        )  # fmt: skip
    axes.plot([0, *days], [0, *values], color=STRONG, linewidth=2, marker="o", markersize=3.5, markevery=slice(1, None))
    axes.annotate(
        words.quantity(series.points[-1].value.quantize(Decimal(1))),
        (days[-1], values[-1]), (5, 0), textcoords="offset points", va="center", color=INK,
        fontproperties=own_letters(letters + 1), annotation_clip=False,
        path_effects=[withStroke(linewidth=3, foreground="white")],
    )  # fmt: skip
    return png(figure)


def _lay_out(axes: "Axes", words: ReportWords, letters: float, highest: float) -> None:
    from matplotlib.ticker import FuncFormatter

    axes.set_xlim(0, 1.1)
    axes.set_ylim(0, highest * 1.14)
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: words.quantity(Decimal(round(value)))))
    look = Look(
        month_letters=letters,
        amount_letters=letters,
        amount_colour=SOFT_INK,
        line_colour=FAINT_ON_WHITE,
        line=0.6,
        ground=0.8,
        gap=3.5,
        steps=4,
    )
    lay_out(axes, look, words.months(), 1)


def _part_of_year(on: date) -> float:
    """How much of the year is gone at the end of a day, between 0 and 1."""
    first = date(on.year, 1, 1)
    return ((on - first).days + 1) / (date(on.year + 1, 1, 1) - first).days
