"""``kamerbot import hours``: a coordinator's own list of hours comes into the books."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.common import RoomOption, choices, database, fail, find_room

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlmodel import Session

    from bot.importing.plan import Plan
    from bot.importing.rows import Listed
    from storage.tables import Person, Room

import_app = typer.Typer(no_args_is_help=True, help="Take over what was kept elsewhere.")


@import_app.callback()
def import_() -> None:
    """Take over what was kept elsewhere."""


@import_app.command("hours")
def import_hours(
    file: Annotated[Path, typer.Argument(help="The list: .xlsx or .csv, with headings such as Datum, Naam, Uren.")],
    room: RoomOption,
    write: Annotated[bool, typer.Option("--write", help="Book it; else it is only shown what would be.")] = False,
    sheet: Annotated[
        list[str] | None, typer.Option(help="Read this sheet alone; may be given more than once.", show_default=False)
    ] = None,
    by: Annotated[
        str | None, typer.Option(help="The coordinator whose list it is; needed where the room has several.")
    ] = None,
    new_people: Annotated[
        bool,
        typer.Option("--new-people", help="Whom the room does not know comes in without a chat: they know of it."),
    ] = False,
    leave_out_bad: Annotated[
        bool, typer.Option("--leave-out-bad", help="Book the other rows where some cannot be.")
    ] = False,
) -> None:
    """Show what a list of hours says and, with --write, book all of it at once. Twice changes nothing."""
    from bot.clock import now
    from bot.importing.plan import plan
    from bot.importing.telling import told_columns, told_plan
    from storage.database import again, reading
    from storage.rooms import settings_of

    at = now()
    with database(must_exist=True) as engine:
        with reading(engine) as session:
            there = find_room(session, room)
            coordinator = _coordinator(session, there, by)
            found = _listed(file, sheet or [], at.astimezone(settings_of(there).zone).date())
            shown = plan(session, there, found, new_people=new_people)
        for line in [*told_columns(found), *told_plan(shown, found)]:
            typer.echo(line)
        if shown.bad and not leave_out_bad:
            fail("Nothing was booked. Mend these rows, or leave them out with --leave-out-bad.", *_advice(shown))
        if not write:
            typer.echo(f"Nothing was booked. With --write it is, as noted by {coordinator.name}.")
            return
        booked = again(lambda: _book(engine, file.name, found, shown, there, coordinator, new_people=new_people))
    typer.echo(f"Booked: {booked:,}, as noted by {coordinator.name}.")


def _listed(file: Path, sheets: list[str], today: date) -> "Listed":
    from bot.importing.rows import listed
    from bot.importing.sheets import SheetError, read_sheets

    try:
        return listed(read_sheets(file.read_bytes(), sheets), today)
    except OSError as error:
        fail(f"{file} cannot be read: {error.strerror}.")
    except SheetError as error:
        fail(f"{file} cannot be imported. {error}")


def _coordinator(session: "Session", room: "Room", name: str | None) -> "Person":
    """Whose list it is: hours are in the books by somebody's word, and an operator has none in a room."""
    from storage.people import coordinators

    there_are = coordinators(session, room.id)
    if not there_are:
        fail("The room has no coordinator whose list it could be.", f"See: kamerbot invite --room {room.slug}")
    meant = [person for person in there_are if name is None or person.name.casefold() == name.strip().casefold()]
    names = [person.name for person in there_are]
    if not meant:
        fail(f"{name!r} does not coordinate the room.", choices("coordinators", name or "", names))
    if len(meant) > 1:
        fail("The room has several coordinators: tell whose list it is with --by.", choices("coordinators", "", names))
    return meant[0]


def _advice(shown: "Plan") -> list[str]:
    from bot.importing.names import Fit

    unknown = any(match.fit is Fit.NEW for match in shown.names.values()) and not shown.new_people
    return ["With --new-people those whom the room does not know come in without a chat."] if unknown else []


def _book(
    engine: "Engine", file: str, found: "Listed", shown: "Plan", room: "Room", by: "Person", *, new_people: bool
) -> int:
    """Book what is new by now, in one commit; how many rows that was."""
    from bot.clock import now
    from bot.importing.booking import book_all
    from bot.importing.plan import plan
    from storage import locks
    from storage.database import unit_of_work

    with unit_of_work(engine) as session:
        locks.rooms(session, [room.id])
        made = plan(session, room, found, new_people=new_people)
        if made.bad != shown.bad:
            fail("The books have changed meanwhile. Nothing was booked: try again.")
        rows = book_all(session, room, made, file, by, now())
        with typer.progressbar(rows, length=len(made.bookings), label="Booking", file=sys.stderr) as bar:
            for _ in bar:
                pass
    return len(made.bookings)
