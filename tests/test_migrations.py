"""The schema through the years: forward with rows in it, back again, and the same as a fresh one."""

import json
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine
from sqlmodel import Session, SQLModel

from storage import migrations
from storage.agreements import terms_of
from storage.database import open_database
from storage.tables import Agreement
from tests.at_once.crowd import at_once

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


@pytest.fixture(params=["sqlite", "postgresql"])
def bare(request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    """A database without any table."""
    if request.param == "sqlite":
        return open_database(f"sqlite:///{tmp_path / 'kamerbot.sqlite3'}")
    engine: Engine = request.getfixturevalue("fresh_postgres")
    return engine


def test_files_are_called_by_the_revisions_in_them() -> None:
    assert migrations.known() == REVISIONS[::-1]
    assert migrations.newest() == REVISIONS[-1]


@pytest.fixture
def first(bare: Engine) -> Engine:
    """A database as the first version left it, with hours in it."""
    migrations.migrate(bare, REVISIONS[0])
    with bare.begin() as connection:
        for row in ROWS:
            connection.exec_driver_sql(row)
    return bare


def _booked(engine: Engine) -> list[tuple[object, ...]]:
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        return [tuple(row) for row in connection.exec_driver_sql("SELECT person_id, minutes, date FROM entry_version")]


def _differences(engine: Engine) -> list[object]:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "render_as_batch": True})
        return list(compare_metadata(context, SQLModel.metadata))


def test_hours_outlive_every_step_forward_and_back(first: Engine) -> None:
    there = _booked(first)
    assert [(person, minutes, str(day)) for person, minutes, day in there] == [(1, 60, "2026-01-01")]
    for revision in REVISIONS[1:]:
        migrations.migrate(first, revision)
        assert (migrations.current(first), _booked(first)) == (revision, there)
    for revision in REVISIONS[-2::-1]:
        migrations.go_back(first, revision)
        assert (migrations.current(first), _booked(first)) == (revision, there)
    migrations.migrate(first)
    assert (_booked(first), _differences(first)) == (there, [])


def test_a_migrated_schema_is_the_one_that_the_tables_describe(first: Engine) -> None:
    migrations.migrate(first)
    assert _differences(first) == []


def test_targets_that_were_kept_before_stand_in_the_terms(bare: Engine) -> None:
    migrations.migrate(bare, "0012")
    targets = {
        "klussen": {"target": 60, "comparison": "ge", "of": None},
        "newcomers": {"target": 5, "comparison": "gt", "of": 10},
    }
    with bare.begin() as connection:
        connection.exec_driver_sql(ROWS[0])
        connection.exec_driver_sql(
            "INSERT INTO agreement"
            " (id, room_id, year, title, volunteer_hours, active_volunteer_hours, is_example, targets)"
            f" VALUES (1, 1, 2026, 'Afspraak', 8000, 250, false, '{json.dumps(targets)}')"
        )
    migrations.migrate(bare)
    with Session(bare) as session:
        promised = terms_of(session.get_one(Agreement, 1)).indicators
    assert [(row.id, row.source, row.target, row.comparison, row.of) for row in promised] == [
        ("klussen", "logged", 60, "ge", None),
        ("newcomers", "tally", 5, "gt", 10),
    ]
    migrations.go_back(bare, "0012")
    with bare.connect() as connection:
        kept = connection.exec_driver_sql("SELECT targets FROM agreement").scalar_one()
    assert (json.loads(kept) if isinstance(kept, str) else kept) == targets


def test_several_programs_that_find_no_tables_make_them_once(bare: Engine) -> None:
    at_once(bare, [migrations.migrate] * 4)
    assert (migrations.current(bare), _differences(bare)) == (migrations.newest(), [])
