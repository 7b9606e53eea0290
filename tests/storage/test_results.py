"""Entered results: which one holds on a day, and that nothing is overwritten."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from storage import results
from storage.database import unit_of_work
from storage.entries import Evidence
from storage.results import Finding, Value
from storage.rooms import add_room
from storage.tables import Person, ResultVersion
from tests.told import told_by

NOW = datetime(2026, 7, 10, 12, tzinfo=UTC)
MARCH, JUNE, DECEMBER = date(2026, 3, 31), date(2026, 6, 30), date(2026, 12, 31)


class Books:
    """Two rooms and somebody who enters results."""

    def __init__(self, session: Session) -> None:
        self.session, self.messages = session, 0
        self.top, self.hart = (add_room(session, slug, slug).id for slug in ("top", "hart"))
        person = Person(name="Els", created_at=NOW)
        session.add(person)
        session.flush()
        self.els = person.id

    def evidence(self) -> Evidence:
        """The next message."""
        self.messages += 1
        at = NOW + timedelta(minutes=self.messages)
        return told_by(self.session, self.els, at, f"m{self.messages}")

    def enter(self, value: Value, on: date, indicator: str = "nuisance", room: int | None = None) -> ResultVersion:
        """Enter a result."""
        finding = Finding(value=value, date=on, source="interviews")
        return results.enter(self.session, room or self.top, indicator, finding, self.evidence())

    def value(self, on: date, indicator: str = "nuisance") -> Value | None:
        """The value that holds in the first room."""
        held = results.entered_result(self.session, self.top, indicator, on)
        return None if held is None else results.value_of(held)


@pytest.fixture(params=["engine", "postgres_engine"])
def books(request: pytest.FixtureRequest):
    """The rooms in an empty database."""
    engine: Engine = request.getfixturevalue(request.param)
    with unit_of_work(engine) as session:
        yield Books(session)


def test_the_newest_of_the_year_holds_by_the_day_on_which_it_was_found(books: Books) -> None:
    books.enter(Decimal("2.5"), JUNE)
    books.enter(Decimal("1.0"), MARCH)
    assert [books.value(on) for on in (date(2026, 3, 30), MARCH, date(2026, 6, 29), JUNE, DECEMBER)] == [
        None, Decimal("1.0"), Decimal("1.0"), Decimal("2.5"), Decimal("2.5"),
    ]  # fmt: skip
    assert books.value(date(2027, 1, 1)) is None
    assert str(books.value(MARCH)) == "1.0"


def test_of_two_of_one_day_the_one_that_was_entered_last_holds(books: Books) -> None:
    first = books.enter("positive", JUNE, "no_deficit")
    books.enter("negative", JUNE, "no_deficit")
    assert books.value(DECEMBER, "no_deficit") == "negative"
    results.revise(books.session, first, results.finding_of(first), books.evidence(), "source")
    assert books.value(DECEMBER, "no_deficit") == "negative"


def test_another_room_and_another_indicator_are_apart(books: Books) -> None:
    books.enter(Decimal(3), JUNE, room=books.hart)
    books.enter(Decimal(4), JUNE, "benefits_care")
    assert books.value(DECEMBER) is None
    found = results.results_in(books.session, books.top, MARCH, DECEMBER)
    assert [row.indicator for row in found] == ["benefits_care"]


def test_a_correction_is_a_version_and_a_withdrawn_result_does_not_hold(books: Books) -> None:
    books.enter(Decimal(1), MARCH)
    told = books.enter(Decimal(2), JUNE)
    finding = Finding(value=Decimal(3), date=MARCH, source="audit")
    corrected = results.revise(books.session, told, finding, books.evidence(), "value")
    assert (books.value(MARCH), books.value(DECEMBER)) == (Decimal(3), Decimal(3))
    assert results.finding_of(corrected) == finding
    results.revise(books.session, corrected, finding, books.evidence(), "withdrawn", is_withdrawn=True)
    assert books.value(DECEMBER) == Decimal(1)
    rows = books.session.exec(
        select(ResultVersion).where(ResultVersion.result_id == told.result_id).order_by(col(ResultVersion.version))
    )
    assert [(row.version, row.value, row.is_current, row.changed_by) for row in rows] == [
        (1, "2", False, books.els),
        (2, "3", False, books.els),
        (3, "3", True, books.els),
    ]
    current = results.current(books.session, told.result_id)
    assert current is not None
    assert current.is_withdrawn
    assert [row.result_id for row in results.from_message(books.session, corrected.inbox_id)] == [told.result_id]
