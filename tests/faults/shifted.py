"""The real program at another time, forked from a process that has loaded it: a life costs a fraction of a second.

Nothing else is changed: leases end and jobs of the clock come due without anybody waiting for them.
"""

import multiprocessing
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path


def context() -> ForkServerContext:
    """Where processes are forked that have the program loaded."""
    found = multiprocessing.get_context("forkserver")
    found.set_forkserver_preload(["__main__", __name__, "tests.faults.loaded"])
    return found


def fork(at: datetime, folder: Path, environment: Mapping[str, str], output: Path) -> ForkServerProcess:
    """Start ``kamerbot run`` in a folder with its clock set to ``at``; what it prints goes to a file."""
    return begin(partial(_shift, at), ["run"], folder, environment, output)


def begin(
    prepare: Callable[[], None], words: Sequence[str], folder: Path, environment: Mapping[str, str], output: Path
) -> ForkServerProcess:
    """Start ``kamerbot`` with these words in a folder, after ``prepare`` in its process."""
    process = context().Process(target=_live, args=(prepare, words, folder, dict(environment), output))
    process.start()
    return process


def _live(
    prepare: Callable[[], None], words: Sequence[str], folder: Path, environment: dict[str, str], output: Path
) -> None:
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    with output.open("wb") as file:
        os.dup2(file.fileno(), sys.stdout.fileno())
        os.dup2(file.fileno(), sys.stderr.fileno())
    prepare()
    from bot.cli import app

    app(words)


def _shift(at: datetime) -> None:
    from bot import clock

    machine = clock.now
    ahead = at - machine()
    clock.now = lambda: machine() + ahead
