"""The program as a process of its own: quick to start, plain in what it says, and it leaves with the right code."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine

from storage.database import unit_of_work
from storage.rooms import add_room
from tests.cli.hours import log, person
from tests.cli.programs import environment, kamerbot


def test_help_loads_nothing_that_it_does_not_need() -> None:
    look = "import sys, bot.cli; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    program = [sys.executable, "-c", look]
    done = subprocess.run(program, env=environment(), capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "typer" in loaded
    assert not loaded & {
        "sqlalchemy",
        "sqlmodel",
        "alembic",
        "pydantic",
        "telegram",
        "httpx",
        "PIL",
        "starlette",
        "fpdf",
        "matplotlib",
        "numpy",
        "docx",
        "openpyxl",
    }


def test_serving_telegram_loads_nothing_before_it_is_used() -> None:
    look = (
        "import sys, bot.app, bot.channels.telegram, bot.commands.common; "
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    program = [sys.executable, "-c", look]
    done = subprocess.run(program, env=environment(), capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "telegram" in loaded
    assert not loaded & {
        "alembic",
        "PIL",
        "fpdf",
        "segno",
        "aiohttp",
        "sse_starlette",
        "prometheus_client",
        "matplotlib",
        "numpy",
        "docx",
    }


def test_without_a_command_it_explains_itself() -> None:
    done = kamerbot()
    for command in ("run", "room", "group", "invite", "invites", "agreement", "export", "backup", "doctor"):
        assert f"\n  {command} " in done.stdout + done.stderr


def test_a_first_room_from_nothing(home: Path) -> None:
    added = kamerbot("room", "add", "TOP")
    assert (added.returncode, added.stderr) == (0, "")
    assert kamerbot("room", "list").stdout.startswith("top: TOP (")
    assert kamerbot("doctor").returncode == 0
    exported = kamerbot("export", "hours", "--room", "top", "--format", "jsonl")
    assert (exported.returncode, exported.stdout, exported.stderr) == (0, "", "")


def test_the_database_is_for_its_owner_alone(home: Path) -> None:
    before = os.umask(0o022)
    try:
        assert kamerbot("room", "add", "TOP").returncode == 0
    finally:
        os.umask(before)
    made = list((home / "var").iterdir())
    assert made
    assert {path.name: path.stat().st_mode & 0o077 for path in [home / "var", *made]} == dict.fromkeys(
        ["var", *(path.name for path in made)], 0
    )


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"KAMERBOT_TELEGRAM_TOKEN": "123:geheim99"}, "KAMERBOT_TELEGRAM_TOKEN: expected the token"),
        ({"KAMERBOT_PROT": "9000"}, "KAMERBOT_PROT is no setting. Did you mean KAMERBOT_PORT?"),
    ],
)
def test_a_wrong_setting_stops_the_start_in_plain_words(
    monkeypatch: pytest.MonkeyPatch, home: Path, values: dict[str, str], said: str
) -> None:
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    done = kamerbot("run")
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert "geheim99" not in done.stdout + done.stderr
    assert list(home.iterdir()) == []


def test_a_database_of_a_newer_version_is_left_alone(books: Engine) -> None:
    with unit_of_work(books) as session:
        session.connection().exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    done = kamerbot("room", "list")
    assert done.returncode == 1
    assert "Update Kamerbot first." in done.stderr
    assert "Traceback" not in done.stderr


def test_a_broken_database_is_told_in_plain_words(home: Path) -> None:
    (home / "var").mkdir()
    (home / "var" / "tryout.db").write_bytes(b"no database" * 1000)
    done = kamerbot("room", "list")
    assert done.returncode == 1
    assert done.stderr.splitlines() == ["The database cannot be used: file is not a database.", "See: kamerbot doctor"]


def test_a_reader_that_goes_away_ends_an_export_without_a_traceback(books: Engine) -> None:
    with unit_of_work(books) as session:
        top, noor = add_room(session, "top", "TOP").id, person(session, "Noor" * 100)
        for _ in range(400):
            log(session, top, noor, 60)
    program = [sys.executable, "-c", "from bot.cli import main; main()", "export", "hours", "--room", "top"]
    with subprocess.Popen(
        program, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline()
        process.stdout.close()
        assert "Traceback" not in process.stderr.read()
