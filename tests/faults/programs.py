"""``kamerbot run`` as a process of its own, against a stand-in for Telegram: started, killed, stopped."""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from signal import SIGTERM

import httpx

from tests.faults import shifted
from tests.telegram.standin import Standin

KAMERBOT = Path(sys.executable).with_name("kamerbot")
SECRET = "geheim_van-de-deur"
PATIENCE = 60.0
"""Seconds until a test gives up waiting: many times what a busy machine needs."""


class Program:
    """One life of the program, from its start to its end; all it says is kept in a file."""

    def __init__(self, process: "subprocess.Popen[bytes] | ForkServerProcess", port: int, output: Path) -> None:
        self._process = process
        self._output = output
        self.port = port

    @property
    def pid(self) -> int:
        """The process's id."""
        assert self._process.pid is not None
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """Whether it has not ended yet."""
        return self._code is None

    @property
    def output(self) -> str:
        """What it has said so far."""
        return self._output.read_text() if self._output.exists() else ""

    def says(self, words: str) -> None:
        """Wait until its output has these words."""
        until(lambda: words in self.output or not self.is_running)
        assert words in self.output, self.output

    def serves(self) -> None:
        """Wait until its web server answers."""
        with httpx.Client(trust_env=False, verify=False) as client:

            def answers() -> bool:
                assert self.is_running, self.output
                try:
                    return client.get(f"http://127.0.0.1:{self.port}/healthz").is_success
                except httpx.TransportError:
                    return False

            until(answers)

    def kill(self) -> None:
        """``kill -9``, and wait until it is gone."""
        self._process.kill()
        self.ended()

    def signal(self, number: int) -> None:
        """Send it a signal."""
        os.kill(self.pid, number)

    def stop(self) -> int:
        """Ask it to stop, by SIGTERM, and wait until it has. Returns its exit code."""
        self.signal(SIGTERM)
        return self.ended()

    def ended(self) -> int:
        """Wait until it has ended. Returns its exit code."""
        until(lambda: not self.is_running)
        assert self._code is not None
        return self._code

    @property
    def _code(self) -> int | None:
        if isinstance(self._process, subprocess.Popen):
            return self._process.poll()
        return self._process.exitcode


class Home:
    """A folder with a database, from which the program is started again and again."""

    def __init__(self, folder: Path, standin: Standin, server: str) -> None:
        """``server`` is the url of a database that is kept there instead of in the folder."""
        self.folder = folder
        self.standin = standin
        self._server = server
        self.database = folder / "var" / "kamerbot.db"
        self._programs: list[Program] = []

    def start(self, at: datetime | None = None, *, webhook: bool = False, workers: int = 1) -> Program:
        """Start the installed program; or, with its clock set to ``at``, the same program more quickly.

        More than one of the ``workers`` needs a database on a server.
        """
        port = free_port()
        output = self.folder / f"output-{len(self._programs)}.txt"
        environment = self._environment(port, webhook=webhook)
        process: subprocess.Popen[bytes] | ForkServerProcess
        if at is None:
            with output.open("wb") as file:
                process = subprocess.Popen(
                    [KAMERBOT, "run", "--workers", str(workers)],
                    cwd=self.folder,
                    env=environment,
                    stdout=file,
                    stderr=subprocess.STDOUT,
                )
        else:
            process = shifted.fork(at, self.folder, environment, output)
        program = Program(process, port, output)
        self._programs.append(program)
        return program

    def command(self, *words: str) -> str:
        """What another command of the installed program prints."""
        done = subprocess.run(
            [KAMERBOT, *words],
            cwd=self.folder,
            env=self._environment(8080),
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    def close(self) -> None:
        """End what a failed test left running."""
        for program in self._programs:
            if program.is_running:
                program.kill()

    def _environment(self, port: int, *, webhook: bool = False) -> dict[str, str]:
        """The machine's own, with no settings but these."""
        others = {name: value for name, value in os.environ.items() if not name.startswith("KAMERBOT_")}
        settings = {
            "KAMERBOT_TELEGRAM_TOKEN": self.standin.token,
            "KAMERBOT_TELEGRAM_API_URL": self.standin.url,
            "KAMERBOT_PORT": str(port),
        }
        if self._server:
            settings["KAMERBOT_DATABASE_URL"] = self._server
        if webhook:
            settings["KAMERBOT_TELEGRAM_WEBHOOK_URL"] = f"http://127.0.0.1:{port}/telegram"
            settings["KAMERBOT_TELEGRAM_WEBHOOK_SECRET"] = SECRET
        return others | settings


@contextmanager
def home(folder: Path, standin: Standin, server: str = "") -> Iterator[Home]:
    """A folder to run in, until the end of the block; its database is at the url ``server``, if there is one."""
    found = Home(folder, standin, server)
    try:
        yield found
    finally:
        found.close()


def until(holds: Callable[[], bool], patience: float = PATIENCE) -> None:
    """Wait until something is so that tells nobody when it becomes so: look again and again."""
    pause, looks = threading.Event(), 0
    while not holds():
        looks += 1
        assert looks * _BETWEEN_LOOKS < patience, "what the test waits for did not come"
        pause.wait(_BETWEEN_LOOKS)


_BETWEEN_LOOKS = 0.02


def free_port() -> int:
    """A port of this computer that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
    return port
