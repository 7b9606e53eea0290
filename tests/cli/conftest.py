"""A folder to run commands in, as an operator would: no settings but those of the test, and a database of its own."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from typer.testing import CliRunner, Result

from bot.cli import app
from storage.database import open_database

Invoke = Callable[..., Result]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder."""
    for name in [name for name in os.environ if name.upper().startswith("KAMERBOT_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(autouse=True)
def _log_afterwards_as_before(own_logging: None) -> None:
    """Each command sets up the log."""


@pytest.fixture
def invoke() -> Invoke:
    """Runs a command; ``code`` is what it must end with."""

    def run(*words: str | Path, code: int = 0) -> Result:
        result = CliRunner().invoke(app, [str(word) for word in words])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == code, result.output
        return result

    return run


@pytest.fixture
def books(home: Path, empty_database: Path) -> Iterator[Engine]:
    """The database that commands use here: made, and empty."""
    path = home / "var" / "tryout.db"
    path.parent.mkdir()
    path.write_bytes(empty_database.read_bytes())
    engine = open_database(f"sqlite:///{path}")
    yield engine
    engine.dispose()
