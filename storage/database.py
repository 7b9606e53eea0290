"""The database: opening it, and the unit of work in which everything is read and written."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlmodel import Session

BUSY_SECONDS = 30
BETWEEN_TRIES = 0.01


def open_database(url: str) -> Engine:
    """Open the database at ``url``; a SQLite file's folder is made. Its errors do not repeat what is kept.

    Raises SQLAlchemy's ArgumentError on a bad url.
    """
    if make_url(url).get_backend_name() == "sqlite":
        return _open_sqlite(url)
    return create_engine(url, pool_pre_ping=True, hide_parameters=True)


def _open_sqlite(url: str) -> Engine:
    path = make_url(url).database
    if path and path != ":memory:":
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"isolation_level": None, "timeout": BUSY_SECONDS}, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def set_up(connection: sqlite3.Connection, _record: Any) -> None:
        _write_ahead(connection)
        for pragma in ("synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A transaction that starts as a reader and then writes can lose another's update: writers say so at once.
        reads = connection.get_execution_options().get("reads_only", False)
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    return engine


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Keep a log of writes beside the file, so that readers go on meanwhile."""
    # For the change itself, in a new file, SQLite wants the file to itself and does not wait until it can have it.
    last_try = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > last_try:
                raise
            time.sleep(BETWEEN_TRIES)
        else:
            return


@contextmanager
def unit_of_work(engine: Engine) -> Iterator[Session]:
    """A transaction that may write: committed when the block ends well, undone when it raises."""
    with Session(engine, expire_on_commit=False) as session, session.begin():
        yield session


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A transaction that only reads, beside whoever is writing."""
    with engine.connect() as connection:
        yield Session(connection.execution_options(reads_only=True))
