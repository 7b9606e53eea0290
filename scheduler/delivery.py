"""Delivery: what is laid ready in the outbox goes out, a few chats at once, each chat in order."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import AbstractAsyncContextManager, nullcontext, suppress
from contextvars import copy_context
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from reports.data import DataError
from scheduler import ledger
from scheduler.drawing import Drawer
from scheduler.ledger import Done, Look, Wanted
from scheduler.rate import Rate
from scheduler.sending import Channel, Outgoing, RefusedError, SendError, TryAgainError
from scheduler.signs import coming
from scheduler.trace import follow
from scheduler.watcher import Watcher
from scheduler.window import Window
from storage.database import again
from storage.tables import Outbox

log = logging.getLogger(__name__)
T = TypeVar("T")

AT_ONCE = 100
"""Chats that are written to at the same time, at most."""
BULK_AT_ONCE = 80
"""Of these with bulk: the others are for replies, however slowly the platform takes the bulk."""
SEND_WITHIN = 20.0
"""Seconds in which one message is drawn and sent."""
LEASE = timedelta(seconds=SEND_WITHIN + 5)
"""Longer than a send may take: only when the program dies does a lease end."""
LONGEST_SLEEP = 30.0
"""Seconds between two looks at the outbox: another process may have laid something ready."""
MOST_SURPRISES = 5
"""Attempts at a message on which a channel fails in a way that it should not."""


class Delivery:
    """Sends what is in the outbox through the channels, until stopped. All methods belong to one event loop.

    ``clock`` tells the moments that count in the books; ``books`` is the thread in which they are read and written.
    """

    def __init__(
        self,
        engine: Engine,
        channels: Sequence[Channel],
        clock: Callable[[], datetime],
        *,
        rates: Mapping[str, Rate] | None = None,
        watcher: Watcher | None = None,
        books: Executor | None = None,
        drawer: Drawer | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """``rates`` are by channel name; a channel without one is not slowed down."""
        self._engine = engine
        self._channels = {channel.name: channel for channel in channels}
        self._rates = rates or {}
        self._windows = {
            name: Window(rate.most_in_second, monotonic, sleep)
            for name, rate in self._rates.items()
            if rate.most_in_second is not None
        }
        self._clock = clock
        self._watcher = watcher or Watcher()
        self._books = books
        self._drawer = drawer or Drawer()
        self._monotonic = monotonic
        self._sleep = sleep
        self._woken = asyncio.Event()
        self._looking = asyncio.Lock()
        self._writing = asyncio.Lock()
        self._sends: dict[asyncio.Task[None], Outbox] = {}
        self._done: list[Done] = []
        """What the platform took, and is not marked yet: its chats are as busy as those that are written to."""
        self._failures = 0
        """Looks at the outbox that failed, one after another."""
        self._stopping = False

    async def run(self) -> None:
        """Send until ``stop``. Whatever goes wrong with the outbox is told of, and tried again."""
        while not self._stopping:
            self._woken.clear()
            await self._wait(await self._begin())
        await self._finish()

    def wake(self) -> None:
        """There is something new to send: to be called after each commit."""
        self._woken.set()

    async def stop(self) -> None:
        """Finish what is being sent, and begin nothing more."""
        self._stopping = True
        self.wake()
        await self._finish()

    async def break_off(self) -> None:
        """Wait no longer for what is being sent: it may have arrived, and is sent once more when its lease ends."""
        sends = list(self._sends)
        for send in sends:
            send.cancel()
        await asyncio.gather(*sends, return_exceptions=True)

    async def drain(self) -> None:
        """Send everything that can be sent now, keeping to the rates; returns when it is done."""
        while not self._stopping:
            found = await self._look()
            if self._sends:
                await asyncio.wait(self._sends, return_when=asyncio.FIRST_COMPLETED)
            elif found.held is not None:
                await self._sleep(max(0.0, (found.held - self._clock()).total_seconds()))
            elif not self._done and (found.again is None or found.again > self._clock()):
                return

    async def _begin(self) -> float:
        """Begin what can be sent; returns the seconds until there may be more, if nothing wakes it before."""
        try:
            at = self._monotonic()
            now, found = self._clock(), await self._look()
        except Exception:
            log.exception("delivery could not read the outbox")
            self._failures += 1
            return min(2.0 ** (self._failures - 1), LONGEST_SLEEP)
        self._failures = 0
        if found.again is None:
            return LONGEST_SLEEP
        return min(LONGEST_SLEEP, max(0.0, (found.again - now).total_seconds() - (self._monotonic() - at)))

    async def _look(self) -> Look:
        """Mark what was sent and begin what can be sent now."""
        async with self._looking:
            done, self._done = self._done, []
            try:
                found = await self._in_books(ledger.look, self._wanted(), done, self._clock, LEASE)
            except BaseException:
                self._done = done + self._done
                raise
            at, now = self._monotonic(), self._clock()
            for turn in found.turns:
                task = asyncio.create_task(self._deliver(turn.row, at + (turn.at - now).total_seconds()))
                self._sends[task] = turn.row
                task.add_done_callback(self._sent)
            return found

    def _wanted(self) -> dict[str, Wanted]:
        going = [*self._sends.values(), *(one.row for one in self._done)]
        most = 0 if self._stopping else AT_ONCE - len(going)
        most_bulk = max(0, BULK_AT_ONCE - sum(row.bulk for row in going))
        return {
            name: Wanted(self._rates.get(name), most, most_bulk, {row.chat for row in going if row.channel == name})
            for name in self._channels
        }

    def _sent(self, task: asyncio.Task[None]) -> None:
        self._sends.pop(task)
        self.wake()

    async def _deliver(self, row: Outbox, at: float) -> None:
        follow(row.trace or f"out-{row.id}")
        if (early := at - self._monotonic()) > 0:
            await self._sleep(early)
        if (left := self._left(row)) <= 0:
            log.warning("message %d is not sent by a lease that is over", row.id)
            return
        began = time.perf_counter()
        try:
            message = await self._send(row, min(left, SEND_WITHIN))
        except SendError as error:
            self._watcher.sent(row.channel, error.result, time.perf_counter() - began)
            await self._mark_not_sent(row, error)
        else:
            self._watcher.sent(row.channel, "sent", time.perf_counter() - began)
            self._done.append(Done(row, message, self._clock()))

    def _left(self, row: Outbox) -> float:
        """Seconds for which it is nobody else's: a machine that stood still, or a clock put right, can use them up."""
        return 0.0 if row.claimed_until is None else (row.claimed_until - self._clock()).total_seconds()

    async def _mark_not_sent(self, row: Outbox, error: SendError) -> None:
        try:
            await self._in_books(ledger.mark_not_sent, row, error, self._clock())
        except SQLAlchemyError:
            log.exception("message %d was not sent and could not be marked", row.id)

    async def _send(self, row: Outbox, seconds: float) -> str:
        """Draw and send within so many seconds; whatever goes wrong becomes a SendError."""
        try:
            async with asyncio.timeout(seconds):
                drawn = await self._draw(row)
                async with self._passing(row, bulk=row.bulk):
                    return await self._channels[row.channel].send(drawn)
        except SendError:
            raise
        except DataError as error:
            raise RefusedError(str(error)) from error
        except TimeoutError as error:
            raise TryAgainError(f"no answer within {seconds:.0f} seconds") from error
        except Exception as error:
            log.exception("channel %s failed in a way that it should not", row.channel)
            kind = TryAgainError if row.attempts < MOST_SURPRISES else RefusedError
            raise kind(f"the channel failed with {type(error).__name__}") from error

    async def _draw(self, row: Outbox) -> Outgoing:
        media_type = self._drawer.takes_long(row)
        if media_type is None or row.bulk:
            return await self._drawer.outgoing(row)

        async def show() -> None:
            # Telegram does not say whether signs count as messages: they count, and leave replies the way.
            async with self._passing(row, bulk=True):
                await self._channels[row.channel].announce(row.chat, media_type)

        async with coming(show):
            return await self._drawer.outgoing(row)

    def _passing(self, row: Outbox, *, bulk: bool) -> AbstractAsyncContextManager[None]:
        window = self._windows.get(row.channel)
        return nullcontext() if window is None else window.passing(bulk=bulk)

    async def _in_books(self, work: Callable[..., T], *values: object) -> T:
        """Do database work in a thread, one piece at a time, and again where it gave way to another process."""
        async with self._writing:
            whole = partial(again, partial(work, self._engine, *values))
            return await asyncio.get_running_loop().run_in_executor(self._books, copy_context().run, whole)

    async def _wait(self, seconds: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._woken.wait()

    async def _finish(self) -> None:
        if self._sends:
            await asyncio.wait(self._sends)
        if self._done:
            await self._begin()
