"""``kamerbot export``: a room's books as a file."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bot.commands.common import RoomOption, database, find_room, save
from bot.commands.export_all import export_all

if TYPE_CHECKING:
    from sqlmodel import Session

    from reports.hours_export import HoursRow
    from storage.tables import Room

export_app = typer.Typer(no_args_is_help=True, help="Write a room's books to a file.")


@export_app.callback()
def export() -> None:
    """Write a room's books to a file."""


export_app.command("all")(export_all)


@export_app.command("hours")
def export_hours(
    room: RoomOption,
    year: Annotated[int | None, typer.Option(min=2000, max=2100, help="This year alone; else all years.")] = None,
    file_format: Annotated[
        Literal["csv", "jsonl"], typer.Option("--format", help="csv for a spreadsheet, jsonl for a program.")
    ] = "csv",
    output: Annotated[
        Path | None, typer.Option(help="The file, in place of one that is there; else it goes to standard output.")
    ] = None,
) -> None:
    """Export every entry as it is now, with who logged it, when and in which message."""
    from reports.hours_export import to_csv, to_json_lines
    from storage.database import reading

    write = to_csv if file_format == "csv" else to_json_lines
    with database(must_exist=True) as engine, reading(engine) as session:
        lines = write(_rows(session, find_room(session, room), year))
        if output is None:
            typer.get_binary_stream("stdout").writelines(lines)
        else:
            save(output, lines)


def _rows(session: "Session", room: "Room", year: int | None) -> Iterator["HoursRow"]:
    from language.say import FALLBACK, plain
    from reports.hours_export import HoursRow
    from storage.exports import logged_hours
    from storage.rooms import settings_of

    def name(known: str | None, person_id: int) -> str:
        return known or plain(FALLBACK, "person-without-name", number=str(person_id))

    zone = settings_of(room).zone
    for row in logged_hours(session, room.id, year):
        yield HoursRow(
            date=row.date,
            person=name(row.person, row.person_id),
            group=row.group or "",
            minutes=row.minutes,
            status=row.status,
            logged_at=row.logged_at.astimezone(zone),
            logged_by=name(row.logged_by, row.logged_by_id),
            channel=row.channel,
            message_id=row.message_id,
            version=row.version,
            seen=row.seen,
        )
