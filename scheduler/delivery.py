"""Delivery: what is laid ready in the outbox goes out, a few chats at once, each chat in order."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from reports.data import DataError
from scheduler import ledger
from scheduler.limiter import Limiter, Rate
from scheduler.outgoing import outgoing
from scheduler.sending import Channel, RefusedError, SendError, TryAgainError
from scheduler.trace import follow
from scheduler.watcher import Watcher
from storage.tables import Outbox

log = logging.getLogger(__name__)
T = TypeVar("T")

AT_ONCE = 8
"""Chats that are written to at the same time, at most."""
SEND_WITHIN = 45.0
"""Seconds that a channel has for one message."""
LEASE = timedelta(seconds=60)
"""Longer than a send may take: only when the program dies does a lease end."""
LONGEST_SLEEP = 30.0
"""Seconds between two looks at the outbox: another process may have laid something ready."""
MOST_SURPRISES = 5
"""Attempts at a message on which a channel fails in a way that it should not."""


class Delivery:
    """Sends what is in the outbox through the channels, until stopped. All methods belong to one event loop.

    ``clock`` tells the moments that count in the books; the rates run on ``monotonic`` seconds.
    """

    def __init__(
        self,
        engine: Engine,
        channels: Sequence[Channel],
        clock: Callable[[], datetime],
        *,
        rates: Mapping[str, Rate] | None = None,
        watcher: Watcher | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """``rates`` are by channel name; a channel without one is not slowed down."""
        self._engine = engine
        self._channels = {channel.name: channel for channel in channels}
        self._rates = rates or {}
        self._limiters = {name: Limiter(self._rates.get(name)) for name in self._channels}
        self._clock = clock
        self._watcher = watcher or Watcher()
        self._monotonic = monotonic
        self._sleep = sleep
        self._woken = asyncio.Event()
        self._starting = asyncio.Lock()
        self._writing = asyncio.Lock()
        self._sends: set[asyncio.Task[None]] = set()
        self._busy: set[tuple[str, str]] = set()
        """The (channel, chat) pairs that are written to: a lease may end meanwhile, when the clock jumps."""
        self._looked = (clock(), monotonic())
        """When the outbox was last looked at. What could not go then is waited for from that moment on."""
        self._stopping = False

    async def run(self) -> None:
        """Send until ``stop``. Whatever goes wrong with the outbox is told of, and tried again."""
        while not self._stopping:
            self._woken.clear()
            try:
                await self._start_sends()
                pause = await self._pause()
            except Exception:
                log.exception("delivery could not read the outbox")
                pause = LONGEST_SLEEP
            await self._wait(pause)
        await self._finish()

    def wake(self) -> None:
        """There is something new to send: to be called after each commit."""
        self._woken.set()

    async def stop(self) -> None:
        """Finish what is being sent, and begin nothing more."""
        self._stopping = True
        self.wake()
        await self._finish()

    async def drain(self) -> None:
        """Send everything that can be sent now, keeping to the rates; returns when it is done."""
        while not self._stopping:
            await self._start_sends()
            if self._sends:
                await asyncio.wait(self._sends, return_when=asyncio.FIRST_COMPLETED)
                continue
            held = self._held()
            if held is None or not await self._in_books(ledger.has_more, self._names, self._clock()):
                return
            await self._sleep(held)

    @property
    def _names(self) -> list[str]:
        return list(self._channels)

    async def _start_sends(self) -> None:
        async with self._starting:
            while not self._stopping and len(self._sends) < AT_ONCE:
                row = await self._take()
                if row is None:
                    return
                self._limiters[row.channel].start(self._monotonic())
                self._busy.add((row.channel, row.chat))
                task = asyncio.create_task(self._deliver(row))
                self._sends.add(task)
                task.add_done_callback(self._sent)

    def _sent(self, task: asyncio.Task[None]) -> None:
        self._sends.discard(task)
        self.wake()

    async def _take(self) -> Outbox | None:
        self._looked = now, at = self._clock(), self._monotonic()
        free = [name for name, limiter in self._limiters.items() if not limiter.wait(at)]
        resting = [(name, chat) for name, limiter in self._limiters.items() for chat in limiter.resting(at)]
        return await self._in_books(ledger.take, free, now, LEASE, [*resting, *self._busy])

    async def _deliver(self, row: Outbox) -> None:
        follow(row.trace or f"out-{row.id}")
        began, result = time.perf_counter(), "sent"
        try:
            try:
                message = await self._send(row)
            except SendError as error:
                result = error.result
                raise
            finally:
                self._limiters[row.channel].finish(row.chat, self._monotonic())
                self._watcher.sent(row.channel, result, time.perf_counter() - began)
            await self._in_books(ledger.mark_sent, row, message, self._clock(), self._rates.get(row.channel))
        except SendError as error:
            await self._mark_not_sent(row, error)
        except SQLAlchemyError:
            # The lease ends and it is sent once more: twice is better than never.
            log.exception("message %d was sent and could not be marked", row.id)
        finally:
            self._busy.discard((row.channel, row.chat))

    async def _mark_not_sent(self, row: Outbox, error: SendError) -> None:
        try:
            await self._in_books(ledger.mark_not_sent, row, error, self._clock())
        except SQLAlchemyError:
            log.exception("message %d was not sent and could not be marked", row.id)

    async def _send(self, row: Outbox) -> str:
        """Draw and send; whatever goes wrong becomes a SendError."""
        try:
            drawn = await asyncio.to_thread(outgoing, row)
            async with asyncio.timeout(SEND_WITHIN):
                return await self._channels[row.channel].send(drawn)
        except SendError:
            raise
        except DataError as error:
            raise RefusedError(str(error)) from error
        except TimeoutError as error:
            raise TryAgainError(f"no answer within {SEND_WITHIN:.0f} seconds") from error
        except Exception as error:
            log.exception("channel %s failed in a way that it should not", row.channel)
            kind = TryAgainError if row.attempts < MOST_SURPRISES else RefusedError
            raise kind(f"the channel failed with {type(error).__name__}") from error

    async def _in_books(self, work: Callable[..., T], *values: object) -> T:
        """Do database work in a thread, one piece at a time: the database has one writer."""
        async with self._writing:
            return await asyncio.to_thread(work, self._engine, *values)

    def _held(self) -> float | None:
        """Seconds until the rates let something go that they held up at the last look."""
        _, at = self._looked
        passed = self._monotonic() - at
        held = [limiter.next_change(at) for limiter in self._limiters.values()]
        return min((max(0.0, seconds - passed) for seconds in held if seconds is not None), default=None)

    async def _pause(self) -> float:
        now, at = self._looked
        waits = await self._in_books(ledger.seconds_to_next, self._names, now)
        next_up = None if waits is None else max(0.0, waits - (self._monotonic() - at))
        return min(seconds for seconds in (LONGEST_SLEEP, next_up, self._held()) if seconds is not None)

    async def _wait(self, seconds: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._woken.wait()

    async def _finish(self) -> None:
        if self._sends:
            await asyncio.wait(self._sends)
