"""The rates that a platform allows: how long to wait before the next message. Pure: the time comes in, in seconds."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

WINDOW = 1.0
MINUTE = 60.0


@dataclass(frozen=True, slots=True)
class Rate:
    """What a platform takes. Stay a little below its own figures: what leaves evenly may arrive in a bunch."""

    per_second: int
    """Messages in any second, over all chats."""
    chat_rest: float
    """Seconds between two messages to one chat."""
    group_per_minute: int = 60
    """Messages in any minute to one group chat."""
    is_group: Callable[[str], bool] = lambda _: False
    """Whether a chat, by its id, is a group chat."""

    def __post_init__(self) -> None:
        if self.per_second < 1 or self.chat_rest < 0 or self.group_per_minute < 1:
            raise ValueError(f"no message can ever go at {self}")


@dataclass(slots=True)
class Limiter:
    """Keeps one channel to its rate; ``rate`` None is no limit. Times are of a clock that never goes back."""

    rate: Rate | None
    _started: deque[float] = field(default_factory=deque, init=False)
    _rests: dict[str, float] = field(default_factory=dict, init=False)
    """When each chat has rested, for those that have not."""
    _groups: dict[str, deque[float]] = field(default_factory=dict, init=False)
    """When each group chat was last written to, the times of the last minute's messages."""

    def start(self, at: float) -> None:
        """A message is being sent."""
        if self.rate is not None:
            self._started.append(at)

    def finish(self, chat: str, at: float) -> None:
        """A message was sent, or failed: the chat rests now."""
        if self.rate is None:
            return
        rested = at + self.rate.chat_rest
        if self.rate.is_group(chat):
            times = self._groups.setdefault(chat, deque(maxlen=self.rate.group_per_minute))
            times.append(at)
            rested = max(rested, times[0] + MINUTE if len(times) == times.maxlen else at)
        if rested > at:
            self._rests[chat] = rested

    def wait(self, at: float) -> float:
        """Tell the seconds until one more message may be sent to a chat that does not rest; 0 is now."""
        if self.rate is None:
            return 0.0
        while self._started and self._started[0] <= at - WINDOW:
            self._started.popleft()
        if len(self._started) < self.rate.per_second:
            return 0.0
        return self._started[-self.rate.per_second] + WINDOW - at

    def resting(self, at: float) -> list[str]:
        """The chats that must be left alone for now."""
        for chat in [chat for chat, rested in self._rests.items() if rested <= at]:
            del self._rests[chat]
        return list(self._rests)

    def next_change(self, at: float) -> float | None:
        """Tell the seconds until a message may go that may not now; None when nothing is held up."""
        held = [rested - at for chat, rested in self._rests.items() if rested > at]
        if wait := self.wait(at):
            held.append(wait)
        return min(held, default=None)
