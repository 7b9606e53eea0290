"""The things behind a room's figures, as a workbook lists them: without names, and adding up to the figure."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from sqlmodel import Session

from language.say.voice import Voice
from language.say.words import capital
from reports.report import EvidenceLine
from storage.figures.evidence import HOURS, EvidenceRow, Thing, evidence
from storage.figures.unique_people import Range
from storage.tables import Room

PARTICIPANTS = "participants"


def behind(session: Session, room: Room, indicators: Iterable[str], on: date) -> dict[str, list[EvidenceRow]]:
    """What is behind the hours, the different people who took part and each of these figures at the end of a day."""
    return {name: evidence(session, room, name, on) for name in dict.fromkeys((HOURS, PARTICIPANTS, *indicators))}


def evidence_lines(voice: Voice, rows: Mapping[str, Iterable[EvidenceRow]]) -> Iterator[EvidenceLine]:
    """List what is behind each figure, by figure and day."""
    for indicator, found in rows.items():
        for row in found:
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
        if row.pace is not None:
            told.append(voice.label("why-pace", hours=row.pace))
    return ", ".join([*told, *([row.detail] if row.detail else [])])
