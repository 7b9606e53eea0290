"""The programs of a soak: started, killed one process at a time or all at once, and started again."""

import os
import random
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from signal import SIGKILL

from tests.faults import shifted
from tests.faults.programs import SECRET, Program, free_port, until
from tests.soak import inside
from tests.soak.edge import Edge
from tests.telegram.standin import Standin


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """How the programs are run."""

    postgres: bool
    machines: int = 1
    """Programs on one database."""
    workers: int = 1
    """Processes of each."""
    webhook: bool = False
    rate: int = 0
    """Messages a second that the platform takes; 0 is no limit."""

    def __str__(self) -> str:
        return (
            f"{'PostgreSQL' if self.postgres else 'SQLite'}, {self.machines} x {self.workers}, "
            f"{'webhook' if self.webhook else 'polling'}"
        )

    @property
    def is_crowd(self) -> bool:
        """Whether several processes share the work."""
        return self.machines * self.workers > 1


@dataclass(slots=True)
class Lives:
    """All programs on one database."""

    setup: Setup
    folder: Path
    standin: Standin
    edge: Edge
    url: str
    rng: random.Random
    programs: list[Program] = field(default_factory=list)
    begun: int = 0

    @property
    def control(self) -> Path:
        """The file through which all of them are directed."""
        return self.folder / "control"

    def start(self) -> None:
        """Start those that do not run, and wait until they serve."""
        while not all(program.is_running and self._serves(program) for program in self.programs) or not self.programs:
            self.start_without_waiting()

    def start_without_waiting(self) -> None:
        """Start those that do not run."""
        self.programs = [program for program in self.programs if program.is_running]
        while len(self.programs) < self.setup.machines:
            self.programs.append(self._begin())
        self.edge.serves([program.port for program in self.programs])

    def _serves(self, program: Program) -> bool:
        """Wait until it takes messages in; False when a death that was laid out for it came late."""
        try:
            program.serves()
            if self.setup.workers > 1:
                until(lambda: len(children(program.pid)) == self.setup.workers)
        except AssertionError:
            if program.is_running or program.ended() != -SIGKILL:
                raise
            return False
        return True

    def _begin(self) -> Program:
        self.begun += 1
        port = free_port()
        output = self.folder / f"output-{self.begun}.txt"
        words = ["run"] if self.setup.workers == 1 else ["run", "--workers", str(self.setup.workers)]
        environment = {name: value for name, value in os.environ.items() if not name.startswith("KAMERBOT_")}
        environment |= {
            "KAMERBOT_TELEGRAM_TOKEN": self.standin.token,
            "KAMERBOT_TELEGRAM_API_URL": self.standin.url,
            "KAMERBOT_TELEGRAM_RATE": str(self.setup.rate),
            "KAMERBOT_DATABASE_URL": self.url,
            "KAMERBOT_PORT": str(port),
        }
        if self.setup.webhook:
            environment["KAMERBOT_TELEGRAM_WEBHOOK_URL"] = f"http://127.0.0.1:{self.edge.port}/telegram"
            environment["KAMERBOT_TELEGRAM_WEBHOOK_SECRET"] = SECRET
        process = shifted.begin(partial(inside.prepare, self.control), words, self.folder, environment, output)
        return Program(process, port, output)

    @property
    def processes(self) -> list[int]:
        """The processes that do the work: the workers where there are some, else the programs themselves."""
        found = [pid for program in self.programs if program.is_running for pid in children(program.pid)]
        return found or [program.pid for program in self.programs if program.is_running]

    def kill_one(self) -> None:
        """``kill -9`` of one process that works."""
        pid = self.rng.choice(self.processes)
        own = next((program for program in self.programs if program.pid == pid), None)
        if own is not None:
            own.kill()
            return
        with suppress(ProcessLookupError):
            os.kill(pid, SIGKILL)
        until(lambda: not is_alive(pid))

    def kill_program(self) -> None:
        """``kill -9`` of the first process of a program; those that it started must end by themselves."""
        program = self.rng.choice(self.programs)
        workers = children(program.pid)
        program.kill()
        until(lambda: not any(is_alive(pid) for pid in workers))

    def stop(self) -> list[int]:
        """Ask all to stop, and wait until they have. Returns their exit codes."""
        return [program.stop() for program in self.programs if program.is_running]

    def close(self) -> None:
        """End what a failure left running."""
        for program in self.programs:
            if program.is_running:
                left = children(program.pid)
                program.kill()
                for pid in left:
                    with suppress(ProcessLookupError):
                        os.kill(pid, SIGKILL)

    @property
    def output(self) -> str:
        """What the programs have said, each in its turn."""
        files: Sequence[Path] = sorted(self.folder.glob("output-*.txt"), key=lambda path: path.stat().st_mtime)
        return "\n".join(f"--- {path.name}\n{path.read_text()}" for path in files)


def children(pid: int) -> list[int]:
    """The processes that a process started and that are alive."""
    try:
        found = [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []
    return [child for child in found if is_alive(child)]


def is_alive(pid: int) -> bool:
    """Whether a process is there and does not only wait to be buried."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
