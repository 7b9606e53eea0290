"""Real processes of this project, in a folder and an environment of the test's."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]


def environment() -> dict[str, str]:
    """The test's environment, in which this project's modules are found."""
    return os.environ | {"PYTHONPATH": str(ROOT)}


def kamerbot(*words: str) -> subprocess.CompletedProcess[str]:
    """Run the program as the shell would, from where the test is."""
    program = [sys.executable, "-c", "from bot.cli import main; main()", *words]
    return subprocess.run(program, env=environment(), capture_output=True, text=True, timeout=60, check=False)


@contextmanager
def writer(url: str) -> Iterator[None]:
    """A process that logs hours in the meantime: it has committed before the block begins, and again before its end."""
    program = [sys.executable, "-m", "tests.cli.writer", url]
    with subprocess.Popen(
        program, cwd=ROOT, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline() == "committed\n"
        try:
            yield
            assert process.stdout.readline() == "committed\n"
        finally:
            process.stdin.close()
            process.stdout.read()
    assert process.returncode == 0
