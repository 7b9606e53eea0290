"""A report as a file: what it is drawn from. The libraries for it are loaded when one is drawn, not before."""

from pathlib import Path

from pydantic import Field

from reports.data import DrawingData
from reports.report import Report
from reports.report_words import ReportWords

# ECMA-376, and IANA's list of media types.
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


TEMPLATE = Path(__file__).with_name("templates") / "report.docx"
"""Our own, for a document to change by hand."""


class ReportFile(DrawingData):
    """A report with the words for it, and the names of people where it was asked for with names."""

    report: Report
    words: ReportWords
    names: dict[int, str] = Field(default_factory=dict)
    template: str = ""
    """The file of another template than our own for a document to change by hand."""


def draw_pdf(file: ReportFile) -> bytes:
    """Draw the report as a document to print and to listen to."""
    from reports.pdf_report import draw

    return draw(file.report, file.words)


def draw_docx(file: ReportFile) -> bytes:
    """Draw the report as a document to change by hand."""
    from reports.docx_report import draw

    return draw(file.report, file.words, Path(file.template) if file.template else TEMPLATE)


def draw_xlsx(file: ReportFile) -> bytes:
    """Draw the report as a workbook, with names where they are given."""
    from reports.xlsx_report import draw

    return draw(file.report, file.words, file.names or None)
