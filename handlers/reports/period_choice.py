"""The periods of a room to choose from: up to today, and those that are over."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from handlers.reports.assembling import title, until
from handlers.turn import Option, Turn
from language.say.voice import Voice
from language.say.words import capital, shortened
from storage import periods
from storage.agreements import Terms, agreement_of, terms_of
from storage.deadlines import report_kind
from storage.periods import PeriodKind
from storage.rooms import settings_of
from storage.tables import Room

YEARS_BACK = 2
MONTHS_BACK = 6
LABEL = 24


@dataclass(frozen=True, slots=True)
class Period:
    """A period of a room, by what it is reported for and its last day."""

    kind: PeriodKind
    last: date

    @property
    def value(self) -> str:
        """How it stands on a button."""
        return f"{self.kind}.{self.last.isoformat()}"

    @property
    def is_whole_year(self) -> bool:
        """Whether a report on it is about all days of a year."""
        return (self.last.month, self.last.day) == (12, 31)

    @classmethod
    def of(cls, value: str) -> "Period":
        """The period of a button."""
        kind, _, last = value.partition(".")
        return cls(PeriodKind(kind), date.fromisoformat(last))


def today_in(turn: Turn, room: Room) -> date:
    """The day on which the message was sent, in the room's zone."""
    return turn.incoming.sent_at.astimezone(settings_of(room).zone).date()


def over(session: Session, room: Room, today: date) -> list[Period]:
    """The room's periods that are over, of years with an agreement: the reports asked for and the last months."""
    promised = _terms(session, room, today)
    asked = {
        Period(report_kind(terms, due), periods.reported_until(due.due, year))
        for year, terms in promised.items()
        for due in terms.reports
    }
    ends = [Period(PeriodKind.FINAL, date(year, 12, 31)) for year in promised]
    months: list[Period] = []
    end = today.replace(day=1) - timedelta(days=1)
    while len(months) < MONTHS_BACK and end.year in promised:
        months.append(Period(PeriodKind.MONTH, end))
        end = end.replace(day=1) - timedelta(days=1)
    every = {*asked, *ends, *months}
    order = list(PeriodKind)
    return sorted(
        (period for period in every if period.last < today),
        key=lambda period: (-period.last.toordinal(), order.index(period.kind)),
    )


def to_report(turn: Turn, room: Room, kind: PeriodKind) -> list[Option]:
    """The periods of which a report of this kind can be made: those that are over, and the one up to today."""
    today = today_in(turn, room)
    found = [period for period in over(turn.session, room, today) if period.kind is kind]
    options = [(period.value, turn.label("report-until", day=until(turn.voice, period.last))) for period in found]
    if agreement_of(turn.session, room.id, today.year) is None:
        return options
    now = (Period(kind, today).value, turn.label("report-until-today"))
    return [now, *options] if kind is PeriodKind.MONTH else [*options, now]


def to_close(turn: Turn, room: Room) -> list[Option]:
    """The periods that are over and not closed yet, as they are called."""
    today = today_in(turn, room)
    return [
        (period.value, shortened(period_name(turn.session, turn.voice, room, period), LABEL))
        for period in over(turn.session, room, today)
        if periods.closed(turn.session, room.id, period.kind, period.last) is None
    ]


def period_name(session: Session, voice: Voice, room: Room, period: Period) -> str:
    """What a period is called: "Oktober 2026", or the report on it."""
    if period.kind is PeriodKind.MONTH and (period.last + timedelta(days=1)).day == 1:
        month = voice.label("report-month", month=voice.label(f"month-{period.last.month}"), year=str(period.last.year))
        return capital(month)
    agreement = agreement_of(session, room.id, period.last.year)
    terms = Terms(title="", volunteer_hours=0) if agreement is None else terms_of(agreement)
    return title(voice, period.kind, period.last, terms)


def _terms(session: Session, room: Room, today: date) -> dict[int, Terms]:
    """What the room promised this year and the years before, by year."""
    years = range(today.year - YEARS_BACK, today.year + 1)
    found = {year: agreement_of(session, room.id, year) for year in years}
    return {year: terms_of(agreement) for year, agreement in found.items() if agreement is not None}
