"""Makes the report's template anew: python -m tools.report_template. Who only wants other letters opens it in Word."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path

from docx import Document
from docx.document import Document as Page
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from reports.report_file import TEMPLATE

INK, SOFT_INK, STRONG = RGBColor(0x1B, 0x27, 0x33), RGBColor(0x52, 0x60, 0x6D), RGBColor(0x0B, 0x6B, 0x63)
LETTERS = "Arial"
INSIDE = 170
"""Millimetres between the margins of an A4."""
FACT, SMALL, CELL, NUMBER, TABLE = "Feit", "Klein", "Cel", "Getal", "Rapporttabel"


def make(path: Path) -> None:
    """Write the template."""
    page = Document()
    _set_up(page)
    _front(page)
    _together(page)
    _loop(page, "room in report.rooms", _room)
    _choice(page, "report.definitions", _definitions)
    _footer(page)
    page.save(str(path))


def _set_up(page: Page) -> None:
    section = page.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(18), Mm(20)
    _style(page, "Normal", 10, after=6)
    _style(page, "Title", 20, bold=True, colour=STRONG, after=2)
    _style(page, "Subtitle", 13, colour=SOFT_INK, after=10)
    _style(page, "Heading 1", 18, bold=True, colour=STRONG, before=18, after=6)
    _style(page, "Heading 2", 13, bold=True, colour=STRONG, before=14, after=4)
    _style(page, "Heading 3", 10.5, bold=True, before=10, after=4)
    _style(page, FACT, 10, after=2)
    _style(page, SMALL, 8.5, colour=SOFT_INK, after=6)
    _style(page, CELL, 9, after=0)
    _style(page, NUMBER, 9, after=0).paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    page.styles.element.append(parse_xml(_TABLE_STYLE))
    for unwanted in page.styles["Title"].element.xpath(".//w:pBdr"):
        unwanted.getparent().remove(unwanted)


_TABLE_STYLE = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{TABLE}">
  <w:name w:val="{TABLE}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>
  <w:tblPr>
    <w:tblInd w:w="70" w:type="dxa"/>
    <w:tblBorders>
      <w:top w:val="single" w:sz="8" w:color="0B6B63"/><w:bottom w:val="single" w:sz="8" w:color="0B6B63"/>
      <w:insideH w:val="single" w:sz="4" w:color="D9D2C6"/>
    </w:tblBorders>
    <w:tblCellMar>
      <w:top w:w="30" w:type="dxa"/><w:left w:w="70" w:type="dxa"/>
      <w:bottom w:w="30" w:type="dxa"/><w:right w:w="70" w:type="dxa"/>
    </w:tblCellMar>
  </w:tblPr>
  <w:tblStylePr w:type="firstRow">
    <w:rPr><w:b/></w:rPr>
    <w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:color="0B6B63"/></w:tcBorders>
      <w:shd w:val="clear" w:color="auto" w:fill="E8F1EF"/></w:tcPr>
  </w:tblStylePr>
  <w:tblStylePr w:type="lastRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>
</w:style>"""


def _style(
    page: Page,
    name: str,
    size: float,
    *,
    bold: bool = False,
    colour: RGBColor = INK,
    before: float = 0,
    after: float = 0,
) -> ParagraphStyle:
    known = name in [style.name for style in page.styles]
    style = page.styles[name] if known else page.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.quick_style = True
    style.font.name, style.font.size, style.font.bold, style.font.italic = LETTERS, Pt(size), bold, False
    style.font.color.rgb = colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in [key for key in fonts.attrib if "heme" in key]:
        del fonts.attrib[theme]
    for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(kind), LETTERS)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = 1.15
    for spacing in style.element.xpath("./w:rPr/w:spacing"):
        spacing.getparent().remove(spacing)
    return style


def _front(page: Page) -> None:
    page.add_paragraph("{{ report.title }}", "Title")
    _choice(page, "report.subtitle", lambda page: page.add_paragraph("{{ report.subtitle }}", "Subtitle"))
    _facts(page, "report.facts")


def _together(page: Page) -> None:
    def tables(page: Page) -> None:
        page.add_heading("{{ words.together }}", 1)
        _legend(page, "report.legend")
        _loop(page, "t in report.together", table)

    def table(page: Page) -> None:
        page.add_heading("{{ t.title }}", 2)
        _spread(page)

    _choice(page, "report.together", tables)


