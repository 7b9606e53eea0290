"""Eyes for the tests: the colours of a picture, and where its words were written."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from typing import Any
from unittest.mock import patch
from zipfile import ZipFile

from PIL import Image, ImageColor, ImageDraw

from reports.attachments import Drawing

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Picture:
    """A PNG that can be asked about."""

    image: Image.Image

    @classmethod
    def of(cls, png: bytes) -> "Picture":
        image = Image.open(BytesIO(png))
        assert image.format == "PNG"
        return cls(image.convert("RGB"))

    def is_colour(self, x: float, y: float, colour: str) -> bool:
        """Whether a pixel is of a colour, give or take what a palette changes."""
        seen = self.image.getpixel((round(x), round(y)))
        assert isinstance(seen, tuple)
        return all(abs(a - b) <= 6 for a, b in zip(seen, ImageColor.getrgb(colour), strict=True))

    def runs_across(self, y: float, colour: str) -> list[tuple[int, int]]:
        """The stretches of a colour on a row: first pixel and length."""
        return _runs([self.is_colour(x, y, colour) for x in range(self.image.width)])

    def runs_down(self, x: float, colour: str) -> list[tuple[int, int]]:
        """The stretches of a colour in a column: first pixel and length."""
        return _runs([self.is_colour(x, y, colour) for y in range(self.image.height)])

    def edge_is(self, colour: str, *, thick: int) -> bool:
        """Whether nothing but ``colour`` stands in the outermost pixels."""
        width, height = self.image.size
        strips = (
            (0, 0, width, thick),
            (0, height - thick, width, height),
            (0, 0, thick, height),
            (width - thick, 0, width, height),
        )
        red, green, blue = ImageColor.getrgb(colour)[:3]
        wanted = [(band - 6, band + 6) for band in (red, green, blue)]
        return all(
            low <= seen_low and seen_high <= high
            for strip in strips
            for (seen_low, seen_high), (low, high) in zip(self.image.crop(strip).getextrema(), wanted, strict=True)
        )


def _runs(hits: list[bool]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    start = 0
    for hit, group in groupby(hits):
        length = len(list(group))
        if hit:
            runs.append((start, length))
        start += length
    return runs


@contextmanager
def writing_seen() -> Iterator[list[tuple[str, Box]]]:
    """Collect what Pillow writes inside the block: the words as drawn, and their box."""
    seen: list[tuple[str, Box]] = []
    write = ImageDraw.ImageDraw.text

    def text(self: ImageDraw.ImageDraw, xy: tuple[float, float], text: str, **options: Any) -> None:
        if text:
            seen.append((text, self.textbbox(xy, text, font=options["font"], anchor=options["anchor"])))
        write(self, xy, text, **options)

    with patch.object(ImageDraw.ImageDraw, "text", text):
        yield seen


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes have pixels in common."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def same_content(one: Drawing, other: Drawing) -> bool:
    """Whether two drawings of the same values hold the same; a ZIP file, such as a document, its members."""
    if not one.content.startswith(b"PK"):
        return one.content == other.content
    return _members(one.content) == _members(other.content)


def _members(content: bytes) -> dict[str, int]:
    with ZipFile(BytesIO(content)) as file:
        return {member.filename: member.file_size for member in file.infolist()}
