"""What a soak adds to the program from outside, in its own process: a clock to move, commits to die at, short pauses.

All else is the installed program, with its settings as an operator has them.
"""

import itertools
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.soak.control import Armed, Control, Moment

POINTS: Mapping[str, tuple[str, str]] = {
    "migration": ("storage.migrations", "migrate"),
    "message": ("handlers.receive", "receive"),
    "messages together": ("bot.together", "commit_together"),
    "mark and claim": ("scheduler.ledger", "look"),
    "take over": ("scheduler.ledger", "take_over"),
    "mark not sent": ("scheduler.ledger", "mark_not_sent"),
    "job": ("scheduler.tick", "_do"),
    "skip": ("scheduler.tick", "_skip"),
    "upkeep": ("scheduler.tick", "_keep_up"),
    "address": ("bot.app", "_note_address"),
}
"""The kinds of commit, each by the function that it is made in."""
OTHER = "other"

BUSY_SECONDS = 2
"""Seconds that SQLite waits for a lock here."""
PAUSE_SECONDS = 0.2
"""Seconds between tries here, where the program itself waits half a minute."""


@dataclass(slots=True)
class Failpoints:
    """Stands before and after every commit, and does what is armed."""

    control: Control
    _seen: dict[int, int] = field(default_factory=dict)
    """By the number of an arming, how many commits of its kind there were."""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def around(self, commit: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
        """The commit with a failpoint before it and one after it."""

        def committed(dialect: Any, connection: Any) -> None:
            point = point_of_caller()
            self._pass(point, "before")
            commit(dialect, connection)
            self._pass(point, "after")

        return committed

    def _pass(self, point: str, moment: Moment) -> None:
        armed = self.control.armed
        if armed.nth == 0 or moment != armed.moment or armed.point not in ("", point) or not self._is_nth(armed):
            return
        self.control.reach(f"{moment} {point}")
        if armed.stall:
            time.sleep(armed.stall)
        else:
            os.kill(os.getpid(), signal.SIGKILL)

    def _is_nth(self, armed: Armed) -> bool:
        with self._lock:
            self._seen[armed.number] = count = self._seen.get(armed.number, 0) + 1
        return count == armed.nth


def point_of_caller() -> str:
    """What is being committed, by who asked for it."""
    kinds = {where: name for name, where in POINTS.items()}
    frame = sys._getframe(1)
    while frame is not None:
        found = kinds.get((frame.f_globals.get("__name__", ""), frame.f_code.co_name))
        if found:
            return found
        frame = frame.f_back  # type: ignore[assignment]
    return OTHER


def prepare(path: Path) -> None:
    """Make this process one that a soak directs, and those that it starts. To be called before the program begins."""
    from sqlalchemy.engine.default import DefaultDialect

    import scheduler.alarm
    import storage.database
    from bot import app, clock, leading, serving, supervisor
    from bot.channels.telegram import channel, errors

    control = Control(path)
    machine = clock.now
    clock.now = lambda: machine() + timedelta(seconds=control.ahead)
    DefaultDialect.do_commit = Failpoints(control).around(DefaultDialect.do_commit)  # type: ignore[method-assign]
    _set(storage.database, "BUSY_SECONDS", BUSY_SECONDS)
    for module in (app, serving):
        _set(module, "PAUSE_SECONDS", PAUSE_SECONDS)
    _set(leading, "BETWEEN_LOOKS", PAUSE_SECONDS)
    _set(channel, "_pauses", lambda: itertools.repeat(PAUSE_SECONDS))
    _set(errors, "LONGEST_PAUSE", PAUSE_SECONDS)
    _set(supervisor, "SETTLED", 0.0)
    _set(supervisor, "multiprocessing", Forking)
    scheduler.alarm.Alarm.__init__.__defaults__ = ("*",)  # each second in place of each minute


class Forking:
    """Workers that are forked from their supervisor, in place of new ones that have to load the program again."""

    @staticmethod
    def get_context(_kind: str) -> type["Forking"]:
        """The way in which processes are made here."""
        return Forking

    @staticmethod
    def Process(*, target: Callable[..., None], args: tuple[Any, ...], daemon: bool) -> Any:  # noqa: N802
        """A process as the supervisor expects it."""
        return multiprocessing.get_context("fork").Process(target=_as_new, args=(target, *args), daemon=daemon)


def _as_new(work: Callable[..., None], *given: Any) -> None:
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    work(*given)


def _set(module: ModuleType, name: str, value: object) -> None:
    assert hasattr(module, name), f"{module.__name__} has no {name} any more"
    setattr(module, name, value)
