"""How long somebody who logs hours waits while something else goes on in the same program."""

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from bench.filled import filled
from bench.message import ENTRIES, PEOPLE, WARM, Stages, handle, updates

MESSAGES = 300


def print_waits(folder: Path, meanwhile: Mapping[str, Callable[[], object] | None]) -> None:
    """Print a line for each thing that goes on, by what it is called."""
    engine = filled(folder / "kamerbot.sqlite3", PEOPLE, ENTRIES)
    todo = updates(WARM + len(meanwhile) * MESSAGES)
    _waits(engine, islice(todo, WARM))
    print(f"{'somebody logs hours':<34}{'half':>10}{'19 of 20':>10}{'longest':>10}   of {MESSAGES}, in ms")
    for name, work in meanwhile.items():
        with _going_on(work):
            waits = _waits(engine, islice(todo, MESSAGES))
        half, most, longest = (waits[int((len(waits) - 1) * part)] for part in (0.5, 0.95, 1))
        print(f"  {name:<32}{half:>10.1f}{most:>10.1f}{longest:>10.1f}")


@contextmanager
def _going_on(work: Callable[[], object] | None) -> Iterator[None]:
    """Do this over and over beside what stands in the block."""
    over = threading.Event()

    def keep_on() -> None:
        while work is not None and not over.is_set():
            work()

    beside = threading.Thread(target=keep_on)
    beside.start()
    try:
        yield
    finally:
        over.set()
        beside.join()


def _waits(engine: Engine, todo: Iterator[dict[str, Any]]) -> list[float]:
    """Handle the messages one after another; how long each took in milliseconds, the shortest first."""
    waits = []
    for update in todo:
        start = time.perf_counter()
        handle(engine, update, Stages())
        waits.append((time.perf_counter() - start) * 1000)
    return sorted(waits)
