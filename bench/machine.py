"""What it was measured on."""

import os
import platform
import sqlite3
import time
from pathlib import Path

from bench import databases

WRITES = 50


def run() -> None:
    """Print the machine, the versions, and what the disk needs to keep something for good."""
    busy = os.getloadavg()[0]
    print(f"machine        {os.cpu_count()} cores ({_processor()}), load {busy:.1f} before the run")
    print(f"python         {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {platform.platform()}")
    with databases.folder() as place:
        print(f"disk           {_sync(place / 'written') * 1000:.2f} ms for a write with fsync, the middle of {WRITES}")
    if busy > 0.5:
        print("               others are at work on this machine: the figures are worth little")


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown")


def _sync(path: Path) -> float:
    taken = []
    with path.open("wb") as file:
        for _ in range(WRITES):
            start = time.perf_counter()
            file.write(bytes(4096))
            file.flush()
            os.fsync(file.fileno())
            taken.append(time.perf_counter() - start)
    return sorted(taken)[WRITES // 2]
