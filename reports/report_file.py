"""A report as a file: what it is drawn from. The libraries for it are loaded when one is drawn, not before."""

from pydantic import Field

from reports.data import DrawingData
from reports.report import Report
from reports.report_words import ReportWords

# ECMA-376, and IANA's list of media types.
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ReportFile(DrawingData):
    """A report with the words for it, and the names of people where it was asked for with names."""

    report: Report
    words: ReportWords
    names: dict[int, str] = Field(default_factory=dict)


def draw_pdf(file: ReportFile) -> bytes:
    """Draw the report as a document to print and to listen to."""
    from reports.pdf_report import draw

    return draw(file.report, file.words)


def draw_docx(file: ReportFile) -> bytes:
    """Draw the report as a document to change by hand."""
    from reports.docx_report import draw

    return draw(file.report, file.words)


def draw_xlsx(file: ReportFile) -> bytes:
    """Draw the report as a workbook, with names where they are given."""
    from reports.xlsx_report import draw

    return draw(file.report, file.words, file.names or None)
