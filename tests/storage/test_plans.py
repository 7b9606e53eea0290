"""What is asked for every message, every week and in the digest is found by an index: no big table is read through."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, event

from bench.filled import CHANNEL, FIRST_CHAT, TODAY, filled
from handlers.messages import Incoming
from handlers.receive import receive
from scheduler.tick import tick
from storage import inbox, outbox
from storage.database import unit_of_work
from storage.inbox import Taken

NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 9, tzinfo=UTC)
BIG = "entry|entry_version|inbox|outbox|told|attendance|attendance_version|run"
THROUGH = re.compile(rf"SCAN ({BIG})\b(?! USING INDEX ix_\w+_kept$)")
"""A scan by an index reads all of the table's rows too, but for those of which words are kept: they are a month's."""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """A room of 12 with the entries of a year, beside some in other rooms and years; with the planner's statistics."""
    return filled(tmp_path_factory.mktemp("plans") / "kamerbot.sqlite3", 12, 600, 2_400, rooms_beside=1)


@contextmanager
def _asked(engine: Engine) -> Iterator[dict[str, Any]]:
    """Collect the statements that are executed, each once, with their values."""
    asked: dict[str, Any] = {}

    def note(_connection: Any, _cursor: Any, statement: str, values: Any, *_: Any) -> None:
        asked.setdefault(statement, values)

    event.listen(engine, "before_cursor_execute", note)
    yield asked
    event.remove(engine, "before_cursor_execute", note)


def _read_through(engine: Engine, asked: dict[str, Any]) -> list[str]:
    found = []
    with engine.connect() as connection:
        for statement, values in asked.items():
            if statement.lstrip().startswith(("SELECT", "UPDATE", "DELETE")):
                plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()
                found += [f"{step.detail} in {statement}" for step in plan if THROUGH.match(step.detail)]
    return found


def _say(engine: Engine, text: str, who: int = 3) -> None:
    chat = str(FIRST_CHAT + who)
    receive(
        engine, Incoming(channel=CHANNEL, id=text, account=chat, chat=chat, sent_at=NOW, text=text, message=text), NOW
    )


def test_a_table_that_is_read_through_is_found(house: Engine) -> None:
    assert _read_through(house, {"SELECT sum(minutes) FROM entry_version WHERE minutes > 3": ()})
    assert _read_through(house, {"SELECT count(*) FROM entry": ()})


@pytest.mark.parametrize("text", ["2 uur tuin gisteren", "nee, 3 uur", "hoeveel uur heb ik", "wis dat maar"])
def test_no_message_reads_through_a_big_table(house: Engine, text: str) -> None:
    with _asked(house) as asked:
        _say(house, text)
    assert len(asked) > 5
    assert _read_through(house, asked) == []


def test_the_clock_reads_through_no_big_table(house: Engine) -> None:
    sunday = NOW - timedelta(days=1)
    tick(house, sunday - timedelta(days=3))
    with _asked(house) as asked:
        tick(house, sunday.replace(hour=17))
        tick(house, NOW)
    assert any("told" in statement for statement in asked)
    assert _read_through(house, asked) == []


def test_what_is_asked_of_a_chat_is_found_by_an_index(house: Engine) -> None:
    with _asked(house) as asked, unit_of_work(house) as session:
        inbox.directly_before(session, Taken(10**6, CHANNEL, "-1", NOW))
        inbox.messages(session, CHANNEL, "-1", "7")
        outbox.newest_to(session, CHANNEL, "-1", NOW)
        outbox.wrote_to_nobody(session, CHANNEL, "-1", NOW)
        outbox.sent_as(session, CHANNEL, "-1", "7")
    assert len(asked) > 5
    assert _read_through(house, asked) == []
