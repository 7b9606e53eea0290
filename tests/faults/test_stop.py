"""Stopping as an operator or a service manager does: what was begun is finished, and the exit code is 0."""

import signal
import sqlite3
import threading
import time
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.faults import books
from tests.faults.people import add_members, add_room, move_in
from tests.faults.programs import PATIENCE, home
from tests.telegram.standin import Standin
from tests.telegram.standin.limits import NO_LIMITS, FloodControl

IN_TIME = 5.0
"""Seconds in which it must have stopped."""


@dataclass(slots=True)
class Slow(FloodControl):
    """Takes a message, and answers only when it is told to."""

    arrived: threading.Event = field(default_factory=threading.Event)
    answer: threading.Event = field(default_factory=threading.Event)

    def count(self, chat_id: int, *, is_group: bool, now: float) -> None:
        """Hold the answer to the first message back."""
        self.arrived.set()
        assert self.answer.wait(PATIENCE)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_send_that_is_under_way_is_finished(engine: Engine, tmp_path: Path, number: signal.Signals) -> None:
    with Standin(limits=NO_LIMITS) as standin, home(tmp_path, standin) as place:
        now = datetime.fromtimestamp(standin.world.now(), UTC)
        noor = standin.person("Noor")
        add_members(engine, add_room(engine), [noor], now)
        move_in(engine, place)
        slow = Slow(NO_LIMITS)
        standin.world.flood = slow
        program = place.start(now)
        noor.says("2 uur kookgroep gisteren")
        assert slow.arrived.wait(PATIENCE)
        program.signal(number)
        program.says("Finished server process")
        slow.answer.set()
        assert program.ended() == 0
        [row] = books.outbox(place.database)
        assert (row.status, [post.id for post in noor.inbox]) == ("sent", [row.message])


@pytest.mark.parametrize("webhook", [False, True])
def test_the_installed_program_stops_in_time(tmp_path: Path, webhook: bool) -> None:
    with Standin(limits=NO_LIMITS) as standin, home(tmp_path, standin) as place:
        program = place.start(webhook=webhook)
        program.serves()
        noor = standin.person("Noor")
        standin.world.wait_until(lambda: bool(standin.calls("setWebhook" if webhook else "deleteWebhook")), PATIENCE)
        noor.start()
        standin.world.wait_until(lambda: bool(noor.inbox), PATIENCE)
        since = time.monotonic()
        assert program.stop() == 0
        assert time.monotonic() - since < IN_TIME
        assert standin.waiting == 0 or not webhook
        assert standin.token not in program.output
        assert standin.token.partition(":")[2] not in program.output


def test_a_program_whose_database_another_holds_stops_in_time(tmp_path: Path) -> None:
    with Standin(limits=NO_LIMITS) as standin, home(tmp_path, standin) as place:
        program = place.start()
        program.serves()
        noor = standin.person("Noor")
        standin.world.wait_until(lambda: bool(standin.calls("getUpdates")), PATIENCE)
        with closing(sqlite3.connect(place.database, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            asked = len(standin.calls("getUpdates"))
            noor.start()
            standin.world.wait_until(lambda: len(standin.calls("getUpdates")) > asked, PATIENCE)
            since = time.monotonic()
            assert program.stop() == 1
            assert time.monotonic() - since < IN_TIME
        program = place.start()
        standin.world.wait_until(lambda: bool(noor.inbox), PATIENCE)
        assert program.stop() == 0
