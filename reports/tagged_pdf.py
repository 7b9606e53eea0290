"""A PDF page with large words that a screen reader can read out too. It loads fpdf2: import it where you draw."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from fpdf import FPDF
from fpdf.prefs import ViewerPreferences

from reports.colours import RGB
from reports.letters import BOLD, REGULAR, broken, visual

_FONT = "sans"
_LINE = 1.25
_MM_PER_POINT = 25.4 / 72
_SMALLEST = 6


class TaggedPdf(FPDF):
    """One A4 page whose parts are tagged (PDF 32000-1, 14.8); all lengths are millimetres, letters are in points.

    fpdf2 itself tags pictures alone, and once one part is tagged a screen reader passes over the others.
    """

    def __init__(self, *, title: str, language: str, made_at: datetime) -> None:
        super().__init__(format="A4")
        self.set_title(title)
        self.set_lang(language)
        self.set_creation_date(made_at)
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)
        self.set_auto_page_break(False)
        self.set_margin(0)
        self.c_margin = 0
        self.add_font(_FONT, "", REGULAR)
        self.add_font(_FONT, "B", BOLD)
        self.add_page()

    @contextmanager
    def tagged(self, kind: str, alt_text: str | None = None) -> Iterator[None]:
        """Tag all that is drawn inside as one ``kind`` of part: "/H1", "/P", "/Figure"."""
        number = self.struct_builder.next_mcid_for_page(self.page)
        self._add_marked_content(struct_type=kind, mcid=number, alt_text=alt_text)
        self._out(f"{kind} <</MCID {number}>> BDC")
        yield
        self._out("EMC")

    @contextmanager
    def _decoration(self) -> Iterator[None]:
        self._out("/Artifact BMC")
        yield
        self._out("EMC")

    def fill(self, x: float, y: float, width: float, height: float, colour: RGB) -> None:
        """Fill a box, as decoration."""
        with self._decoration():
            self.set_fill_color(*colour)
            self.rect(x, y, width, height, style="F")

    def disc(self, x: float, y: float, width: float, colour: RGB) -> None:
        """Fill a circle whose box starts at (x, y), as decoration."""
        with self._decoration():
            self.set_fill_color(*colour)
            self.circle(x + width / 2, y + width / 2, width / 2, style="F")

    def squares(self, rows: list[list[bool]], x: float, y: float, width: float, alt_text: str) -> None:
        """Draw the dark squares of a QR code in black: one figure, with words in its place."""
        side = width / len(rows)
        self.set_fill_color(0)
        with self.tagged("/Figure", alt_text):
            for down, row in enumerate(rows):
                for across, dark in enumerate(row):
                    if dark:
                        # A hair larger than a square, so that no white lines show between them.
                        self.rect(x + across * side, y + down * side, side * 1.02, side * 1.02, style="F")

    def words(
        self,
        text: str,
        x: float,
        y: float,
        width: float,
        *,
        points: int,
        height: float,
        colour: RGB,
        bold: bool = False,
        centred: bool = False,
    ) -> float:
        """Write ``text`` over as many lines as it takes, in letters of ``points`` or smaller; return its bottom.

        The letters shrink until all of it is at most ``width`` wide and ``height`` high.
        """
        self.set_text_color(*colour)
        self.set_font(_FONT, "B" if bold else "", points)
        rows = broken(text, width, self.get_string_width)
        while points > _SMALLEST and not self._fits(rows, width, height):
            points -= 1
            self.set_font_size(points)
            rows = broken(text, width, self.get_string_width)
        for row in rows:
            line = visual(row)
            indent = (width - self.get_string_width(line)) / 2 if centred else 0
            # The space keeps this line's last word apart from what follows, for who listens or copies.
            self.text(x + indent, y + points * _MM_PER_POINT, line + " ")
            y += self._line_height()
        return y

    def _line_height(self) -> float:
        return self.font_size_pt * _MM_PER_POINT * _LINE

    def _fits(self, rows: list[str], width: float, height: float) -> bool:
        widest = max((self.get_string_width(visual(row)) for row in rows), default=0.0)
        return widest <= width and len(rows) * self._line_height() <= height
