"""The database's schema through the years, by Alembic: one file per change in ``versions``.

Alembic is loaded where something is to be changed: a start with a schema that is up to date is quicker without it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine, inspect, text

from storage.database import has_one_writer

if TYPE_CHECKING:
    from alembic.config import Config

_FOLDER = Path(__file__).parent
_KEY = 7_262_375_202  # of advisory locks; any number that nobody else takes on this database


def configuration() -> "Config":
    """Alembic's settings; ``attributes["connection"]`` is to be the connection to migrate."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.set_main_option("path_separator", "os")
    return config


def migrate(engine: Engine, revision: str = "head") -> None:
    """Bring the schema up to date, or forward to a revision, making it where there is none. All of it, or nothing.

    Several programs that start at once do it one after another: who comes second finds it done.
    """
    from alembic import command

    with _alone(engine) as config:
        command.upgrade(config, revision)


def go_back(engine: Engine, revision: str) -> None:
    """Bring the schema back to a revision of before. What only newer ones keep is lost."""
    from alembic import command

    with _alone(engine) as config:
        command.downgrade(config, revision)


@contextmanager
def _alone(engine: Engine) -> Iterator["Config"]:
    """One transaction in which nobody else migrates: SQLite has one writer, PostgreSQL a lock for it."""
    config = configuration()
    with engine.begin() as connection:
        if not has_one_writer(engine):
            # Another may be at it for long.
            connection.execute(text("SET LOCAL lock_timeout = 0"))
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _KEY})
        config.attributes["connection"] = connection
        yield config


def newest() -> str:
    """The revision that this program needs."""
    return known()[0]


def known() -> list[str]:
    """All revisions that this program can begin from, the newest first."""
    # Files are called by their revision, and follow each other.
    return sorted((file.name.partition("_")[0] for file in (_FOLDER / "versions").glob("[0-9]*_*.py")), reverse=True)


def current(engine: Engine) -> str:
    """The revision that the database has; empty where it has none."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return ""
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none() or ""
