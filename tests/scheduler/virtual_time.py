"""Time that goes by itself: what sleeps is woken at its moment, and nobody waits for it."""

import asyncio
import functools
import selectors
from collections.abc import Awaitable, Callable
from concurrent.futures import Executor, Future
from datetime import datetime, timedelta
from typing import Any, ParamSpec

P = ParamSpec("P")


class _Selector(selectors.DefaultSelector):
    """Where a loop would wait, its time moves on instead."""

    now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """What is ready, at once."""
        ready = super().select(0)
        if not ready:
            assert timeout is not None, "everything waits for something that does not come"
            self.now += max(timeout, 0.0)
        return ready


class VirtualLoop(asyncio.SelectorEventLoop):
    """A loop that begins at 0 and never waits. Nothing is to be done in threads: see ``Books``."""

    def __init__(self) -> None:
        self._virtual = _Selector()
        super().__init__(self._virtual)

    def time(self) -> float:
        """Seconds since the beginning."""
        return self._virtual.now

    def stall(self, seconds: float) -> None:
        """Nothing was done for so long, as on a busy machine."""
        self._virtual.now += seconds


def in_virtual_time(test: Callable[P, Awaitable[None]]) -> Callable[P, None]:
    """Let a test play in a loop of its own that never waits."""

    @functools.wraps(test)
    def play(*args: P.args, **kwargs: P.kwargs) -> None:
        async def whole() -> None:
            await test(*args, **kwargs)

        with asyncio.Runner(loop_factory=VirtualLoop) as runner:
            runner.run(whole())

    return play


class Clock:
    """The clock of the loop in which it is made."""

    def __init__(self, start: datetime) -> None:
        self._start, self._loop = start, asyncio.get_running_loop()

    def __call__(self) -> datetime:
        """The moment it is."""
        return self._start + timedelta(seconds=self._loop.time())

    def monotonic(self) -> float:
        """Seconds since the beginning."""
        return self._loop.time()


class Books(Executor):
    """In place of the thread for the database: the work is done at once, and takes so many seconds."""

    def __init__(self, seconds: Callable[[], float] = lambda: 0.0) -> None:
        self._seconds = seconds
        self._loop = asyncio.get_running_loop()

    def submit(self, work: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        """Do it."""
        future: Future[Any] = Future()
        try:
            done = work(*args, **kwargs)
        except Exception as failure:
            future.set_exception(failure)
        else:
            self._loop.call_later(self._seconds(), future.set_result, done)
        return future
