"""Closed periods, the figures kept of them, and what was corrected since."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from storage import attendances, dated_facts, entries, explanations, klus_steps, periods, results, snapshots, tallies
from storage.attendances import Turnout
from storage.database import unit_of_work
from storage.dated_facts import Fact
from storage.entries import Evidence, Status, Work
from storage.klus_steps import Told
from storage.periods import PeriodKind
from storage.restatements import Restatement, restatements
from storage.results import Finding
from storage.rooms import add_room
from storage.tables import ClosedPeriod, Explanation, Participant, Person, Snapshot
from storage.tallies import Case
from tests.told import told_by

NOW = datetime(2026, 7, 10, 12, tzinfo=UTC)
JUNE, JULY = date(2026, 6, 30), date(2026, 7, 3)
DAY = date(2026, 3, 12)


class Books:
    """A room with somebody who writes, each message a minute after the one before."""

    def __init__(self, session: Session) -> None:
        self.session, self.messages = session, 0
        self.room, self.other = (add_room(session, slug, slug).id for slug in ("top", "hart"))
        person = Person(name="Els", created_at=NOW)
        session.add(person)
        session.flush()
        self.els = person.id

    @property
    def evidence(self) -> Evidence:
        """The next message."""
        self.messages += 1
        at = NOW + timedelta(minutes=self.messages)
        return told_by(self.session, self.els, at, f"m{self.messages}")

    def log(self, day: date, minutes: int, status: Status = Status.BOOKED, room: int | None = None) -> int:
        """Hours, and the number of their entry."""
        work = Work(date=day, minutes=minutes)
        row = entries.add_entry(self.session, room or self.room, self.els, work, status, self.evidence)
        return row.entry_id

    def correct(self, entry_id: int, minutes: int, status: Status = Status.BOOKED, day: date | None = None) -> None:
        """The hours are others, or stand otherwise."""
        now = entries.current(self.session, [entry_id])[0]
        work = replace(entries.work_of(now), minutes=minutes, date=day or now.date)
        entries.revise(self.session, now, work, status, self.evidence, "corrected")

    def close(
        self, last: date = JUNE, kind: PeriodKind = PeriodKind.INTERIM, content: dict[str, str] | None = None
    ) -> Snapshot:
        """Close a period with these figures."""
        evidence = self.evidence
        taken = snapshots.take(self.session, self.room, evidence.at)
        period = periods.close(self.session, self.room, kind, last, evidence)
        assert period is not None
        return snapshots.keep(self.session, self.room, kind, last, content or {}, taken, made=evidence, period=period)

    def restated(self, snapshot: Snapshot) -> list[tuple[str, int | None, int | None]]:
        """The kinds of what was corrected, with the amounts before and after."""
        return [(one.kind, *_amounts(one)) for one in restatements(self.session, snapshot)]


def _amounts(one: Restatement) -> tuple[int | None, int | None]:
    return one.before and one.before.amount, one.after and one.after.amount


@pytest.fixture(params=["engine", "postgres_engine"])
def books(request: pytest.FixtureRequest) -> Books:
    engine: Engine = request.getfixturevalue(request.param)
    with unit_of_work(engine) as session:
        yield Books(session)


@pytest.mark.parametrize(
    ("due", "year", "until"),
    [
        (date(2020, 7, 20), 2020, date(2020, 6, 30)),
        (date(2021, 1, 20), 2020, date(2020, 12, 31)),
        (date(2021, 6, 1), 2020, date(2020, 12, 31)),
        (date(2024, 3, 1), 2024, date(2024, 2, 29)),
    ],
)
def test_a_report_tells_of_the_year_until_the_month_before_it_is_due(due: date, year: int, until: date) -> None:
    assert periods.reported_until(due, year) == until


def test_a_period_is_closed_once_by_whoever_came_first(books: Books) -> None:
    first = books.evidence
    assert periods.close(books.session, books.room, PeriodKind.MONTH, JUNE, first) is not None
    assert periods.close(books.session, books.room, PeriodKind.MONTH, JUNE, books.evidence) is None
    assert periods.close(books.session, books.room, PeriodKind.INTERIM, JUNE, books.evidence) is not None
    month = periods.closed(books.session, books.room, PeriodKind.MONTH, JUNE)
    assert month is not None
    assert (month.first, month.closed_at, month.closed_by, month.inbox_id) == (
        date(2026, 6, 1), first.at, books.els, first.inbox_id,
    )  # fmt: skip
    assert periods.closed(books.session, books.other, PeriodKind.MONTH, JUNE) is None
    assert [period.first for period in periods.closed_periods(books.session, books.room)] == [
        date(2026, 1, 1), date(2026, 6, 1),
    ]  # fmt: skip
    assert len(books.session.exec(select(ClosedPeriod)).all()) == 2


def test_a_snapshot_says_the_same_for_good_and_is_its_own_rooms_alone(books: Books) -> None:
    kept = books.close(content={"hours": "12"})
    period = books.session.get_one(ClosedPeriod, kept.period_id)
    again = snapshots.keep(
        books.session, books.room, PeriodKind.INTERIM, JUNE, {"hours": "12"}, snapshots.taken_for(kept),
        made=books.evidence, period=period,
    )  # fmt: skip
    assert again.id == kept.id
    worded = snapshots.keep(
        books.session, books.room, PeriodKind.INTERIM, JUNE, {"hours": "12", "why": "ziek"},
        snapshots.taken_for(kept), made=NOW, period=period,
    )  # fmt: skip
    assert (worded.figures_at, worded.made_by, worded.inbox_id) == (kept.figures_at, None, None)
    assert snapshots.of_period(books.session, period).id == kept.id
    newest = snapshots.newest(books.session, books.room, PeriodKind.INTERIM, JUNE)
    assert newest is not None
    assert newest.id == worded.id
    assert snapshots.by_id(books.session, kept.id, [books.room]) is kept
    assert snapshots.by_id(books.session, kept.id, [books.other]) is None


def test_the_report_before_is_the_one_closed_last_of_the_kinds_that_are_told(books: Books) -> None:
    interim, month = books.close(), books.close(date(2026, 5, 31), PeriodKind.MONTH)
    report = books.close(date(2026, 12, 31), PeriodKind.FINAL)

    def before(kinds: tuple[PeriodKind, ...], until: date) -> Snapshot | None:
        return snapshots.last_closed(books.session, books.room, kinds, until)

    assert before(periods.REPORTS, date(2027, 6, 30)) is report
    assert before(periods.REPORTS, date(2026, 12, 30)) is interim
    assert before(tuple(PeriodKind), date(2026, 7, 31)) is month
    assert before(periods.REPORTS, date(2026, 5, 31)) is None


def test_hours_of_a_closed_period_that_change_are_told_once_as_they_were_and_are(books: Books) -> None:
    more, gone, back, moved = (books.log(DAY, minutes) for minutes in (60, 90, 30, 45))
    waiting, later = books.log(DAY, 600, Status.WAITING), books.log(JULY, 15)
    kept = books.close()
    assert books.restated(kept) == []
    books.correct(more, 70)
    books.correct(more, 80)
    books.correct(gone, 90, Status.WITHDRAWN)
    books.correct(back, 35)
    books.correct(back, 30)
    books.correct(moved, 45, day=JULY)
    books.correct(waiting, 600)
    books.correct(later, 20)
    books.log(DAY, 50)
    books.log(JULY, 55)
    books.log(date(2025, 12, 31), 5)
    books.log(DAY, 65, room=books.other)
    assert books.restated(kept) == [
        ("hours", 60, 80),
        ("hours", 90, None),
        ("hours", 45, None),
        ("hours", None, 600),
        ("hours", None, 50),
    ]
    told = restatements(books.session, kept)[0]
    assert (told.number, told.person_id, told.changed_by) == (more, books.els, books.els)
    assert told.before is not None
    assert told.before.date == DAY


def test_turnouts_and_cases_of_a_closed_period_that_change_are_told(books: Books) -> None:
    participant = Participant(room_id=books.room, name="Fatima B.", created_at=NOW)
    books.session.add(participant)
    books.session.flush()
    turnout = Turnout(date=DAY, activity="koken", group_id=None, heads=10)
    fewer, named = (attendances.add_attendance(books.session, books.room, turnout, books.evidence) for _ in "ab")
    case = Case(date=DAY)
    wrong = tallies.add_tally(books.session, books.room, "agency", case, books.evidence)
    kept = books.close()
    attendances.revise(books.session, fewer, replace(turnout, heads=8), books.evidence, "corrected")
    known = replace(turnout, named=frozenset([participant.id]))
    attendances.revise(books.session, named, known, books.evidence, "named")
    tallies.revise(books.session, wrong, case, books.evidence, "withdrawn", is_withdrawn=True)
    tallies.add_tally(books.session, books.room, "work", case, books.evidence)
    assert books.restated(kept) == [
        ("attendance", 10, 8),
        ("attendance", 10, 10),
        ("tally", 1, None),
        ("tally", None, 1),
    ]


def test_results_of_a_closed_period_that_change_are_told(books: Books) -> None:
    session = books.session
    found = Finding(value=Decimal(2), date=DAY, source="interviews")
    kept, other = (results.enter(session, books.room, "nuisance", found, books.evidence) for _ in range(2))
    snapshot = books.close()
    results.revise(session, kept, replace(found, value=Decimal(3)), books.evidence, "value")
    results.revise(session, other, found, books.evidence, "withdrawn", is_withdrawn=True)
    results.enter(session, books.room, "nuisance", replace(found, date=JULY), books.evidence)
    corrected, gone = restatements(session, snapshot)
    assert [(one.kind, one.number) for one in (corrected, gone)] == [
        ("result", kept.result_id),
        ("result", other.result_id),
    ]
    assert corrected.before is not None
    assert corrected.after is not None
    assert (corrected.before.more, corrected.after.more) == (("2", "interviews"), ("3", "interviews"))
    assert gone.after is None


def test_klussen_of_a_closed_period_that_change_are_told(books: Books) -> None:
    session, room = books.session, books.room
    told = Told(what="lamp")
    stays, dropped, double, moved = (
        klus_steps.done_at_once(session, room, told, DAY, books.evidence) for _ in range(4)
    )
    asked = klus_steps.request(session, room, told, books.evidence)
    kept = books.close()
    klus_steps.set_what(session, stays, "lamp boven", books.evidence)
    klus_steps.drop(session, dropped, books.evidence)
    klus_steps.merge(session, double, stays, books.evidence)
    klus_steps.finish(session, moved, JULY, books.evidence)
    klus_steps.finish(session, asked, DAY, books.evidence)
    assert [(one.number, *_amounts(one)) for one in restatements(session, kept)] == [
        (2, 1, None), (3, 1, None), (4, 1, None), (5, None, 1),
    ]  # fmt: skip
    klus_steps.part(session, double, books.evidence)
    klus_steps.set_corporation(session, stays, "Mitros", books.evidence)
    changed = {one.number: one for one in restatements(session, kept)}
    assert sorted(changed) == [1, 2, 4, 5]
    assert changed[1].after is not None
    assert changed[1].after.what == "Mitros"


def test_keys_and_memberships_that_turn_out_otherwise_are_told(books: Books) -> None:
    def begin(fact: Fact, starts: date, *, confirmed: bool = True) -> dated_facts.DatedFact:
        evidence = books.evidence
        return dated_facts.begin(books.session, books.room, books.els, fact, starts, evidence, is_confirmed=confirmed)

    wrong, ended, unconfirmed = (
        begin(Fact.KEY, DAY),
        begin(Fact.ASSOCIATION, DAY),
        begin(Fact.KEY, DAY, confirmed=False),
    )
    goes_on = begin(Fact.KEY, DAY)
    kept = books.close()
    dated_facts.withdraw(wrong, books.evidence.at)
    dated_facts.end(ended, date(2026, 5, 1), books.evidence, is_confirmed=True)
    dated_facts.end(goes_on, JULY, books.evidence, is_confirmed=True)
    unconfirmed.start_confirmed_at = books.evidence.at
    begin(Fact.KEY, JULY)
    assert [(one.kind, one.number, *_amounts(one)) for one in restatements(books.session, kept)] == [
        ("association", ended.id, 1, None),
        ("key", wrong.id, 1, None),
        ("key", unconfirmed.id, None, 1),
    ]


def test_an_explanation_has_versions_and_the_last_one_counts(books: Books) -> None:
    session, room = books.session, books.room
    assert explanations.explain(session, room, "klussen", JUNE, "De klussenbus was stuk.", books.evidence)
    assert explanations.explain(session, room, "klussen", JUNE, "De klussenbus was stuk.", books.evidence) is None
    assert explanations.explain(session, room, "klussen", JUNE, "Geen klussenbus.", books.evidence)
    assert explanations.explain(session, room, "forms", JUNE, "Ziek.", books.evidence)
    assert explanations.explain(session, room, "forms", JUNE, "", books.evidence)
    assert explanations.explanations(session, room, JUNE) == {"klussen": "Geen klussenbus."}
    assert explanations.explanations(session, books.other, JUNE) == {}
    assert explanations.said_before(session, room, "klussen", JULY) == "Geen klussenbus."
    assert explanations.said_before(session, room, "klussen", JUNE) == ""
    assert explanations.said_before(session, room, "klussen", date(2027, 6, 30)) == ""
    wanted = select(Explanation).where(Explanation.indicator == "klussen").order_by(col(Explanation.version))
    rows = session.exec(wanted).all()
    assert [(row.version, row.text, row.is_current, row.changed_by) for row in rows] == [
        (1, "De klussenbus was stuk.", False, books.els), (2, "Geen klussenbus.", True, books.els),
    ]  # fmt: skip
    with pytest.raises(ValueError, match="at most 1000"):
        explanations.explain(session, room, "klussen", JUNE, "x" * 1001, books.evidence)
