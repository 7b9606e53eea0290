"""A disk so small that it can be filled: one in memory where that is allowed, else a limit on what is written."""

import resource
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

SIZE = 64 << 20  # bytes
PAGE = 4096


class SmallDisk:
    """A folder of its own, from ``with`` to the end of it."""

    def __init__(self, parent: Path) -> None:
        self.folder = parent / "disk"
        self.is_real = False
        """Whether it is a disk; else files are kept from growing."""

    def __enter__(self) -> "SmallDisk":
        self.folder.mkdir()
        mounting = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "kamerbot-soak", str(self.folder)]
        try:
            self.is_real = subprocess.run(mounting, capture_output=True, check=False).returncode == 0
        except FileNotFoundError:
            self.is_real = False
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.is_real:
            subprocess.run(["umount", str(self.folder)], check=True)

    @contextmanager
    def full(self, pids: Iterable[int], pages: int) -> Iterator[None]:
        """Let no more than so many pages fit on it, until the end of the block; ``pids`` are those that write."""
        if self.is_real:
            with self._filled(pages):
                yield
        else:
            with self._limited(list(pids), pages):
                yield

    @contextmanager
    def _filled(self, pages: int) -> Iterator[None]:
        ballast = self.folder / "ballast"
        with ballast.open("wb", buffering=0) as file:
            try:
                while file.write(bytes(PAGE)) == PAGE:
                    pass
            except OSError:
                pass  # it is full
            file.truncate(max(0, file.tell() // PAGE - pages) * PAGE)
        try:
            yield
        finally:
            ballast.unlink()

    @contextmanager
    def _limited(self, pids: list[int], pages: int) -> Iterator[None]:
        largest = max((path.stat().st_size for path in self.folder.glob("*-wal")), default=0)
        before = resource.prlimit(pids[0], resource.RLIMIT_FSIZE)
        for pid in pids:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (largest + pages * PAGE, before[1]))
        try:
            yield
        finally:
            for pid in pids:
                resource.prlimit(pid, resource.RLIMIT_FSIZE, before)