def _room(page: Page) -> None:
    # A room goes on under the one before; what it comes to in short is not parted from its name and first result.
    page.add_heading("{{ room.title }}", 1)
    _facts(page, "room.facts", with_next=True)
    page.add_heading("{{ words.summary }}", 2)
    _facts(page, "room.summary", with_next=True)
    page.add_heading("{{ words.results }}", 2)
    _legend(page, "room.legend")
    _loop(page, "k in room.results", _results)
    _choice(page, "room.explanations", _explanations)
    _choice(page, "room.groups", partial(_fixed, name="room.groups", columns=4, whole=False))
    _choice(page, "room.klussen", partial(_fixed, name="room.klussen", columns=4))
    _choice(page, "room.money", _money)
    _choice(page, "room.charts", _charts)
    _choice(page, "room.restatements", _restatements)


def _results(page: Page) -> None:
    page.add_heading("{{ k.title }}", 3)
    table = _table(
        page,
        (76, 18, 27, 24, 25),
        ("words.indicator", "words.unit", "words.target", "words.result", "words.status"),
        numbers=(),
    )
    _row_loop(table, "l in k.lines")
    cells = _cells(table)
    _write(cells[0], "{{ l.name }}", CELL)
    cells[0].add_paragraph("{%p if l.note %}", CELL)
    cells[0].add_paragraph("{{ l.note }}", SMALL).paragraph_format.space_after = Pt(0)
    cells[0].add_paragraph("{%p endif %}", CELL)
    _write(cells[1], "{{ l.unit }}", CELL)
    _write(cells[2], "{{ l.target }}", CELL)
    _write(cells[3], "{{ l.result }}", CELL, bold=True)
    cells[3].add_paragraph("{%p if l.expected %}", CELL)
    cells[3].add_paragraph("{{ l.expected }}", SMALL).paragraph_format.space_after = Pt(0)
    cells[3].add_paragraph("{%p endif %}", CELL)
    _write(cells[4], "{{r l.sign }} {{ l.status.word }}", CELL)
    _row_loop(table, None)


def _explanations(page: Page) -> None:
    page.add_heading("{{ words.explanations }}", 2)
    _told(page, "e in room.explanations", "e")


def _money(page: Page) -> None:
    _fixed(page, "room.money", 3)
    _facts(page, "room.money_facts")
    _choice(page, "room.financing", partial(_fixed, name="room.financing", columns=2, level=3))

    def remarks(page: Page) -> None:
        page.add_heading("{{ words.remarks }}", 3)
        _loop(page, "m in room.remarks", lambda page: page.add_paragraph("{{ m }}"))

    _choice(page, "room.remarks", remarks)


def _charts(page: Page) -> None:
    def chart(page: Page) -> None:
        page.add_heading("{{ c.title }}", 3)
        page.add_paragraph("{{ c.picture }}")

    page.add_heading("{{ words.charts }}", 2)
    _loop(page, "c in room.charts", chart)


def _restatements(page: Page) -> None:
    page.add_heading("{{ room.restatements.title }}", 2)
    page.add_paragraph("{{ words.restatements_lead }}")
    _rows(page, "room.restatements", (38, 26, 26, 28, 28, 24), numbers=False, whole=False)


def _definitions(page: Page) -> None:
    page.add_heading("{{ words.definitions }}", 1)
    _told(page, "d in report.definitions", "d")


def _footer(page: Page) -> None:
    paragraph = page.sections[0].footer.paragraphs[0]
    paragraph.style = page.styles[SMALL]
    paragraph.paragraph_format.tab_stops.clear_all()
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(INSIDE), WD_TABLE_ALIGNMENT.RIGHT)  # type: ignore[arg-type]
    paragraph.add_run("{{ report.title }}, {{ words.snapshot }}: {{ report.snapshots }}\t{{ words.page }} ")
    for kind in ("PAGE", "NUMPAGES"):
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), kind)
        field.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>1</w:t></w:r>"))
        paragraph._p.append(field)
        if kind == "PAGE":
            paragraph.add_run(" {{ words.out_of }} ")


# The parts that a template is put together from.

Part = Callable[[Page], object]


def _loop(page: Page, over: str, part: Part) -> None:
    page.add_paragraph(f"{{%p for {over} %}}")
    part(page)
    page.add_paragraph("{%p endfor %}")


def _choice(page: Page, when: str, part: Part) -> None:
    page.add_paragraph(f"{{%p if {when} %}}")
    part(page)
    page.add_paragraph("{%p endif %}")


