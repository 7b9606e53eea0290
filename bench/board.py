"""What a coordinator's overview costs at a year's end, and what a chart costs somebody who logs hours meanwhile."""

import asyncio
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from markupsafe import Markup
from sqlalchemy import Engine
from sqlmodel import Session

from bench.filled import filled
from bench.message import ENTRIES, PEOPLE, WARM, Stages, handle, updates
from bench.pictures import best_of
from handlers.desk.board_picture import picture
from language.say.voice import Voice
from reports.apart import draw_apart
from reports.attachments import draw
from storage.agreements import agreement_of, terms_of
from storage.database import open_database, reading, unit_of_work
from storage.figures.board import board
from storage.figures.course import course
from storage.figures.evidence import evidence
from storage.migrations import migrate
from storage.rooms import room_by_slug
from storage.tables import Room
from tests.reports.examples import ONE_OF_EACH
from tests.year.generator import YEAR, generate

ROOM = "top"
LAST = date(YEAR, 12, 31)
MESSAGES = 300
WANTED = 500
"""Milliseconds in which the board is to be read and drawn, once warm."""


def run() -> None:
    """Print what is read and drawn for a coordinator, and what others wait for it."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_database(f"sqlite:///{Path(folder) / 'year.sqlite3'}")
        migrate(engine)
        with unit_of_work(engine) as session:
            generate(session)
        with reading(engine) as session:
            room = room_by_slug(session, ROOM)
            if room is None:
                raise ValueError(f"the sample has no room {ROOM!r}")
            _print_board(session, room)
        engine.dispose()
        _print_waits(filled(Path(folder) / "kamerbot.sqlite3", PEOPLE, ENTRIES))


def _print_board(session: Session, room: Room) -> None:
    agreement = agreement_of(session, room.id, YEAR)
    if agreement is None:
        raise ValueError(f"{ROOM!r} has no agreement for {YEAR}")
    lines = board(session, room, YEAR, LAST)
    drawn = picture(Voice("nl", LAST), room, lines, LAST, Markup("27"))
    read = best_of(partial(board, session, room, YEAR, LAST))
    took = best_of(partial(draw, drawn.kind, drawn.data))
    print(f"{'the board of a year':<34}{len(lines)} figures, wanted within {WANTED} ms")
    _print_ms("  read", read)
    _print_ms("  drawn, once warm", took)
    _print_ms("  together", read + took)
    promised = terms_of(agreement).indicators
    _print_ms(
        "  a chart, the slowest: read", max(best_of(partial(course, session, room, one, LAST)) for one in promised)
    )
    behind = max(best_of(partial(evidence, session, room, one.id, LAST)) for one in promised)
    _print_ms("  what is behind, the slowest: read", behind)
    chart = ONE_OF_EACH["indicator_chart"].to_data()
    _print_ms("  a chart in its own process", best_of(lambda: asyncio.run(draw_apart("indicator_chart", chart))))


def _print_ms(name: str, milliseconds: float) -> None:
    print(f"{name:<36}{milliseconds:>8.0f} ms")


def _print_waits(engine: Engine) -> None:
    todo = updates(WARM + 4 * MESSAGES)
    _waits(engine, islice(todo, WARM))
    print(f"{'somebody logs hours':<34}{'half':>10}{'19 of 20':>10}{'longest':>10}   of {MESSAGES}, in ms")
    chart, whole_board = (ONE_OF_EACH[kind].to_data() for kind in ("indicator_chart", "board_picture"))
    meanwhile: dict[str, Callable[[], object] | None] = {
        "  while nothing is drawn": None,
        "  while boards are, on one thread": lambda: draw("board_picture", whole_board),
        "  while charts are, by a process": lambda: asyncio.run(draw_apart("indicator_chart", chart)),
        "  were charts drawn on a thread": lambda: draw("indicator_chart", chart),
    }
    for name, work in meanwhile.items():
        with _going_on(work):
            waits = _waits(engine, islice(todo, MESSAGES))
        half, most, longest = (waits[int((len(waits) - 1) * part)] for part in (0.5, 0.95, 1))
        print(f"{name:<34}{half:>10.1f}{most:>10.1f}{longest:>10.1f}")


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
