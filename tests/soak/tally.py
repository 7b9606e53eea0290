"""What a soak counts."""

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class Tally:
    """The sums of all rounds."""

    rounds: int = 0
    messages: int = 0
    booked: int = 0
    starts: int = 0
    doubled: int = 0
    """Messages that arrived a second time."""
    swallowed: int = 0
    """Answers in a response to an update that the platform did not carry out, of which nobody is told."""
    copies: int = 0
    """Updates that were brought once more on the way."""
    faults: Counter[str] = field(default_factory=Counter)
    reached: Counter[str] = field(default_factory=Counter)
    """The commits at which a process died or was held up."""
    seconds: float = 0.0
    spent: Counter[str] = field(default_factory=Counter)
    """Milliseconds, by what they went into."""

    @contextmanager
    def timed(self, what: str) -> Iterator[None]:
        """Count the time that the block takes."""
        since = time.monotonic()
        yield
        self.spent[what] += round((time.monotonic() - since) * 1000)

    def __str__(self) -> str:
        return "\n".join(
            [
                f"{self.rounds} rounds in {self.seconds:.0f} s ({self.seconds / max(1, self.rounds):.2f} s each): "
                f"{self.messages} messages, {self.copies} of them brought once more; {self.booked} bookings; "
                f"programs started {self.starts} times",
                "nothing lost, nothing booked twice, totals equal sums, every message sent and in order; "
                f"{self.doubled} messages to people arrived twice, all of them in the gap between sending and marking; "
                f"{self.swallowed} answers in a response came to nothing at the platform, which tells nobody",
                "time: " + ", ".join(f"{what} {spent / 1000:.0f} s" for what, spent in self.spent.items()),
                "faults: " + ", ".join(f"{name} {times}" for name, times in sorted(self.faults.items())),
                "commits: " + ", ".join(f"{name} {times}" for name, times in sorted(self.reached.items())),
            ]
        )