def _legend(page: Page, told: str) -> None:
    def legend(page: Page) -> None:
        page.add_paragraph(f"{{{{ {told} }}}}", SMALL).paragraph_format.keep_with_next = True

    _choice(page, told, legend)


def _facts(page: Page, told: str, *, with_next: bool = False) -> None:
    def fact(page: Page) -> None:
        paragraph = page.add_paragraph("", FACT)
        paragraph.paragraph_format.keep_with_next = with_next or None
        paragraph.add_run("{{ f.name }}:").bold = True
        paragraph.add_run(" {{ f.text }}")

    _loop(page, f"f in {told}", fact)


def _told(page: Page, over: str, name: str) -> None:
    def told(page: Page) -> None:
        title = page.add_paragraph("", FACT)
        title.add_run(f"{{{{ {name}.name }}}}").bold = True
        title.paragraph_format.keep_with_next = True
        page.add_paragraph(f"{{{{ {name}.text }}}}")

    _loop(page, over, told)


def _fixed(page: Page, name: str, columns: int, level: int = 2, *, whole: bool = True) -> None:
    """A table of the report with its heading; all columns but the first hold numbers. ``whole`` keeps it on a page."""
    page.add_heading(f"{{{{ {name}.title }}}}", level)
    first = INSIDE - (columns - 1) * 32
    _rows(page, name, (first, *[32] * (columns - 1)), numbers=True, whole=whole)


def _rows(page: Page, name: str, widths: Sequence[float], *, numbers: bool, whole: bool) -> None:
    right = range(1, len(widths)) if numbers else ()
    table = _table(page, widths, [f"{name}.columns[{at}]" for at in range(len(widths))], numbers=right)
    # The last row goes with its total, which would else stand alone on the next page.
    for rows, keeps in ((f"{name}.rows[:-1]", whole), (f"{name}.rows[-1:]", True), (f"[{name}.total] if row", whole)):
        _row_loop(table, f"row in {rows}")
        cells = _cells(table)
        for at, cell in enumerate(cells):
            _write(cell, f"{{{{ row[{at}] }}}}", NUMBER if at in right else CELL, bold="total" in rows)
            cell.paragraphs[0].paragraph_format.keep_with_next = keeps or None
        _row_loop(table, None)
    # The last row would take what follows along to its page.
    page.add_paragraph("", CELL)


def _spread(page: Page) -> None:
    """A table with as many columns as there are rooms."""
    # The marks of the loops have columns too: with three rooms the table is as wide as the page.
    table = _table(page, (56, 38, 38, 38), ("t.columns[0]", None, "column", None), numbers=())
    heads = table.rows[0].cells
    _write(heads[1], "{%tc for column in t.columns[1:] %}", CELL)
    _write(heads[3], "{%tc endfor %}", CELL)
    _row_loop(table, "row in t.rows")
    cells = _cells(table)
    _write(cells[0], "{{ row[0] }}", CELL)
    _write(cells[1], "{%tc for cell in row[1:] %}", CELL)
    _write(cells[2], "{{ cell }}", CELL)
    _write(cells[3], "{%tc endfor %}", CELL)
    _row_loop(table, None)


def _table(page: Page, widths: Sequence[float], heads: Sequence[str | None], *, numbers: Collection[int]) -> Table:
    table = page.add_table(rows=1, cols=len(widths))
    table.style = page.styles[TABLE]
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for at, (cell, head, width) in enumerate(zip(table.rows[0].cells, heads, widths, strict=True)):
        cell.width = Mm(width)
        if head is not None:
            _write(cell, f"{{{{ {head} }}}}", NUMBER if at in numbers else CELL, bold=True)
            cell.paragraphs[0].paragraph_format.keep_with_next = True
    properties = table.rows[0]._tr.get_or_add_trPr()
    for name in ("w:cantSplit", "w:tblHeader"):
        properties.append(OxmlElement(name))
    return table


def _row_loop(table: Table, over: str | None) -> None:
    """A row that begins or ends a loop; it leaves no trace."""
    table.add_row().cells[0].text = "{%tr endfor %}" if over is None else f"{{%tr for {over} %}}"


def _cells(table: Table) -> Sequence[_Cell]:
    row = table.add_row()
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    return row.cells


def _write(cell: _Cell, text: str, style: str, *, bold: bool = False) -> None:
    paragraph: Paragraph = cell.paragraphs[0]
    paragraph.style = style
    paragraph.add_run(text).bold = bold or None


if __name__ == "__main__":
    make(TEMPLATE)
