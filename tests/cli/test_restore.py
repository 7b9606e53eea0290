"""Restoring: what is refused leaves the database as it was; what is put in place knows nobody who left since."""

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Engine
from sqlmodel import Session, select

from storage.backups import back_up
from storage.database import open_database, reading, unit_of_work
from storage.in_use import in_use
from storage.migrations import configuration
from storage.participants import add_participant, erase, is_nameless
from storage.people import forget
from storage.rooms import add_room, rooms
from storage.tables import Participant, Person
from tests.cli.conftest import Invoke
from tests.cli.hours import AT, TODAY, evidence, log, person

LATER = AT + timedelta(days=2)


@pytest.fixture(autouse=True)
def _room(books: Engine) -> None:
    with unit_of_work(books) as session:
        room = add_room(session, "top", "TOP")
        log(session, room.id, person(session, "Noor"), 180)
        log(session, room.id, person(session, "Piet"), 60)


def minutes(home: Path) -> int:
    """How many minutes the database has."""
    engine = open_database(f"sqlite:///{home / 'var' / 'tryout.db'}")
    with reading(engine) as session:
        found: int = session.connection().exec_driver_sql("SELECT sum(minutes) FROM entry_version").scalar_one()
    engine.dispose()
    return found


def names(home: Path) -> list[str]:
    """The names of everybody in the database."""
    engine = open_database(f"sqlite:///{home / 'var' / 'tryout.db'}")
    with reading(engine) as session:
        found = list(session.exec(select(Person.name).order_by(Person.id)))
    engine.dispose()
    return found


def _log_more(engine: Engine, much: int) -> None:
    with unit_of_work(engine) as session:
        log(session, rooms(session)[0].id, session.exec(select(Person.id)).first() or 0, much)


def _leaves(engine: Engine, name: str) -> None:
    with unit_of_work(engine) as session:
        forget(session, session.exec(select(Person).where(Person.name == name)).one(), LATER.date(), LATER)


def aside(home: Path) -> Path:
    """The database that was put aside."""
    [file] = (home / "var").glob("tryout.db.before-*")
    return file


def test_a_backup_takes_the_place_of_the_database_which_is_kept(invoke: Invoke, books: Engine, home: Path) -> None:
    back_up(books, home / "copy.db")
    _log_more(books, 300)
    books.dispose()
    result = invoke("restore", "copy.db")
    assert minutes(home) == 240
    assert f"Put aside  {aside(home).relative_to(home)}" in result.stdout
    assert "Taken out  0 people" in result.stdout
    assert (home / "var" / "tryout.db").stat().st_mode & 0o777 == 0o600
    assert {file.name for file in (home / "var").iterdir()} == {
        "tryout.db",
        aside(home).name,
        "tryout.db.lock",
    }, "nothing else is left"
    invoke("restore", aside(home).relative_to(home))
    assert minutes(home) == 540, "and back again"
    invoke("doctor")


def test_who_left_after_the_backup_is_not_back(invoke: Invoke, books: Engine, home: Path) -> None:
    back_up(books, home / "copy.db")
    _leaves(books, "Noor")
    books.dispose()
    assert "Taken out  1 people" in invoke("restore", "copy.db").stdout
    assert names(home) == ["", "Piet"]
    assert minutes(home) == 240, "hours stay"
    assert b"Noor" not in (home / "var" / "tryout.db").read_bytes()


def test_who_left_is_known_from_newer_backups_when_the_database_is_broken(
    invoke: Invoke, books: Engine, home: Path
) -> None:
    back_up(books, home / "var" / "backups" / "old.db")
    _leaves(books, "Noor")
    back_up(books, home / "var" / "backups" / "new.db")
    books.dispose()
    (home / "var" / "tryout.db").write_bytes(b"no database" * 1000)
    result = invoke("restore", home / "var" / "backups" / "old.db")
    assert names(home) == ["", "Piet"]
    assert "Warning    the database as it was cannot be read" in result.stdout
    assert aside(home).read_bytes().startswith(b"no database")


def test_a_participant_who_was_erased_after_the_backup_is_not_back(invoke: Invoke, books: Engine, home: Path) -> None:
    with unit_of_work(books) as session:
        room, noor = rooms(session)[0].id, session.exec(select(Person.id)).first() or 0
        add_participant(session, room, "Fatima B.", evidence(session, noor))
    back_up(books, home / "copy.db")
    with unit_of_work(books) as session:
        erase(session, _fatima(session), LATER, None)
    books.dispose()
    assert "Taken out  1 people and participants" in invoke("restore", "copy.db").stdout
    engine = open_database(f"sqlite:///{home / 'var' / 'tryout.db'}")
    with reading(engine) as session:
        assert is_nameless(_fatima(session))
    engine.dispose()


def _fatima(session: Session) -> Participant:
    return session.exec(select(Participant)).one()


