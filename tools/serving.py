"""The real program, served as try-out on a database of its own."""

import asyncio
import os
import signal
import socket
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path

_KAMERBOT = Path(sys.executable).with_name("kamerbot")
_READY = b"Uvicorn running on"


class Served:
    """``kamerbot run`` as a process of its own, which can stop and start again on the same database and port."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self._port: int = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self._port}/"
        self._process: Process | None = None
        self._reading: asyncio.Task[None] | None = None

    @property
    def environment(self) -> dict[str, str]:
        """The environment in which the program's commands find the same database."""
        others = {name: value for name, value in os.environ.items() if not name.startswith("KAMERBOT_")}
        database = f"sqlite:///{self._folder / 'tryout.db'}"
        return others | {"KAMERBOT_PORT": str(self._port), "KAMERBOT_DATABASE_URL": database}

    async def start(self) -> None:
        """Start the program; returns when it serves."""
        # In a folder without a .env file: nothing of the machine's own settings plays along.
        self._process = await asyncio.create_subprocess_exec(
            _KAMERBOT, "run", cwd=self._folder, env=self.environment, stdout=PIPE, stderr=asyncio.subprocess.STDOUT
        )
        said = await self._read_until_ready(self._process)
        if not said.endswith(_READY):
            raise RuntimeError(f"kamerbot run ended before it served:\n{said.decode()}")
        self._reading = asyncio.create_task(_read_on(self._process))

    async def stop(self) -> int:
        """Ask the program to stop, as Ctrl+C does, and wait until it has. Returns its exit code."""
        if self._process is None:
            raise RuntimeError("it was not started")
        if self._process.returncode is None:
            self._process.send_signal(signal.SIGINT)
        code = await self._process.wait()
        if self._reading:
            await self._reading
        return code

    async def command(self, *arguments: str) -> str:
        """What another command of the program prints, run on the same database."""
        process = await asyncio.create_subprocess_exec(
            _KAMERBOT, *arguments, cwd=self._folder, env=self.environment, stdout=PIPE
        )
        printed, _ = await process.communicate()
        if process.returncode:
            raise RuntimeError(f"kamerbot {' '.join(arguments)} ended with {process.returncode}")
        return printed.decode()

    async def _read_until_ready(self, process: Process) -> bytes:
        if process.stdout is None:
            raise RuntimeError("its output is not read")
        try:
            return await process.stdout.readuntil(_READY)
        except asyncio.IncompleteReadError as ended:
            return ended.partial


async def _read_on(process: Process) -> None:
    """Read and drop what it prints: a full pipe would halt it."""
    if process.stdout is not None:
        while await process.stdout.read(65_536):
            pass
