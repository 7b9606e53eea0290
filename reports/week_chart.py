"""The chart in a coordinator's digest: the room's hours week by week, and the hours of each group in the week."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from pydantic import Field, model_validator

from reports.colours import FAINT, MARK, SOFT_INK, STRONG
from reports.data import DrawingData, Minutes, Part, Text

if TYPE_CHECKING:
    from reports.canvas import Canvas

MOST_WEEKS = 14
MOST_GROUPS = 9


class Week(Part):
    """One week: its number or day ("46"), its minutes, and its hours as short as can be ("87")."""

    label: Text
    minutes: Minutes
    value: str


class GroupHours(Part):
    """One group in the week: its name, its minutes, and these in words ("12 uur")."""

    name: Text
    minutes: Minutes
    value: str


class WeekChart(DrawingData):
    """All that the chart shows, in the reader's words."""

    title: Text
    """"TOP: week 46"."""
    total: Text
    """"87 uur": the hours of the week in question."""
    weeks_title: Text
    """"Uren per week"."""
    weeks: Annotated[tuple[Week, ...], Field(min_length=1, max_length=MOST_WEEKS)]
    this_week: Annotated[int, Field(ge=0)]
    """Which of ``weeks`` the digest is about, counted from 0."""
    needed_minutes: Annotated[int, Field(gt=0)] | None = None
    """A week's minutes that the year's target asks for; without a target there is no line."""
    needed: str = ""
    """"nodig: 96 uur per week"."""
    groups_title: str = ""
    groups: Annotated[tuple[GroupHours, ...], Field(max_length=MOST_GROUPS)] = ()
    """The groups in the order in which they are shown; see ``most_active``."""

    @model_validator(mode="after")
    def _the_week_is_there(self) -> "WeekChart":
        if self.this_week >= len(self.weeks):
            raise ValueError(f"this_week is {self.this_week}, of {len(self.weeks)} weeks counted from 0")
        return self


def most_active(groups: Sequence[tuple[str, int]]) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """Split (name, minutes) into those to show, most minutes first, and those left for one line "other groups"."""
    ranked = sorted(groups, key=lambda group: (-group[1], group[0]))
    shown = len(ranked) if len(ranked) <= MOST_GROUPS else MOST_GROUPS - 1
    return ranked[:shown], ranked[shown:]


# Pixels from the top of each part to its end.
TITLE_LINE = 64
TOTAL = 200
LEGEND = 64
CHART = 620
GROUPS_TITLE = 90
GROUP = 104
BOTTOM = 40

SCALE_AT_LEAST = 10 * 60
"""Minutes that a bar of full height or length stands for at least, so that one small entry does not look like a lot."""


def draw(chart: WeekChart) -> bytes:
    """Draw the weeks and groups as a PNG."""
    from reports.bars import BELOW, Bar, draw_bars
    from reports.canvas import MARGIN, WIDTH, Canvas, wrapped

    inside = WIDTH - 2 * MARGIN
    title_bottom = 60 + len(wrapped(chart.title, 46, inside, 2)) * TITLE_LINE
    total_bottom = title_bottom + TOTAL
    legend_bottom = total_bottom + 60 + (LEGEND if chart.needed_minutes else 0)
    weeks_bottom = legend_bottom + CHART
    groups_bottom = weeks_bottom + (GROUPS_TITLE + len(chart.groups) * GROUP if chart.groups else 0)

    canvas = Canvas(groups_bottom + BOTTOM)
    canvas.lines(chart.title, MARGIN, 108, 46, width=inside, most=2, colour=SOFT_INK)
    canvas.text(chart.total, MARGIN, title_bottom + 140, 150, width=inside, bold=True)
    canvas.text(chart.weeks_title, MARGIN, total_bottom + 50, 40, width=inside, colour=SOFT_INK)
    if chart.needed_minutes:
        canvas.dashes(MARGIN, MARGIN + 90, legend_bottom - 24, MARK, thick=6)
        canvas.text(chart.needed, MARGIN + 110, legend_bottom - 10, 40, width=inside - 110, bold=True)
    draw_bars(
        canvas,
        [Bar(week.label, week.minutes, week.value) for week in chart.weeks],
        baseline=weeks_bottom - BELOW,
        this=chart.this_week,
        at_least=SCALE_AT_LEAST,
        line=chart.needed_minutes,
    )
    if chart.groups:
        canvas.text(chart.groups_title, MARGIN, weeks_bottom + 50, 40, width=inside, colour=SOFT_INK)
        _draw_groups(canvas, chart.groups, top=weeks_bottom + GROUPS_TITLE)
    return canvas.png()


def _draw_groups(canvas: "Canvas", groups: tuple[GroupHours, ...], *, top: int) -> None:
    """Draw a row a group: the name and its hours over a level bar."""
    from reports.canvas import MARGIN, WIDTH

    right = WIDTH - MARGIN
    scale = (right - MARGIN) / max(SCALE_AT_LEAST, *(group.minutes for group in groups))
    for number, group in enumerate(groups):
        baseline = top + number * GROUP + 44
        written = canvas.text(group.value, right, baseline, 40, width=(right - MARGIN) * 0.45, bold=True, anchor="r")
        canvas.text(group.name, MARGIN, baseline, 40, width=right - MARGIN - written - 30)
        canvas.bar(MARGIN, baseline + 18, right, baseline + 40, FAINT, radius=11)
        if group.minutes:
            length = max(22, group.minutes * scale)
            canvas.bar(MARGIN, baseline + 18, MARGIN + length, baseline + 40, STRONG, radius=11)
