"""Databases for a measurement: on the disk of the project, as durable as in real use, with the volunteers in them."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from bench.bots import ROOT
from bench.volunteers import seed
from scheduler.tick import tick
from storage.database import open_database
from storage.migrations import migrate
from tests import postgres


@contextmanager
def folder() -> Iterator[Path]:
    """A folder on the disk that a real database would be on, and not in memory."""
    (ROOT / "var").mkdir(exist_ok=True)
    found = Path(tempfile.mkdtemp(prefix="bench-", dir=ROOT / "var"))
    try:
        yield found
    finally:
        shutil.rmtree(found)


def begin_anew(url: str, rooms: int) -> None:
    """Leave nothing in the database at this address but our tables and so many rooms with their volunteers."""
    engine = open_database(url)
    if engine.dialect.name == "sqlite":
        for end in ("", "-wal", "-shm"):
            Path(f"{engine.url.database}{end}").unlink(missing_ok=True)
        migrate(engine)
    else:
        migrate(engine)
        postgres.empty(engine)
    seed(engine, rooms)
    # What was due long ago is looked at now, and not while something is measured.
    tick(engine, datetime.now(UTC))
    engine.dispose()
