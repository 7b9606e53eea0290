"""What a coordinator's overview costs at a year's end, and what a chart costs somebody who logs hours meanwhile."""

import asyncio
import tempfile
from datetime import date
from functools import partial
from pathlib import Path

from markupsafe import Markup
from sqlalchemy import Engine
from sqlmodel import Session

from bench.meanwhile import print_waits
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
WANTED = 500
"""Milliseconds in which the board is to be read and drawn, once warm."""


def run() -> None:
    """Print what is read and drawn for a coordinator, and what others wait for it."""
    with tempfile.TemporaryDirectory() as folder:
        engine = year_of_three_rooms(Path(folder))
        with reading(engine) as session:
            _print_board(session, room_of_year(session))
        engine.dispose()
        chart, whole_board = (ONE_OF_EACH[kind].to_data() for kind in ("indicator_chart", "board_picture"))
        meanwhile = {
            "while nothing is drawn": None,
            "while boards are, on one thread": lambda: draw("board_picture", whole_board),
            "while charts are, by a process": lambda: asyncio.run(draw_apart("indicator_chart", chart)),
            "were charts drawn on a thread": lambda: draw("indicator_chart", chart),
        }
        print_waits(Path(folder), meanwhile)


def year_of_three_rooms(folder: Path) -> Engine:
    """A new database with the generated year in it."""
    engine = open_database(f"sqlite:///{folder / 'year.sqlite3'}")
    migrate(engine)
    with unit_of_work(engine) as session:
        generate(session)
    return engine


def room_of_year(session: Session) -> Room:
    """The room of that year that is looked at."""
    room = room_by_slug(session, ROOM)
    if room is None:
        raise ValueError(f"the sample has no room {ROOM!r}")
    return room


def _print_board(session: Session, room: Room) -> None:
    agreement = agreement_of(session, room.id, YEAR)
    if agreement is None:
        raise ValueError(f"{ROOM!r} has no agreement for {YEAR}")
    lines = board(session, room, YEAR, LAST)
    drawn = picture(Voice("nl", LAST), room, lines, LAST, Markup("27"))
    read = best_of(partial(board, session, room, YEAR, LAST))
    took = best_of(partial(draw, drawn.kind, drawn.data))
    print(f"{'the board of a year':<34}{len(lines)} figures, wanted within {WANTED} ms")
    print_ms("  read", read)
    print_ms("  drawn, once warm", took)
    print_ms("  together", read + took)
    promised = terms_of(agreement).indicators
    print_ms(
        "  a chart, the slowest: read", max(best_of(partial(course, session, room, one, LAST)) for one in promised)
    )
    behind = max(best_of(partial(evidence, session, room, one.id, LAST)) for one in promised)
    print_ms("  what is behind, the slowest: read", behind)
    chart = ONE_OF_EACH["indicator_chart"].to_data()
    print_ms("  a chart in its own process", best_of(lambda: asyncio.run(draw_apart("indicator_chart", chart))))


def print_ms(name: str, milliseconds: float) -> None:
    """A line with a time."""
    print(f"{name:<36}{milliseconds:>8.0f} ms")
