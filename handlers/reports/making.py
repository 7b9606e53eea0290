"""A report as a file: which one, for whom, and in which form. It is drawn when it is sent."""

from collections.abc import Sequence

from handlers.messages import Attachment
from handlers.reports.document_words import document_words
from handlers.reports.kept import LANGUAGE
from reports.report import Report, extract, together
from reports.report_file import ReportFile

FORMS = ("pdf", "docx", "xlsx")
"""To print and send on, to change by hand, and to reckon with."""


def joined(reports: Sequence[Report], corporation: str = "") -> Report:
    """One report of those of single rooms; for a housing corporation what is theirs alone."""
    report = together(reports)
    return extract(report, corporation) if corporation else report


def attachment(report: Report, form: str) -> Attachment:
    """The report as it is laid ready to be drawn."""
    return Attachment(f"report_{form}", report_file(report, form).to_data())


def report_file(report: Report, form: str, names: dict[int, str] | None = None) -> ReportFile:
    """All that a report is drawn from. The things behind the figures are listed in a workbook alone."""
    if form != "xlsx":
        rooms = tuple(room.model_copy(update={"evidence": ()}) for room in report.rooms)
        report = report.model_copy(update={"rooms": rooms})
    return ReportFile(
        file_name=file_name(report),
        description=f"{title_of(report)} ({', '.join(room.name for room in report.rooms)})",
        report=report,
        words=document_words(LANGUAGE),
        names=names or {},
    )


def title_of(report: Report) -> str:
    """What a report is called, with whom it is for: "Eindrapport t/m 31 december 2026, Mitros"."""
    return f"{report.title}, {report.corporation}" if report.corporation else report.title


def file_name(report: Report) -> str:
    """A file's name without its ending: "rapport-12-2026-06-30"."""
    return f"rapport-{report.snapshots.replace(', ', '-')}-{report.last.isoformat()}"
