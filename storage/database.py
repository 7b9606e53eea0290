"""The database: opening it, and the unit of work in which everything is read and written."""

import logging
import random
import sqlite3
import time
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError, InterfaceError, InternalError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.orm.session import JoinTransactionMode
from sqlmodel import Session

log = logging.getLogger(__name__)
T = TypeVar("T")

Beside = dict[Hashable, Any]
"""What was read for a piece of work beside the transaction that writes, see storage/beside.py."""
BESIDE = "beside"
"""Under which a session knows it."""

BUSY_SECONDS = 30
BETWEEN_TRIES = 0.01
MOST_TRIES = 5
"""Of a unit of work that the database undid for the sake of another."""
LONGEST_PAUSE = 0.2  # seconds between two such tries

# https://www.postgresql.org/docs/current/errcodes-appendix.html: serialization failure, deadlock, unique violation.
_CONFLICTS = ("40001", "40P01", "23505")

# What is wrong with what was asked, though the drivers call it a failure of the database: a statement after one that
# failed, or more than the server can hold in one place ("54..."); of SQLite, a statement that it does not understand.
_ASKED_WRONGLY = ("25P02", "54")

# Of a connection to a server that answers no more: without these a thread would wait for it for hours.
_CONNECTING = {
    "connect_timeout": "5",
    "keepalives_idle": "20",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": "30000",
}
# What the server does about us: a lock is waited for so long; a transaction that a stopped process left open ends, and
# so does the session of a machine that is gone, so that others can have its locks.
_SESSION = (
    "SET lock_timeout = '10s'",
    "SET idle_in_transaction_session_timeout = '60s'",
    "SET tcp_keepalives_idle = 20",
    "SET tcp_keepalives_interval = 5",
    "SET tcp_keepalives_count = 3",
)


class ConflictError(Exception):
    """What a unit of work stood on was changed by another meanwhile: it is to be done again as a whole."""


def open_database(url: str) -> Engine:
    """Open the database at ``url``; a SQLite file's folder is made. Its errors do not repeat what is kept.

    Raises SQLAlchemy's ArgumentError on a bad url.
    """
    address = make_url(url)
    return _open_sqlite(url) if address.get_backend_name() == "sqlite" else _open_postgres(address)


def has_one_writer(engine: Engine) -> bool:
    """Whether one transaction writes at a time, whoever else wants to: then no row needs a lock of its own."""
    return engine.dialect.name == "sqlite"


def server_of(engine: Engine) -> str:
    """Name the database's server with its version ("PostgreSQL 18.1"), reached just now; empty for a file.

    Raises what the database raises where it cannot be reached.
    """
    if has_one_writer(engine):
        return ""
    with engine.connect():
        version = engine.dialect.server_version_info or ()
    return f"PostgreSQL {'.'.join(map(str, version))}"


def is_read_only(engine: Engine) -> bool:
    """Whether the server only follows another one, so that nothing can be written there."""
    if has_one_writer(engine):
        return False
    with engine.connect() as connection:
        follows: bool = connection.exec_driver_sql("SELECT pg_is_in_recovery()").scalar_one()
    return follows


def _open_postgres(address: URL) -> Engine:
    if address.drivername == "postgresql":
        address = address.set(drivername="postgresql+psycopg")
    given = {name: value for name, value in _CONNECTING.items() if name not in address.query}
    engine = create_engine(address, connect_args=given, pool_pre_ping=True, pool_timeout=10, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute("; ".join(_SESSION))
        connection.commit()

    return engine


def _open_sqlite(url: str) -> Engine:
    path = make_url(url).database
    # The connection last used is used again: what another one has written it would have to read first.
    pool: dict[str, Any] = {"pool_use_lifo": True}
    if path and path != ":memory:":
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    else:
        pool = {}  # a database in memory has one connection
    given = {"isolation_level": None, "timeout": BUSY_SECONDS}
    engine = create_engine(url, connect_args=given, hide_parameters=True, **pool)

    @event.listens_for(engine, "connect")
    def set_up(connection: sqlite3.Connection, _record: Any) -> None:
        _write_ahead(connection)
        for pragma in ("synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
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
def unit_of_work(bind: Engine | Connection, beside: Beside | None = None) -> Iterator[Session]:
    """A transaction that may write: committed when the block ends well, undone when it raises.

    On a connection of ``shared_commit`` it is a part of that one: undone by itself, and committed with the others.
    With ``beside``, what takes long is not read in it: it raises ReadFirstError then (storage/beside.py).
    """
    info = {BESIDE: beside}
    if isinstance(bind, Engine):
        with Session(bind, expire_on_commit=False, info=info) as session, session.begin():
            yield session
        return
    mode: JoinTransactionMode = "rollback_only"
    with _savepoint(bind), Session(bind, expire_on_commit=False, join_transaction_mode=mode, info=info) as session:
        yield session
        session.commit()


@contextmanager
def _savepoint(connection: Connection) -> Iterator[None]:
    # By its name: of its own savepoints SQLAlchemy compiles each anew, which takes it longer than all else about them.
    connection.exec_driver_sql("SAVEPOINT part")
    try:
        yield
    except BaseException:
        connection.exec_driver_sql("ROLLBACK TO part")
        raise
    finally:
        connection.exec_driver_sql("RELEASE part")


@contextmanager
def shared_commit(engine: Engine) -> Iterator[Connection]:
    """One commit for several units of work: when it fails, none of them was done."""
    with engine.begin() as connection:
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A transaction that only reads, beside whoever is writing: all of it as it was at one moment."""
    with engine.connect() as connection:
        # Of itself PostgreSQL shows each statement what was committed until then; SQLite shows all of them the same.
        one_moment: dict[str, str] = {} if has_one_writer(engine) else {"isolation_level": "REPEATABLE READ"}
        yield Session(connection.execution_options(reads_only=True, **one_moment))


def again(work: Callable[[], T]) -> T:
    """Do a whole unit of work; a few times more where the database undid it for the sake of another.

    That is a deadlock, or a row that another inserted first. ``work`` opens its unit of work itself, and has done
    nothing when that did not commit.
    """
    for _ in range(MOST_TRIES - 1):
        try:
            return work()
        except (DBAPIError, ConflictError) as failure:
            if not _is_conflict(failure):
                raise
            log.info("a unit of work gave way to another and is done again (%s)", type(failure).__name__)
            time.sleep(random.uniform(0, LONGEST_PAUSE))  # noqa: S311 (not for secrets)
    return work()


def _is_conflict(failure: Exception) -> bool:
    return isinstance(failure, ConflictError) or _sqlstate(getattr(failure, "orig", None)) in _CONFLICTS


def _sqlstate(error: object) -> str:
    """The code of an error of PostgreSQL's; empty where it has none."""
    return getattr(error, "sqlstate", None) or ""


def is_unavailable(failure: BaseException) -> bool:
    """Whether the database itself could not do the work: gone, locked, full, starting, or another's copy to read from.

    What was wanted was not wrong then, and may succeed later.
    """
    orig = getattr(failure, "orig", None)
    if _sqlstate(orig).startswith(_ASKED_WRONGLY) or getattr(orig, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR:
        return False
    if isinstance(failure, OperationalError | InterfaceError | InternalError | PoolTimeoutError | ConflictError):
        return True
    return isinstance(failure, DBAPIError) and failure.connection_invalidated
