"""How many messages one process lets arrive within a second, however unevenly they travel."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, nullcontext

SECOND = 1.0
_REMEMBERED = 100
"""Ways there and back of which the shortest is known; before there are a third of them, none is."""
_SURELY = 0.9
"""Of the shortest way that was seen: there may be a shorter one."""


class Window:
    """Begins no message that could arrive within a second of ``most`` others of this process.

    Whoever counts does so somewhere on the way there and back. When the answer to a message is here, it was counted
    at least the way back ago; what begins now is counted after the way there, at the soonest. Both together are at
    least the shortest way there and back. So a message is in nobody's way any more when its answer is a second old,
    less that shortest way.
    """

    def __init__(self, most: int, monotonic: Callable[[], float], sleep: Callable[[float], Awaitable[None]]) -> None:
        self._most = most
        self._monotonic = monotonic
        self._sleep = sleep
        self._in_line, self._bulk = asyncio.Lock(), asyncio.Lock()
        self._counts_until: dict[object, float] = {}
        self._ways: deque[float] = deque(maxlen=_REMEMBERED)

    @asynccontextmanager
    async def passing(self, *, bulk: bool) -> AsyncIterator[None]:
        """What is done in this block is one message on its way there and back.

        Those that came first go first; but of bulk one stands in line at a time, so that a reply is next but one.
        """
        message = object()
        async with self._bulk if bulk else nullcontext(), self._in_line:
            while (wait := self._wait()) > 0:
                await self._sleep(wait)
            began = self._monotonic()
            self._counts_until[message] = began + SECOND
        try:
            yield
        finally:
            ended = self._monotonic()
            self._ways.append(ended - began)
            self._counts_until[message] = ended + SECOND - self._shortest()

    def _wait(self) -> float:
        now = self._monotonic()
        self._counts_until = {each: until for each, until in self._counts_until.items() if until > now}
        if len(self._counts_until) < self._most:
            return 0.0
        return sorted(self._counts_until.values())[-self._most] - now

    def _shortest(self) -> float:
        known = len(self._ways) * 3 >= _REMEMBERED
        return min(SECOND, _SURELY * min(self._ways)) if known else 0.0
