"""What charts over a year have alike, on a phone and on paper: months below, amounts beside it, letters of our own.

matplotlib takes about a second to load, and on its very first run it lists the machine's fonts: it is loaded when
something is drawn, and kept out of the way of messages.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from reports.colours import SOFT_INK
from reports.letters import BOLD, REGULAR, visual

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How the axes look where they are read: letters, widths and gaps in points."""

    month_letters: float
    amount_letters: float
    amount_colour: str
    line_colour: str
    line: float
    ground: float
    """How thick the line is on which the year stands."""
    gap: float
    """Between the axes and their words."""
    steps: int
    """How many amounts stand beside it at most."""


def lay_out(axes: "Axes", look: Look, months: Sequence[str], year: float) -> None:
    """Lay out axes on which the whole year is ``year`` wide, before or after something is drawn on them."""
    from matplotlib.ticker import MaxNLocator

    slot = year / len(months)
    axes.set_xticks([(number + 0.5) * slot for number in range(len(months))], [visual(month) for month in months])
    axes.yaxis.set_major_locator(MaxNLocator(look.steps, integer=True))
    axes.tick_params(length=0, pad=look.gap)
    for label in axes.get_xticklabels():
        label.set(font=own_letters(look.month_letters), color=SOFT_INK)
    for label in axes.get_yticklabels():
        label.set(font=own_letters(look.amount_letters), color=look.amount_colour, va="center")
    axes.grid(axis="y", color=look.line_colour, linewidth=look.line)
    axes.set_axisbelow(True)
    axes.spines[:].set_visible(False)
    axes.spines["bottom"].set(visible=True, color=SOFT_INK, linewidth=look.ground)


def own_letters(points: float, *, bold: bool = False) -> "FontProperties":
    """The letters that come with us: which a machine has is not known."""
    from matplotlib.font_manager import FontProperties

    return FontProperties(fname=str(BOLD if bold else REGULAR), size=points)


def png(figure: "Figure") -> bytes:
    """The figure as a PNG, without the library's version in it: the same values give the same bytes."""
    out = BytesIO()
    figure.savefig(out, format="png", metadata={"Software": None})
    return out.getvalue()
