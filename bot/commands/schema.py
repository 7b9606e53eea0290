"""``kamerbot schema``: the database's schema, forward and back."""

from contextlib import nullcontext
from typing import Annotated

import typer

from bot.commands.common import BAD_INPUT, FAILURE, fail, read_settings


def schema_command(
    number: Annotated[str | None, typer.Argument(help="The schema's number, such as 0003; else the newest.")] = None,
) -> None:
    """Bring the database to another schema: up to date, or back to that of an older version. Stop the bot first."""
    from sqlalchemy.exc import DBAPIError

    from storage.backups import database_file
    from storage.database import open_database
    from storage.in_use import InUseError, in_use
    from storage.migrations import current, go_back, known, migrate

    settings = read_settings()
    file = database_file(settings.database_url)
    if file is not None and not file.exists():
        fail(f"There is no database yet at {file}.", code=FAILURE)
    numbers = known()
    wanted = number or numbers[0]
    if wanted not in numbers:
        fail(f"There is no schema {wanted!r}. There are: {', '.join(reversed(numbers))}.", code=BAD_INPUT)
    engine = open_database(settings.database_url)
    try:
        with in_use(file, alone=True) if file else nullcontext():
            has = current(engine)
            if has and has not in numbers:
                fail(f"The database is at {has}, which is of a newer Kamerbot: use that one.", code=FAILURE)
            if has and numbers.index(has) < numbers.index(wanted):
                go_back(engine, wanted)
            else:
                migrate(engine, wanted)
    except InUseError as error:
        fail(f"The database cannot be changed: {error}.", "Stop the bot first.", code=FAILURE)
    except DBAPIError as error:
        fail(f"The database cannot be used: {error.orig}.", "See: kamerbot doctor", code=FAILURE)
    finally:
        engine.dispose()
    typer.echo(f"The database is at {wanted}; it was at {has or 'none'}.")
