"""Backups by the running program: each night one, told of when it fails, and no restore under its feet."""

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import httpx
from sqlalchemy import Engine

from tests.faults.people import add_room, move_in
from tests.faults.programs import KAMERBOT, Home, home, until
from tests.telegram.standin import Standin


def _restore(place: Home, file: Path) -> "subprocess.CompletedProcess[str]":
    settings = os.environ | {"KAMERBOT_TELEGRAM_TOKEN": place.standin.token}
    words = [KAMERBOT, "restore", file]
    return subprocess.run(words, cwd=place.folder, env=settings, capture_output=True, text=True, check=False)


def test_a_program_at_work_makes_a_copy_and_lets_nobody_restore(engine: Engine, tmp_path: Path) -> None:
    with Standin() as standin, home(tmp_path, standin) as place:
        now = datetime.fromtimestamp(standin.world.now(), UTC)
        add_room(engine)
        move_in(engine, place)
        program = place.start(now)
        program.serves()
        copy = tmp_path / "var" / "backups" / f"kamerbot-night-{now:%Y-%m-%d}.db"
        until(copy.exists)
        refused = _restore(place, copy)
        assert (refused.returncode, refused.stderr) == (
            1,
            "The database cannot be restored: it is being used.\nStop the bot first.\n",
        )
        assert program.stop() == 0
        done = _restore(place, copy)
        assert (done.returncode, done.stderr) == (0, "")
        again = place.start(now)
        again.serves()
        assert again.stop() == 0


def test_a_copy_that_fails_is_told_and_the_bot_serves_on(engine: Engine, tmp_path: Path) -> None:
    with Standin() as standin, home(tmp_path, standin) as place:
        now = datetime.fromtimestamp(standin.world.now(), UTC)
        move_in(engine, place)
        (tmp_path / "var" / "backups").write_text("in the way")
        program = place.start(now)
        program.serves()
        program.says("the copy of the night of ")
        with httpx.Client(trust_env=False) as client:
            answer = client.get(f"http://127.0.0.1:{program.port}/readyz")
        assert answer.status_code == 200
        assert "var/backups" in answer.json()["parts"]["backup"]["note"]
        assert program.stop() == 0
