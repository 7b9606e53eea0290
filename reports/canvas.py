"""A sheet to draw a picture for a phone on, with letters and shapes. It loads Pillow: import it where you draw."""

from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from reports.colours import INK, PAPER
from reports.letters import BOLD, REGULAR, broken, visual

WIDTH = 1080
"""Pixels; a phone shows them three to one, so 36 of them look like 12."""
MARGIN = 60

_SMALLEST = 32
_HALO = 7
_SHARPER = 4  # shapes are drawn larger and shrunk, which smooths their edges
_COLOURS = 128


class Canvas:
    """A sheet of ``WIDTH`` by ``height`` pixels."""

    def __init__(self, height: int) -> None:
        self._image = Image.new("RGB", (WIDTH, height), PAPER)
        self._draw = ImageDraw.Draw(self._image)

    def text(
        self,
        text: str,
        x: float,
        baseline: float,
        size: int,
        *,
        width: float,
        colour: str = INK,
        bold: bool = False,
        anchor: str = "l",
    ) -> float:
        """Write one line on ``baseline`` and return how wide it came out.

        ``anchor`` says what x is: "l" the left end, "m" the middle, "r" the right end. Text wider than ``width``
        becomes smaller, and what is still too wide is cut with an ellipsis.
        """
        line, font = fitted(text, size, width, bold=bold)
        self._draw.text((x, baseline), line, font=font, fill=colour, anchor=f"{anchor}s")
        return font.getlength(line)

    def number(self, value: str, x: float, baseline: float, size: int, *, width: float, bold: bool = False) -> None:
        """Write a number, x in its middle: small if need be but never cut, and free of the line that it stands on."""
        line, font = fitted(value, size, width, bold=bold, smallest=1)
        self._draw.text((x, baseline), line, font=font, fill=INK, anchor="ms", stroke_width=_HALO, stroke_fill=PAPER)

    def lines(
        self, text: str, x: float, baseline: float, size: int, *, width: float, most: int, colour: str = INK
    ) -> float:
        """Write ``text`` from the left over at most ``most`` lines, broken between words; return the last baseline."""
        rows = wrapped(text, size, width, most)
        for number, row in enumerate(rows):
            self.text(row, x, baseline + number * line_height(size), size, width=width, colour=colour)
        return baseline + (len(rows) - 1) * line_height(size)

    def bar(
        self,
        left: float,
        top: float,
        right: float,
        bottom: float,
        colour: str,
        *,
        radius: int = 12,
        flat: bool = False,
    ) -> None:
        """Fill a box with rounded corners (``flat``: at the top alone); less than a pixel wide or high is nothing."""
        box = (round(left), round(top), round(right), round(bottom))
        width, height = box[2] - box[0], box[3] - box[1]
        if width < 1 or height < 1:
            return
        radius = min(radius, width // 2, height if flat else height // 2)
        self._image.paste(colour, box, _rounded(width, height, radius, flat=flat))

    def dashes(self, left: float, right: float, y: float, colour: str, *, thick: int = 4, dash: int = 18) -> None:
        """Draw a broken level line."""
        x = round(left)
        while x < right:
            self._draw.rectangle((x, y - thick / 2, min(x + dash, right), y + thick / 2 - 1), fill=colour)
            x += 2 * dash

    def polygon(self, points: list[tuple[float, float]], colour: str) -> None:
        """Fill a shape with smooth edges."""
        left, top = min(x for x, _ in points), min(y for _, y in points)
        size = (round(max(x for x, _ in points) - left) + 1, round(max(y for _, y in points) - top) + 1)
        mask = Image.new("L", (size[0] * _SHARPER, size[1] * _SHARPER))
        ImageDraw.Draw(mask).polygon([((x - left) * _SHARPER, (y - top) * _SHARPER) for x, y in points], fill=255)
        self._image.paste(colour, (round(left), round(top)), mask.reduce(_SHARPER))

    def tick(self, x: float, middle: float, size: float, colour: str) -> None:
        """Draw a check mark in a disc of ``size`` pixels whose left side is x."""
        self.bar(x, middle - size / 2, x + size, middle + size / 2, colour, radius=round(size / 2))
        at = [(0.24, 0.50), (0.32, 0.42), (0.44, 0.54), (0.70, 0.28), (0.78, 0.36), (0.44, 0.70)]
        self.polygon([(x + size * across, middle + size * (down - 0.5)) for across, down in at], PAPER)

    def hole(self, x: float, middle: float, size: float) -> None:
        """Make a ring of a disc of ``size`` pixels whose left side is x."""
        thick = size / 7
        self.bar(
            x + thick,
            middle - size / 2 + thick,
            x + size - thick,
            middle + size / 2 - thick,
            PAPER,
            radius=round(size / 2 - thick),
        )

    def paste(self, picture: Image.Image, x: int, y: int) -> None:
        """Put another picture on the sheet."""
        self._image.paste(picture, (x, y))

    def png(self) -> bytes:
        """Return the sheet as a PNG file."""
        out = BytesIO()
        # Few colours are used: with a palette the file is a third as large, and made sooner.
        few = self._image.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        few.save(out, "PNG", compress_level=6)
        return out.getvalue()


def line_height(size: int) -> int:
    """Tell the pixels from one baseline to the next for letters of ``size``."""
    return round(size * 1.36)


def fitted(
    text: str, size: int, width: float, *, bold: bool = False, smallest: int = _SMALLEST
) -> tuple[str, ImageFont.FreeTypeFont]:
    """Return ``text`` as it is drawn, with the largest letters up to ``size`` in which it is at most ``width`` wide."""
    line = visual(text)
    font = _font(size, bold)
    while font.getlength(line) > width and size > smallest:
        size = max(smallest, min(size - 1, int(size * width / font.getlength(line))))
        font = _font(size, bold)
    if font.getlength(line) <= width:
        return line, font
    words = " ".join(text.split())
    while words and font.getlength(visual(words + "…")) > width:
        words = words[:-1].rstrip()
    return visual(words + "…"), font


def wrapped(text: str, size: int, width: float, most: int) -> list[str]:
    """Break ``text`` between words over at most ``most`` lines; the last one holds whatever is left."""
    rows = broken(text, width, _font(size, bold=False).getlength)
    return [*rows[: most - 1], " ".join(rows[most - 1 :])] if len(rows) > most else rows


@cache
def _font(size: int, bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(BOLD if bold else REGULAR, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _corner(radius: int) -> Image.Image:
    side = radius * _SHARPER
    quarter = Image.new("L", (side, side))
    ImageDraw.Draw(quarter).ellipse((0, 0, 2 * side - 1, 2 * side - 1), fill=255)
    return quarter.reduce(_SHARPER)


def _rounded(width: int, height: int, radius: int, *, flat: bool) -> Image.Image:
    mask = Image.new("L", (width, height), 255)
    if radius:
        left = _corner(radius)
        right = left.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        mask.paste(left, (0, 0))
        mask.paste(right, (width - radius, 0))
        if not flat:
            mask.paste(left.transpose(Image.Transpose.FLIP_TOP_BOTTOM), (0, height - radius))
            mask.paste(right.transpose(Image.Transpose.FLIP_TOP_BOTTOM), (width - radius, height - radius))
    return mask
