"""``kamerbot restore``: a backup in the database's place."""

from pathlib import Path
from typing import Annotated

import typer

from bot.commands.common import FAILURE, fail, read_settings


def restore_command(
    file: Annotated[Path, typer.Argument(help="The backup, as `kamerbot backup` or the night made it.")],
) -> None:
    """Put a backup in the database's place, which is kept aside; who left since stays gone. Stop the bot first."""
    from bot.clock import now
    from storage.backups import database_file
    from storage.in_use import InUseError, in_use
    from storage.restoring import RestoreError, restore
    from storage.rooms import RoomSettings

    settings = read_settings()
    database = database_file(settings.database_url)
    if database is None:
        fail("Only a SQLite database is restored so; use pg_restore for PostgreSQL.")
    database.parent.mkdir(parents=True, exist_ok=True)
    others = sorted(settings.backups(database).glob("*.db"))
    try:
        with in_use(database, alone=True):
            done = restore(database, file, others, now(), RoomSettings().zone)
    except InUseError as error:
        fail(f"The database cannot be restored: {error}.", "Stop the bot first.", code=FAILURE)
    except RestoreError as error:
        fail(str(error), "The database is as it was.", code=FAILURE)
    typer.echo(f"Restored   {database}, from {file} (schema {done.revision}).")
    if done.put_aside:
        typer.echo(f"Put aside  {done.put_aside}: the database as it was. Delete it when you are sure.")
    typer.echo(f"Taken out  {done.taken_out} people and participants who left or were erased after the backup.")
    if done.put_aside and database not in done.asked:
        typer.echo("Warning    the database as it was cannot be read: who left since the newest backup is not known.")
    typer.echo("Next       kamerbot doctor, and start the bot. What came in after the backup is not in it.")
