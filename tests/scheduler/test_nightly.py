"""The nightly copy: once a night, outside the clock change, kept 14 days, and on its feet again after a failure."""

import logging
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from scheduler.nightly import Nightly
from scheduler.watcher import Watcher
from storage.database import open_database
from tests.scheduler.rooms import at


class Seen(Watcher):
    """Writes down what became of the jobs."""

    def __init__(self) -> None:
        self.jobs: list[tuple[str, str]] = []

    def done(self, job: str, result: str, seconds: float) -> None:
        """Write it down."""
        self.jobs.append((job, result))


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def nightly(engine: Engine, folder: Path, seen: Seen) -> Nightly:
    return Nightly(engine, folder, "kamerbot", seen)


def _look(nightly: Nightly, moment: str) -> bool:
    """Look as the clock does; whether a copy was made or tried."""
    if not nightly.is_due(at(moment)):
        return False
    nightly.run(at(moment))
    return True


def _names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_each_night_at_four_one_copy_is_made(nightly: Nightly, folder: Path, seen: Seen) -> None:
    looks = ["2026-11-15 12:00", "2026-11-16 03:59", "2026-11-16 04:00", "2026-11-16 04:01", "2026-11-17 04:00"]
    assert [_look(nightly, moment) for moment in looks] == [True, False, True, False, True]
    assert _names(folder) == [f"kamerbot-night-2026-11-{day}.db" for day in (15, 16, 17)]
    assert seen.jobs == [("backup", "done")] * 3
    assert nightly.note == ""
    copy = open_database(f"sqlite:///{folder / 'kamerbot-night-2026-11-17.db'}")
    with copy.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM room").scalar_one() == 0
    copy.dispose()


@pytest.mark.parametrize("night", ["2026-03-29", "2026-10-25"])
def test_the_night_of_the_clock_change_has_one_copy_too(nightly: Nightly, folder: Path, night: str) -> None:
    _look(nightly, f"{night} 00:30")
    start = at(f"{night} 00:30")
    made = []
    for minutes in range(0, 8 * 60, 10):
        moment = start + timedelta(minutes=minutes)
        if nightly.is_due(moment):
            nightly.run(moment)
            made.append(moment)
    assert made == [at(f"{night} 04:00")]
    assert len(_names(folder)) == 2


def test_copies_of_14_days_ago_are_removed_and_no_other_file_is(nightly: Nightly, folder: Path) -> None:
    folder.mkdir()
    others = ["kamerbot-20260101T030000Z.db", "other-night-2026-01-01.db", "kamerbot-night-x.db", "notes.txt"]
    for name in [
        *others,
        "kamerbot-night-2026-11-01.db",
        "kamerbot-night-2026-11-02.db",
        "kamerbot-night-2026-11-03.db",
    ]:
        (folder / name).write_text("kept")
    _look(nightly, "2026-11-16 04:00")
    assert _names(folder) == sorted([*others, "kamerbot-night-2026-11-03.db", "kamerbot-night-2026-11-16.db"])


def test_a_failure_is_noted_and_tried_again_after_an_hour(
    nightly: Nightly, folder: Path, seen: Seen, caplog: pytest.LogCaptureFixture
) -> None:
    folder.write_text("in the way")
    assert _look(nightly, "2026-11-16 04:00")
    assert nightly.note.startswith("the copy of the night of 2026-11-16 failed: ")
    assert nightly.note in caplog.text
    assert not _look(nightly, "2026-11-16 04:59")
    folder.unlink()
    assert _look(nightly, "2026-11-16 05:00")
    assert nightly.note == ""
    assert seen.jobs == [("backup", "failed"), ("backup", "done")]
    assert _names(folder) == ["kamerbot-night-2026-11-16.db"]


def test_a_clock_set_back_does_not_hold_up_the_next_try(nightly: Nightly, folder: Path) -> None:
    folder.write_text("in the way")
    _look(nightly, "2026-11-16 04:00")
    folder.unlink()
    assert _look(nightly, "2026-11-15 12:00")


def test_a_stop_leaves_the_copy_for_the_next_start(
    nightly: Nightly, engine: Engine, folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("storage.backups.STEPS_BETWEEN_LOOKS", 10)
    now: datetime = at("2026-11-16 04:00")
    nightly.stop()
    nightly.run(now)
    assert _names(folder) == []
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []
    again = Nightly(engine, folder, "kamerbot", Watcher())
    assert again.is_due(now)
