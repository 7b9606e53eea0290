"""The picture of a volunteer group: its hours week by week, and how many came to its activities."""

from typing import Annotated

from pydantic import Field

from reports.colours import SOFT_INK
from reports.data import DrawingData, Part, Text
from reports.week_chart import MOST_WEEKS, SCALE_AT_LEAST, Week

People = Annotated[int, Field(ge=0)]


class Turnout(Part):
    """One week's visits: its number ("46"), how many heads were counted, and these in figures ("18", or nothing)."""

    label: Text
    heads: People
    value: str


class GroupPicture(DrawingData):
    """All that the picture shows, in the reader's words. The last week is the one in question."""

    title: Text
    """"Kookgroep"."""
    total: Text
    """"87 uur": the hours of the year."""
    hours_title: Text
    """"Uren per week"."""
    hours: Annotated[tuple[Week, ...], Field(min_length=1, max_length=MOST_WEEKS)]
    turnout_title: str = ""
    """"Bezoekers per week"."""
    turnout: Annotated[tuple[Turnout, ...], Field(max_length=MOST_WEEKS)] = ()
    """None for a group that counts no visitors."""


# Pixels from the top of each part to its end.
TITLE_LINE = 64
TOTAL = 200
CHART = 660

HEADS_AT_LEAST = 10
"""Visitors that a bar of full height stands for at least."""


def draw(group: GroupPicture) -> bytes:
    """Draw the group as a PNG."""
    from reports.bars import BELOW, Bar, draw_bars
    from reports.canvas import MARGIN, WIDTH, Canvas, wrapped

    inside = WIDTH - 2 * MARGIN
    title_bottom = 60 + len(wrapped(group.title, 46, inside, 2)) * TITLE_LINE
    total_bottom = title_bottom + TOTAL
    parts = [(group.hours_title, [Bar(week.label, week.minutes, week.value) for week in group.hours], SCALE_AT_LEAST)]
    if group.turnout:
        visits = [Bar(week.label, week.heads, week.value) for week in group.turnout]
        parts.append((group.turnout_title, visits, HEADS_AT_LEAST))

    canvas = Canvas(total_bottom + len(parts) * CHART)
    canvas.lines(group.title, MARGIN, 108, 46, width=inside, most=2, colour=SOFT_INK)
    canvas.text(group.total, MARGIN, title_bottom + 140, 150, width=inside, bold=True)
    for number, (title, bars, at_least) in enumerate(parts):
        top = total_bottom + number * CHART
        canvas.text(title, MARGIN, top + 50, 40, width=inside, colour=SOFT_INK)
        draw_bars(canvas, bars, baseline=top + CHART - BELOW, this=len(bars) - 1, at_least=at_least)
    return canvas.png()
