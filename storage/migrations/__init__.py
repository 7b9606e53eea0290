"""The database's schema through the years, by Alembic: one file per change in ``versions``."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

from storage.database import has_one_writer

_FOLDER = Path(__file__).parent
_KEY = 7_262_375_202  # of advisory locks; any number that nobody else takes on this database


def configuration() -> Config:
    """Alembic's settings; ``attributes["connection"]`` is to be the connection to migrate."""
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.set_main_option("path_separator", "os")
    return config


def migrate(engine: Engine, revision: str = "head") -> None:
    """Bring the schema up to date, or forward to a revision, making it where there is none. All of it, or nothing.

    Several programs that start at once do it one after another: who comes second finds it done.
    """
    with _alone(engine) as config:
        command.upgrade(config, revision)


def go_back(engine: Engine, revision: str) -> None:
    """Bring the schema back to a revision of before. What only newer ones keep is lost."""
    with _alone(engine) as config:
        command.downgrade(config, revision)


@contextmanager
def _alone(engine: Engine) -> Iterator[Config]:
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
    return ScriptDirectory.from_config(configuration()).get_current_head() or ""


def known() -> list[str]:
    """All revisions that this program can begin from, the newest first."""
    return [script.revision for script in ScriptDirectory.from_config(configuration()).walk_revisions()]


def current(engine: Engine) -> str:
    """The revision that the database has; empty where it has none."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() or ""
