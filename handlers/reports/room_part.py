"""All that a report tells of one room, read from the books as they are now."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from sqlmodel import Session

from handlers.desk.figure_meaning import meaning
from handlers.reports.behind import PARTICIPANTS, behind, evidence_lines
from handlers.reports.document_words import document_words
from handlers.reports.printed_sums import remarks
from language.say.voice import Voice
from language.say.words import capital
from reports import report
from reports.report import IndicatorLine, Point, RoomPart, Series, Value
from storage.agreements import Terms
from storage.figures.board import BoardLine, announced_result, board, survey_on
from storage.figures.course import month_ends
from storage.figures.evidence import HOURS, EvidenceRow
from storage.figures.light import Value as Figure
from storage.figures.money import worth
from storage.figures.unique_people import Range
from storage.report_figures import klussen_by_corporation, waiting_minutes
from storage.results import entered_result
from storage.survey_results import SurveyResult
from storage.tables import ResultVersion, Room

DRAWN = ("participants", "klussen")
"""Indicators whose course over the year is drawn, beside the hours."""
CENT = Decimal("0.01")


def room_part(session: Session, voice: Voice, room: Room, terms: Terms, first: date, last: date) -> RoomPart:
    """Read the room's figures for the period from ``first`` to ``last``; the promised ones are the year's so far."""
    lines = indicator_lines(session, voice, room, last)
    rows = behind(session, room, [line.id for line in lines], last)
    worked = [row for row in rows[HOURS] if row.date >= first]
    year_minutes = sum(row.amount for row in rows[HOURS])
    return RoomPart(
        name=room.name,
        association=terms.association,
        neighbourhoods=terms.neighbourhoods,
        indicators=tuple(lines),
        minutes=sum(row.amount for row in worked),
        year_minutes=year_minutes,
        waiting_minutes=waiting_minutes(session, room.id, last),
        volunteers=len({person for row in worked for person in row.people}),
        groups=tuple(_groups(voice, worked, [row for row in rows[PARTICIPANTS] if row.date >= first])),
        klussen=tuple(
            report.KlussenLine(corporation=line.corporation, done=line.done, open=line.open, minutes=line.minutes)
            for line in klussen_by_corporation(session, room.id, first, last)
        ),
        money=_money(voice, terms, year_minutes),
        series=tuple(_courses(voice, terms, rows, last)),
        evidence=tuple(evidence_lines(voice, {name: rows[name] for name in (HOURS, *(line.id for line in lines))})),
    )


def indicator_lines(session: Session, voice: Voice, room: Room, on: date) -> list[IndicatorLine]:
    """All that the room promised for the year and how it stands at the end of a day, as a report has it."""
    return [_line(session, voice, room, line, on) for line in board(session, room, on.year, on)]


def _line(session: Session, voice: Voice, room: Room, line: BoardLine, on: date) -> IndicatorLine:
    promised = line.indicator
    found = entered_result(session, room.id, promised.id, on) if promised.source == "entered" else None
    beside = announced_result(session, room.id, promised, on)
    survey = survey_on(session, room, promised, on)
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
        note=_announced(voice, beside) or _asked(voice, survey) if found is None else found.source,
        flagged=promised.flagged,
        definition=capital(meaning(session, voice, room, promised, on.year) or ""),
    )


def _announced(voice: Voice, found: ResultVersion | None) -> str:
    """Of which day it is how many were announced, and who told."""
    if found is None:
        return ""
    return voice.label("report-announced", day=document_words(voice.language).date(found.date), source=found.source)


def _asked(voice: Voice, survey: SurveyResult | None) -> str:
    """How many answered a survey's question, and which part that is of those asked."""
    if survey is None:
        return ""
    if survey.response is None:
        return voice.label("report-survey", count=survey.answers)
    return voice.label("report-survey-response", count=survey.answers, response=str(round(survey.response)))


def value_of(figure: Figure) -> Value | None:
    """A figure as a report has it; None where nobody knows it."""
    if figure is None:
        return None
    if isinstance(figure, str):
        return Value(positive=figure == "positive")
    low, high = (figure.least, figure.most) if isinstance(figure, Range) else (figure, figure)
    return Value(low=Decimal(low), high=Decimal(high))


def _groups(voice: Voice, worked: Iterable[EvidenceRow], held: Iterable[EvidenceRow]) -> Iterator[report.GroupLine]:
    """What each group did, the one with most hours first; what was for no group last of as many."""
    minutes, people = Counter[str](), defaultdict[str, set[int]](set)
    for row in worked:
        minutes[row.group] += row.amount
        people[row.group].update(row.people)
    activities = Counter(row.group for row in held)
    for group in sorted({*minutes, *activities}, key=lambda group: (-minutes[group], not group, group)):
        yield report.GroupLine(
            name=group or voice.label("report-no-group"),
            minutes=minutes[group],
            volunteers=len(people[group]),
            activities=activities[group],
        )


def _money(voice: Voice, terms: Terms, minutes: int) -> report.Money | None:
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
        remarks=tuple(remarks(voice, terms)),
    )


def _courses(voice: Voice, terms: Terms, rows: Mapping[str, list[EvidenceRow]], last: date) -> Iterator[Series]:
    """The hours over the year, and the figures that grow with what is told: each adds up from what is behind it."""
    yield Series(
        key=HOURS,
        name=voice.label("report-hours"),
        unit="hours",
        points=_points(rows[HOURS], last, lambda row: Decimal(row.amount) / 60),
        target=Decimal(terms.volunteer_hours),
    )
    for promised in terms.indicators:
        if promised.id in DRAWN and not isinstance(promised.target, str):
            yield Series(
                key=promised.id,
                name=promised.name,
                unit=promised.unit,
                points=_points(rows[promised.id], last, _added),
                target=Decimal(promised.target),
            )


def _points(rows: list[EvidenceRow], last: date, adds: Callable[[EvidenceRow], Decimal]) -> tuple[Point, ...]:
    by_day = [(row.date, adds(row)) for row in rows]
    return tuple(
        Point(on=end, value=sum((value for on, value in by_day if on <= end), Decimal()).quantize(CENT))
        for end in month_ends(last)
    )


def _added(row: EvidenceRow) -> Decimal:
    return Decimal(row.adds.least) if isinstance(row.adds, Range) else Decimal()
