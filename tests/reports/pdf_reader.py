"""A PDF as a screen reader goes through it: parts within parts, with their words. It is read by PDFium."""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw


@dataclass(frozen=True)
class Part:
    """A tagged part: "H1", "Table", "TD"."""

    kind: str
    words: str
    alt: str
    parts: tuple["Part", ...]

    def all_of(self, kind: str) -> Iterator["Part"]:
        """The parts of a kind, at any depth, in reading order."""
        if self.kind == kind:
            yield self
        for part in self.parts:
            yield from part.all_of(kind)


def read(content: bytes) -> list[list[Part]]:
    """Read what stands on each page."""
    document = pypdfium2.PdfDocument(content)
    pages = [_page(page) for page in document]
    document.close()
    return pages


def blank_below(document: pypdfium2.PdfDocument) -> list[float]:
    """Of each page, which share of its height is blank between what stands on it and its foot."""
    foot = 60  # points
    blank = []
    for page in document:
        bottoms = [thing.get_bounds()[1] for thing in page.get_objects(max_depth=1)]
        blank.append((min(bottom for bottom in bottoms if bottom > foot) - foot) / page.get_height())
    return blank


def words_outside_parts(content: bytes) -> list[str]:
    """What is written on the pages without being in a part, such as the foot of each page."""
    document = pypdfium2.PdfDocument(content)
    found = [words for page in document for number, words in _written(page) if number < 0]
    document.close()
    return found


def _page(page: pypdfium2.PdfPage) -> list[Part]:
    words: dict[int, str] = {}
    for number, text in _written(page):
        words[number] = words.get(number, "") + text
    tree = raw.FPDF_StructTree_GetForPage(page)
    count = raw.FPDF_StructTree_CountChildren(tree)
    parts = [_part(raw.FPDF_StructTree_GetChildAtIndex(tree, at), words) for at in range(count)]
    raw.FPDF_StructTree_Close(tree)
    return parts


def _part(element: object, words: dict[int, str]) -> Part:
    count = raw.FPDF_StructElement_CountChildren(element)
    children = [raw.FPDF_StructElement_GetChildAtIndex(element, at) for at in range(count)]
    own = range(raw.FPDF_StructElement_GetMarkedContentIdCount(element))
    numbers = [raw.FPDF_StructElement_GetMarkedContentIdAtIndex(element, at) for at in own]
    return Part(
        _text(raw.FPDF_StructElement_GetType, element),
        "".join(words.get(number, "") for number in numbers).strip(),
        _text(raw.FPDF_StructElement_GetAltText, element),
        tuple(_part(child, words) for child in children if child),
    )


def _text(get: Callable[..., int], element: object) -> str:
    size = get(element, None, 0)
    if not size:
        return ""
    buffer = ctypes.create_string_buffer(size)
    get(element, buffer, size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def _written(page: pypdfium2.PdfPage) -> Iterator[tuple[int, str]]:
    text_page = page.get_textpage()
    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        size = raw.FPDFTextObj_GetText(thing, text_page, None, 0)
        buffer = ctypes.create_string_buffer(size)
        raw.FPDFTextObj_GetText(thing, text_page, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
        yield raw.FPDFPageObj_GetMarkedContentID(thing), buffer.raw.decode("utf-16-le").rstrip("\0")
    text_page.close()
