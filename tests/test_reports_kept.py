"""Reports that were kept: the same figures whenever they are made again, and what was corrected in the next one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from bot.sample.rooms import AGREEMENT
from handlers.reports.assembling import NothingPromisedError, close, kept_report
from handlers.reports.kept import report_of
from handlers.reports.making import joined, report_file
from reports.report import Report
from storage import attendances, entries, explanations, klus_steps, people, results, tallies
from storage.agreements import keep_agreement, parse
from storage.attendances import Turnout
from storage.database import unit_of_work
from storage.entries import Evidence, Status, Work
from storage.groups import add_group
from storage.klus_steps import Told
from storage.periods import PeriodKind
from storage.results import Finding
from storage.rooms import add_room
from storage.tables import Person, Snapshot
from storage.tallies import Case
from tests.told import told_by

NOW = datetime(2026, 7, 6, 12, tzinfo=UTC)
JUNE, DECEMBER = date(2026, 6, 30), date(2026, 12, 31)
DAY = date(2026, 3, 12)


class Desk:
    """A room with the sample's agreement, some work in it, and somebody who writes, a minute after another."""

    def __init__(self, session: Session) -> None:
        self.session, self.messages = session, 0
        self.room = add_room(session, "top", "TOP")
        terms = parse(AGREEMENT.read_text(encoding="utf-8")).terms_of("top", 2026)
        keep_agreement(session, self.room.id, 2026, terms)
        self.els, self.noor = (self._person(name) for name in ("Els", "Noor"))
        self.koken = add_group(session, self.room.id, "kookgroep", "koken")
        self.hours = self.log(DAY, 180)
        self.log(date(2026, 6, 3), 100)
        turnout = Turnout(date=DAY, activity="koken", group_id=self.koken.id, heads=12)
        self.turnout = attendances.add_attendance(session, self.room.id, turnout, self.evidence)
        self.klus = klus_steps.done_at_once(session, self.room.id, Told(what="lamp"), DAY, self.evidence)
        klus_steps.set_corporation(session, self.klus, "Mitros", self.evidence)
        klus_steps.link_entries(session, self.klus, [self.log(DAY, 45)])

    def _person(self, name: str) -> Person:
        person = Person(name=name, created_at=NOW)
        self.session.add(person)
        self.session.flush()
        people.join(self.session, self.room.id, person.id, date(2026, 1, 1))
        return person

    @property
    def evidence(self) -> Evidence:
        """The next message."""
        self.messages += 1
        at = NOW + timedelta(minutes=self.messages)
        return told_by(self.session, self.els.id, at, f"m{self.messages}")

    def log(self, day: date, minutes: int) -> int:
        """Hours of Noor, and the number of their entry."""
        work = Work(date=day, minutes=minutes, group_id=self.koken.id)
        evidence = self.evidence
        row = entries.add_entry(self.session, self.room.id, self.noor.id, work, Status.BOOKED, evidence)
        return row.entry_id

    def correct(self, entry_id: int, minutes: int) -> None:
        """The hours are others."""
        now = entries.current(self.session, [entry_id])[0]
        work = replace(entries.work_of(now), minutes=minutes)
        entries.revise(self.session, now, work, Status.BOOKED, self.evidence, "corrected")

    def close(self, kind: PeriodKind = PeriodKind.INTERIM, last: date = JUNE) -> Snapshot:
        """Close a period."""
        kept = close(self.session, self.room, kind, last, self.evidence)
        assert kept is not None
        return kept

    def kept(self, kind: PeriodKind = PeriodKind.INTERIM, last: date = JUNE) -> Snapshot:
        """Make a report."""
        return kept_report(self.session, self.room, kind, last, self.evidence)


@pytest.fixture(params=["engine", "postgres_engine"])
def desk(request: pytest.FixtureRequest) -> Iterator[Desk]:
    engine: Engine = request.getfixturevalue(request.param)
    with unit_of_work(engine) as session:
        yield Desk(session)


def _value(report: Report, indicator: str) -> Decimal | None:
    value = next(line.value for line in report.rooms[0].indicators if line.id == indicator)
    return None if value is None else value.low


