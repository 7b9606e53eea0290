"""What all commands share: settings read, the database opened, and bad input told in a sentence."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlmodel import Session

    from bot.settings import Settings
    from storage.tables import Room

BAD_INPUT = 2
FAILURE = 1

RoomOption = Annotated[str, typer.Option("--room", help="The room's slug, as `kamerbot room list` shows it.")]


def fail(*lines: str, code: int = BAD_INPUT) -> NoReturn:
    """Tell what is wrong and what to do, and stop."""
    for line in lines:
        typer.echo(line, err=True)
    raise typer.Exit(code)


def read_settings() -> "Settings":
    """The settings, with logging set up by them."""
    from bot.logs import set_up_logging
    from bot.settings import SettingsError, load_settings

    try:
        settings = load_settings()
    except SettingsError as error:
        fail(*error.faults, "All settings are explained in docs/settings.md.")
    set_up_logging(settings)
    return settings


@contextmanager
def database(*, must_exist: bool = False) -> Iterator["Engine"]:
    """The database, its schema up to date. What goes wrong with it inside the block is told in a sentence."""
    from sqlalchemy.exc import DBAPIError

    from storage.backups import database_file
    from storage.database import open_database
    from storage.in_use import InUseError, in_use
    from storage.migrations import current, newest

    settings = read_settings()
    try:
        engine = open_database(settings.database_url)
    except OSError as error:
        fail(f"The database's folder cannot be made: {error.strerror}.", "See: kamerbot doctor", code=FAILURE)
    except ImportError as error:
        fail(f"The database's driver is not installed: {error.name}.", code=FAILURE)
    try:
        file = database_file(engine.url)
        if must_exist and file is not None and not file.exists():
            fail(f"There is no database yet at {file}.", code=FAILURE)
        with in_use(file) if file else nullcontext():
            if current(engine) != newest():
                _bring_up_to_date(engine)
            yield engine
    except InUseError as error:
        fail(f"The database cannot be used: {error}.", "Wait until that is done.", code=FAILURE)
    except DBAPIError as error:
        fail(f"The database cannot be used: {error.orig}.", "See: kamerbot doctor", code=FAILURE)
    finally:
        engine.dispose()


def _bring_up_to_date(engine: "Engine") -> None:
    from alembic.util import CommandError

    from storage.migrations import migrate

    try:
        migrate(engine)
    except CommandError as error:
        fail(f"The database is of another version of Kamerbot ({error}).", "Update Kamerbot first.", code=FAILURE)


def find_room(session: "Session", slug: str) -> "Room":
    """The room that is meant; where there is none, which there are."""
    from storage.rooms import room_by_slug, rooms

    room = room_by_slug(session, slug)
    if room is None:
        every = [room.slug for room in rooms(session)]
        if not every:
            fail(f"There is no room {slug!r}, nor any other.", 'Make one with: kamerbot room add "TOP"')
        fail(f"There is no room {slug!r}.", choices("rooms", slug, every))
    return room


def choices(what: str, given: str, there_are: list[str]) -> str:
    """What could have been meant: "The rooms are: hart, top. Did you mean top?"."""
    like = get_close_matches(given, there_are, 1)
    return f"The {what} are: {', '.join(there_are)}." + (f" Did you mean {like[0]}?" if like else "")


def save(to: Path, lines: Iterable[bytes]) -> None:
    """Write the file whole or not at all; names and hours are for the owner's eyes alone."""
    part = to.with_name(to.name + ".part")
    try:
        with os.fdopen(os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb") as file:
            file.writelines(lines)
        part.replace(to)
    except OSError as error:
        fail(f"{to} cannot be written: {error.strerror}.", code=FAILURE)
    finally:
        part.unlink(missing_ok=True)
