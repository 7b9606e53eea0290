"""A figure over the year against its target, as a chart for a document. It loads matplotlib only when it draws.

matplotlib takes about a second to load, and on its very first run it lists the machine's fonts: keep it out of the
way of messages.
"""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

from reports.letters import REGULAR
from reports.report import Series
from reports.report_words import ReportWords

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.font_manager import FontProperties

MM_PER_INCH = 25.4
SHARPNESS = 220
"""Dots an inch: fine in print, and a chart stays below 60 kB."""
INK, SOFT_INK, FAINT, STRONG, TARGET = "#1B2733", "#52606D", "#D9D2C6", "#0B6B63", "#9E1B32"


def draw(series: Series, words: ReportWords, *, width: float = 160, height: float = 62, letters: float = 9) -> bytes:
    """Draw the figure as a line and the target as a broken one, each with its number beside it: a PNG.

    ``width`` and ``height`` are millimetres, ``letters`` are points.
    """
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties
    from matplotlib.patheffects import withStroke

    figure = Figure(figsize=(width / MM_PER_INCH, height / MM_PER_INCH), dpi=SHARPNESS)
    # Places that are fixed take half the time of places that are fitted.
    axes = figure.add_axes((16 / width, 8 / height, 1 - 17 / width, 1 - 9 / height))
    font = FontProperties(fname=REGULAR, size=letters)
    days = [_part_of_year(point.on) for point in series.points]
    values = [float(point.value) for point in series.points]
    _lay_out(axes, words, font, highest=max([*values, float(series.target or 0), 1.0]))
    if series.target is not None:
        target = float(series.target)
        axes.plot([0, 1], [0, target], color=FAINT, linewidth=1.5)
        axes.plot([0, 1], [target, target], color=TARGET, linewidth=1.3, dashes=(5, 3))
        axes.annotate(
            f"{words.target} {words.quantity(series.target)}",
            (0, target), (2, 3), textcoords="offset points", color=TARGET, fontproperties=font,
        )  # fmt: skip
    axes.plot([0, *days], [0, *values], color=STRONG, linewidth=2, marker="o", markersize=3.5, markevery=slice(1, None))
    axes.annotate(
        words.quantity(series.points[-1].value.quantize(Decimal(1))),
        (days[-1], values[-1]), (5, 0), textcoords="offset points", va="center", color=INK,
        fontproperties=FontProperties(fname=REGULAR, size=letters + 1), annotation_clip=False,
        path_effects=[withStroke(linewidth=3, foreground="white")],
    )  # fmt: skip
    out = BytesIO()
    figure.savefig(out, format="png", metadata={"Software": None})
    return out.getvalue()


def _lay_out(axes: "Axes", words: ReportWords, font: "FontProperties", highest: float) -> None:
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    axes.set_xlim(0, 1.1)
    axes.set_ylim(0, highest * 1.14)
    axes.set_xticks([(month + 0.5) / 12 for month in range(12)], words.months())
    axes.yaxis.set_major_locator(MaxNLocator(4, integer=True))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: words.quantity(Decimal(round(value)))))
    axes.yaxis.grid(True, color=FAINT, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.tick_params(length=0, colors=SOFT_INK)
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_fontproperties(font)
    for label in axes.get_yticklabels():
        label.set_verticalalignment("center")
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(SOFT_INK)


def _part_of_year(on: date) -> float:
    """How much of the year is gone at the end of a day, between 0 and 1."""
    first = date(on.year, 1, 1)
    return ((on - first).days + 1) / (date(on.year + 1, 1, 1) - first).days
