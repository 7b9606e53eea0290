"""A series of rounds on one database: people write, something goes wrong, and then the books are compared."""

import os
import random
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.faults import people
from tests.faults.programs import PATIENCE
from tests.faults.stream import Stream, Talker, Writer
from tests.soak import books, comparing
from tests.soak.control import Control
from tests.soak.databases import Postgres, Sqlite
from tests.soak.edge import Edge
from tests.soak.lives import Lives, Setup
from tests.soak.phones import ARRIVES
from tests.soak.tally import Tally
from tests.telegram.standin import Standin, StillClock
from tests.telegram.standin.limits import NO_LIMITS

BEGINNINGS = (
    datetime(2026, 3, 12, 19, 15, tzinfo=UTC),  # Thursday evening
    datetime(2026, 3, 15, 16, 58, tzinfo=UTC),  # Sunday, two minutes before the weekly totals
    datetime(2026, 3, 16, 7, 28, tzinfo=UTC),  # Monday, two minutes before the digests
    datetime(2026, 3, 29, 0, 50, tzinfo=UTC),  # ten minutes before the clock skips an hour
)
LEASE_IS_OVER = 61.0
"""Seconds after which a message whose sender died is sent once more, and a failed webhook is tried again."""
HALF_A_LEASE = 13.0
"""Seconds of which two are a lease."""
A_WHILE = 5.0
"""Seconds after which a send that failed is tried again."""
WRITERS = 12
AT_ONCE = 8
"""Updates of different chats that the platform brings at the same time."""
NO_ANSWER_FOR = 0.5
"""Seconds after which a connection breaks on which the platform does not answer."""
QUIET = 0.4
"""Seconds in which something should happen, when nothing is wrong any more and the machine has nothing else to do."""
BETWEEN_LOOKS = 0.02
MOST_STEPS = 10
"""In which the clock writes to everybody here."""


@dataclass(slots=True)
class Series:
    """One database with its programs, its people and its platform."""

    setup: Setup
    database: Sqlite | Postgres
    lives: Lives
    control: Control
    standin: Standin
    edge: Edge
    stream: Stream
    rng: random.Random
    tally: Tally
    begins: datetime
    cuts: bool = False
    """Whether this round cut off sends: only then may messages arrive twice."""
    kills: bool = False
    """Whether a sender may have died in this round: only then are there leases that nobody has any more."""
    overtaken: set[int] = field(default_factory=set)
    """Chats whose updates came in another order."""
    _doubled: Counter[int] = field(default_factory=Counter)
    _pause: threading.Event = field(default_factory=threading.Event)

    @property
    def now(self) -> datetime:
        """The programs' time."""
        return datetime.now(UTC) + timedelta(seconds=self.control.ahead)

    def feed(self, messages: int) -> None:
        """Let people write."""
        for _ in range(messages):
            self.stream.feed()

    def pass_time(self, seconds: float) -> None:
        """Let time pass, for the programs and the platform."""
        self.control.ahead += seconds
        self.standin.advance(seconds)

    def read(self) -> books.Books:
        """What stands in the books."""
        return self.database.look(lambda engine: books.read(engine, self.now))

    @property
    def waits(self) -> int:
        """How many updates the platform did not get rid of yet."""
        return self.standin.waiting

    def is_settled(self) -> bool:
        """Whether the platform brought everything, and everything that is due was sent."""
        return not self.waits and not self._unsent()

    def settle(self) -> None:
        """Wait until nothing is under way any more; leases of those that died end at once."""
        looks = 0
        while not self._settles():
            looks += 1
            assert looks * _quiet() < PATIENCE, f"it does not come to rest: {self._what_waits()}"
            self.lives.start()
            self.standin.advance(LEASE_IS_OVER)
            # Where others live no lease may end all at once: who is sending still would not be alone with it.
            dies_alone = self.kills and not self.setup.postgres
            self.control.ahead += LEASE_IS_OVER if dies_alone else HALF_A_LEASE if self.kills else A_WHILE
            self.feed(1)  # whoever is woken looks into the outbox, and finds what others left

    def _settles(self) -> bool:
        """Wait until everything is done; False when nothing goes on any more, though not everything is."""
        left, since = (-1, -1), time.monotonic()
        while left != (0, 0):
            before, left = left, (self.waits, self._unsent())
            if left != before:
                since = time.monotonic()
            elif time.monotonic() - since > _quiet():
                return False
            self._pause.wait(BETWEEN_LOOKS)
        return True

    def _unsent(self) -> int:
        return self.database.look(lambda engine: books.unsent(engine, self.now))

    def _what_waits(self) -> str:
        waiting = [row for row in self.read().outbox if row.status == "waiting"]
        return f"{self.waits} updates, {waiting}\n{self.lives.output[-4000:]}"

    def _read_at_rest(self) -> books.Books:
        """What stands in the books when the clock, which writes to some people at a time, has done its work too."""
        for _ in range(MOST_STEPS):
            found = self.read()
            if all(row.status in ARRIVES or not row.is_due for row in found.outbox):
                break
            self.settle()
        return found

    def compare(self) -> None:
        """Compare the books with what the platform knows; raises AssertionError where they differ."""
        found = self._read_at_rest()
        comparing.messages(self.stream, found)
        comparing.hours(self.stream, found)
        self.database.look(lambda engine: comparing.totals(engine, found))
        comparing.clock(found)
        twice = comparing.phones_of(self, found)
        new = twice - self._doubled
        assert self.cuts or not new, f"messages arrived twice though nothing cut off a send: {new}"
        self._doubled = twice
        self.tally.doubled += new.total()


def _quiet() -> float:
    """A sender that is only slow must not be taken for one that died: its lease would end while it sends."""
    return QUIET * max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


@contextmanager
def series(
    setup: Setup, database: Sqlite | Postgres, folder: Path, rng: random.Random, rounds: int, tally: Tally
) -> Iterator[Series]:
    """An empty database, on which the programs are about to be started for so many rounds."""
    begins = rng.choice(BEGINNINGS)
    with ExitStack() as open_until_then:
        standin = open_until_then.enter_context(Standin(limits=NO_LIMITS, clock=StillClock(begins.timestamp())))
        standin.world.webhook_at_once, standin.world.no_answer_for = AT_ONCE, NO_ANSWER_FOR
        edge = open_until_then.enter_context(Edge(random.Random(rng.random())))
        stream = Stream(
            standin,
            begins.date(),
            rng,
            [Writer(standin.person(f"Schrijver {number}")) for number in range(WRITERS)],
            [Talker(standin.person(f"Prater {number}"), minutes=5 + number) for number in range(rounds // 3)],
            with_presses=False,
        )
        lives = Lives(setup, folder, standin, edge, database.url, rng)
        open_until_then.callback(lives.close)
        control = Control(lives.control)
        control.ahead = (begins - datetime.now(UTC)).total_seconds()
        yield Series(setup, database, lives, control, standin, edge, stream, rng, tally, begins)


def furnish(found: Series) -> None:
    """Lay a room with its people into a database whose schema is there."""
    with found.database.opened() as engine:
        room = people.add_room(engine)
        people.add_members(engine, room, found.stream.people, found.begins)
        els = found.standin.person("Els")
        people.add_members(engine, room, [els], found.begins, is_coordinator=True)
    with found.standin.world.lock:
        found.standin.world.bot.started_by |= set(found.standin.world.users)
