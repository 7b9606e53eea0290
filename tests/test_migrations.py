"""The schema through the years: forward with rows in it, back again, and the same as a fresh one."""

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine
from sqlmodel import SQLModel

from storage import migrations
from storage.database import open_database

REVISIONS = [
    script.revision for script in ScriptDirectory(str(Path(migrations.__file__).parent)).walk_revisions("base", "heads")
][::-1]
ROWS = (
    "INSERT INTO room (id, slug, name, settings) VALUES (1, 'top', 'TOP', '{}')",
    "INSERT INTO volunteer_group (id, room_id, name, aliases) VALUES (1, 1, 'kookgroep', '[]')",
    "INSERT INTO person (id, name, language, created_at) VALUES (1, 'Noor', 'nl', '2026-01-01')",
    "INSERT INTO inbox (id, channel, external_id, chat, message, sent_at, received_at)"
    " VALUES (1, 'story', 'm1', 'Noor', 'm1', '2026-01-01', '2026-01-01')",
    "INSERT INTO entry (id, room_id, person_id) VALUES (1, 1, 1)",
    "INSERT INTO entry_version (id, entry_id, version, is_current, room_id, person_id, group_id, date, minutes, status,"
    " reason, changed_at, changed_by, inbox_id)"
    " VALUES (1, 1, 1, true, 1, 1, 1, '2026-01-01', 60, 'booked', 'logged', '2026-01-01', 1, 1)",
)


def _move(engine: Engine, direction: str, revision: str) -> None:
    config = migrations.configuration()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        getattr(command, direction)(config, revision)


@pytest.fixture
def first(tmp_path: Path) -> Engine:
    """A database as the first version left it, with hours in it."""
    engine = open_database(f"sqlite:///{tmp_path / 'kamerbot.sqlite3'}")
    _move(engine, "upgrade", REVISIONS[0])
    with engine.begin() as connection:
        for row in ROWS:
            connection.exec_driver_sql(row)
    return engine


def _booked(engine: Engine) -> list[tuple[object, ...]]:
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        return [tuple(row) for row in connection.exec_driver_sql("SELECT person_id, minutes, date FROM entry_version")]


def test_hours_outlive_every_step_forward_and_back(first: Engine) -> None:
    for revision in REVISIONS[1:]:
        _move(first, "upgrade", revision)
        assert _booked(first) == [(1, 60, "2026-01-01")]
    for revision in REVISIONS[-2::-1]:
        _move(first, "downgrade", revision)
        assert _booked(first) == [(1, 60, "2026-01-01")]


def test_a_migrated_schema_is_the_one_that_the_tables_describe(first: Engine) -> None:
    migrations.migrate(first)
    with first.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "render_as_batch": True})
        assert compare_metadata(context, SQLModel.metadata) == []