def test_a_report_tells_what_is_in_the_books(desk: Desk) -> None:
    tallies.add_tally(desk.session, desk.room.id, "partner", Case(date=DAY, organisation="DOCK"), desk.evidence)
    report = report_of(desk.kept())
    (room,) = report.rooms
    assert (report.kind, report.first, report.last, report.year) == ("interim", date(2026, 1, 1), JUNE, 2026)
    assert report.title == "Tussenrapportage 1 (inhoudelijk)"
    assert (room.minutes, room.year_minutes, room.volunteers, len(room.indicators)) == (325, 325, 1, 27)
    assert [(line.name, line.minutes, line.activities) for line in room.groups] == [("kookgroep", 325, 1)]
    assert [(line.corporation, line.done, line.minutes) for line in room.klussen] == [("Mitros", 1, 45)]
    assert [_value(report, name) for name in ("klussen", "meeting", "partners")] == [1, 12, 1]
    assert room.money is not None
    assert (room.money.promised_eur, room.money.invested_eur) == (101000, Decimal("13059.58"))
    hours = room.series[0]
    assert [(point.on.month, point.value) for point in hours.points][2:] == [
        (3, Decimal("3.75")), (4, Decimal("3.75")), (5, Decimal("3.75")), (6, Decimal("5.42")),
    ]  # fmt: skip
    told = [(line.indicator, line.what, line.on, line.group, line.amount, line.number) for line in room.evidence]
    assert told[0] == ("hours", "Uren", DAY, "kookgroep", 3, "")
    assert ("klussen", "Klus", DAY, "", 1, "1, Mitros") in told
    assert ("partners", "Partner", DAY, "", 1, "1, DOCK") in told
    assert ("meeting", "Opkomst", DAY, "kookgroep", 12, "12 mensen") in told


def test_a_month_tells_of_its_own_hours_and_of_the_figures_of_the_year(desk: Desk) -> None:
    report = report_of(desk.kept(PeriodKind.MONTH))
    (room,) = report.rooms
    assert (report.kind, report.first, report.title) == ("progress", date(2026, 6, 1), "Voortgang t/m 30 juni 2026")
    assert (room.minutes, room.year_minutes, _value(report, "klussen")) == (100, 325, 1)


def test_a_closed_period_is_reported_the_same_after_corrections_and_after_somebody_was_erased(desk: Desk) -> None:
    closed = desk.close()
    before = report_of(closed)
    desk.correct(desk.hours, 60)
    klus_steps.drop(desk.session, desk.klus, desk.evidence)
    desk.log(DAY, 500)
    people.forget(desk.session, desk.noor, JUNE, NOW)
    assert desk.kept().id == closed.id
    assert report_of(closed) == before
    assert close(desk.session, desk.room, PeriodKind.INTERIM, JUNE, desk.evidence) is None
    assert "Noor" not in str(closed.content)


def test_what_is_explained_later_stands_beside_the_same_figures(desk: Desk) -> None:
    closed = desk.close()
    desk.correct(desk.hours, 60)
    explanations.explain(desk.session, desk.room.id, "klussen", JUNE, "De bus was stuk.", desk.evidence)
    again = desk.kept()
    report, before = report_of(again), report_of(closed)
    assert (again.id, again.period_id, again.figures_at) == (closed.id + 1, closed.period_id, closed.figures_at)
    said = {line.id: line.explanation for line in report.rooms[0].indicators if line.explanation}
    assert said == {"klussen": "De bus was stuk."}
    unsaid = report.rooms[0].model_copy(
        update={
            "snapshot": before.rooms[0].snapshot,
            "indicators": tuple(line.model_copy(update={"explanation": ""}) for line in report.rooms[0].indicators),
        }
    )
    assert unsaid == before.rooms[0]
    assert desk.kept().id == again.id


def test_an_open_period_is_reported_as_it_is_now(desk: Desk) -> None:
    first = desk.kept()
    desk.correct(desk.hours, 60)
    second = desk.kept()
    assert [report_of(one).rooms[0].minutes for one in (first, second)] == [325, 205]
    assert (first.period_id, second.period_id) == (None, None)
    assert report_of(first).provisional
    assert not report_of(desk.close()).provisional


