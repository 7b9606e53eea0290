"""How often a bot may send, and what happens when it sends more often."""

import math
from collections import defaultdict, deque
from dataclasses import dataclass, field

from tests.telegram.standin.errors import too_many


@dataclass(frozen=True, slots=True)
class Limits:
    """The rates that are kept. Telegram lets short bursts through now and then; strict is none."""

    overall_per_second: int = 30
    chat_burst: int = 1
    """So many messages to one chat at once; after that one a second."""
    group_per_minute: int = 20


NO_LIMITS = Limits(overall_per_second=10**9, chat_burst=10**9, group_per_minute=10**9)


@dataclass(slots=True)
class FloodControl:
    """Remembers when what was sent. A refused message does not count."""

    limits: Limits
    _overall: deque[float] = field(default_factory=deque)
    _groups: dict[int, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    _next_allowed: dict[int, float] = field(default_factory=dict)

    def count(self, chat_id: int, *, is_group: bool, now: float) -> None:
        """Count one message. Raises ApiError (429) when it comes too early."""
        waits = [_wait(self._overall, self.limits.overall_per_second, 1.0, now), self._chat_wait(chat_id, now)]
        if is_group:
            waits.append(_wait(self._groups[chat_id], self.limits.group_per_minute, 60.0, now))
        if max(waits) > 0:
            raise too_many(max(1, math.ceil(max(waits))))
        self._overall.append(now)
        self._next_allowed[chat_id] = max(self._next_allowed.get(chat_id, 0.0), now) + 1.0
        if is_group:
            self._groups[chat_id].append(now)

    def _chat_wait(self, chat_id: int, now: float) -> float:
        # Each message uses up a second of the chat; a burst may run ahead of the clock by its length.
        return self._next_allowed.get(chat_id, 0.0) - (self.limits.chat_burst - 1) - now


def _wait(sent: deque[float], most: int, seconds: float, now: float) -> float:
    while sent and sent[0] <= now - seconds:
        sent.popleft()
    return sent[-most] + seconds - now if len(sent) >= most else 0.0
