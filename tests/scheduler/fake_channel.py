"""A channel that keeps what it was given, and fails as it is told."""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from scheduler.sending import Outgoing
from tests.scheduler.rooms import CHANNEL


@dataclass(slots=True)
class FakeChannel:
    """Sends by remembering."""

    name: str = CHANNEL
    failures: dict[str, list[Exception]] = field(default_factory=dict)
    """By chat: what to raise at each attempt, until there is nothing left to raise."""
    always: dict[str, Exception] = field(default_factory=dict)
    sent: list[Outgoing] = field(default_factory=list)
    attempts: list[str] = field(default_factory=list)
    monotonic: Callable[[], float] = lambda: 0.0
    begun_at: list[tuple[float, str]] = field(default_factory=list)
    """When a send began, by ``monotonic``, and to which chat."""
    at_once: Counter[str] = field(default_factory=Counter)
    most_at_once: int = 0
    announced: list[tuple[str, str]] = field(default_factory=list)
    """Signs that something is coming: the chat and what, in order."""
    no_signs: Exception | None = None
    """What every sign fails with."""
    gate: asyncio.Event | None = None
    """When there is one, a send waits for it."""
    begun: asyncio.Event = field(default_factory=asyncio.Event)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(self, outgoing: Outgoing) -> str:
        """Remember the message, or fail."""
        chat = outgoing.chat
        self.attempts.append(chat)
        self.begun_at.append((self.monotonic(), chat))
        self.at_once[chat] += 1
        assert self.at_once[chat] == 1, "two messages to one chat at once"
        self.most_at_once = max(self.most_at_once, self.at_once.total())
        self.begun.set()
        try:
            await (asyncio.sleep(0) if self.gate is None else self.gate.wait())
            if chat in self.always:
                raise self.always[chat]
            if self.failures.get(chat):
                raise self.failures[chat].pop(0)
        finally:
            self.at_once[chat] -= 1
        self.sent.append(outgoing)
        self.arrived.set()
        return f"p{outgoing.id}"

    async def announce(self, chat: str, media_type: str) -> None:
        """Remember the sign, or fail."""
        self.announced.append((chat, media_type))
        if self.no_signs is not None:
            raise self.no_signs

    def texts(self, chat: str | None = None) -> Sequence[str]:
        """What arrived, in order, in one chat or in all."""
        return [outgoing.text for outgoing in self.sent if chat in (None, outgoing.chat)]
