"""A poster of one A4 page that invites people to a room: three steps, a large QR code, and the bare code."""

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from reports.data import DrawingData, Text

if TYPE_CHECKING:
    from reports.tagged_pdf import TaggedPdf


class InvitePoster(DrawingData):
    """All that stands on the poster, in the reader's words. ``description`` stands in for the QR code."""

    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]
    """BCP 47: "nl"."""
    made_on: date
    room: Text
    """"Buurtwerkkamer TOP"."""
    headline: Text
    """"Houd je uren bij met je telefoon"."""
    role: str = ""
    """"Voor vrijwilligers"."""
    steps: Annotated[tuple[Text, ...], Field(min_length=1, max_length=4)]
    link: Text
    code_title: Text
    """"Lukt het niet? Stuur dit aan @kamerbot:"."""
    command: Text
    """"/start" with the code."""
    valid_until: str = ""
    """"Geldig tot dinsdag 1 december 2026."."""


# Millimetres.
PAGE_WIDTH, PAGE_HEIGHT = 210, 297
MARGIN = 20
INSIDE = PAGE_WIDTH - 2 * MARGIN
BAND = 66
STEP_DISC = 13
STEP_GAP = 5
STEP_DROP = 1.5
"""How much lower a step's words start than its number's disc."""
CODE_TOP = 250
"""Where the code in words begins; the QR code takes what is free above it."""
QR_ROOM_AT_LEAST = 75
"""Kept free for the QR code with its quiet zone; a camera reads a code from about ten times its width."""
QR_ROOM_AT_MOST = 125

WHITE, INK, SOFT_INK, STRONG = (255, 255, 255), (27, 39, 51), (82, 96, 109), (11, 107, 99)


def draw(poster: InvitePoster) -> bytes:
    """Set the poster as a PDF: tagged for screen readers, its letters within."""
    from reports.tagged_pdf import TaggedPdf

    pdf = TaggedPdf(
        title=f"{poster.room}: {poster.headline}",
        language=poster.language,
        made_at=datetime.combine(poster.made_on, time(), UTC),
    )
    pdf.fill(0, 0, PAGE_WIDTH, BAND, STRONG)
    with pdf.tagged("/P"):
        pdf.words(poster.room, MARGIN, 12, INSIDE, points=20, height=10, colour=WHITE)
    with pdf.tagged("/H1"):
        pdf.words(poster.headline, MARGIN, 23, INSIDE, points=38, height=36, colour=WHITE, bold=True)
    _draw_code(pdf, poster, top=_draw_steps(pdf, poster, top=BAND + 9))
    return bytes(pdf.output())


def _draw_steps(pdf: "TaggedPdf", poster: InvitePoster, *, top: float) -> float:
    """Draw the role and the numbered steps; return where they end."""
    if poster.role:
        with pdf.tagged("/P"):
            top = pdf.words(poster.role, MARGIN, top, INSIDE, points=20, height=10, colour=SOFT_INK) + 5
    indent = STEP_DISC + 6
    highest = min(22, (CODE_TOP - QR_ROOM_AT_LEAST - top) / len(poster.steps) - STEP_GAP - STEP_DROP)
    for number, step in enumerate(poster.steps, start=1):
        pdf.disc(MARGIN, top, STEP_DISC, STRONG)
        with pdf.tagged("/P"):
            pdf.words(
                str(number), MARGIN, top + 2, STEP_DISC, points=21, height=10, colour=WHITE, bold=True, centred=True
            )
            bottom = pdf.words(
                step,
                MARGIN + indent,
                top + STEP_DROP,
                INSIDE - indent,
                points=23,
                height=highest,
                colour=INK,
                bold=True,
            )
        top = max(top + STEP_DISC, bottom) + STEP_GAP
    return top


def _draw_code(pdf: "TaggedPdf", poster: InvitePoster, *, top: float) -> None:
    """Draw the QR code as large as fits, and below it the link, the bare code and until when they are good."""
    from reports.invite import QUIET_ZONE, qr_modules

    modules = qr_modules(poster.link)
    side = min(QR_ROOM_AT_MOST, CODE_TOP - top) * len(modules) / (len(modules) + 2 * QUIET_ZONE)
    left, top = (PAGE_WIDTH - side) / 2, (top + CODE_TOP - side) / 2
    pdf.squares(modules, left, top, side, poster.description)
    pdf.link(left, top, side, side, poster.link)
    y = float(CODE_TOP)
    for text, points, height, colour, bold in (
        (poster.link, 15, 7, INK, False),
        (poster.code_title, 16, 14, SOFT_INK, False),
        (poster.command, 18, 9, INK, True),
        (poster.valid_until, 14, 7, SOFT_INK, False),
    ):
        if not text:
            continue
        with pdf.tagged("/P"):
            y = pdf.words(text, MARGIN, y, INSIDE, points=points, height=height, colour=colour, bold=bold, centred=True)
        y += 2
