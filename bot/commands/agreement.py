"""``kamerbot agreement``: what rooms promised for a year."""

from pathlib import Path
from typing import Annotated

import typer

from bot.commands.common import database, fail

agreement_app = typer.Typer(no_args_is_help=True, help="Load what rooms promised for a year.")


@agreement_app.callback()
def agreement() -> None:
    """Load what rooms promised for a year."""


@agreement_app.command("load")
def load_agreement(
    file: Annotated[Path, typer.Argument(help="The agreement, in TOML as bot/sample/agreement.toml.")],
    room: Annotated[
        list[str] | None,
        typer.Option(help="Load it for this room alone (its slug); may be given more than once."),
    ] = None,
) -> None:
    """Load an agreement; for a room and year that had one it comes in its place."""
    from storage import agreements
    from storage.database import unit_of_work
    from storage.tables import Room

    try:
        text = file.read_text(encoding="utf-8")
    except OSError as error:
        fail(f"{file} cannot be read: {error.strerror}.")
    except UnicodeDecodeError:
        fail(f"{file} cannot be read: it is not text in UTF-8.")
    try:
        parsed = agreements.parse(text)
        with database() as engine, unit_of_work(engine) as session:
            for agreement in agreements.load(session, parsed, slugs=room or ()):
                name = session.get_one(Room, agreement.room_id).name
                typer.echo(f"{name}: {agreement.volunteer_hours} hours of volunteers in {agreement.year}")
    except agreements.AgreementError as error:
        fail(f"{file} was not loaded:", *agreements.told(text, error.faults))
