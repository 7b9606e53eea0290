"""The schema, back to that of an older version and forward again."""

from pathlib import Path

from sqlalchemy import Engine

from storage.database import reading, unit_of_work
from storage.in_use import in_use
from storage.migrations import current, known
from storage.rooms import add_room, rooms
from tests.cli.conftest import Invoke


def test_back_and_forward_with_what_is_in_it(invoke: Invoke, books: Engine) -> None:
    newest, older = known()[:2]
    with unit_of_work(books) as session:
        add_room(session, "top", "TOP")
    assert invoke("schema", older).stdout == f"The database is at {older}; it was at {newest}.\n"
    assert current(books) == older
    assert f"wrong  migrations: the database is at {older}, Kamerbot needs {newest}" in invoke("doctor", code=1).stdout
    assert invoke("schema").stdout == f"The database is at {newest}; it was at {older}.\n"
    with reading(books) as session:
        assert [room.slug for room in rooms(session)] == ["top"]


def test_a_schema_that_does_not_exist_is_told(invoke: Invoke, books: Engine) -> None:
    assert "There is no schema '9999'. There are: 0001, 0002" in invoke("schema", "9999", code=2).stderr


def test_a_database_of_a_newer_version_is_left_alone(invoke: Invoke, books: Engine) -> None:
    with unit_of_work(books) as session:
        session.connection().exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    assert "of a newer Kamerbot: use that one" in invoke("schema", code=1).stderr
    assert current(books) == "9999"


def test_while_the_bot_runs_nothing_is_changed(invoke: Invoke, books: Engine) -> None:
    assert books.url.database is not None
    with in_use(Path(books.url.database)):
        assert "Stop the bot first." in invoke("schema", "0001", code=1).stderr


def test_without_a_database_none_is_made(invoke: Invoke) -> None:
    assert "There is no database yet at var/tryout.db." in invoke("schema", code=1).stderr
