"""The running program: messages in, the clock, messages out, around one database."""

import asyncio
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import TypeVar

from sqlalchemy import Engine

from bot.clock import Clock
from handlers.messages import Incoming
from handlers.receive import receive
from scheduler.alarm import Alarm
from scheduler.delivery import Delivery
from scheduler.limiter import Rate
from scheduler.sending import Channel
from scheduler.tick import tick
from scheduler.trace import follow
from scheduler.watcher import Watcher
from storage import group_chats
from storage.database import unit_of_work

log = logging.getLogger(__name__)
T = TypeVar("T")


class Program:
    """Takes messages in, rings the clock and sends what is laid ready, until it is stopped."""

    def __init__(
        self,
        engine: Engine,
        clock: Clock,
        channels: Sequence[Channel],
        rates: Mapping[str, Rate] | None = None,
        watcher: Watcher | None = None,
    ) -> None:
        """``rates`` are by channel name; a channel without one is not slowed down."""
        self.engine = engine
        self.clock = clock
        self.delivery = Delivery(engine, channels, clock, rates=rates, watcher=watcher)
        self.rang_at: float | None = None
        """When the clock was last looked at, in monotonic seconds."""
        self._watcher = watcher or Watcher()
        # The database has one writer: a thread of its own, so that web and sending go on meanwhile.
        self._writer = ThreadPoolExecutor(1, "writer")
        self._alarm = Alarm(self.ring)
        self._sending: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin to send and to look at the clock; what was due while it was down comes first."""
        self._sending = asyncio.create_task(self.delivery.run())
        await self.ring()
        self._alarm.start()

    async def stop(self) -> None:
        """Finish what is being done, and nothing more."""
        self._alarm.stop()
        await self.delivery.stop()
        if self._sending is not None:
            await self._sending
        self._writer.shutdown()

    async def receive(self, incoming: Incoming) -> None:
        """Take a message in; returns after its commit."""
        follow(incoming.trace)
        began, result = time.perf_counter(), "not kept"
        try:
            result = await self.write(lambda: receive(self.engine, incoming, self.clock()))
        finally:
            seconds = time.perf_counter() - began
            log.debug("a message (%s) is %s after %.4f s", incoming.kind, result, seconds)
            self._watcher.handled(incoming.channel, incoming.kind, result, seconds)
        self.delivery.wake()

    async def chat_moved(self, channel: str, old: str, new: str) -> None:
        """A group chat has another id from now on."""
        await self.write(lambda: self._move_chat(channel, old, new))
        self.delivery.wake()

    def _move_chat(self, channel: str, old: str, new: str) -> None:
        with unit_of_work(self.engine) as session:
            group_chats.move(session, channel, old, new)

    async def ring(self) -> None:
        """Do what the clock says is due."""
        await self.write(lambda: tick(self.engine, self.clock(), self._watcher))
        self.rang_at = time.monotonic()
        self.delivery.wake()

    async def write(self, work: Callable[[], T]) -> T:
        """Do database work on the writer's thread."""
        return await asyncio.get_running_loop().run_in_executor(self._writer, copy_context().run, work)
