"""Klussen: their numbers, their steps, what counts, and what is erased."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from storage import klus_steps, klussen
from storage.database import unit_of_work
from storage.entries import Evidence
from storage.klus_steps import Told
from storage.klussen import PLACE_DAYS, State
from storage.rooms import add_room
from storage.tables import Klus, KlusChange, KlusPhoto, Person
from tests.told import told_by

NOW = datetime(2026, 3, 12, 12, tzinfo=UTC)
DAY = date(2026, 3, 12)


class Books:
    """A room with some people, and messages to be evidence."""

    def __init__(self, engine: Engine) -> None:
        self.engine, self.messages = engine, 0
        with unit_of_work(engine) as session:
            self.room, self.other = (add_room(session, slug, slug).id for slug in ("top", "hart"))
            self.people = [self._person(session, name) for name in ("Noor", "Piet", "Sami")]

    def _person(self, session: Session, name: str) -> int:
        person = Person(name=name, created_at=NOW)
        session.add(person)
        session.flush()
        return person.id

    def evidence(self, session: Session, by: int = 0, at: datetime = NOW) -> Evidence:
        """A message by one of the people."""
        self.messages += 1
        return self.evidence_of(session, f"m{self.messages}", by, at)

    def evidence_of(self, session: Session, name: str, by: int = 0, at: datetime = NOW) -> Evidence:
        """A message with a name of its own."""
        return told_by(session, self.people[by], at, name)


@pytest.fixture
def books(engine: Engine) -> Books:
    return Books(engine)


def _ask(session: Session, books: Books, what: str = "lamp kapot", place: str | None = "Kanaalstraat 12") -> Klus:
    return klus_steps.request(session, books.room, Told(what=what, place=place), books.evidence(session))


def _steps(session: Session, klus: Klus) -> list[tuple[str, str]]:
    return [(step.change, step.value) for step in klussen.changes_of(session, klus.id)]


@pytest.mark.parametrize("kind", ["engine", "postgres_engine"])
def test_many_who_ask_at_once_each_get_a_number_of_their_own(kind: str, request: pytest.FixtureRequest) -> None:
    books = Books(request.getfixturevalue(kind))

    def ask(number: int) -> None:
        with unit_of_work(books.engine) as session:
            evidence = books.evidence_of(session, f"thread{number}")
            room = books.other if number % 4 == 0 else books.room
            klus_steps.request(session, room, Told(what=f"klus {number}"), evidence)

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(ask, range(24)))
    with unit_of_work(books.engine) as session:
        for room, count in ((books.room, 18), (books.other, 6)):
            numbers = session.exec(select(Klus.number).where(Klus.room_id == room)).all()
            assert sorted(numbers) == list(range(1, count + 1))


def test_a_klus_goes_through_its_states_and_each_step_is_kept(books: Books) -> None:
    noor, piet, sami = books.people
    with unit_of_work(books.engine) as session:
        klus = _ask(session, books)
        klus_steps.take(session, klus, piet, books.evidence(session, by=1))
        klus_steps.take(session, klus, sami, books.evidence(session))
        assert klus.state == State.TAKEN
        klus_steps.remove_helper(session, klus, sami, books.evidence(session, by=2))
        assert (klus.state, klussen.helpers_of(session, klus)) == (State.TAKEN, [piet])
        klus_steps.finish(session, klus, DAY, books.evidence(session, by=1))
        klus_steps.set_corporation(session, klus, "Portaal", books.evidence(session))
        assert (klus.state, klus.done_on, klus.closed_at) == (State.DONE, DAY, NOW)
        assert _steps(session, klus) == [
            ("asked", "lamp kapot"),
            ("taken", str(piet)),
            ("given", str(sami)),
            ("returned", str(sami)),
            ("done", "2026-03-12"),
            ("corporation", "Portaal"),
        ]
        assert session.exec(select(KlusChange.changed_by).where(KlusChange.change == "given")).one() == noor


def test_a_klus_that_nobody_does_is_asked_for_again(books: Books) -> None:
    with unit_of_work(books.engine) as session:
        klus = _ask(session, books)
        klus_steps.take(session, klus, books.people[1], books.evidence(session, by=1))
        left = klus_steps.return_all(session, books.people[1], books.evidence(session, by=1))
        assert [k.id for k in left] == [klus.id]
        assert klus.state == State.ASKED
        klus_steps.drop(session, klus, books.evidence(session))
        klus_steps.reopen(session, klus, books.evidence(session))
        assert (klus.state, klus.closed_at) == (State.ASKED, None)


def test_taking_twice_and_finishing_twice_change_nothing(books: Books) -> None:
    with unit_of_work(books.engine) as session:
        klus = _ask(session, books)
        for _ in range(2):
            klus_steps.take(session, klus, books.people[1], books.evidence(session, by=1))
            klus_steps.finish(session, klus, DAY, books.evidence(session, by=1))
        assert [change for change, _ in _steps(session, klus)] == ["asked", "taken", "done"]


def test_a_klus_counts_once_whoever_told_of_it(books: Books) -> None:
    _, piet, sami = books.people
    with unit_of_work(books.engine) as session:
        asked = _ask(session, books)
        told = Told(what="kraan gemaakt")
        done = klus_steps.done_at_once(session, books.room, told, DAY, books.evidence(session))
        again = klus_steps.done_at_once(session, books.room, told, DAY, books.evidence(session))
        klus_steps.add_helper(session, done, piet, books.evidence(session))
        klus_steps.add_helper(session, again, sami, books.evidence(session))
        klus_steps.set_corporation(session, again, "Portaal", books.evidence(session))
        assert klus_steps.merge(session, again, done, books.evidence(session)).id == done.id
        assert klus_steps.merge(session, done, asked, books.evidence(session)).id == asked.id
        # What is done is done: the klus that was asked for is, with the people and the corporation of the others.
        assert (asked.state, asked.done_on, asked.corporation) == (State.DONE, DAY, "Portaal")
        assert klussen.helpers_of(session, asked) == [piet, sami]
        assert [klus.id for klus in klussen.done_in(session, books.room, DAY, DAY)] == [asked.id]
        assert klussen.open_in(session, [books.room]) == []
        assert klus_steps.merge(session, asked, again, books.evidence(session)).id == asked.id
        assert asked.duplicate_of is None
        klus_steps.part(session, again, books.evidence(session))
        assert len(klussen.done_in(session, books.room, DAY, DAY)) == 2


def test_what_is_open_since_long(books: Books) -> None:
    with unit_of_work(books.engine) as session:
        old = klus_steps.request(
            session, books.room, Told(what="oud"), books.evidence(session, at=NOW - timedelta(days=14, minutes=1))
        )
        _ask(session, books)
        klus_steps.done_at_once(session, books.room, Told(what="kraan"), DAY, books.evidence(session))
        klus_steps.done_at_once(
            session, books.room, Told(what="deur"), DAY - timedelta(days=30), books.evidence(session)
        )
        dropped = _ask(session, books)
        klus_steps.drop(session, dropped, books.evidence(session))
        klus_steps.request(session, books.other, Told(what="elders"), books.evidence(session))
        since = klussen.open_since(session, books.room, NOW - timedelta(days=14))
        assert [klus.id for klus in since] == [old.id]


@pytest.mark.parametrize(("days", "is_erased"), [(PLACE_DAYS, True), (PLACE_DAYS - 1, False)])
def test_where_it_was_goes_thirty_days_after_it_was_closed(books: Books, days: int, is_erased: bool) -> None:
    noor = books.people[0]
    with unit_of_work(books.engine) as session:
        closed, dropped, merged, still_open = (_ask(session, books) for _ in range(4))
        klus_steps.set_what(session, closed, "lamp vervangen", books.evidence(session))
        klus_steps.add_photo(session, closed, "file", "x", is_after=True, evidence=books.evidence(session))
        klus_steps.finish(session, closed, DAY, books.evidence(session))
        klus_steps.drop(session, dropped, books.evidence(session))
        klus_steps.merge(session, merged, still_open, books.evidence(session))
        assert klussen.erase_places(session, NOW + timedelta(days=days)) == (3 if is_erased else 0)
        session.expire_all()
        for klus in (closed, dropped, merged):
            assert (klus.place is None) is is_erased
        assert still_open.place == "Kanaalstraat 12"
        assert (session.exec(select(KlusPhoto.reference)).one() == "") is is_erased
        assert len(klussen.photos_of(session, closed)) == (0 if is_erased else 1)
        described = select(KlusChange.value).where(
            KlusChange.klus_id == closed.id, col(KlusChange.change).in_(("asked", "description"))
        )
        assert all((value == "") is is_erased for value in session.exec(described))
        # That it was done, what it is called, and who did what stay.
        assert (closed.what, closed.done_on, closed.asked_by) == ("lamp vervangen", DAY, noor)
        assert ("done", "2026-03-12") in _steps(session, closed)
