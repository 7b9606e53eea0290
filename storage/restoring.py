"""Putting a backup in the database's place. Who left, or was erased, after the backup was made is taken out of it."""

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from urllib.parse import quote
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, create_engine, inspect
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, col, select

from storage.backups import BackupError, copy_to, integrity_faults, remove, sync_folder
from storage.database import open_database, reading, unit_of_work
from storage.migrations import current, known, migrate
from storage.participants import NAMELESS, erase, is_nameless
from storage.people import forget
from storage.tables import Participant, Person

_OURS = {"room", "person", "inbox", "entry", "entry_version", "outbox"}
"""Tables that every version of Kamerbot has had."""


class RestoreError(Exception):
    """A backup that was not put in place; the message says why. The database is as it was."""


@dataclass(frozen=True, slots=True)
class Gone:
    """Somebody whose name was taken away, by the row's id and when it was made: ids begin anew after a restore."""

    id: int
    created_at: datetime
    gone_at: datetime
    merged_into: int | None = None


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done."""

    put_aside: Path | None
    """Where the database is that was there before; None where there was none."""
    revision: str
    """Of the backup's schema, before it was brought up to date."""
    taken_out: int
    """People and participants who are in the backup, and were taken out of it."""
    asked: tuple[Path, ...]
    """The databases that told who left."""


def restore(database: Path, backup: Path, others: Iterable[Path], now: datetime, zone: ZoneInfo) -> Restored:
    """Put the backup in the place of the database, which nobody may have open. Raises RestoreError.

    ``others`` are more backups that may know who left, as the database itself does; those that cannot be read are
    left out. ``zone`` is that of the days on which they left.
    """
    new = database.with_name(database.name + ".new")
    remove(new)
    try:
        revision = _prepare(backup, new)
        asked, taken_out = [], 0
        for other in [database, *others]:
            found = _gone(other)
            if found is not None:
                asked.append(other)
                taken_out += _take_out(new, *found, zone)
        _sync(new)
        aside = _swap(database, new, now)
    except OSError as error:
        raise RestoreError(f"{database} cannot be written: {error.strerror}.") from None
    finally:
        remove(new)
    return Restored(aside, revision, taken_out, tuple(asked))


def put_aside_by(database: Path) -> list[Path]:
    """Databases that restores have put aside, the oldest first."""
    found = database.parent.glob(f"{database.name}.before-*")
    return sorted(file for file in found if not file.name.endswith(("-wal", "-shm")))


def _prepare(backup: Path, new: Path) -> str:
    """Copy a backup that is whole, and bring the copy's schema up to date; returns the schema it had."""
    if not backup.is_file():
        raise RestoreError(f"There is no file {backup}.")
    source = _open(backup)
    try:
        faults = integrity_faults(source)
        revision = current(source)
        tables = set(inspect(source).get_table_names())
        if faults:
            raise RestoreError(f"{backup} is damaged: {faults[0]}.")
        if not revision or not tables >= _OURS:
            raise RestoreError(f"{backup} is no database of Kamerbot.")
        if revision not in known():
            raise RestoreError(f"{backup} is of a newer Kamerbot ({revision}): update Kamerbot first.")
        os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        copy_to(source, new)
    except DBAPIError as error:
        raise RestoreError(f"{backup} is damaged, or no database: {error.orig}.") from None
    except BackupError as error:
        raise RestoreError(str(error)) from None
    finally:
        source.dispose()
    engine = open_database(f"sqlite:///{new}")
    try:
        migrate(engine)
    finally:
        engine.dispose()
    return revision


def _open(file: Path) -> Engine:
    """A database to read from, which is left as it is."""
    return create_engine(f"sqlite:///file:{quote(str(file.absolute()))}?mode=ro&uri=true")


def _gone(file: Path) -> tuple[list[Gone], list[Gone]] | None:
    """People and participants without a name any more in a database; None when it cannot tell."""
    if not file.is_file():
        return None
    engine = _open(file)
    try:
        with reading(engine) as session:
            people = session.exec(
                select(Person.id, Person.created_at, Person.forgotten_at, Person.merged_into).where(
                    col(Person.forgotten_at).is_not(None)
                )
            ).all()
            nameless = session.exec(
                select(Participant.id, Participant.created_at).where(col(Participant.name).startswith(NAMELESS))
            ).all()
    except DBAPIError:
        return None
    finally:
        engine.dispose()
    return (
        [Gone(key, made, at, into) for key, made, at, into in people if at is not None],
        [Gone(key, made, made) for key, made in nameless],
    )


def _take_out(new: Path, people: list[Gone], participants: list[Gone], zone: ZoneInfo) -> int:
    engine = open_database(f"sqlite:///{new}")
    try:
        with unit_of_work(engine) as session:
            left = {gone.id for gone in people if gone.merged_into is None}
            found = 0
            for gone in people:
                # Who turned out to be somebody else is not gone, unless that one is.
                if gone.merged_into is None or gone.merged_into in left:
                    found += _forget(session, gone, zone)
            return found + sum(_erase(session, gone) for gone in participants)
    finally:
        engine.dispose()


def _forget(session: Session, gone: Gone, zone: ZoneInfo) -> bool:
    person = session.get(Person, gone.id)
    if person is None or person.created_at != gone.created_at or person.forgotten_at is not None:
        return False
    forget(session, person, gone.gone_at.astimezone(zone).date(), gone.gone_at)
    return True


def _erase(session: Session, gone: Gone) -> bool:
    row = session.get(Participant, gone.id)
    if row is None or row.created_at != gone.created_at or is_nameless(row):
        return False
    erase(session, row, gone.gone_at, None)
    return True


def _sync(file: Path) -> None:
    with file.open("rb") as handle:
        os.fsync(handle.fileno())


def _swap(database: Path, new: Path, now: datetime) -> Path | None:
    """Put the new file in place. A power cut leaves either the old one there or the new one."""
    if not database.exists():
        new.rename(database)
        sync_folder(database.parent)
        return None
    _empty_log(database)
    stem = f"{database.name}.before-{now:%Y%m%dT%H%M%SZ}"
    aside = database.with_name(stem)
    for number in count(2):
        if not aside.exists():
            break
        aside = database.with_name(f"{stem}-{number}")
    aside.hardlink_to(database)
    wal = database.with_name(database.name + "-wal")
    if wal.exists() and wal.stat().st_size:
        wal.rename(aside.with_name(aside.name + "-wal"))
    for suffix in ("-wal", "-shm"):
        database.with_name(database.name + suffix).unlink(missing_ok=True)
    new.replace(database)
    sync_folder(database.parent)
    return aside


def _empty_log(database: Path) -> None:
    """Bring what is still in the log of writes into the file, where that can be read."""
    try:
        with closing(sqlite3.connect(database)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error:
        return  # damaged: its log goes aside with it
