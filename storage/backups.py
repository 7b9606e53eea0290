"""Copies of the database, made while the program goes on."""

import os
from pathlib import Path

from sqlalchemy import URL, Engine, create_engine, make_url


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


def back_up(engine: Engine, to: Path) -> int:
    """Copy the database as it is at one moment to a new file and check the copy; returns its size in bytes.

    Others go on reading and writing meanwhile. What was deleted is not in the copy. Raises BackupError.
    """
    if database_file(engine.url) is None:
        raise BackupError("Only a SQLite database is copied so; use pg_dump for PostgreSQL.")
    part = to.with_name(to.name + ".part")
    try:
        if to.exists():
            raise BackupError(f"{to} is there already; name another file.")
        if part.exists():
            raise BackupError(
                f"{part} is there already: another backup is under way, or one broke off; then delete it."
            )
        to.parent.mkdir(parents=True, exist_ok=True)
        # Personal data: for the owner's eyes alone. SQLite takes an empty file for a new database.
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise BackupError(f"{to} cannot be written: {error.strerror}.") from None
    try:
        _copy(engine, part)
        part.rename(to)
    finally:
        part.unlink(missing_ok=True)
    return to.stat().st_size


def _copy(engine: Engine, part: Path) -> None:
    connection = engine.raw_connection()
    try:
        # VACUUM cannot run inside a transaction, as everything in a Session does.
        connection.cursor().execute("VACUUM INTO ?", (str(part),))
    except engine.dialect.loaded_dbapi.Error as error:
        raise BackupError(f"The copy cannot be made: {error}.") from None
    finally:
        connection.close()
    copy = create_engine(f"sqlite:///{part}")
    try:
        faults = integrity_faults(copy)
    finally:
        copy.dispose()
    if faults:
        raise BackupError(f"The copy is broken, and so is the database, it seems: {faults[0]}. See: kamerbot doctor")
    # SQLite does not wait until the copy is on the disk.
    with part.open("rb") as file:
        os.fsync(file.fileno())
