"""Text, tables and charts that flow over A4 pages, each tagged for who listens to it. It loads fpdf2."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO

from reports.colours import RGB
from reports.letters import visual, writable
from reports.pdf_style import (
    AFTER_TABLE,
    ASCENT,
    BODY,
    CELL_BOLD,
    END,
    FACT,
    FAINT,
    HEADINGS,
    INSIDE,
    MARGIN,
    MM_PER_POINT,
    PADDING,
    PAGE_WIDTH,
    SIGNS,
    SMALL,
    STRONG,
    TINT,
    TITLE,
    TOP,
    Cell,
    Style,
    Words,
    line_height,
    sign_width,
)
from reports.pdf_tree import Tree, TreeProducer
from reports.tagged_pdf import TaggedPdf

FIRST_LINES = 3
"""Of a paragraph, that are not parted by the end of a page."""


class Pages(TaggedPdf):
    """A document that goes on on the next page where one is full."""

    def __init__(self, *, title: str, language: str, made_at: datetime) -> None:
        super().__init__(title=title, language=language, made_at=made_at)
        self.struct_builder = self._tree = Tree()
        self._at = float(TOP)
        self._depth = 0

    def heading(self, level: int, text: str, *, following: float = 20) -> None:
        """Write a heading; it goes to the next page where not even ``following`` millimetres fit under it."""
        style = HEADINGS[level - 1]
        rows = self._rows(text, INSIDE, style)
        self._room_for(style.before + len(rows) * line_height(style) + style.after + following)
        if self._at > TOP:
            self._at += style.before
        self.y = self._at
        # The outline has no holes: a report of one part may begin a level lower.
        self._depth = min(level, self._depth + 1)
        self.start_section(writable(text), level=self._depth - 1)
        with self.tagged(f"/H{level + 1}"):
            self._write(rows, MARGIN, style)
        self._at += style.after

    def headline(self, text: str, style: Style = TITLE) -> None:
        """Write the title of the whole."""
        with self.tagged("/H1" if style is TITLE else "/P"):
            self._write(self._rows(text, INSIDE, style), MARGIN, style)
        self._at += style.after

    def paragraph(self, text: str, style: Style = BODY, *, with_next: float = 0) -> None:
        """Write a paragraph; its first lines, and so many millimetres after it, stay on a page."""
        rows = self._rows(text, INSIDE, style)
        self._room_for(min(len(rows), FIRST_LINES) * line_height(style) + with_next)
        while rows:
            fitting = max(1, int((END - self._at) / line_height(style)))
            with self.tagged("/P"):
                self._write(rows[:fitting], MARGIN, style)
            rows = rows[fitting:]
            if rows:
                self._next_page()
        self._at += style.after

    def fact(self, name: str, text: str) -> None:
        """Write "name: text", the name in bold."""
        label = f"{name}: "
        style = Style(FACT.points, bold=True)
        self._use(style)
        indent = self.get_string_width(visual(label)) + 1
        rows = self._rows(text, INSIDE - indent, FACT)
        self._room_for(len(rows) * line_height(FACT))
        with self.tagged("/P"):
            top = self._at
            self._write([label], MARGIN, style)
            self._at = top
            self._write(rows, MARGIN + indent, FACT)
        self._at += FACT.after

    def draw_table(
        self, columns: Sequence[str], rows: Sequence[Sequence[Cell]], widths: Sequence[float], *, numbers_from: int
    ) -> None:
        """Draw a table whose first row tells what the columns are, on every page that it comes on."""
        head = [(Words(column, CELL_BOLD),) for column in columns]
        with self._tree.part("/Table", self.page):
            self._room_for(sum(self._row_height(row, widths) for row in (head, *rows[:1])))
            self._row(head, widths, numbers_from, kind="/TH")
            for at, row in enumerate(rows):
                # The last row goes with the one before it: it may be their total.
                whole = rows[at:] if at == len(rows) - 2 else (row,)
                if self._at + sum(self._row_height(each, widths) for each in whole) > END:
                    self._next_page()
                    with self._decoration():
                        self._cells(head, widths, numbers_from)
                self._row(row, widths, numbers_from, kind="/TD")
        self.fill(MARGIN, self._at, sum(widths), 0.35, STRONG)
        self._at += AFTER_TABLE

    def table_height(self, columns: Sequence[str], rows: Sequence[Sequence[Cell]], widths: Sequence[float]) -> float:
        """How many millimetres a table takes when it is not broken."""
        head = [(Words(column, CELL_BOLD),) for column in columns]
        return sum(self._row_height(row, widths) for row in (head, *rows))

    def figure(self, png: bytes, height: float, description: str) -> None:
        """Put a picture on the page, as wide as the words."""
        self._room_for(height)
        with self.tagged("/Figure", description):
            self.image(BytesIO(png), MARGIN, self._at, INSIDE, height)
        self._at += height + 2

    def finished(self, left: str, page_word: str, of_word: str) -> bytes:
        """Write at the foot of each page what it belongs to and which it is, and return the file."""
        last = self.page
        for number in range(1, last + 1):
            self.page = number
            # A page knows the letters that were chosen on it alone, and fpdf2 chooses only what differs from the last.
            self.set_font("sans", "B", 1)
            with self._decoration():
                right = f"{page_word} {number} {of_word} {last}"
                self._line(left, MARGIN, END + 8, SMALL)
                self._line(right, PAGE_WIDTH - MARGIN - self.get_string_width(right), END + 8, SMALL)
        return bytes(self.output(output_producer_class=TreeProducer) or b"")

    def _row(self, row: Sequence[Cell], widths: Sequence[float], numbers_from: int, *, kind: str) -> None:
        with self._tree.part("/TR", self.page):
            self._cells(row, widths, numbers_from, kind)

    def _cells(self, row: Sequence[Cell], widths: Sequence[float], numbers_from: int, kind: str = "") -> None:
        """Draw a row; without a ``kind`` it is the heading again on a next page, which is read out once."""
        height = self._row_height(row, widths)
        is_head = kind != "/TD"
        with self._plain(decorated=bool(kind)):
            if is_head:
                self._box(MARGIN, self._at, sum(widths), height, TINT)
            self._box(MARGIN, self._at, sum(widths), 0.35 if is_head else 0.15, STRONG if is_head else FAINT)
            if is_head:
                self._box(MARGIN, self._at + height - 0.35, sum(widths), 0.35, STRONG)
        top, left = self._at, float(MARGIN)
        for at, (cell, width) in enumerate(zip(row, widths, strict=True)):
            if kind:
                with self.tagged(kind):
                    self._cell(cell, left, width, right=at >= numbers_from)
            else:
                self._cell(cell, left, width, right=at >= numbers_from)
            self._at = top
            left += width
        self._at = top + height

    def _cell(self, cell: Cell, left: float, width: float, *, right: bool) -> None:
        self._at += PADDING
        for words in cell:
            indent = sign_width(words)
            rows = self._rows(words.text, width - 2 * PADDING - indent, words.style)
            if words.sign:
                self._sign(words, left + PADDING)
            self._write(rows, left + PADDING + indent, words.style, until=left + width - PADDING if right else None)

    def _row_height(self, row: Sequence[Cell], widths: Sequence[float]) -> float:
        def cell_height(cell: Cell, width: float) -> float:
            return sum(
                len(self._rows(words.text, width - 2 * PADDING - sign_width(words), words.style))
                * line_height(words.style)
                for words in cell
            )

        return max(cell_height(cell, width) for cell, width in zip(row, widths, strict=True)) + 2 * PADDING

    def _rows(self, text: str, width: float, style: Style) -> list[str]:
        """Break words over lines at most ``width`` wide; a longer word is broken too. Line breaks stay."""
        self._use(style)
        rows: list[str] = []
        for line in writable(text).split("\n"):
            row = ""
            for word in re.findall(r"[^ ]+", line):
                longer = f"{row} {word}" if row else word
                if row and self.get_string_width(visual(longer)) > width:
                    rows.append(row)
                    longer = word
                while self.get_string_width(visual(longer)) > width and len(longer) > 1:
                    fits = self._fitting(longer, width)
                    rows.append(longer[:fits])
                    longer = longer[fits:]
                row = longer
            rows.append(row)
        return rows

    def _fitting(self, word: str, width: float) -> int:
        """How many letters of a word fit, at least one; after a slash or a hyphen where there is one."""
        fits = next((n for n in range(len(word), 1, -1) if self.get_string_width(visual(word[:n])) <= width), 1)
        seam = max(word.rfind("/", 0, fits), word.rfind("-", 0, fits))
        return seam + 1 if seam > 0 else fits

    def _write(self, rows: Sequence[str], x: float, style: Style, *, until: float | None = None) -> None:
        """Write lines from x on, or so that they end at ``until``, and go down by as much."""
        for row in rows:
            self._use(style)
            line = visual(row)
            start = x if until is None else until - self.get_string_width(line)
            # The space keeps a line's last word apart from what follows, for who listens or copies.
            self._line(line + " ", start, self._at + style.points * MM_PER_POINT * ASCENT, style)
            self._at += line_height(style)

    def _line(self, text: str, x: float, baseline: float, style: Style) -> None:
        self._use(style)
        self.set_text_color(*style.colour)
        self.text(x, baseline, text)

    def _use(self, style: Style) -> None:
        self.set_font("sans", "B" if style.bold else "", style.points)

    def _sign(self, words: Words, x: float) -> None:
        size = words.style.points * MM_PER_POINT * 0.8
        top = self._at + words.style.points * MM_PER_POINT * 0.22
        self.set_fill_color(*words.sign_colour)
        self.set_draw_color(*words.sign_colour)
        self.set_line_width(size * 0.16)
        strokes, filled = SIGNS[words.sign]
        for stroke in strokes:
            points = [(x + across * size, top + down * size) for across, down in stroke]
            self.polyline(points, style="DF" if filled else "D", polygon=filled)
        if not strokes:
            self.circle(x + size / 2, top + size / 2, size * 0.42, style="DF" if filled else "D")

    def _box(self, x: float, y: float, width: float, height: float, colour: RGB) -> None:
        self.set_fill_color(*colour)
        self.rect(x, y, width, height, style="F")

    @contextmanager
    def _plain(self, *, decorated: bool) -> Iterator[None]:
        """Draw as decoration, unless all of it is drawn as that already."""
        if not decorated:
            yield
            return
        with self._decoration():
            yield

    def _room_for(self, height: float) -> None:
        if self._at + height > END and self._at > TOP:
            self._next_page()

    def _next_page(self) -> None:
        self.add_page()
        self._at = float(TOP)
