"""Copies of the database, made while the program goes on."""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, inspect, make_url
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from storage.surveys import forget_open_answers
from storage.tables import SurveyCount

STEPS_BETWEEN_LOOKS = 10_000
"""Of SQLite's machine: some milliseconds."""
_MIB = 1024**2


class BackupError(Exception):
    """A copy that was not made; the message says why."""


def database_file(address: str | URL) -> Path | None:
    """The file that the database at this address is kept in; None when a server keeps it."""
    url = make_url(address)
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None


def integrity_faults(engine: Engine) -> list[str]:
    """What is broken in the database's file, and rows that point to rows that are not there; empty when all is well."""
    if database_file(engine.url) is None:
        return []
    with engine.connect().execution_options(reads_only=True) as connection:
        faults = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
        dangling = [
            f"a row of {row[0]} points to no row of {row[2]}"
            for row in connection.exec_driver_sql("PRAGMA foreign_key_check")
        ]
    return [fault for fault in faults if fault != "ok"] + dangling


def _never() -> bool:
    return False


def back_up(engine: Engine, to: Path, give_up: Callable[[], bool] = _never) -> int:
    """Copy the database as it is at one moment to a new file and check the copy; returns its size in bytes.

    Others go on reading and writing meanwhile. What was deleted is not in the copy, nor what was answered in a survey
    that is open. ``give_up`` is asked again and again whether to leave it. Raises BackupError; then nothing is left of
    the copy.
    """
    if database_file(engine.url) is None:
        raise BackupError("Only a SQLite database is copied so; use pg_dump for PostgreSQL.")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        with _part_of(to) as part:
            if to.exists():
                raise BackupError(f"{to} is there already; name another file.")
            copy_to(engine, part, give_up)
            _leave_out_open_answers(part)
            part.rename(to)
        sync_folder(to.parent)
    except OSError as error:
        raise BackupError(f"{to} cannot be written: {error.strerror}.") from None
    return to.stat().st_size


def _leave_out_open_answers(copy: Path) -> None:
    """Set the answers of open rounds to none: two copies side by side would tell who gave which one in between."""
    engine = create_engine(f"sqlite:///{copy}")
    try:
        with engine.begin() as connection:
            if inspect(connection).has_table(str(SurveyCount.__tablename__)):
                connection.exec_driver_sql("PRAGMA secure_delete=ON")
                forget_open_answers(Session(connection))
    finally:
        engine.dispose()


@contextmanager
def _part_of(to: Path) -> Iterator[Path]:
    """The file that becomes the copy, which is this process's alone; one that broke off is made anew."""
    part = to.with_name(to.name + ".part")
    # Personal data: for the owner's eyes alone. SQLite takes an empty file for a new database.
    handle = os.open(part, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        try:
            # SQLite's own locks are of another kind.
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if not part.exists() or not os.path.samestat(os.fstat(handle), part.stat()):
                raise BlockingIOError  # whoever had it has finished it meanwhile
        except BlockingIOError:
            raise BackupError(f"{part} is there already: another backup is under way.") from None
        try:
            os.ftruncate(handle, 0)
            yield part
        finally:
            remove(part)
    finally:
        os.close(handle)


def remove(file: Path) -> None:
    """Take a database's file away, and what SQLite keeps beside it."""
    for suffix in ("", "-journal", "-wal", "-shm"):
        file.with_name(file.name + suffix).unlink(missing_ok=True)


def copy_to(engine: Engine, part: Path, give_up: Callable[[], bool] = _never) -> None:
    """Copy the database into an empty file, and see that the copy is whole and on the disk. Raises BackupError."""
    connection = engine.raw_connection()
    try:
        _expect_room(connection, part.parent)
        connection.set_progress_handler(give_up, STEPS_BETWEEN_LOOKS)
        # VACUUM cannot run inside a transaction, as everything in a Session does.
        connection.cursor().execute("VACUUM INTO ?", (str(part),))
    except engine.dialect.loaded_dbapi.Error as error:
        raise BackupError(f"The copy cannot be made: {error}.") from None
    finally:
        connection.set_progress_handler(None, 0)
        connection.close()
    faults = _faults_of(part, give_up)
    if faults:
        raise BackupError(f"The copy is broken, and so is the database, it seems: {faults[0]}. See: kamerbot doctor")
    # SQLite does not wait until the copy is on the disk.
    with part.open("rb") as file:
        os.fsync(file.fileno())


def _expect_room(connection: Any, folder: Path) -> None:
    """A copy that fills the disk would stop the program itself, whose database is on the same one, mostly."""
    pages, empty, size = (
        connection.cursor().execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("page_count", "freelist_count", "page_size")
    )
    needs, free = (pages - empty) * size, shutil.disk_usage(folder).free
    if free < needs:
        raise BackupError(
            f"The disk is full: the copy needs {needs // _MIB} MiB, {folder} has {free // _MIB} MiB left."
        )


def _faults_of(copy: Path, give_up: Callable[[], bool]) -> list[str]:
    engine = create_engine(f"sqlite:///{copy}")
    event.listen(engine, "connect", lambda connection, _: connection.set_progress_handler(give_up, STEPS_BETWEEN_LOOKS))
    try:
        return integrity_faults(engine)
    except DBAPIError as error:
        raise BackupError(f"The copy cannot be checked: {error.orig}.") from None
    finally:
        engine.dispose()


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
