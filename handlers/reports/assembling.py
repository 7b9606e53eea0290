"""A report on a room, put together from the books as they are now, or from what was kept when its period was closed."""

from datetime import date, datetime

from sqlmodel import Session

from handlers.reports.kept import LANGUAGE, content_of, explained, report_of
from handlers.reports.restated import restated
from handlers.reports.room_part import room_part
from language.say.voice import Voice
from reports.report import Kind, Report
from storage import periods, snapshots
from storage.agreements import Terms, agreement_of, terms_of
from storage.beside import read_room_beside
from storage.deadlines import report_kind
from storage.entries import Evidence
from storage.explanations import explanations
from storage.periods import REPORTS, PeriodKind
from storage.rooms import settings_of
from storage.snapshots import Taken
from storage.tables import ClosedPeriod, Room, Snapshot

_KINDS: dict[PeriodKind, Kind] = {
    PeriodKind.MONTH: "progress",
    PeriodKind.INTERIM: "interim",
    PeriodKind.FINAL: "final",
}


class NothingPromisedError(Exception):
    """The room has no agreement for the year: there is nothing to report on."""


def kept_report(session: Session, room: Room, kind: PeriodKind, last: date, made: Evidence | datetime) -> Snapshot:
    """Keep the room's report on the period that ends on ``last``: the figures of when it was closed, or else of now.

    What is explained stands beside them as it is now. Raises NothingPromisedError.
    """
    period = periods.closed(session, room.id, kind, last)
    if period is None:
        now = made.at if isinstance(made, Evidence) else made
        taken, report = _figures(session, room, kind, last, now, provisional=True)
    else:
        closed = snapshots.of_period(session, period)
        taken, report = snapshots.taken_for(closed), report_of(closed)
    return _keep(session, room, kind, report, taken, made, period)


def close(session: Session, room: Room, kind: PeriodKind, last: date, evidence: Evidence) -> Snapshot | None:
    """Close a period with the figures of now; None when it is closed already. Raises NothingPromisedError."""
    if periods.closed(session, room.id, kind, last) is not None:
        return None
    taken, report = _figures(session, room, kind, last, evidence.at, provisional=False)
    period = periods.close(session, room.id, kind, last, evidence)
    return None if period is None else _keep(session, room, kind, report, taken, evidence, period)


def _keep(
    session: Session,
    room: Room,
    kind: PeriodKind,
    report: Report,
    taken: Taken,
    made: Evidence | datetime,
    period: ClosedPeriod | None,
) -> Snapshot:
    content = content_of(explained(report, explanations(session, room.id, report.last)))
    return snapshots.keep(session, room.id, kind, report.last, content, taken, made=made, period=period)


def _figures(
    session: Session, room: Room, kind: PeriodKind, last: date, now: datetime, *, provisional: bool
) -> tuple[Taken, Report]:
    """The figures as they are in the books, and how far the books are then."""

    def read(session: Session, room: Room) -> tuple[Taken, Report]:
        taken = snapshots.take(session, room.id, now)
        return taken, assemble(session, room, kind, last, now, provisional=provisional)

    return read_room_beside(session, room, ("report", kind, last, provisional), read)


def assemble(session: Session, room: Room, kind: PeriodKind, last: date, now: datetime, *, provisional: bool) -> Report:
    """Put the report together from the books as they are, without what is explained. Raises NothingPromisedError."""
    agreement = agreement_of(session, room.id, last.year)
    if agreement is None:
        raise NothingPromisedError
    terms, voice = terms_of(agreement), Voice(LANGUAGE, last)
    first = periods.first_day(kind, last)
    part = room_part(session, voice, room, terms, first, last)
    told = REPORTS if kind in REPORTS else tuple(PeriodKind)
    before = snapshots.last_closed(session, room.id, told, last)
    if before is not None:
        part = part.model_copy(update={"restatements": tuple(restated(session, voice, room, before, now))})
    return Report(
        kind=_KINDS[kind],
        title=title(voice, kind, last, terms),
        agreement=agreement.title,
        year=last.year,
        first=first,
        last=last,
        made_at=now.astimezone(settings_of(room).zone),
        provisional=provisional,
        rooms=(part,),
    )


def title(voice: Voice, kind: PeriodKind, last: date, terms: Terms) -> str:
    """What a report is called: as the agreement calls it, where it asks for one on this period."""
    for due in terms.reports:
        if periods.reported_until(due.due, last.year) == last and report_kind(terms, due) is kind:
            return due.name
    return voice.label(f"report-title-{kind}", until=until(voice, last))


def until(voice: Voice, last: date) -> str:
    """A day as a period ends on it: "30 juni 2026"."""
    return voice.label("date-plain", day=str(last.day), month=voice.label(f"month-{last.month}"), year=str(last.year))
