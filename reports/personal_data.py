"""The file with all that is kept of one person: a page that opens on any phone, without a connection."""

from html import escape
from typing import Annotated, Self

from pydantic import Field, model_validator

from reports.data import DrawingData, Part, Text


class Section(Part):
    """A part of the file: what it is, why it is kept, and the facts.

    With ``columns`` each row is one record. Without, each row is a fact's name and the fact.
    """

    title: Text
    explanation: str = ""
    columns: tuple[Text, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    nothing: str = ""
    """What to say when there are no rows: "Niets bewaard."."""

    @model_validator(mode="after")
    def _rows_fit(self) -> Self:
        width = len(self.columns) or 2
        for number, row in enumerate(self.rows):
            if len(row) != width:
                raise ValueError(f"row {number} has {len(row)} cells, not {width}")
        return self


class PersonalData(DrawingData):
    """All that the file tells, in the reader's words."""

    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]
    """BCP 47: "nl"."""
    right_to_left: bool = False
    title: Text
    introduction: str = ""
    sections: tuple[Section, ...]


# Narrow screens show each record as a card. The roles in the markup stay, for who listens to it.
_STYLE = """
:root { color-scheme: light dark; --ink: #1b2733; --paper: #fbf8f3; --line: #8a94a0; --soft: #52606d;
  --strong: #0b6b63 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f2efe9; --paper: #16202b; --line: #7d8894; --soft: #b6c0ca; --strong: #8cc3ba }
}
body { margin: 0 auto; padding: 1rem; max-width: 46rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.5 system-ui, sans-serif; overflow-wrap: break-word }
h1 { font-size: 1.75rem; line-height: 1.2 }
h2 { margin: 2.5rem 0 .5rem; font-size: 1.3125rem; color: var(--strong) }
table { width: 100%; border-collapse: collapse }
th, td { padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top }
thead th, tbody th { color: var(--soft); font-weight: 600 }
tbody th { width: 40% }
@media (max-width: 46rem) {
  body { overflow-wrap: anywhere }
  table.records thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  table.records tr { display: block; padding: .625rem 0; border-bottom: 1px solid var(--line) }
  table.records td { display: grid; grid-template-columns: 40% 1fr; padding: .125rem 0; border: 0 }
  table.records td::before { content: attr(data-label); color: var(--soft) }
}
"""

_HEAD = """<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
"""


def draw(person: PersonalData) -> bytes:
    """Write the file as one HTML page (UTF-8) that loads nothing and runs nothing."""
    direction = "rtl" if person.right_to_left else "ltr"
    return "".join(
        (
            f'<!DOCTYPE html>\n<html lang="{escape(person.language)}" dir="{direction}">\n<head>\n',
            _HEAD,
            f"<title>{escape(person.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n",
            f"<h1>{_words(person.title)}</h1>\n",
            _paragraph(person.introduction),
            *(_section(number, section) for number, section in enumerate(person.sections, start=1)),
            "</main>\n</body>\n</html>\n",
        )
    ).encode()


def _section(number: int, section: Section) -> str:
    name = f"s{number}"
    head = f'<section aria-labelledby="{name}">\n<h2 id="{name}">{_words(section.title)}</h2>\n'
    if not section.rows:
        facts = _paragraph(section.nothing)
    elif section.columns:
        facts = _records(name, section)
    else:
        facts = _facts(name, section)
    return f"{head}{_paragraph(section.explanation)}{facts}</section>\n"


def _records(name: str, section: Section) -> str:
    head = "".join(f'<th role="columnheader" scope="col">{_words(column)}</th>' for column in section.columns)
    rows = "".join(
        '<tr role="row">'
        + "".join(
            f'<td role="cell" data-label="{escape(column)}">{_words(cell)}</td>'
            for column, cell in zip(section.columns, row, strict=True)
        )
        + "</tr>\n"
        for row in section.rows
    )
    return (
        f'<table class="records" role="table" aria-labelledby="{name}">\n<thead role="rowgroup"><tr role="row">{head}'
        f'</tr></thead>\n<tbody role="rowgroup">\n{rows}</tbody>\n</table>\n'
    )


def _facts(name: str, section: Section) -> str:
    rows = "".join(
        f'<tr><th scope="row">{_words(fact)}</th><td>{_words(value)}</td></tr>\n' for fact, value in section.rows
    )
    return f'<table aria-labelledby="{name}">\n<tbody>\n{rows}</tbody>\n</table>\n'


def _paragraph(text: str) -> str:
    return f"<p>{_words(text)}</p>\n" if text else ""


def _words(text: str) -> str:
    """Escape text, and keep the direction of what a person typed from turning what stands around it."""
    return f'<bdi dir="auto">{escape(text)}</bdi>'
