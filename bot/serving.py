"""Serving: a web server, the program, and what goes on beside them, on one event loop until a signal ends it."""

import asyncio
import logging
import multiprocessing
import os
import signal
import socket
import threading
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager, suppress
from types import FrameType

import uvicorn
from starlette.applications import Starlette
from starlette.routing import BaseRoute

from bot.loading import all_is_loaded
from bot.program import Program
from bot.settings import Settings
from bot.supervisor import STOP_WITHIN
from scheduler.sending import SendError

log = logging.getLogger(__name__)
PAUSE_SECONDS = 30
FINISH_WITHIN = 1
"""Seconds in which requests that came before the end must be answered."""
Background = Callable[[], Awaitable[None]]


def in_loop(work: Coroutine[None, None, None]) -> None:
    """Run the work on the fastest event loop that is installed; an interrupt ends it quietly."""
    loop_factory = uvicorn.Config("", log_config=None).get_loop_factory()
    with suppress(KeyboardInterrupt), asyncio.Runner(loop_factory=loop_factory) as runner:
        runner.run(work)


def listener(settings: Settings) -> socket.socket:
    """A socket on the port that is set, for several processes to listen on."""
    return _config(settings, []).bind_socket()


async def serve(
    settings: Settings,
    program: Program,
    routes: Sequence[BaseRoute],
    background: Sequence[Background],
    shared: socket.socket | None = None,
) -> None:
    """Serve until a signal. ``shared`` is the socket of a worker, which also ends when its supervisor is gone."""
    await program.start()
    server = _Server(_config(settings, routes))
    all_is_loaded()
    tasks = [asyncio.create_task(keep(work)) for work in background]
    if shared is not None:
        _end_with_supervisor(server)
    try:
        await server.serve(None if shared is None else [shared])
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await program.stop()


def _config(settings: Settings, routes: Sequence[BaseRoute]) -> uvicorn.Config:
    return uvicorn.Config(
        Starlette(routes=routes),
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        lifespan="off",
        timeout_graceful_shutdown=FINISH_WITHIN,
    )


def _end_with_supervisor(server: uvicorn.Server) -> None:
    supervisor = multiprocessing.parent_process()
    if supervisor is None:
        raise ValueError("a worker has a supervisor")
    loop = asyncio.get_running_loop()

    def end() -> None:
        loop.remove_reader(supervisor.sentinel)
        log.error("the supervisor is gone: stopping")
        server.should_exit = True

    loop.add_reader(supervisor.sentinel, end)


class _Server(uvicorn.Server):
    """A web server that ends at a signal, and leaves it at that.

    The library's own sends the signal once more when it has ended: the program would be gone in the middle of a send.
    """

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop, and see that the program has ended in time, also where it waits for a database that another holds."""
        if not self.should_exit:
            deadline = threading.Timer(STOP_WITHIN, _break_off)
            deadline.daemon = True
            deadline.start()
        super().handle_exit(sig, frame)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take SIGINT and SIGTERM for oneself."""
        before = {number: signal.signal(number, self.handle_exit) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


def _break_off() -> None:
    """End at once. What was not committed was not received, and comes again."""
    log.error("it did not stop in time and is broken off")
    logging.shutdown()
    os._exit(1)


async def keep(work: Background) -> None:
    """Run what the program cannot do without, and tell of its failures; the program goes on serving.

    What the platform refuses is not tried again. Anything else is: without it no message would come in any more.
    """
    while True:
        try:
            return await work()
        except SendError as failure:
            log.error("%s", failure)
            return None
        except Exception:
            log.exception("a part of the program failed; next try in %d seconds", PAUSE_SECONDS)
            await asyncio.sleep(PAUSE_SECONDS)
