"""The picture of a person's year: the total toward the target, and the hours of each month."""

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from reports.colours import FAINT, INK, MARK, SOFT_INK, STRONG
from reports.data import DrawingData, Minutes, Part, Text

if TYPE_CHECKING:
    from reports.canvas import Canvas


class Month(Part):
    """One month: what it is called for short ("mrt"), its minutes, and its hours as short as can be ("12", "12½").

    A month that is still to come has None for its minutes.
    """

    label: Text
    minutes: Minutes | None
    value: str


class YearPicture(DrawingData):
    """All that the picture shows, in the reader's words."""

    title: Text
    """"Jouw jaar 2026"."""
    total: Text
    """"87 uur"."""
    months_title: Text
    """"Uren per maand"."""
    months: Annotated[tuple[Month, ...], Field(min_length=1, max_length=12)]
    target_minutes: Annotated[int, Field(gt=0)] | None = None
    """What the year aims at; without it there is no way toward it to show."""
    target: str = ""
    """"250 uur", at the target's mark."""
    note: str = ""
    """What is left, or a word of praise: "Nog 163 uur. Dat is ongeveer 12 uur per twee weken."."""

    @property
    def minutes(self) -> int:
        """The year's minutes so far."""
        return sum(month.minutes or 0 for month in self.months)


# Pixels from the top of each part to its end.
TITLE_LINE = 64
TOTAL = 210
WAY = 260
NOTE_LINE = 60
NOTE_GAP = 30
CHART = 640
BARS = 380

SCALE_AT_LEAST = 10 * 60
"""Minutes that a bar of full height stands for at least, so that one small entry does not look like a lot."""


def draw(year: YearPicture) -> bytes:
    """Draw the year as a PNG."""
    from reports.canvas import MARGIN, WIDTH, Canvas, wrapped

    inside = WIDTH - 2 * MARGIN
    title_bottom = 60 + len(wrapped(year.title, 46, inside, 2)) * TITLE_LINE
    total_bottom = title_bottom + TOTAL
    way_bottom = total_bottom + (WAY if year.target_minutes else 0)
    note_lines = len(wrapped(year.note, 44, inside, 3))
    note_bottom = way_bottom + (note_lines * NOTE_LINE + NOTE_GAP if note_lines else 0)

    canvas = Canvas(note_bottom + CHART)
    canvas.lines(year.title, MARGIN, 108, 46, width=inside, most=2, colour=SOFT_INK)
    canvas.text(year.total, MARGIN, title_bottom + 140, 150, width=inside, bold=True)
    if year.target_minutes:
        _draw_way(canvas, year, year.target_minutes, top=total_bottom + 60)
    canvas.lines(year.note, MARGIN, way_bottom + 50, 44, width=inside, most=3)
    canvas.text(year.months_title, MARGIN, note_bottom + 60, 40, width=inside, colour=SOFT_INK)
    _draw_months(canvas, year.months, baseline=note_bottom + CHART - 116)
    return canvas.png()


def _draw_way(canvas: "Canvas", year: YearPicture, target: int, *, top: int) -> None:
    """Draw the way toward the target: a track, filled as far as the person came, and a flag at the target."""
    from reports.canvas import MARGIN, WIDTH

    thick = 64
    bottom, right = top + thick, WIDTH - MARGIN
    scale = (right - MARGIN) / max(target, year.minutes)
    canvas.bar(MARGIN, top, right, bottom, FAINT, radius=thick // 2)
    if year.minutes:
        canvas.bar(MARGIN, top, MARGIN + max(year.minutes * scale, thick), bottom, STRONG, radius=thick // 2)
    mark = MARGIN + target * scale
    canvas.bar(mark - 10, top - 76, mark, bottom + 22, MARK, radius=5)
    canvas.polygon([(mark - 8, top - 76), (mark - 64, top - 48), (mark - 8, top - 20)], MARK)
    tick = 70
    at_end = mark > WIDTH / 2
    x, width = (mark, mark - MARGIN - tick) if at_end else (mark - 10, right - mark - tick)
    written = canvas.text(year.target, x, bottom + 76, 44, width=width, bold=True, anchor="r" if at_end else "l")
    if year.minutes >= target:
        canvas.tick(x - written - tick if at_end else x + written + 18, bottom + 60, 52, STRONG)


def _draw_months(canvas: "Canvas", months: tuple[Month, ...], *, baseline: int) -> None:
    """Draw a bar a month on ``baseline``; one without hours has its 0, one still to come has but its name."""
    from reports.canvas import MARGIN, WIDTH

    slot = (WIDTH - 2 * MARGIN) / len(months)
    most = max(SCALE_AT_LEAST, *(month.minutes or 0 for month in months))
    canvas.bar(MARGIN, baseline, WIDTH - MARGIN, baseline + 4, FAINT, radius=2)
    for number, month in enumerate(months):
        middle = MARGIN + (number + 0.5) * slot
        height = 0.0
        if month.minutes:
            height = max(6, month.minutes / most * BARS)
            canvas.bar(middle - slot * 0.35, baseline - height, middle + slot * 0.35, baseline, STRONG, flat=True)
        if month.minutes is not None:
            canvas.number(month.value, middle, baseline - height - 16, 36, width=slot - 10, bold=True)
        colour = SOFT_INK if month.minutes is None else INK
        canvas.text(month.label, middle, baseline + 58, 34, width=slot - 8, colour=colour, anchor="m")
