"""What takes long to read keeps nobody from writing: it is read beside, and the work that wants it is done again."""

import asyncio
import threading
from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import Connection, Engine, event
from sqlmodel import Session, select

from bot.program import Program
from bot.sample.rooms import AGREEMENT
from handlers.messages import Incoming
from scheduler.tick import tick
from storage.agreements import keep_agreement, parse
from storage.beside import read_beside, with_reading
from storage.database import Beside, reading, unit_of_work
from storage.runs import keep_note, note
from storage.tables import EntryVersion, Outbox
from tests.scheduler.fake_channel import FakeChannel
from tests.scheduler.rooms import CHANNEL, House, at

MONDAY = at("2026-11-16 12:00")
SOON = 20.0


class SlowReading:
    """Lets the reader beside go on when it is told so, after as many readings as ``after``."""

    def __init__(self, engine: Engine, after: int) -> None:
        self.begun, self.go_on = threading.Event(), threading.Event()
        self._after = after
        event.listen(engine, "begin", self._wait)

    def _wait(self, connection: Connection) -> None:
        if connection.get_execution_options().get("reads_only") and "clockwork" in threading.current_thread().name:
            self._after -= 1
            if self._after < 0:
                self.begun.set()
                self.go_on.wait(SOON)


def _says(name: str, text: str) -> Incoming:
    return Incoming(channel=CHANNEL, id=name, account=name, chat=name, sent_at=MONDAY, text=text)


def _asks_for_the_board(program: Program) -> Awaitable[None]:
    return program.receive(_says("Els", "/overzicht"))


def _rings(program: Program) -> Awaitable[None]:
    return program.ring()


@pytest.mark.parametrize(("work", "readings_before"), [(_asks_for_the_board, 0), (_rings, 1)])
async def test_hours_are_booked_while_a_rooms_year_is_read(
    house: House, work: Callable[[Program], Awaitable[None]], readings_before: int
) -> None:
    house.add("Noor")
    house.add("Els", is_coordinator=True)
    with unit_of_work(house.engine) as session:
        keep_agreement(session, house.room, 2026, parse(AGREEMENT.read_text(encoding="utf-8")).terms_of("top", 2026))
    tick(house.engine, at("2026-11-13 12:00"))
    channel = FakeChannel()
    program = Program(house.engine, lambda: MONDAY, [channel])
    slow = SlowReading(house.engine, readings_before)
    working = asyncio.ensure_future(work(program))
    try:
        assert await asyncio.to_thread(slow.begun.wait, SOON)
        await program.receive(_says("Noor", "2 uur maandag"))
        assert not working.done()
        with reading(house.engine) as session:
            assert [version.minutes for version in session.exec(select(EntryVersion))] == [120]
            assert "Els" not in session.exec(select(Outbox.chat)).all()
    finally:
        slow.go_on.set()
        await working
        await program.stop()
    with reading(house.engine) as session:
        assert "Els" in session.exec(select(Outbox.chat)).all()


def _notes(session: Session) -> tuple[str | None, ...]:
    return note(session, "kept"), note(session, "written")


@pytest.mark.parametrize(
    ("database", "read", "times"),
    [("engine", ("before", None), 2), ("postgres_engine", ("before", "now"), 1)],
)
def test_what_is_read_is_of_before_the_work_where_there_is_one_writer(
    database: str, read: tuple[str | None, ...], times: int, request: pytest.FixtureRequest
) -> None:
    engine: Engine = request.getfixturevalue(database)
    begun = []
    with unit_of_work(engine) as session:
        keep_note(session, "kept", "before")

    def work(beside: Beside | None) -> tuple[str | None, ...]:
        with unit_of_work(engine, beside) as session:
            begun.append(1)
            keep_note(session, "written", "now")
            return read_beside(session, "notes", _notes)

    assert with_reading(engine, work) == read
    assert len(begun) == times
    with reading(engine) as session:
        assert _notes(session) == ("before", "now")


@pytest.mark.parametrize("database", ["engine", "postgres_engine"])
def test_what_fails_in_reading_fails_in_the_work(database: str, request: pytest.FixtureRequest) -> None:
    engine: Engine = request.getfixturevalue(database)

    def fail(_: Session) -> None:
        raise LookupError("nothing promised")

    def work(beside: Beside | None) -> str:
        with unit_of_work(engine, beside) as session:
            with pytest.raises(LookupError, match="nothing promised"):
                read_beside(session, "promises", fail)
            keep_note(session, "kept", "all the same")
        return "done"

    assert with_reading(engine, work) == "done"
    with reading(engine) as session:
        assert note(session, "kept") == "all the same"
