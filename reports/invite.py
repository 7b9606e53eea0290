"""An invitation to a room, to be scanned from a screen: a QR code as a picture or in the terminal."""

from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from reports.colours import PAPER, SOFT_INK
from reports.data import DrawingData, Text

if TYPE_CHECKING:
    import segno
    from PIL import Image

QUIET_ZONE = 4
"""Empty modules around a QR code (ISO/IEC 18004)."""


class InviteQr(DrawingData):
    """A picture with an invite's QR code, in the reader's words."""

    link: Text
    title: Text
    """The room: "Buurtwerkkamer TOP"."""
    subtitle: str = ""
    """The role: "Voor vrijwilligers"."""
    note: str = ""
    """"Geldig tot dinsdag 1 december."."""


def draw(invite: InviteQr) -> bytes:
    """Draw the QR code between its words as a PNG."""
    from reports.canvas import MARGIN, WIDTH, Canvas, wrapped

    inside = WIDTH - 2 * MARGIN
    title_lines = len(wrapped(invite.title, 60, inside, 2))
    top = 90 + title_lines * 84 + (60 if invite.subtitle else 0)
    code = qr_image(invite.link, inside)
    note_lines = len(wrapped(invite.note, 42, inside, 3))
    canvas = Canvas(top + code.height + 60 + note_lines * 58 + 40)
    last = canvas.lines(invite.title, MARGIN, 120, 60, width=inside, most=2)
    canvas.text(invite.subtitle, MARGIN, last + 72, 46, width=inside, colour=SOFT_INK)
    canvas.paste(code, (WIDTH - code.width) // 2, top)
    canvas.lines(invite.note, MARGIN, top + code.height + 76, 42, width=inside, most=3)
    return canvas.png()


def qr_image(link: str, side: int) -> "Image.Image":
    """Draw a link's QR code with its quiet zone, in whole pixels a module: at most ``side`` pixels wide."""
    from PIL import Image

    code = _qr(link)
    out = BytesIO()
    scale = side // code.symbol_size(border=QUIET_ZONE)[0]
    code.save(out, kind="png", scale=scale, border=QUIET_ZONE, light=PAPER)
    return Image.open(out).convert("RGB")


def qr_text(link: str) -> str:
    """Draw a link's QR code for a dark terminal, in half blocks; in a light one it is reversed, and still scans."""
    out = StringIO()
    _qr(link).terminal(out, border=QUIET_ZONE, compact=True)
    return out.getvalue()


def qr_modules(link: str) -> list[list[bool]]:
    """Return a link's QR code row by row, without quiet zone: True is dark."""
    return [[bool(module) for module in row] for row in _qr(link).matrix]


def _qr(link: str) -> "segno.QRCode":
    import segno

    # A quarter of a poster's code may get dirty or torn (level Q).
    return segno.make_qr(link, error="q", boost_error=False)
