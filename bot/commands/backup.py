"""``kamerbot backup``: a copy of the database."""

from pathlib import Path
from typing import Annotated

import typer

from bot.commands.common import FAILURE, database, fail, read_settings


def backup_command(
    file: Annotated[Path | None, typer.Argument(help="The copy; else a file in the folder for backups.")] = None,
) -> None:
    """Copy the database to a new file and check the copy; the bot can go on meanwhile."""
    from bot.clock import now
    from storage.backups import BackupError, back_up, database_file

    folder = read_settings().backups
    with database(must_exist=True) as engine:
        beside = database_file(engine.url) or Path("kamerbot.db")
        to = file or folder(beside) / f"{beside.stem}-{now():%Y%m%dT%H%M%SZ}.db"
        try:
            size = back_up(engine, to)
        except BackupError as error:
            fail(str(error), code=FAILURE)
    typer.echo(f"Saved  {to} ({size:,} bytes), and checked. It holds personal data: keep it as you keep the database.")
