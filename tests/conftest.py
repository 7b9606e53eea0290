"""What all tests share."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from storage.database import open_database
from storage.migrations import migrate


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write what the bot says into the stories, for review")


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy from: migrating once is enough."""
    path = tmp_path_factory.mktemp("database") / "empty.db"
    engine = open_database(f"sqlite:///{path}")
    migrate(engine)
    engine.dispose()
    return path


@pytest.fixture
def engine(empty_database: Path, tmp_path: Path) -> Engine:
    """A fresh SQLite database."""
    path = tmp_path / "kamerbot.db"
    path.write_bytes(empty_database.read_bytes())
    return open_database(f"sqlite:///{path}")
