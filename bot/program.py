"""The running program: messages in, the clock, messages out, around one database."""

import asyncio
import logging
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from bot.clock import Clock
from bot.together import Together
from handlers.laying_ready import Answer, HandOver
from handlers.messages import Incoming
from handlers.receive import Received, receive
from scheduler import ledger
from scheduler.alarm import Alarm
from scheduler.delivery import Delivery
from scheduler.drawing import Drawer
from scheduler.look import look
from scheduler.nightly import Nightly
from scheduler.outgoing import outgoing
from scheduler.rate import Rate
from scheduler.sending import Channel, Outgoing
from scheduler.tick import Step, steps
from scheduler.trace import follow
from scheduler.watcher import Watcher
from storage import group_chats
from storage.beside import ReadFirstError, beside_of
from storage.database import again, has_one_writer, unit_of_work
from storage.outbox import Address

log = logging.getLogger(__name__)
T = TypeVar("T")
_DONE = object()

AT_ONCE = 4
"""Messages of different chats that are handled at the same time, where the database lets several write."""
SEND_WITHIN = 1.5
"""Seconds that a send has left when the program stops; one that is broken off then is tried again after its lease."""


class Program:
    """Takes messages in, rings the clock and sends what is laid ready, until it is stopped."""

    def __init__(
        self,
        engine: Engine,
        clock: Clock,
        channels: Sequence[Channel],
        rates: Mapping[str, Rate] | None = None,
        watcher: Watcher | None = None,
        *,
        nightly: Nightly | None = None,
        answers_from: int | None = None,
        drawer: Drawer | None = None,
    ) -> None:
        """``rates`` are by channel name; a channel without one is not slowed down.

        With so many messages at once (``answers_from``) an answer goes in the response to the message; None: none do.
        """
        self.engine = engine
        self.clock = clock
        self.rang_at: float | None = None
        """When the clock was last looked at, in monotonic seconds."""
        self._watcher = watcher or Watcher()
        self._nightly = nightly
        self._backing_up: asyncio.Task[None] | None = None
        # Threads of their own, so that web and sending go on meanwhile. Each takes what it is given in order, and what
        # belongs together is given to the same one. SQLite has one writer, for the clock too.
        count = 1 if has_one_writer(engine) else AT_ONCE
        self._writers = [ThreadPoolExecutor(1, f"writer-{number}") for number in range(count)]
        self._clockwork = ThreadPoolExecutor(1, "clockwork")
        self._does_what_is_due = self._writers[0] if has_one_writer(engine) else self._clockwork
        books = self._writers[0] if has_one_writer(engine) else None
        self._together = None if books is None else Together(engine, books, clock)
        self.drawer = drawer or Drawer()
        self.delivery = Delivery(engine, channels, clock, rates=rates, watcher=watcher, books=books, drawer=self.drawer)
        self._alarm = Alarm(self.ring)
        self._rates = rates or {}
        self._answers_from = answers_from
        self._at_once = 0
        """The messages that came and are not committed yet."""
        self._sending: asyncio.Task[None] | None = None
        self._ringing = asyncio.Lock()
        self._first_ring: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin to send and to look at the clock, first at what was due while it was down."""
        if has_one_writer(self.engine):
            await self.write(lambda: ledger.take_over(self.engine))
        self._sending = asyncio.create_task(self.delivery.run())
        self._first_ring = asyncio.create_task(self.ring())
        self._alarm.start()

    async def stop(self) -> None:
        """Finish what is being done, and nothing more."""
        self._alarm.stop()
        if self._first_ring is not None:
            self._first_ring.cancel()
        try:
            async with asyncio.timeout(SEND_WITHIN):
                await self.delivery.stop()
                if self._sending is not None:
                    await self._sending
        except TimeoutError:
            log.warning("a message was still being sent at the end; it is sent again")
            await self.delivery.break_off()
        if self._nightly is not None and self._backing_up is not None:
            self._nightly.stop()
            await self._backing_up
        for writer in (*self._writers, self._clockwork):
            writer.shutdown()

    async def receive(self, incoming: Incoming) -> None:
        """Take a message in; returns after its commit. Its answers are sent later."""
        await self._take(incoming, None)

    async def answer(self, incoming: Incoming) -> Outgoing | None:
        """Take a message in; returns after its commit, with an answer where one may go in the response to it.

        That answer is sent by nobody else. Where it did not arrive, the same message brings it again.
        """
        answer = await self._take(incoming, None if self._answers_from is None else self._hand_over)
        if answer is None:
            return None
        self._watcher.handed_over(incoming.channel)
        return outgoing(answer.id, answer.chat, answer.body)

    async def _take(self, incoming: Incoming, hand_over: HandOver | None) -> Answer | None:
        follow(incoming.trace)
        began, result = time.perf_counter(), "not kept"
        self._at_once += 1
        try:
            result, answer = await self._received(incoming, hand_over)
        finally:
            self._at_once -= 1
            seconds = time.perf_counter() - began
            log.debug("a message (%s) is %s after %.4f s", incoming.kind, result, seconds)
            self._watcher.handled(incoming.channel, incoming.kind, result, seconds)
        if answer is None or not answer.is_all:
            self.delivery.wake()
        return answer

    async def _received(self, incoming: Incoming, hand_over: HandOver | None) -> Received:
        if self._together is None:
            return await self.write(
                lambda: receive(self.engine, incoming, self.clock(), hand_over), f"{incoming.channel}:{incoming.chat}"
            )
        beside = beside_of(self.engine)
        while True:
            try:
                return await asyncio.wrap_future(self._together.receive(incoming, hand_over, beside))
            except ReadFirstError as first:
                await _in(self._clockwork, partial(first.read_on, self.engine))

    def _hand_over(self, session: Session, address: Address, now: datetime) -> timedelta | None:
        if self._answers_from is None or self._at_once < self._answers_from:
            return None
        return ledger.hand_over(session, address, self._rates.get(address.channel), now)

    async def chat_moved(self, channel: str, old: str, new: str) -> None:
        """A group chat has another id from now on."""
        await self.write(lambda: self._move_chat(channel, old, new))
        self.delivery.wake()

    def _move_chat(self, channel: str, old: str, new: str) -> None:
        def move() -> None:
            with unit_of_work(self.engine) as session:
                group_chats.move(session, channel, old, new)

        again(move)

    async def ring(self) -> None:
        """Do what the clock says is due. Without a database that is left to the next minute."""
        async with self._ringing:
            try:
                found = await _in(self._clockwork, partial(look, self.engine, self.clock()))
                if found.has_work:
                    await self._do(steps(self.engine, found, self._watcher))
                self.rang_at = time.monotonic()
                self._watcher.rang()
            except SQLAlchemyError:
                log.exception("the clock could not look into the database; it does in a minute")
        self.delivery.wake()
        self._back_up()

    async def _do(self, work: Iterator[Step]) -> None:
        # SQLite's one writer does messages too: those that came meanwhile go between two steps.
        while (read := await _in(self._does_what_is_due, lambda: next(work, _DONE))) is not _DONE:
            if callable(read):
                await _in(self._clockwork, read)

    def _back_up(self) -> None:
        """Begin the nightly copy when it is due; the clock goes on meanwhile."""
        now, at_work = self.clock(), self._backing_up is not None and not self._backing_up.done()
        if self._nightly is not None and not at_work and self._nightly.is_due(now):
            self._backing_up = asyncio.create_task(asyncio.to_thread(self._nightly.run, now))

    async def write(self, work: Callable[[], T], of: str = "") -> T:
        """Do database work in a thread; what bears the same name in ``of`` is done in the order in which it came."""
        return await _in(self._writers[hash(of) % len(self._writers)], work)


async def _in(thread: ThreadPoolExecutor, work: Callable[[], T]) -> T:
    return await asyncio.get_running_loop().run_in_executor(thread, copy_context().run, work)
