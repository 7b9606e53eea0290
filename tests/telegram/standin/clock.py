"""The stand-in's time: standing still until a test moves it, or the machine's own."""

import time
from collections.abc import Callable
from typing import Protocol

SOME_EVENING = 1773342900.0  # Thursday 12 March 2026, 20:15 in Amsterdam


class Clock(Protocol):
    """Tells the time, in seconds since 1970."""

    def now(self) -> float:
        """The time."""

    def wait_at_most(self, moment: float) -> float | None:
        """How many real seconds pass before ``moment`` at most; None when it comes only by a move of the clock."""


class StillClock:
    """Stands still; ``advance`` moves it and tells who waits."""

    def __init__(self, now: float = SOME_EVENING) -> None:
        self._now = now
        self.moved: Callable[[], None] = lambda: None

    def now(self) -> float:
        """The time."""
        return self._now

    def wait_at_most(self, moment: float) -> float | None:
        """None: only ``advance`` makes time pass."""
        return None

    def advance(self, seconds: float) -> None:
        """Let so many seconds pass at once."""
        self._now += seconds
        self.moved()


class RealClock:
    """The machine's clock."""

    def now(self) -> float:
        """The time."""
        return time.time()

    def wait_at_most(self, moment: float) -> float | None:
        """The seconds until then."""
        return max(0.0, moment - time.time())
