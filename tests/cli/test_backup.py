"""Backups: whole, checked, and made while others write."""

import fcntl
import resource
import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from storage.backups import BackupError, back_up
from storage.database import open_database, unit_of_work
from storage.rooms import add_room, rooms
from tests.cli.conftest import Invoke
from tests.cli.hours import add_dangling_entry, log, person
from tests.cli.programs import writer
from tests.cli.writer import write


@pytest.fixture(autouse=True)
def _room(books: Engine) -> None:
    with unit_of_work(books) as session:
        add_room(session, "top", "TOP")


def entries_in(copy: Path) -> int:
    """How many entries the copy has; it must be whole."""
    with closing(sqlite3.connect(f"file:{copy}?mode=ro", uri=True)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("SELECT count(*) FROM room").fetchone() == (1,)
        count: int = connection.execute("SELECT count(*) FROM entry").fetchone()[0]
        return count


def test_copies_made_while_another_process_writes_are_whole(invoke: Invoke, books: Engine, home: Path) -> None:
    with writer(str(books.url)):
        for number in range(3):
            invoke("backup", f"{number}.db")
    counts = [entries_in(home / f"{number}.db") for number in range(3)]
    assert all(count and count % 2 == 0 for count in counts), "a transaction is in the copy whole or not at all"
    assert counts == sorted(counts)


def test_copies_made_while_threads_write_are_whole(
    books: Engine, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stop = threading.Event()
    threads = [threading.Thread(target=write, args=(str(books.url), stop)) for _ in range(2)]
    for thread in threads:
        thread.start()
    try:
        for number in range(3):
            back_up(books, home / f"{number}.db")
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    assert "committed" in capsys.readouterr().out
    counts = [entries_in(home / f"{number}.db") for number in range(3)]
    assert all(count % 2 == 0 for count in counts)


def test_a_copy_serves_as_the_database(books: Engine, home: Path) -> None:
    with unit_of_work(books) as session:
        log(session, rooms(session)[0].id, person(session, "Noor"), 180)
    back_up(books, home / "copy.db")
    copy = open_database(f"sqlite:///{home / 'copy.db'}")
    with unit_of_work(copy) as session:
        log(session, rooms(session)[0].id, person(session, "Piet"), 60)
        assert session.execute(text("SELECT sum(minutes) FROM entry_version")).scalar_one() == 240
    copy.dispose()


def test_what_was_deleted_is_not_in_the_copy(books: Engine, home: Path) -> None:
    with unit_of_work(books) as session:
        who = person(session, "Wilhelmina-Persephone")
        session.flush()
        session.execute(text("DELETE FROM person WHERE id = :id"), {"id": who})
    back_up(books, home / "copy.db")
    assert b"Persephone" not in (home / "copy.db").read_bytes()


def test_a_copy_without_a_name_goes_beside_the_database_for_its_owner_alone(invoke: Invoke, home: Path) -> None:
    result = invoke("backup")
    [copy] = (home / "var" / "backups").iterdir()
    assert f"Saved  {copy.relative_to(home)} " in result.stdout
    assert copy.name.startswith("tryout-20")
    assert copy.stat().st_mode & 0o777 == 0o600
    assert entries_in(copy) == 0


def test_nothing_is_overwritten(invoke: Invoke, home: Path) -> None:
    (home / "copy.db").write_text("precious")
    assert "copy.db is there already" in invoke("backup", "copy.db", code=1).stderr
    assert (home / "copy.db").read_text() == "precious"


def test_a_backup_under_way_is_left_alone_and_one_that_broke_off_is_made_anew(invoke: Invoke, home: Path) -> None:
    part = home / "other.db.part"
    with part.open("w") as another:
        another.write("half a copy")
        another.flush()
        fcntl.flock(another, fcntl.LOCK_EX)
        assert "another backup is under way" in invoke("backup", "other.db", code=1).stderr
        assert part.read_text() == "half a copy"
    invoke("backup", "other.db")
    assert entries_in(home / "other.db") == 0
    assert not part.exists()


def test_a_copy_for_which_the_disk_has_no_room_is_not_begun(
    invoke: Invoke, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(home)
    monkeypatch.setattr("storage.backups.shutil.disk_usage", lambda folder: usage._replace(free=100_000))
    assert invoke("backup", "copy.db", code=1).stderr.startswith("The disk is full: the copy needs ")
    assert [file.name for file in home.iterdir()] == ["var"]


def test_a_copy_that_is_given_up_leaves_nothing(books: Engine, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.backups.STEPS_BETWEEN_LOOKS", 10)
    with pytest.raises(BackupError, match="interrupted"):
        back_up(books, home / "copy.db", lambda: True)
    assert [file.name for file in home.iterdir()] == ["var"]
    back_up(books, home / "copy.db")
    assert entries_in(home / "copy.db") == 0


def test_a_place_that_cannot_be_written_is_told(invoke: Invoke, home: Path) -> None:
    (home / "file").write_text("")
    assert "file/copy.db cannot be written: " in invoke("backup", "file/copy.db", code=1).stderr
    assert "cannot be written: " in invoke("backup", "x" * 300, code=1).stderr


def test_a_full_disk_is_told_and_leaves_nothing(invoke: Invoke, home: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (32 * 1024, hard))
    try:
        result = invoke("backup", "copy.db", code=1)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert result.stderr.startswith("The copy cannot be made: ")
    assert [file.name for file in home.iterdir()] == ["var"]


def test_a_broken_copy_is_not_kept(books: Engine, home: Path) -> None:
    add_dangling_entry(books)
    with pytest.raises(BackupError, match="a row of entry points to no row of"):
        back_up(books, home / "copy.db")
    assert [file.name for file in home.iterdir()] == ["var"]


def test_without_a_database_there_is_nothing_to_copy_and_none_is_made(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    monkeypatch.setenv("KAMERBOT_DATABASE_URL", "sqlite:///other/kamerbot.db")
    assert "There is no database yet at other/kamerbot.db." in invoke("backup", code=1).stderr
    assert not (home / "other" / "kamerbot.db").exists()
