"""The program's many lives on one database: served by it, killed at a drawn moment, started again."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.faults import books
from tests.faults.programs import PATIENCE, Home, Program, until

DOWN = timedelta(seconds=61)
"""How long the program is down, by its clock: the lease of a message that was being sent is over."""
TELEGRAM_PAUSE = 61.0
"""Longer than Telegram waits before it tries a webhook again, in seconds."""


@dataclass(slots=True)
class Chaos:
    """Starts and kills the program, and counts what that cut off."""

    home: Home
    rng: random.Random
    now: datetime
    """The program's clock at its last start."""
    webhook: bool = False
    kills: int = 0
    cut_sends: set[tuple[int, int]] = field(default_factory=set)
    """Sends that were under way at a kill, as (row of the outbox, attempt): only these may arrive twice."""
    _receiving: int = 0
    """How often a life began to receive, before this one."""
    _ready_in: float = 1.0
    """Seconds from a start until it receives, as last seen."""

    def start(self) -> Program:
        """Start the program after it was down for a while."""
        self.now += DOWN
        self._receiving = self._begun()
        return self.home.start(self.now, webhook=self.webhook)

    @property
    def is_receiving(self) -> bool:
        """Whether the program of the last start has begun to receive; it has looked at the clock by then."""
        return self._begun() > self._receiving

    def receives(self, program: Program) -> None:
        """Wait until the program takes messages in."""
        since = time.monotonic()
        program.serves()
        self.home.standin.world.wait_until(lambda: self.is_receiving, PATIENCE)
        if self.webhook:
            self.home.standin.advance(TELEGRAM_PAUSE)
        self._ready_in = time.monotonic() - since

    def kill_while_starting(self, program: Program) -> None:
        """Kill it at any moment before it receives."""
        self.kill(program, self.rng.uniform(0.0, self._ready_in))

    def kill_while_serving(self, program: Program, calls: int, feed: Callable[[], None], most_waiting: int) -> None:
        """Let messages come in, and kill the program a little after so many more of its calls."""
        standin = self.home.standin
        fatal = len(standin.world.calls) + calls

        def is_time() -> bool:
            return len(standin.world.calls) >= fatal

        for _ in range(calls):  # each message leads to a call at least: the answer to it
            feed()
            standin.world.wait_until(lambda: is_time() or standin.waiting < most_waiting, PATIENCE)
        standin.world.wait_until(is_time, PATIENCE)
        for _ in range(most_waiting - standin.waiting):
            feed()
        self.kill(program, self.rng.uniform(0.0, 0.05))

    def kill(self, program: Program, after: float) -> None:
        """``kill -9`` after so many seconds."""
        time.sleep(after)  # The moment is drawn: nothing is waited for.
        program.kill()
        self.kills += 1
        self.cut_sends |= {(row.id, row.claims) for row in books.outbox(self.home.database) if row.is_claimed}

    def all_is_sent(self) -> None:
        """Wait until nothing is left to be sent; a backlog goes out as quickly as the rates let it."""
        rows = len(books.outbox(self.home.database))
        until(lambda: all(row.status == "sent" for row in books.outbox(self.home.database)), PATIENCE + rows / 5)

    def _begun(self) -> int:
        # Each life makes one of these calls, just before it receives.
        first = "setWebhook" if self.webhook else "deleteWebhook"
        return len(self.home.standin.calls(first))
