"""A bot's updates, kept until it says that it has them."""

from dataclasses import dataclass, field
from typing import Any

KEPT = 86_400.0  # seconds
PRESS_KEPT = 150.0  # seconds
NOT_UNLESS_ASKED = ("chat_member", "message_reaction", "message_reaction_count")


@dataclass(slots=True)
class Waiting:
    """An update that was not confirmed yet."""

    id: int
    chat_id: int
    body: dict[str, Any]
    expires_at: float
    try_at: float = 0.0
    """By webhook: not before this time."""
    failures: int = 0


@dataclass(slots=True)
class UpdateQueue:
    """What the bot still has to receive, oldest first."""

    next_id: int
    allowed: tuple[str, ...] | None = None
    """The kinds of update that the bot asked for; None is the usual ones."""
    waiting: list[Waiting] = field(default_factory=list)

    def add(self, kind: str, content: dict[str, Any], chat_id: int, now: float) -> None:
        """Keep an update for the bot, if it wants such ones."""
        if kind not in self.allowed if self.allowed is not None else kind in NOT_UNLESS_ASKED:
            return
        expires_at = now + (PRESS_KEPT if kind == "callback_query" else KEPT)
        body = {"update_id": self.next_id, kind: content}
        self.waiting.append(Waiting(self.next_id, chat_id, body, expires_at))
        self.next_id += 1

    def confirm(self, offset: int) -> None:
        """Forget what is before ``offset``; a negative one keeps so many of the last."""
        if offset < 0:
            self.waiting = self.waiting[offset:]
        else:
            self.waiting = [update for update in self.waiting if update.id >= offset]

    def remove(self, update: Waiting) -> None:
        """Forget one that was delivered."""
        self.waiting = [other for other in self.waiting if other is not update]

    def pending(self, now: float) -> list[Waiting]:
        """Those that are still worth delivering."""
        self.waiting = [update for update in self.waiting if update.expires_at > now]
        return self.waiting
