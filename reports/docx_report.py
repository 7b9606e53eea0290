"""A report as a document for a word processor. It loads docxtpl: import it where you draw.

The template is a document with Jinja's marks in it: ``report`` is the WordedReport, ``words`` the ReportWords. Its
styles, margins, logo and order are free.
"""

from dataclasses import fields, is_dataclass
from datetime import UTC
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.sax.saxutils import quoteattr
from zipfile import BadZipFile

from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage, RichText
from jinja2 import StrictUndefined
from jinja2 import TemplateError as Fault
from jinja2.sandbox import SandboxedEnvironment

from reports.archive import dated
from reports.data import DataError
from reports.letters import writable
from reports.report import Report
from reports.report_chart import draw as draw_chart
from reports.report_words import ReportWords
from reports.worded import Chart, Result, worded

CHART_WIDTH = 165
"""Millimetres: about as wide as the words of an A4."""
LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}


class TemplateError(DataError):
    """A template from which no report can be made; the message tells where it goes wrong."""


def draw(report: Report, words: ReportWords, template: Path) -> bytes:
    """Make the document. Raises TemplateError for a template that cannot be read or asks for what is not there."""
    document = _opened(template)
    context = {
        "report": _value(worded(report, words), document, words),
        "words": SimpleNamespace(**words.model_dump()),
    }
    try:
        # A template comes from outside: it may lay out, and nothing else.
        document.render(context, SandboxedEnvironment(autoescape=True, undefined=StrictUndefined))
    except Fault as fault:
        raise TemplateError(f"{template.name}: {fault.message}") from None
    except (ArithmeticError, LookupError, TypeError, ValueError) as fault:
        # What marks in it can do wrong with what they are given.
        raise TemplateError(f"{template.name}: {type(fault).__name__}: {fault}") from None
    _set_properties(document, report, words)
    out = BytesIO()
    document.save(out)
    return dated(out.getvalue(), report.made_at.astimezone(UTC))


def _opened(template: Path) -> DocxTemplate:
    try:
        document = DocxTemplate(BytesIO(template.read_bytes()))
        document.init_docx()
    except OSError as fault:
        raise TemplateError(f"{template}: {fault.strerror}") from None
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as fault:
        raise TemplateError(f"{template.name} is no document for a word processor ({fault})") from None
    return document


def _value(value: object, document: DocxTemplate, words: ReportWords) -> Any:
    """Turn the worded report into what the template reads, with signs in colour and charts as pictures."""
    if isinstance(value, str):
        return writable(value)
    if isinstance(value, tuple):
        return [_value(item, document, words) for item in value]
    if not is_dataclass(value):
        return value
    plain = {field.name: _value(getattr(value, field.name), document, words) for field in fields(value)}
    if isinstance(value, Result):
        plain["sign"] = RichText(value.status.sign, color=value.status.colour)
    if isinstance(value, Chart):
        picture = BytesIO(draw_chart(value.series, words))
        plain["picture"] = _DescribedImage(document, picture, writable(value.description))
    return SimpleNamespace(**plain)


class _DescribedImage(InlineImage):  # type: ignore[misc]
    """A picture in the text with words for who cannot see it."""

    def __init__(self, document: DocxTemplate, picture: BytesIO, description: str) -> None:
        super().__init__(document, picture, width=Mm(CHART_WIDTH))
        self._description = description

    def _insert_image(self) -> str:
        return str(super()._insert_image()).replace("<wp:docPr ", f"<wp:docPr descr={quoteattr(self._description)} ", 1)


def _set_properties(document: DocxTemplate, report: Report, words: ReportWords) -> None:
    """Name the document, and say in what language it is, for who listens to it and for the spelling checker."""
    properties = document.docx.core_properties
    properties.title, properties.subject = writable(report.title), writable(report.agreement)
    properties.author = properties.last_modified_by = "Kamerbot"
    properties.comments = f"{words.snapshot}: {report.snapshots}"
    properties.language = LANGUAGES.get(report.language, report.language)
    # The format knows no zone here: moments are in UTC (ISO/IEC 29500-2, 11).
    properties.created = properties.modified = report.made_at.astimezone(UTC).replace(tzinfo=None)
    for language in document.docx.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), properties.language)
