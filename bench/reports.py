"""What the report on a room's year costs, and what it costs somebody who logs hours meanwhile."""

import asyncio
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Engine

from bench.board import LAST, print_ms, room_of_year, year_of_three_rooms
from bench.meanwhile import print_waits
from bench.pictures import best_of
from handlers.reports.assembling import assemble
from handlers.reports.making import FORMS, attachment
from reports.apart import draw_apart
from reports.report import Report
from storage.database import reading
from storage.periods import PeriodKind
from tests.year.generator import YEAR

MADE_AT = datetime(YEAR + 1, 1, 5, 12, tzinfo=UTC)
WANTED = 3000
"""Milliseconds in which a report is to be read and drawn."""


def run() -> None:
    """Print what reading and drawing take, and what others wait for it."""
    with tempfile.TemporaryDirectory() as folder:
        engine = year_of_three_rooms(Path(folder))
        read = partial(_read, engine)
        report = read()
        took = best_of(read)
        print(f"{'the report of a year':<34}{YEAR}, wanted within {WANTED} ms")
        print_ms("  read", took)
        for form in FORMS:
            drawn = best_of(_drawing(report, form))
            print_ms(f"  {form} in its own process", drawn)
            print_ms("  together", took + drawn)
        print_waits(Path(folder), {"while no report is read": None, "while reports are read beside": read})
        engine.dispose()


def _read(engine: Engine) -> Report:
    with reading(engine) as session:
        return assemble(session, room_of_year(session), PeriodKind.FINAL, LAST, MADE_AT, provisional=True)


def _drawing(report: Report, form: str) -> Callable[[], object]:
    made = attachment(report, form)
    return lambda: asyncio.run(draw_apart(made.kind, made.data))