def test_the_next_report_tells_what_was_corrected_and_which_figures_come_out_otherwise(desk: Desk) -> None:
    desk.close()
    desk.correct(desk.hours, 150)
    klus_steps.drop(desk.session, desk.klus, desk.evidence)
    turnout = attendances.turnout_of(desk.session, desk.turnout)
    attendances.revise(desk.session, desk.turnout, replace(turnout, heads=9), desk.evidence, "corrected")
    desk.log(date(2026, 7, 2), 90)
    late = report_of(desk.kept(PeriodKind.FINAL, DECEMBER)).rooms[0].restatements
    assert [(line.what, line.group, line.before, line.after, line.why, line.indicator) for line in late] == [
        ("Uren van vrijwilligers", "", "5 uur en 25 minuten", "4 uur en 55 minuten", "komt nu anders uit", "hours"),
        ("Sociale ontmoeting (babbeluur, inloop, eettafel, ontbijt/lunchcafé, handwerken, empowermentgroep)",
         "", "12", "9", "komt nu anders uit", "meeting"),
        ("Klussen (kleine reparaties aan/om de woning, tuindienst, repareren fietsen, schoonmaken ruimtes)",
         "", "1", "0", "komt nu anders uit", "klussen"),
        ("Totaal aantal unieke deelnemers aan activiteit/dienst", "", "12", "9", "komt nu anders uit", "participants"),
        ("opkomst", "kookgroep", "12 mensen", "9 mensen", "aangepast", "meeting"),
        ("uren", "kookgroep", "3 uur", "2 uur en 30 minuten", "aangepast", "hours"),
        ("klus 1", "", "Mitros", "niet geteld", "weggehaald", "klussen"),
    ]  # fmt: skip
    month = report_of(desk.close(PeriodKind.MONTH, date(2026, 7, 31))).rooms[0].restatements
    assert [line.what for line in month] == [line.what for line in late]


def test_a_month_that_was_closed_says_nothing_to_the_reports(desk: Desk) -> None:
    desk.close(PeriodKind.MONTH)
    desk.correct(desk.hours, 150)
    assert report_of(desk.kept()).rooms[0].restatements == ()
    july = report_of(desk.kept(PeriodKind.MONTH, date(2026, 7, 31)))
    assert [line.what for line in july.rooms[0].restatements] == ["Uren van vrijwilligers", "uren"]


def test_without_an_agreement_there_is_nothing_to_report(desk: Desk) -> None:
    with pytest.raises(NothingPromisedError):
        desk.kept(PeriodKind.FINAL, date(2025, 12, 31))


def test_a_report_for_a_corporation_has_its_klussen_alone_and_no_evidence_where_none_is_listed(desk: Desk) -> None:
    made = joined([report_of(desk.kept())], "Mitros")
    (room,) = made.rooms
    assert (made.kind, made.corporation) == ("extract", "Mitros")
    assert [line.corporation for line in room.klussen] == ["Mitros"]
    assert report_file(made, "docx").report.rooms[0].evidence == ()
    assert report_file(made, "docx").file_name == f"rapport-{room.snapshot}-2026-06-30"


def test_out_of_how_many_announced_is_told_with_its_source_and_restated(desk: Desk) -> None:
    tallies.add_tally(desk.session, desk.room.id, "newcomer", Case(date=DAY), desk.evidence)
    finding = Finding(value=Decimal(4), date=date(2026, 6, 12), source="Gemeente")
    told = results.enter(desk.session, desk.room.id, "newcomers_announced", finding, desk.evidence)
    (room,) = report_of(desk.close()).rooms
    line = next(line for line in room.indicators if line.id == "newcomers")
    assert (line.of, line.out_of, line.note) == (10, 4, "Aangemeld: stand op 12\xa0juni 2026 (Gemeente)")
    results.revise(desk.session, told, replace(finding, value=Decimal(6)), desk.evidence, "value")
    (later,) = report_of(desk.kept(PeriodKind.FINAL, DECEMBER)).rooms
    assert [(each.indicator, each.before, each.after) for each in later.restatements] == [("newcomers", "4", "6")]
    assert next(line.out_of for line in later.indicators if line.id == "newcomers") == 6
