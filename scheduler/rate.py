"""The rates that a platform allows."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rate:
    """What a platform takes. Stay a little below its own figures: what leaves evenly may arrive in a bunch."""

    per_second: float
    """Messages a second, over all chats and all processes: they leave evenly."""
    chat_rest: float
    """Seconds between two messages to one chat."""
    group_per_minute: int = 60
    """Messages in any minute to one group chat."""
    is_group: Callable[[str], bool] = lambda _: False
    """Whether a chat, by its id, is a group chat."""
    most_in_second: int | None = None
    """Messages that may arrive within any second; each process sees to its own."""

    def __post_init__(self) -> None:
        if self.per_second <= 0 or self.chat_rest < 0 or self.group_per_minute < 2:
            raise ValueError(f"no message can ever go at {self}")
