"""What all tests share."""

import logging
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from storage.database import open_database
from storage.migrations import migrate
from tests import postgres
from tests.noor import move_in


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write what the bot says into the stories, for review")
    parser.addoption("--no-skips", action="store_true", help="fail when this machine cannot run every test")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """End by counting what was skipped, and why."""
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = Counter(str(report.longrepr[2]).removeprefix("Skipped: ") for report in skipped)
    terminalreporter.write_line(f"{len(skipped)} skipped")
    for reason, count in reasons.items():
        terminalreporter.write_line(f"  {count}: {reason}")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where everything must run, a skip is a failure."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if session.config.getoption("--no-skips") and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


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


@pytest.fixture
def with_noor(engine: Engine) -> Engine:
    """A fresh database with one volunteer."""
    move_in(engine)
    return engine


@pytest.fixture(scope="session")
def postgres_database() -> Iterator[Engine]:
    """A migrated PostgreSQL database on a server of its own; it starts when the first test wants it."""
    with postgres.server() as url, postgres.migrated(url) as engine:
        yield engine


@pytest.fixture
def fresh_postgres(postgres_database: Engine) -> Iterator[Engine]:
    """A PostgreSQL database without any table."""
    with postgres.fresh(postgres_database) as engine:
        yield engine


@pytest.fixture
def postgres_engine(postgres_database: Engine) -> Engine:
    """An empty PostgreSQL database."""
    postgres.empty(postgres_database)
    return postgres_database


@pytest.fixture
def own_logging() -> Iterator[None]:
    """The log may be set up anew: afterwards it is as it was."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.captureWarnings(False)
