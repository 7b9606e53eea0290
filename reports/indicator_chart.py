"""The chart of one promised figure over the year, against the line of its target. It is drawn with matplotlib."""

from typing import TYPE_CHECKING, Annotated

from pydantic import Field, model_validator

from reports.colours import FAINT, INK, MARK, PALE, PAPER, SOFT_INK, STRONG
from reports.data import DrawingData, Part, Text
from reports.year_axes import Look, lay_out, own_letters, png

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.font_manager import FontProperties

YEAR = 1000
"""A whole year, in the parts by which a day's place in it is told."""
Amount = Annotated[float, Field(ge=0, strict=False, allow_inf_nan=False)]


class ChartPoint(Part):
    """The figure on a day: at least ``low``, at most ``high``."""

    at: Annotated[int, Field(ge=0, le=YEAR)]
    """Where the day's end lies in the year: 0 is the start of 1 January, 1000 the end of 31 December."""
    low: Amount
    high: Amount

    @model_validator(mode="after")
    def _in_order(self) -> "ChartPoint":
        if self.low > self.high:
            raise ValueError("low is more than high")
        return self


class IndicatorChart(DrawingData):
    """All that the chart shows, in the reader's words."""

    title: Text
    """"TOP 2026: klussen"."""
    value: Text
    """"31": what it is now, large."""
    note: str = ""
    """"Doel: 60. Verwacht nu: 18." under it."""
    months: Annotated[tuple[Text, ...], Field(min_length=12, max_length=12)]
    points: Annotated[tuple[ChartPoint, ...], Field(min_length=1, max_length=60)]
    """In the order of their days; the last one is now."""
    line: Text
    """What the points are: "zoveel waren het"."""
    target: Amount | None = None
    target_words: str = ""
    """"doel: 60"."""
    grows: bool = False
    """Whether it adds up from nothing over the year: then a thin line tells the way to the target."""
    way: str = ""
    """What that line is: "op schema"."""


HEIGHT = 1200
# Where the lines are drawn: pixels from the left, from below, and how wide and high.
LEFT, BELOW, WIDE, HIGH = 119, 354, 896, 510
LEGEND_TOP = 264
_DPI = 100
_POINT = 72 / _DPI
"""Points of a pixel: sizes of letters are told in pixels here."""
_LOOK = Look(
    month_letters=30 * _POINT,
    amount_letters=34 * _POINT,
    amount_colour=INK,
    line_colour=FAINT,
    line=2,
    ground=2,
    gap=10,
    steps=5,
)


def draw(chart: IndicatorChart) -> bytes:
    """Draw the chart as a PNG."""
    from matplotlib.figure import Figure

    from reports.canvas import MARGIN, WIDTH, fitted

    figure = Figure(figsize=(WIDTH / _DPI, HEIGHT / _DPI), dpi=_DPI, facecolor=PAPER)
    left, inside = MARGIN / WIDTH, WIDTH - 2 * MARGIN
    top = [(chart.title, 44, 92, SOFT_INK, False), (chart.value, 88, 194, INK, True), (chart.note, 38, 256, INK, False)]
    for text, size, baseline, colour, bold in top:
        words, font = fitted(text, size, inside, bold=bold)
        figure.text(left, 1 - baseline / HEIGHT, words, color=colour, font=_font(font.size, bold=bold), va="baseline")
    axes = figure.add_axes((LEFT / WIDTH, BELOW / HEIGHT, WIDE / WIDTH, HIGH / HEIGHT), facecolor=PAPER)
    _draw_lines(axes, chart)
    axes.set_xlim(0, YEAR + 12)
    lay_out(axes, _LOOK, chart.months, YEAR)
    handles, labels = axes.get_legend_handles_labels()
    place = (left, LEGEND_TOP / HEIGHT)
    legend = figure.legend(
        handles, labels, loc="upper left", bbox_to_anchor=place, frameon=False, prop=_font(36), labelcolor=INK,
        handlelength=1.8, labelspacing=0, borderpad=0,
    )  # fmt: skip
    for label in legend.get_texts():
        words, font = fitted(label.get_text(), 36, inside - 110)
        label.set(text=words, font=_font(font.size))
    return png(figure)


def _draw_lines(axes: "Axes", chart: IndicatorChart) -> None:
    days = [point.at for point in chart.points]
    lows, highs = [point.low for point in chart.points], [point.high for point in chart.points]
    if chart.grows:
        days, lows, highs = [0, *days], [0.0, *lows], [0.0, *highs]
    if lows != highs:
        axes.fill_between(days, lows, highs, color=PALE, linewidth=0)
    axes.plot(days, lows, color=STRONG, linewidth=5, label=chart.line, solid_capstyle="round", zorder=3)
    axes.plot(days[-1:], lows[-1:], "o", color=STRONG, markersize=16, zorder=4, clip_on=False)
    if chart.target is not None:
        axes.axhline(chart.target, color=MARK, linewidth=4, linestyle=(0, (3, 2)), label=chart.target_words)
        if chart.grows:
            axes.plot([0, YEAR], [0, chart.target], color=INK, linewidth=2.5, linestyle=":", label=chart.way)
    most = max(*highs, chart.target or 0, 1)
    axes.set_ylim(0, most * 1.1)


def _font(pixels: float, *, bold: bool = False) -> "FontProperties":
    return own_letters(pixels * _POINT, bold=bold)
