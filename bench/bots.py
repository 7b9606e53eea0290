"""The bots that are measured, each as processes of its own: Kamerbot, and the bare echo bots beside it."""

import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from bench.platform import SECRET, TOKEN, Platform

ROOT = Path(__file__).parent.parent
KAMERBOT = Path(sys.executable).with_name("kamerbot")
BASELINES = ROOT / "bench/baselines"
BASELINE_PYTHON = ROOT / ".venv-bench/bin/python"
PATIENCE = 60.0
"""Seconds until a bot must serve, or have ended."""
MEGABYTE = 1 << 20
_TOLD = 40
"""Lines of a bot's output that are shown when something goes wrong."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A bot with the way in which it is run."""

    name: str
    command: Sequence[str]
    """Without what it is told of the platform."""
    settings: dict[str, str] = field(default_factory=dict)
    """Kamerbot's settings; an echo bot has none."""

    @property
    def is_kamerbot(self) -> bool:
        """Whether it keeps anything."""
        return bool(self.settings)

    @property
    def database(self) -> str:
        """The address of Kamerbot's database."""
        return self.settings["DATABASE_URL"]


def echo(name: str, script: str, *words: str) -> Kind:
    """One of the baselines, in the environment that is theirs."""
    return Kind(name, (str(BASELINE_PYTHON), str(BASELINES / script), *words))


def kamerbot(name: str, database: str, *words: str, **settings: str) -> Kind:
    """Kamerbot as it is installed, on the database at this address. Nothing slows down what it sends."""
    usual = {"DATABASE_URL": database, "TELEGRAM_RATE": "0", "LOG_LEVEL": "WARNING"}
    return Kind(name, (str(KAMERBOT), "run", *words), usual | settings)


class Bot:
    """A bot that is running."""

    def __init__(self, process: "subprocess.Popen[str]", port: int, output: Path) -> None:
        self.port = port
        self.ready_seconds = 0.0
        """From the start of the process until it served."""
        self._process, self._output = process, output

    @property
    def says(self) -> list[str]:
        """The lines it has printed."""
        return self._output.read_text().splitlines()

    def megabytes(self) -> float:
        """Resident memory of all its processes."""
        return sum(each.memory_info().rss for each in self._all()) / MEGABYTE

    def processor_seconds(self) -> float:
        """What its processes have used of the processor; a database server's share is not in it."""
        return sum(times.user + times.system for times in (each.cpu_times() for each in self._all()))

    def _all(self) -> list[psutil.Process]:
        first = psutil.Process(self._process.pid)
        return [first, *first.children(recursive=True)]

    async def serves(self) -> None:
        """Wait until it answers."""
        since = time.perf_counter()
        while not await self._answers():
            if self._process.poll() is not None or time.perf_counter() - since > PATIENCE:
                raise RuntimeError("it does not serve")
            await asyncio.sleep(0.005)
        self.ready_seconds = time.perf_counter() - since

    async def _answers(self) -> bool:
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        except OSError:
            return False
        try:
            writer.write(b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
            return (await reader.readline()).startswith(b"HTTP/1.1 ")
        except OSError:
            return False
        finally:
            writer.close()

    async def stop(self) -> None:
        """Ask it to stop, and end it when it does not."""
        self._process.terminate()
        try:
            await asyncio.to_thread(self._process.wait, PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


@asynccontextmanager
async def running(kind: Kind, platform: Platform, folder: Path) -> AsyncIterator[Bot]:
    """The bot, from when it serves until the end of the block. ``folder`` is where it is started."""
    port = _free_port()
    output = folder / "output.txt"
    with output.open("w") as file:
        process = subprocess.Popen(  # noqa: ASYNC220 (short, and its clock begins here)
            [*kind.command, *([] if kind.is_kamerbot else _options(platform, port))],
            cwd=folder,
            env=_environment(kind, platform, port),
            stdout=file,
            stderr=subprocess.STDOUT,
            text=True,
        )
    bot = Bot(process, port, output)
    try:
        await bot.serves()
        yield bot
    except Exception as failure:
        failure.add_note("\n".join([f"{kind.name} said:", *bot.says[-_TOLD:]]))
        raise
    finally:
        await bot.stop()


def _options(platform: Platform, port: int) -> list[str]:
    return ["--port", str(port), "--api", platform.url, "--token", TOKEN, "--secret", SECRET]


def _environment(kind: Kind, platform: Platform, port: int) -> dict[str, str]:
    """The machine's own, with no settings but these."""
    mine = {name: value for name, value in os.environ.items() if not name.startswith(("KAMERBOT_", "PYTHON"))}
    if not kind.is_kamerbot:
        return mine
    given = {
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_URL": platform.url,
        "TELEGRAM_WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
        "TELEGRAM_WEBHOOK_SECRET": SECRET,
        "PORT": str(port),
    }
    wanted = {name: value for name, value in (given | kind.settings).items() if value}
    return mine | {f"KAMERBOT_{name}": value for name, value in wanted.items()} | {"PYTHONPATH": str(ROOT)}


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
    return port
