"""All that a report tells of one room, read from the books as they are now."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from sqlmodel import Session

from handlers.reports.behind import evidence_lines
from language.say.voice import Voice
from reports import report
from reports.report import IndicatorLine, Point, RoomPart, Series, Value
from storage.agreements import Terms
from storage.figures.board import BoardLine, board
from storage.figures.course import course
from storage.figures.light import Value as Figure
from storage.figures.money import worth
from storage.figures.unique_people import Range
from storage.groups import groups_of
from storage.report_figures import (
    GroupWork,
    klussen_by_corporation,
    minutes_until,
    waiting_minutes,
    work_by_group,
)
from storage.results import entered_result
from storage.tables import Room

DRAWN = ("participants", "klussen")
"""Indicators whose course over the year is drawn, beside the hours."""
CENT = Decimal("0.01")


def room_part(session: Session, voice: Voice, room: Room, terms: Terms, first: date, last: date) -> RoomPart:
    """Read the room's figures for the period from ``first`` to ``last``; the promised ones are the year's so far."""
    lines = indicator_lines(session, room, last)
    work = work_by_group(session, room.id, first, last)
    months = minutes_until(session, room.id, last)
    year_minutes = months[-1][1]
    return RoomPart(
        name=room.name,
        association=terms.association,
        neighbourhoods=terms.neighbourhoods,
        indicators=tuple(lines),
        minutes=sum(group.minutes for group in work),
        year_minutes=year_minutes,
        waiting_minutes=waiting_minutes(session, room.id, last),
        volunteers=len({person for group in work for person in group.people}),
        groups=_groups(session, voice, room, work),
        klussen=tuple(
            report.KlussenLine(corporation=line.corporation, done=line.done, open=line.open, minutes=line.minutes)
            for line in klussen_by_corporation(session, room.id, first, last)
        ),
        money=_money(terms, year_minutes),
        series=(_hours(voice, terms, months), *_courses(session, room, terms, last)),
        evidence=tuple(evidence_lines(session, voice, room, [line.id for line in lines], last)),
    )


def indicator_lines(session: Session, room: Room, on: date) -> list[IndicatorLine]:
    """All that the room promised for the year and how it stands at the end of a day, as a report has it."""
    return [_line(session, room, line, on) for line in board(session, room, on.year, on)]


def _line(session: Session, room: Room, line: BoardLine, on: date) -> IndicatorLine:
    promised = line.indicator
    found = entered_result(session, room.id, promised.id, on)
    return IndicatorLine(
        id=promised.id,
        kind=promised.kind,
        name=promised.name,
        unit=promised.unit,
        comparison=promised.comparison,
        target=None if isinstance(promised.target, str) else Decimal(promised.target),
        of=promised.of,
        value=value_of(line.value),
        out_of=line.out_of,
        as_of=None if found is None else found.date,
        expected=None if line.expected is None else Decimal(line.expected),
        light=line.light.value,
        source=promised.source,
        note="" if found is None else found.source,
        flagged=promised.flagged,
    )


def value_of(figure: Figure) -> Value | None:
    """A figure as a report has it; None where nobody knows it."""
    if figure is None:
        return None
    if isinstance(figure, str):
        return Value(positive=figure == "positive")
    low, high = (figure.least, figure.most) if isinstance(figure, Range) else (figure, figure)
    return Value(low=Decimal(low), high=Decimal(high))


def _groups(session: Session, voice: Voice, room: Room, work: Iterable[GroupWork]) -> tuple[report.GroupLine, ...]:
    names = {group.id: group.name for group in groups_of(session, room.id, closed=True)}
    return tuple(
        report.GroupLine(
            name=voice.label("report-no-group") if line.group_id is None else names[line.group_id],
            minutes=line.minutes,
            volunteers=len(line.people),
            activities=line.activities,
        )
        for line in work
    )


def _money(terms: Terms, minutes: int) -> report.Money | None:
    """What volunteers and financiers invest; None where the agreement does not say what an hour is worth."""
    promised, invested = worth(terms, Decimal(terms.volunteer_hours)), worth(terms, Decimal(minutes) / 60)
    if terms.financiers_eur is None or promised is None or invested is None:
        return None
    return report.Money(
        fixed_eur=terms.fixed_eur,
        hour_eur=terms.hour_eur,
        promised_hours=Decimal(terms.volunteer_hours),
        promised_eur=promised,
        invested_eur=invested,
        financiers_eur=terms.financiers_eur,
        financing=tuple(
            report.FinancingLine(name=line.line, group=line.group, eur=line.eur, conditional=line.conditional)
            for line in terms.financing
        ),
    )


def _hours(voice: Voice, terms: Terms, months: Iterable[tuple[date, int]]) -> Series:
    return Series(
        key="hours",
        name=voice.label("report-hours"),
        unit="hours",
        points=tuple(Point(on=on, value=(Decimal(minutes) / 60).quantize(CENT)) for on, minutes in months),
        target=Decimal(terms.volunteer_hours),
    )


def _courses(session: Session, room: Room, terms: Terms, last: date) -> Iterator[Series]:
    for promised in terms.indicators:
        if promised.id in DRAWN and not isinstance(promised.target, str):
            values = [(on, value_of(value)) for on, value in course(session, room, promised, last)]
            yield Series(
                key=promised.id,
                name=promised.name,
                unit=promised.unit,
                points=tuple(
                    Point(on=on, value=value.low) for on, value in values if value is not None and value.low is not None
                ),
                target=Decimal(promised.target),
            )