def test_a_person_with_the_number_of_somebody_who_left_stays(invoke: Invoke, books: Engine, home: Path) -> None:
    """After a restore numbers are given anew: the number alone does not say who it is."""
    back_up(books, home / "copy.db")
    with unit_of_work(books) as session:
        gone = Person(name="Els", created_at=LATER, consented_at=LATER, consent_version=1)
        session.add(gone)
        session.flush()
        forget(session, gone, TODAY, LATER)
    books.dispose()
    other = open_database(f"sqlite:///{home / 'copy.db'}")
    with unit_of_work(other) as session:
        person(session, "Ahmed")
    other.dispose()
    invoke("restore", "copy.db")
    assert names(home) == ["Noor", "Piet", "Ahmed"]


def test_who_turned_out_to_be_somebody_else_did_not_leave(invoke: Invoke, books: Engine, home: Path) -> None:
    back_up(books, home / "copy.db")
    with unit_of_work(books) as session:
        noor, piet = session.exec(select(Person).order_by(Person.id)).all()
        noor.name, noor.forgotten_at, noor.merged_into = "", LATER, piet.id
    books.dispose()
    assert "Taken out  0 people" in invoke("restore", "copy.db").stdout
    assert names(home) == ["Noor", "Piet"]


def test_an_older_schema_is_brought_up_to_date(invoke: Invoke, home: Path) -> None:
    old = open_database(f"sqlite:///{home / 'old.db'}")
    config = configuration()
    with old.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.exec_driver_sql(
            "INSERT INTO person (id, name, language, created_at) VALUES (1, 'Els', 'nl', '2026-01-01')"
        )
    old.dispose()
    assert "(schema 0001)" in invoke("restore", "old.db").stdout
    assert names(home) == ["Els"]
    assert "migrations: up to date" in invoke("doctor").stdout


def _refused(invoke: Invoke, home: Path, file: str, said: str) -> None:
    files = sorted((home / "var").iterdir())
    result = invoke("restore", file, code=1)
    assert said in result.stderr
    assert "The database is as it was." in result.stderr
    assert minutes(home) == 240
    assert {*(home / "var").iterdir()} - {*files} <= {home / "var" / "tryout.db.lock"}


def test_what_cannot_be_a_backup_is_refused(invoke: Invoke, books: Engine, home: Path) -> None:
    books.dispose()
    (home / "letter.db").write_bytes(b"a letter to Noor " * 1000)
    _refused(invoke, home, "letter.db", "letter.db is damaged, or no database: file is not a database.")
    _refused(invoke, home, "nothing.db", "There is no file nothing.db.")
    with closing(sqlite3.connect(home / "other.db")) as connection, connection:
        connection.execute("CREATE TABLE song (id INTEGER)")
    _refused(invoke, home, "other.db", "other.db is no database of Kamerbot.")


def test_a_damaged_backup_is_refused(invoke: Invoke, books: Engine, home: Path) -> None:
    back_up(books, home / "copy.db")
    content = bytearray((home / "copy.db").read_bytes())
    content[4096 * 40 : 4096 * 42] = b"\xff" * 8192
    (home / "copy.db").write_bytes(content)
    back_up(books, home / "copy2.db")
    with closing(sqlite3.connect(home / "copy2.db")) as connection, connection:
        connection.execute("INSERT INTO entry (id, room_id, person_id) VALUES (99, 99, 99)")
    books.dispose()
    _refused(invoke, home, "copy.db", "copy.db is damaged")
    _refused(invoke, home, "copy2.db", "copy2.db is damaged: a row of entry points to no row of")


def test_a_backup_of_a_newer_version_is_refused(invoke: Invoke, books: Engine, home: Path) -> None:
    back_up(books, home / "copy.db")
    books.dispose()
    with closing(sqlite3.connect(home / "copy.db")) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    _refused(invoke, home, "copy.db", "copy.db is of a newer Kamerbot (9999): update Kamerbot first.")


def test_a_full_disk_is_told_and_leaves_the_database_as_it_was(
    invoke: Invoke, books: Engine, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(books, home / "copy.db")
    books.dispose()
    usage = shutil.disk_usage(home)
    monkeypatch.setattr("storage.backups.shutil.disk_usage", lambda folder: usage._replace(free=100_000))
    _refused(invoke, home, "copy.db", "The disk is full")


def test_while_the_database_is_in_use_nothing_is_restored(invoke: Invoke, books: Engine, home: Path) -> None:
    back_up(books, home / "copy.db")
    _log_more(books, 300)
    books.dispose()
    with in_use(home / "var" / "tryout.db"):
        result = invoke("restore", "copy.db", code=1)
    assert result.stderr.splitlines() == ["The database cannot be restored: it is being used.", "Stop the bot first."]
    assert minutes(home) == 540
    with in_use(home / "var" / "tryout.db", alone=True):
        assert "it is being restored" in invoke("room", "list", code=1).stderr


def test_on_a_new_machine_there_is_nothing_to_put_aside(
    invoke: Invoke, books: Engine, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(books, home / "copy.db")
    monkeypatch.setenv("KAMERBOT_DATABASE_URL", f"sqlite:///{home}/new/kamerbot.db")
    assert "Put aside" not in invoke("restore", "copy.db").stdout
    assert "top: TOP" in invoke("room", "list").stdout
