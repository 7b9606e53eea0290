"""``kamerbot run --workers``: real processes on a real server, killed, stopped, and without their database."""

import os
import random
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from signal import SIGKILL

import pytest
from sqlalchemy import Engine

from storage.tables import EntryVersion, Inbox
from tests import postgres
from tests.at_once.crowd import rows
from tests.faults.people import add_members, add_room
from tests.faults.programs import Home, Program, home, until
from tests.faults.stream import Stream, Writer
from tests.postgres import Server
from tests.telegram.standin import Standin
from tests.telegram.standin.limits import NO_LIMITS

pytestmark = pytest.mark.timeout(400)  # a program is started up to four times, and a server once

IN_TIME = 5.0
"""Seconds in which it must have stopped."""


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with postgres.own_server() as found:
        yield found


class Stage:
    """A program with two workers, the platform that they serve, and the database that they share."""

    def __init__(self, engine: Engine, standin: Standin, place: Home) -> None:
        now = datetime.fromtimestamp(standin.world.now(), UTC)
        writers = [Writer(standin.person(f"Schrijver {number}")) for number in range(8)]
        self.engine, self.standin, self._place = engine, standin, place
        self.stream = Stream(standin, now.date(), random.Random(5), writers, [])
        add_members(engine, add_room(engine), self.stream.people, now)

    def start(self, *, webhook: bool) -> Program:
        """Start it, and wait until it serves."""
        program = self._place.start(webhook=webhook, workers=2)
        program.serves()
        return program

    def feed(self, count: int) -> None:
        """Let so many messages come."""
        for _ in range(count):
            self.stream.feed()

    def all_received(self) -> None:
        """Wait until the platform has nothing left to deliver."""

        def none_waits() -> bool:
            self.standin.advance(1.0)  # it tries again after a while what was not taken
            return self.standin.waiting == 0

        until(none_waits)

    def check(self) -> None:
        """Each message that the platform holds as received is in the books once, as it was meant."""
        received = self.stream.acknowledged()
        updates = {row.id: int(row.external_id) for row in rows(self.engine, Inbox)}
        assert len(set(updates.values())) == len(updates)
        assert received <= set(updates.values())
        versions = {updates[row.inbox_id]: row for row in rows(self.engine, EntryVersion)}
        assert len(versions) == len(rows(self.engine, EntryVersion))
        for number in received:
            wanted, found = self.stream.wanted[number], versions[number]
            assert wanted is not None
            assert (found.date.isoformat(), found.minutes, found.version) == (
                wanted.date,
                wanted.minutes,
                wanted.version,
            )


@contextmanager
def staged(server: Server, folder: Path) -> Iterator[Stage]:
    with (
        postgres.migrated(server.url) as engine,
        Standin(limits=NO_LIMITS) as standin,
        home(folder, standin, server.url) as place,
    ):
        postgres.empty(engine)
        yield Stage(engine, standin, place)


def workers(program: Program) -> list[int]:
    """The processes of the workers that serve now, by their place."""
    newest: dict[str, int] = {}
    for place, pid in re.findall(r"worker (\d+) started as process (\d+)", program.output):
        newest[place] = int(pid)
    return [newest[place] for place in sorted(newest)]


def is_there(pid: int) -> bool:
    """Whether a process runs, which is none of our own."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]


@pytest.mark.parametrize("webhook", [False, True])
def test_workers_that_are_killed_are_started_again_and_nothing_is_lost(
    server: Server, tmp_path: Path, webhook: bool
) -> None:
    with staged(server, tmp_path) as stage:
        program = stage.start(webhook=webhook)
        stage.feed(5)
        stage.all_received()
        # Whichever has the lead, and the webhook's connection, is one of them.
        for place in range(2):
            stage.feed(10)
            killed = workers(program)[place]
            os.kill(killed, SIGKILL)
            program.says(f"worker {place + 1} (process {killed}) ended with exit code -9; it is started again")
            until(lambda killed=killed: killed not in workers(program))
            stage.feed(5)
            stage.all_received()
            stage.check()
        every = workers(program)
        stage.feed(10)
        since = time.monotonic()
        assert program.stop() == 0
        assert time.monotonic() - since < IN_TIME
        assert not any(is_there(pid) for pid in every)
        stage.check()
        program = stage.start(webhook=webhook)
        stage.all_received()
        stage.check()
        assert program.stop() == 0


@pytest.mark.parametrize("webhook", [False, True])
def test_a_database_that_is_killed_and_comes_back_loses_nothing(server: Server, tmp_path: Path, webhook: bool) -> None:
    with staged(server, tmp_path) as stage:
        program = stage.start(webhook=webhook)
        stage.feed(5)
        stage.all_received()
        stage.feed(10)
        server.kill()
        stage.feed(10)
        program.says("could not be kept; it comes again")
        assert stage.standin.waiting
        server.start()
        stage.all_received()
        stage.check()
        assert program.stop() == 0


def test_one_worker_polls(server: Server, tmp_path: Path) -> None:
    with staged(server, tmp_path) as stage:
        program = stage.start(webhook=False)
        program.says("Started server process")
        stage.feed(20)
        stage.all_received()
        assert not [call for call in stage.standin.calls("getUpdates") if call.status == 409]
        assert program.stop() == 0


def test_workers_stop_when_their_supervisor_is_gone(server: Server, tmp_path: Path) -> None:
    with staged(server, tmp_path) as stage:
        program = stage.start(webhook=True)
        stage.feed(5)
        stage.all_received()
        every = workers(program)
        program.kill()
        until(lambda: not any(is_there(pid) for pid in every))
        assert program.output.count("the supervisor is gone: stopping") == 2


def test_several_workers_on_a_file_are_refused_with_what_to_set(tmp_path: Path) -> None:
    with Standin(limits=NO_LIMITS) as standin, home(tmp_path, standin) as place:
        program = place.start(workers=2)
        assert program.ended() == 2
        assert "KAMERBOT_WORKERS: expected 1 with a database in a file; for more, set KAMERBOT_DATABASE_URL" in (
            program.output
        )
