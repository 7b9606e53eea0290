"""Several processes of the same program on one port: started, started again when one dies, stopped together."""

import logging
import math
import multiprocessing
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import wait
from multiprocessing.context import SpawnProcess

log = logging.getLogger(__name__)

STOP_WITHIN = 4.0
"""Seconds in which a process must have finished what it began; after them it is killed."""
SETTLED = 10.0
"""A process that ended sooner than so many seconds is started again after a pause: it may end at once again."""
LONGEST_PAUSE = 30.0
Work = Callable[[int, socket.socket], None]
"""What a process does: its number, from 1, and the socket to listen on. Must be picklable."""


def supervise(work: Work, count: int, listener: socket.socket) -> None:
    """Keep so many processes at work until SIGTERM or SIGINT; returns when all have ended."""
    with _signals() as signalled:
        workers = [_Worker(work, number, listener) for number in range(1, count + 1)]
        while not signalled.is_set():
            now = time.monotonic()
            pauses = [worker.look(now) for worker in workers]
            pause = min(pauses)
            signalled.wait([worker.ended for worker in workers if worker.ended], None if pause == math.inf else pause)
        listener.close()
        _stop(workers)


class _Worker:
    """One of the processes, and the one that takes its place when it dies."""

    def __init__(self, work: Work, number: int, listener: socket.socket) -> None:
        self._work, self._number, self._listener = work, number, listener
        self._process: SpawnProcess | None = None
        self._started = 0.0
        self._due = 0.0
        self._quick_ends = 0

    @property
    def ended(self) -> int | None:
        """What becomes ready when the process ends; None while there is none."""
        return None if self._process is None else self._process.sentinel

    def look(self, now: float) -> float:
        """Start the process if it is to run and does not; returns the seconds until it is to be looked at again."""
        if self._process is not None and self._process.exitcode is not None:
            self._ended(now, self._process)
        if self._process is not None:
            return math.inf
        if now < self._due:
            return self._due - now
        # By daemon multiprocessing means one that is not to outlive its parent.
        process = multiprocessing.get_context("spawn").Process(
            target=self._work, args=(self._number, self._listener), daemon=True
        )
        process.start()
        self._process, self._started = process, now
        log.info("worker %d started as process %d", self._number, process.pid)
        return math.inf

    def _ended(self, now: float, process: SpawnProcess) -> None:
        self._quick_ends = self._quick_ends + 1 if now - self._started < SETTLED else 0
        pause = min(2.0 ** (self._quick_ends - 1), LONGEST_PAUSE) if self._quick_ends else 0.0
        what = "worker %d (process %d) ended with exit code %d; it is started again in %g seconds"
        log.error(what, self._number, process.pid, process.exitcode, pause)
        process.close()
        self._process, self._due = None, now + pause

    def terminate(self) -> None:
        """Ask it to finish and to stop."""
        if self._process is not None:
            self._process.terminate()

    def join(self, seconds: float) -> None:
        """Wait until it has stopped; kill it when it does not in time. What it had not committed is done again."""
        if self._process is None:
            return
        self._process.join(max(0.0, seconds))
        if self._process.exitcode is None:
            log.error("worker %d (process %d) did not stop in time and is killed", self._number, self._process.pid)
            self._process.kill()
            self._process.join()


def _stop(workers: list[_Worker]) -> None:
    until = time.monotonic() + STOP_WITHIN
    for worker in workers:
        worker.terminate()
    for worker in workers:
        worker.join(until - time.monotonic())


class _Signalled:
    """Whether to stop; wakes from waiting when it becomes so."""

    def __init__(self, woken: socket.socket) -> None:
        self._woken = woken
        self._is_set = False

    def is_set(self) -> bool:
        return self._is_set

    def set(self, number: int, _frame: object) -> None:
        log.info("%s: stopping", signal.Signals(number).name)
        self._is_set = True

    def wait(self, also: list[int], seconds: float | None) -> None:
        wait([self._woken, *also], seconds)


@contextmanager
def _signals() -> Iterator[_Signalled]:
    """Take SIGINT and SIGTERM until the end of the block."""
    woken, waker = socket.socketpair()
    waker.setblocking(False)
    signalled = _Signalled(woken)
    handlers = {number: signal.signal(number, signalled.set) for number in (signal.SIGINT, signal.SIGTERM)}
    before = signal.set_wakeup_fd(waker.fileno())
    try:
        yield signalled
    finally:
        signal.set_wakeup_fd(before)
        for number, handler in handlers.items():
            signal.signal(number, handler)
        woken.close()
        waker.close()
