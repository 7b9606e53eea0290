"""Sending updates to a bot as Telegram does, and measuring until its answer has arrived.

Closed: so many updates are on their way at any time, a new one as soon as one is answered; this finds how many a
second a bot can do. Open: so many a second whatever the bot does; this finds how long somebody waits.
"""

import asyncio
import time
from collections.abc import Awaitable, Iterator
from dataclasses import dataclass
from typing import cast

import httptools

from bench.platform import SECRET, Platform

CONNECTIONS = 100
"""Telegram keeps at most so many to a webhook (Bot API, setWebhook: max_connections)."""
PATIENCE = 30.0
"""Seconds until an answer is given up."""
_PAUSES = (0.05, 0.2, 1.0, 2.0)
"""Seconds before an update that was not taken is delivered again."""


@dataclass(frozen=True, slots=True)
class Update:
    """An update with somebody's message."""

    number: int
    chat: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured. Times in milliseconds."""

    per_second: float
    waits: list[float]

    def percentile(self, part: float) -> float:
        """The wait that this part of all did not exceed."""
        return sorted(self.waits)[min(len(self.waits) - 1, int(part * len(self.waits)))]


class _Connection(asyncio.Protocol):
    """One connection to the bot, on which one update at a time is delivered."""

    def __init__(self) -> None:
        self.is_closed = False
        self._answer: asyncio.Future[tuple[int, bytes, bytes]] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's own knows nothing of that class
        self._begin()

    def connection_lost(self, exc: Exception | None) -> None:
        self.is_closed = True
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(exc or ConnectionResetError("the bot closed the connection"))

    def data_received(self, data: bytes) -> None:
        self._parser.feed_data(data)

    def on_header(self, name: bytes, value: bytes) -> None:
        if name.lower() == b"content-type":
            self._content_type = value

    def on_body(self, body: bytes) -> None:
        self._body += body

    def on_message_complete(self) -> None:
        assert self._answer is not None
        self._answer.set_result((self._parser.get_status_code(), self._content_type, self._body))

    def _begin(self) -> None:
        self._parser = httptools.HttpResponseParser(self)
        self._body = self._content_type = b""

    async def ask(self, request: bytes) -> tuple[int, bytes, bytes]:
        """Send a request; gives the answer's status, content type and body."""
        self._begin()
        self._answer = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        return await self._answer

    def close(self) -> None:
        """Close it."""
        self._transport.close()


class Load:
    """Delivers updates to the webhook of one bot."""

    def __init__(self, platform: Platform, port: int, expected: str = "") -> None:
        """Every answer must hold ``expected``."""
        self.delivered: list[int] = []
        """The numbers of all updates, in order."""
        self.again = 0
        """How often an update had to be delivered once more."""
        self.unexpected: list[str] = []
        """Answers that are not the expected one."""
        self._platform, self._port, self._expected = platform, port, expected
        self._idle: list[_Connection] = []
        self._free = asyncio.Semaphore(CONNECTIONS)

    async def closed(self, updates: Iterator[Update], at_once: int, seconds: float) -> Figures:
        """Keep ``at_once`` updates on their way for so long."""
        start = time.perf_counter()
        end, ended, waits = start + seconds, 0, []

        async def keep_asking() -> None:
            nonlocal ended
            while (since := time.perf_counter()) < end:
                at = await self._exchange(next(updates))
                waits.append((at - since) * 1000)
                ended += at < end

        await self._patiently(asyncio.gather(*(keep_asking() for _ in range(at_once))), seconds)
        return Figures(ended / seconds, waits)

    async def opened(self, updates: Iterator[Update], per_second: float, seconds: float) -> Figures:
        """Send so many a second, evenly. A wait begins when the update was due, not when there was time for it."""
        start, waits, tasks = time.perf_counter(), [], []

        async def ask(due: float) -> None:
            waits.append((await self._exchange(next(updates)) - due) * 1000)

        for number in range(int(per_second * seconds)):
            due = start + number / per_second
            await asyncio.sleep(due - time.perf_counter())
            tasks.append(asyncio.create_task(ask(due)))
        await self._patiently(asyncio.gather(*tasks), 0)
        return Figures(per_second, waits)

    async def some(self, updates: Iterator[Update], count: int, at_once: int = 20) -> Figures:
        """Send so many."""
        start, waits, left = time.perf_counter(), [], iter(range(count))

        async def keep_asking() -> None:
            for _ in left:
                since = time.perf_counter()
                waits.append((await self._exchange(next(updates)) - since) * 1000)

        await self._patiently(asyncio.gather(*(keep_asking() for _ in range(at_once))), PATIENCE)
        return Figures(count / (time.perf_counter() - start), waits)

    def close(self) -> None:
        """Close the connections."""
        for connection in self._idle:
            connection.close()

    async def _patiently(self, work: Awaitable[object], seconds: float) -> None:
        async with asyncio.timeout(seconds + PATIENCE):
            await work

    async def _exchange(self, update: Update) -> float:
        """Deliver an update until it is taken; gives when its answer arrived."""
        answer = self._platform.expect(update.chat)
        self.delivered.append(update.number)
        for pause in _PAUSES:
            if await self._deliver(update):
                break
            self.again += 1
            await asyncio.sleep(pause)
        else:
            raise RuntimeError("the bot does not take an update")
        at, text = await answer
        if self._expected not in text:
            self.unexpected.append(text)
        return at

    async def _deliver(self, update: Update) -> bool:
        async with self._free:
            connection = await self._connection()
            try:
                status, content_type, body = await connection.ask(self._request(update))
            except OSError:
                return False
            self._idle.append(connection)
        if status != 200:
            return False
        self._platform.take_response(content_type, body)
        return True

    async def _connection(self) -> _Connection:
        while self._idle:
            if not (connection := self._idle.pop()).is_closed:
                return connection
        loop = asyncio.get_running_loop()
        return (await loop.create_connection(_Connection, "127.0.0.1", self._port))[1]

    def _request(self, update: Update) -> bytes:
        return (
            b"POST /telegram HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: application/json\r\n"
            b"X-Telegram-Bot-Api-Secret-Token: %b\r\nContent-Length: %d\r\n\r\n%b"
            % (self._port, SECRET.encode(), len(update.body), update.body)
        )
