"""Messages that wait for SQLite's one writer at the same time: one commit, and each still stands by itself."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from threading import Event

import pytest
from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import OperationalError
from sqlmodel import select

from bot import together
from bot.together import MOST, Together
from handlers import receive as receiving
from handlers.messages import Incoming, Reply
from handlers.receive import Received, Result
from handlers.turn import Turn
from storage.database import reading
from storage.tables import EntryVersion, Inbox, Outbox, Room
from tests.noor import HOURS, NOW

Handle = Callable[[Sequence[Incoming]], list[Future[Received]]]
BAD = "3 min maandag"


@pytest.fixture
def handle(with_noor: Engine) -> Iterator[Handle]:
    """Have messages handled that all waited while the writer did something else; returns what became of them."""
    with ThreadPoolExecutor(1) as writer:
        messages = Together(with_noor, writer, lambda: NOW)

        def at_once(incoming: Sequence[Incoming]) -> list[Future[Received]]:
            free = Event()
            writer.submit(free.wait, 10)
            waiting = [messages.receive(message, None) for message in incoming]
            free.set()
            for one in waiting:
                one.exception(10)
            return waiting

        yield at_once


@pytest.fixture
def commits(with_noor: Engine) -> list[Connection]:
    """Grows with each commit."""
    made: list[Connection] = []
    event.listen(with_noor, "commit", made.append)
    return made


def _bookings(minutes: Sequence[int]) -> list[Incoming]:
    return [replace(HOURS, id=str(n), message=str(n), text=f"{n} min maandag") for n in minutes]


def _booked(engine: Engine) -> list[int]:
    with reading(engine) as session:
        return [entry.minutes for entry in session.exec(select(EntryVersion).order_by(EntryVersion.id))]


def _fail_at(text: str, failure: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    converse = receiving.converse

    def converse_or_fail(turn: Turn) -> list[Reply]:
        replies = converse(turn)
        if turn.incoming.text == text:
            raise failure
        return replies

    monkeypatch.setattr(receiving, "converse", converse_or_fail)


def test_what_waits_is_booked_in_order_by_one_commit(
    handle: Handle, with_noor: Engine, commits: list[Connection]
) -> None:
    results = [one.result() for one in handle(_bookings(range(1, 6)))]
    assert [result for result, _ in results] == [Result.HANDLED] * 5
    assert _booked(with_noor) == [1, 2, 3, 4, 5]
    assert len(commits) == 1


def test_more_than_fit_in_one_commit_go_in_the_next(
    handle: Handle, with_noor: Engine, commits: list[Connection]
) -> None:
    handle(_bookings(range(1, MOST + 3)))
    assert _booked(with_noor) == list(range(1, MOST + 3))
    assert len(commits) == 2


def test_the_same_message_twice_in_one_commit_is_booked_once(handle: Handle, with_noor: Engine) -> None:
    results = [one.result() for one in handle([HOURS, HOURS])]
    assert [result for result, _ in results] == [Result.HANDLED, Result.AGAIN]
    assert len(_booked(with_noor)) == 1


def test_one_that_fails_is_undone_alone_and_answered_with_an_apology(
    handle: Handle, with_noor: Engine, commits: list[Connection], monkeypatch: pytest.MonkeyPatch
) -> None:
    _fail_at(BAD, AssertionError("made to fail"), monkeypatch)
    results = [one.result() for one in handle(_bookings(range(1, 6)))]
    assert [result for result, _ in results][2:4] == [Result.FAILED, Result.HANDLED]
    assert _booked(with_noor) == [1, 2, 4, 5]
    assert len(commits) == 1
    with reading(with_noor) as session:
        assert [row.external_id for row in session.exec(select(Inbox).where(Inbox.error == "AssertionError"))] == ["3"]
        assert sum("ging iets mis" in row.body["text"] for row in session.exec(select(Outbox))) == 1


def test_one_of_which_a_row_is_refused_is_undone_alone(
    handle: Handle, with_noor: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    converse = receiving.converse

    def converse_twice(turn: Turn) -> list[Reply]:
        replies = converse(turn)
        if turn.incoming.text == BAD:
            turn.session.add(Room(slug=turn.places[0].room.slug, name="twice"))
        return replies

    monkeypatch.setattr(receiving, "converse", converse_twice)
    results = [one.result() for one in handle(_bookings(range(1, 6)))]
    assert [result for result, _ in results] == [*[Result.HANDLED] * 2, Result.FAILED, *[Result.HANDLED] * 2]
    assert _booked(with_noor) == [1, 2, 4, 5]


def test_one_that_the_database_refuses_keeps_no_other_out(
    handle: Handle, with_noor: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fail_at(BAD, OperationalError("INSERT", {}, Exception("disk full")), monkeypatch)
    waiting = handle(_bookings(range(1, 6)))
    assert [one.exception() is None for one in waiting] == [True, True, False, True, True]
    assert _booked(with_noor) == [1, 2, 4, 5]


def test_when_their_commit_fails_each_has_its_own(
    handle: Handle, with_noor: Engine, monkeypatch: pytest.MonkeyPatch, commits: list[Connection]
) -> None:
    def refuse(engine: Engine) -> None:
        raise OperationalError("COMMIT", {}, Exception("disk full"))

    monkeypatch.setattr(together, "shared_commit", refuse)
    assert [one.result()[0] for one in handle(_bookings((1, 2, 3)))] == [Result.HANDLED] * 3
    assert _booked(with_noor) == [1, 2, 3]
    assert len(commits) == 3


def test_who_waits_no_more_is_not_handled(with_noor: Engine) -> None:
    with ThreadPoolExecutor(1) as writer:
        messages, free = Together(with_noor, writer, lambda: NOW), Event()
        writer.submit(free.wait, 10)
        gone, stays = (messages.receive(message, None) for message in _bookings((1, 2)))
        assert gone.cancel()
        free.set()
        assert stays.result(10).result is Result.HANDLED
    assert _booked(with_noor) == [2]
