"""PostgreSQL is gone, locked or full at any moment: what was begun is done as a whole, or not at all and then again."""

from collections.abc import Iterator
from contextlib import suppress

import pytest
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError, OperationalError, ProgrammingError
from sqlmodel import Session

from handlers import receive as receiving
from handlers.messages import Reply
from handlers.receive import Result, receive
from handlers.turn import Turn
from scheduler.tick import tick
from storage.database import is_unavailable
from storage.lead import Lead
from storage.runs import DONE
from storage.tables import EntryVersion, Inbox, Outbox, Run
from tests import postgres
from tests.at_once.crowd import NOW, message, rows
from tests.postgres import Server
from tests.scheduler.rooms import House, at

HOURS = message("Noor", 1, "2 uur gisteren")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with postgres.own_server() as found:
        yield found


@pytest.fixture
def house(server: Server) -> Iterator[House]:
    """A room on a server that may be killed."""
    with postgres.migrated(server.url) as engine:
        postgres.empty(engine)
        house = House(engine)
        house.add("Noor")
        yield house


def cut(engine: Engine) -> None:
    """Let the server end all connections but the one that asks for it."""
    with engine.connect() as connection:
        connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND usename <> ''"
            )
        )


def all_of_it(engine: Engine) -> tuple[int, int, int]:
    return len(rows(engine, Inbox)), len(rows(engine, EntryVersion)), len(rows(engine, Outbox))


@pytest.mark.parametrize("where", ["before the handler", "after the handler", "at the commit"])
def test_a_message_whose_connection_is_cut_was_not_received_and_comes_again(
    house: House, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    converse = receiving.converse

    def cut_then(turn: Turn) -> list[Reply]:
        if where == "before the handler":
            cut(house.engine)
        replies = converse(turn)
        if where == "after the handler":
            cut(house.engine)
        if where == "at the commit":
            event.listen(turn.session, "before_commit", lambda _: cut(house.engine), once=True)
        return replies

    with monkeypatch.context() as broken:
        broken.setattr(receiving, "converse", cut_then)
        with pytest.raises(DBAPIError) as caught:
            receive(house.engine, HOURS, NOW)
    assert is_unavailable(caught.value)
    assert all_of_it(house.engine) == (0, 0, 0)
    assert receive(house.engine, HOURS, NOW).result is Result.HANDLED
    assert all_of_it(house.engine) == (1, 1, 1)


def test_a_message_that_waits_too_long_for_a_lock_was_not_received_and_comes_again(house: House) -> None:
    @event.listens_for(house.engine, "begin")
    def hurry(connection: Connection) -> None:
        connection.exec_driver_sql("SET LOCAL lock_timeout = '100ms'")

    other = create_engine(house.engine.url)
    with other.begin() as holder:
        holder.execute(text("SELECT id FROM room FOR UPDATE"))
        with pytest.raises(OperationalError, match="lock timeout") as caught:
            receive(house.engine, HOURS, NOW)
        assert is_unavailable(caught.value)
        assert all_of_it(house.engine) == (0, 0, 0)
    other.dispose()
    assert receive(house.engine, HOURS, NOW).result is Result.HANDLED
    assert all_of_it(house.engine) == (1, 1, 1)


def test_a_message_for_which_the_servers_disk_is_full_was_not_received_and_comes_again(house: House) -> None:
    with house.engine.begin() as connection:
        connection.exec_driver_sql(
            "CREATE FUNCTION disk_full() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$"
        )
        connection.exec_driver_sql(
            "CREATE TRIGGER disk_full BEFORE INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION disk_full()"
        )
    try:
        with pytest.raises(OperationalError, match="No space left") as caught:
            receive(house.engine, HOURS, NOW)
        assert is_unavailable(caught.value)
        assert all_of_it(house.engine) == (0, 0, 0)
    finally:
        with house.engine.begin() as connection:
            connection.exec_driver_sql("DROP FUNCTION disk_full CASCADE")
    assert receive(house.engine, HOURS, NOW).result is Result.HANDLED
    assert all_of_it(house.engine) == (1, 1, 1)


@pytest.mark.parametrize("statement", ["SELECT 1", "SELECT repeat('x', 1 << 30)"])
def test_what_is_asked_wrongly_is_no_failure_of_the_server(
    house: House, monkeypatch: pytest.MonkeyPatch, statement: str
) -> None:
    def ask_wrongly(turn: Turn) -> list[Reply]:
        if statement == "SELECT 1":  # after one that failed, the server answers none
            with suppress(ProgrammingError):
                turn.session.execute(text("SELECT nothing FROM nowhere"))
        turn.session.execute(text(statement))
        raise AssertionError("unreachable: the server refuses it")

    monkeypatch.setattr(receiving, "converse", ask_wrongly)
    assert receive(house.engine, HOURS, NOW).result is Result.FAILED
    assert receive(house.engine, HOURS, NOW).result is Result.AGAIN


def test_a_commit_whose_answer_is_lost_is_not_done_twice(house: House) -> None:
    def lose_the_answer(_session: Session) -> None:
        raise OperationalError("COMMIT", {}, Exception("server closed the connection unexpectedly"))

    event.listen(Session, "after_commit", lose_the_answer, once=True)
    with pytest.raises(OperationalError):
        receive(house.engine, HOURS, NOW)
    assert all_of_it(house.engine) == (1, 1, 1)
    assert receive(house.engine, HOURS, NOW).result is Result.AGAIN
    assert all_of_it(house.engine) == (1, 1, 1)


def test_a_server_that_is_killed_serves_again_without_the_program_noticing_more_than_that(
    house: House, server: Server
) -> None:
    tick(house.engine, at("2026-03-14 12:00"))
    house.log("Noor", "2026-03-12", 60)
    server.kill()
    with pytest.raises(DBAPIError) as caught:
        receive(house.engine, HOURS, NOW)
    assert is_unavailable(caught.value)
    with pytest.raises(DBAPIError) as caught:
        tick(house.engine, at("2026-03-15 18:00"))
    assert is_unavailable(caught.value)
    server.start()
    assert receive(house.engine, HOURS, NOW).result is Result.HANDLED
    tick(house.engine, at("2026-03-15 18:01"))
    assert [run.period for run in rows(house.engine, Run) if (run.job, run.status) == ("weekly_total", DONE)] == [
        "2026-W11"
    ]


def test_the_lead_is_one_process_s_and_goes_over_when_its_connection_ends(house: House) -> None:
    first, second = Lead(house.engine), Lead(house.engine)
    assert (first.take(), second.take(), first.take()) == (True, False, True)
    cut(house.engine)
    assert second.take()
    assert not first.take()  # it hears that it lost its own
    assert not first.take()
    second.release()
    assert first.take()
    first.release()
