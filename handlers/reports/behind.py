"""The things behind a room's figures, as a workbook lists them: without names, and adding up to the figure."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from sqlmodel import Session

from language.say.voice import Voice
from language.say.words import capital
from reports.report import EvidenceLine
from storage.figures.evidence import HOURS, EvidenceRow, Thing, evidence
from storage.figures.unique_people import Range
from storage.tables import Room


def evidence_lines(
    session: Session, voice: Voice, room: Room, indicators: Iterable[str], on: date
) -> Iterator[EvidenceLine]:
    """List what is behind each of these figures and behind the hours at the end of a day, by figure and day."""
    for indicator in (HOURS, *indicators):
        for row in evidence(session, room, indicator, on):
            yield _line(voice, indicator, row)


def _line(voice: Voice, indicator: str, row: EvidenceRow) -> EvidenceLine:
    return EvidenceLine(
        indicator=indicator,
        what=_what(voice, row),
        on=row.date,
        group=row.group,
        amount=_amount(row),
        unit=voice.label("report-unit-hours") if row.thing is Thing.HOURS else "",
        number=_number(voice, row),
        persons=row.people,
    )


def _what(voice: Voice, row: EvidenceRow) -> str:
    if row.thing is Thing.TALLY:
        return voice.label(f"tally-kind-{row.kind}")
    return capital(voice.label(f"report-thing-{row.thing}"))


def _amount(row: EvidenceRow) -> Decimal:
    """What it adds at least. Minutes are told in hours, exact enough to add up; "positive" adds 1 and "negative" 0."""
    if row.thing is Thing.HOURS:
        return round(Decimal(row.amount) / 60, 6)
    if isinstance(row.adds, Range):
        return Decimal(row.adds.least)
    return Decimal(row.adds == "positive") if isinstance(row.adds, str) else row.adds


def _number(voice: Voice, row: EvidenceRow) -> str:
    """By what it is called, and what else is told of it: a corporation, an organisation, a source, heads or hours."""
    told = [] if row.number is None else [str(row.number)]
    if row.thing is Thing.ATTENDANCE:
        told.append(voice.label("restated-heads", count=row.amount))
    if row.thing is Thing.VOLUNTEER:
        told.append(voice.duration(row.amount))
    return ", ".join([*told, *([row.detail] if row.detail else [])])
