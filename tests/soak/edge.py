"""What stands between the platform and the programs: one address before several of them, on a bad line.

It is the balancer of an operator with several machines, and the internet: it loses answers, and brings updates twice,
late, to two programs at once and in another order.
"""

import asyncio
import json
import random
import threading
from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future, wait
from types import TracebackType
from typing import Any

from bot.channels.telegram.channel import HEADER
from bot.settings import WEBHOOK_PATH

_HEAD_ENDS = b"\r\n\r\n"
_REMEMBERED = 12
_BAD_GATEWAY = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class Edge:
    """Passes requests on to the programs in turn; serves from ``with`` to the end of it, in a thread of its own."""

    def __init__(self, rng: random.Random) -> None:
        self.lost = 0
        """So many of the next answers do not arrive: the connection breaks when they come."""
        self.half = 0
        """So many of the next answers arrive by half."""
        self.at_once = 0
        """So many of the next updates go to two programs at the same time."""
        self.again = 0
        """With so many of the next updates an older one comes again."""
        self.copies = 0
        """How many updates were brought once more."""
        self.port = 0
        self._backends: list[int] = []
        self._turn = 0
        self._rng = rng
        self._seen: deque[bytes] = deque(maxlen=_REMEMBERED)
        self._loop = asyncio.new_event_loop()
        self._started = threading.Event()
        self._thread = threading.Thread(target=self._run, name="edge", daemon=True)
        self._brought: list[Future[bytes | None]] = []
        self._copying: set[asyncio.Task[bytes | None]] = set()

    def serves(self, backends: Sequence[int]) -> None:
        """Pass requests on to these ports from now on."""
        self._backends = list(backends)

    def be_good(self) -> None:
        """Lose and double nothing any more."""
        self.lost = self.half = self.at_once = self.again = 0

    def bring(self, update: dict[str, Any], secret: str) -> None:
        """Bring an update before its time. The platform brings it again; the answer to this one comes to nothing."""
        body = json.dumps(update).encode()
        head = (
            f"POST {WEBHOOK_PATH} HTTP/1.1\r\nHost: 127.0.0.1\r\n{HEADER}: {secret}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}"
        )
        copying = self._passed_on(head.encode() + _HEAD_ENDS + body)
        self._brought.append(asyncio.run_coroutine_threadsafe(copying, self._loop))
        self.copies += 1

    def arrived(self, seconds: float) -> None:
        """Wait until what was brought is answered, or for so many seconds."""
        wait(self._brought, seconds)
        self._brought = [copy for copy in self._brought if not copy.done()]

    def __enter__(self) -> "Edge":
        self._thread.start()
        self._started.wait(10)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        self._started.set()
        self._loop.run_forever()
        server.close()
        pending = asyncio.all_tasks(self._loop)
        for task in pending:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*pending, return_exceptions=True))

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while (request := await _message(reader)) is not None:
                answer = await self._answer(request)
                if self.lost:
                    self.lost -= 1
                    break
                if self.half:
                    self.half -= 1
                    writer.write(answer[: len(answer) // 2])
                    break
                writer.write(answer)
                await writer.drain()
        except (ConnectionError, asyncio.CancelledError):
            pass  # who asked is gone, or it is the end
        finally:
            writer.close()

    async def _answer(self, request: bytes) -> bytes:
        if self.at_once:
            self.at_once -= 1
            self._copy(request)
        if self.again and self._seen:
            self.again -= 1
            self._copy(self._rng.choice(self._seen))
        self._seen.append(request)
        for _ in range(len(self._backends)):
            answer = await self._passed_on(request)
            if answer is not None:
                return answer
        return _BAD_GATEWAY

    def _copy(self, request: bytes) -> None:
        self.copies += 1
        task = self._loop.create_task(self._passed_on(request))
        self._copying.add(task)
        task.add_done_callback(self._copying.discard)

    async def _passed_on(self, request: bytes) -> bytes | None:
        self._turn += 1
        port = self._backends[self._turn % len(self._backends)]
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            return None
        try:
            writer.write(request)
            await writer.drain()
            return await _message(reader)
        except OSError:
            return None
        finally:
            writer.close()


async def _message(reader: asyncio.StreamReader) -> bytes | None:
    """A request or an answer with all of its body; None when the other side left."""
    try:
        head = await reader.readuntil(_HEAD_ENDS)
        length = next(
            (int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")), 0
        )
        return head + await reader.readexactly(length)
    except (asyncio.IncompleteReadError, ConnectionError):
        return None
