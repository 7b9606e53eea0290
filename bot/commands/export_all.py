"""``kamerbot export all``: everything that a room accounts for, as files."""

import logging
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from bot.commands.common import FAILURE, RoomOption, database, fail, find_room, save

if TYPE_CHECKING:
    from sqlmodel import Session

    from reports.room_export import Table
    from storage.tables import Room

log = logging.getLogger(__name__)
Form = Literal["csv", "xlsx", "jsonl"]


def export_all(
    room: RoomOption,
    out: Annotated[
        Path, typer.Option(help="The file; for csv a new or empty folder, which gets a file for each table.")
    ],
    file_format: Annotated[
        Form, typer.Option("--format", help="csv or xlsx for a spreadsheet, jsonl for a program.")
    ] = "csv",
    names: Annotated[bool, typer.Option("--names", help="With the names of participants; this is logged.")] = False,
) -> None:
    """Export all that a room accounts for, with all versions and their evidence; participants are numbers."""
    from storage.database import reading

    with database(must_exist=True) as engine, reading(engine) as session:
        found = find_room(session, room)
        if names:
            log.info("all that room %s accounts for is exported with the names of participants", found.slug)
        tables = _tables(session, found, names=names)
        counts = _WRITE[file_format](tables, out)
    typer.echo(f"{out}: " + ", ".join(f"{name} {count:,}" for name, count in counts.items()))
    if names:
        typer.echo("It holds the names of participants: share it with nobody who may not know them.", err=True)


def _tables(session: "Session", room: "Room", *, names: bool) -> Iterator["Table"]:
    from language.say import FALLBACK, plain
    from reports.room_export import Table
    from storage.room_export import room_tables
    from storage.rooms import settings_of

    zone = settings_of(room).zone

    def told(row: dict[str, Any]) -> Iterator[Any]:
        for name, value in row.items():
            if isinstance(value, datetime):
                yield value.astimezone(zone)
            elif value == "" and row.get(f"{name}_id") is not None:
                yield plain(FALLBACK, "person-without-name", number=str(row[f"{name}_id"]))
            else:
                yield value

    for table in room_tables(session, room.id, participants_named=names):
        rows = (tuple(told(dict(zip(table.columns, row, strict=True)))) for row in table.rows)
        yield Table(table.name, table.columns, rows)


def _counted(tables: Iterable["Table"], counts: dict[str, int]) -> Iterator["Table"]:
    """The same tables, their rows counted as they go by."""

    def going_by(table: "Table") -> Iterator[Any]:
        counts[table.name] = 0
        for row in table.rows:
            counts[table.name] += 1
            yield row

    for table in tables:
        yield table._replace(rows=going_by(table))


def _as_folder(tables: Iterable["Table"], to: Path) -> dict[str, int]:
    """A CSV for each table, in a folder that is there whole or not at all."""
    from reports.room_export import to_csv

    counts: dict[str, int] = {}
    try:
        if to.exists():
            to.rmdir()  # an empty one
        part = Path(mkdtemp(prefix=f"{to.name}.", suffix=".part", dir=to.parent))
    except OSError as error:
        fail(f"{to} cannot be made: {error.strerror}. Give a folder that is new or empty.", code=FAILURE)
    try:
        for table in _counted(tables, counts):
            save(part / f"{table.name}.csv", to_csv(table))
        part.rename(to)
    finally:
        _clear(part)
    return counts


def _clear(folder: Path) -> None:
    """Take away what was made of a folder that was not finished."""
    with suppress(FileNotFoundError):
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()


def _as_lines(tables: Iterable["Table"], to: Path) -> dict[str, int]:
    from reports.room_export import to_json_lines

    counts: dict[str, int] = {}
    save(to, to_json_lines(_counted(tables, counts)))
    return counts


def _as_workbook(tables: Iterable["Table"], to: Path) -> dict[str, int]:
    from reports.room_export import TooLongError, to_xlsx

    counts: dict[str, int] = {}
    part = to.with_name(to.name + ".part")
    try:
        os.close(os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
        to_xlsx(_counted(tables, counts), part)
        part.replace(to)
    except OSError as error:
        fail(f"{to} cannot be written: {error.strerror}.", code=FAILURE)
    except TooLongError as error:
        fail(f"The table {error} has more rows than a sheet holds. Take --format csv.", code=FAILURE)
    finally:
        part.unlink(missing_ok=True)
    return counts


_WRITE = {"csv": _as_folder, "jsonl": _as_lines, "xlsx": _as_workbook}
