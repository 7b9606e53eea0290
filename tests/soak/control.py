"""What a test and the programs that it runs share while they run: how far the clock is ahead, and what is armed."""

import mmap
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Moment = Literal["before", "after"]
"""Of a commit: when nothing of it is there yet, and when all of it is."""

_AHEAD = struct.Struct("<d")
_ARMED = struct.Struct("<qqd32s8s")


@dataclass(frozen=True, slots=True)
class Armed:
    """What happens at a commit. ``number`` tells this arming from those before; 0 is none."""

    number: int
    nth: int
    """At the how manieth commit of this kind in a process, counted from the arming."""
    stall: float
    """Seconds that the process stops there; 0 kills it."""
    point: str
    """Which kind of commit; empty is any."""
    moment: Moment


class Control:
    """A small file in memory, which the test writes and each of its programs reads."""

    def __init__(self, path: Path) -> None:
        self._log = path.with_suffix(".reached")
        if not path.exists():
            path.write_bytes(bytes(_AHEAD.size + _ARMED.size))
        with path.open("r+b") as file:
            self._memory = mmap.mmap(file.fileno(), 0)

    @property
    def ahead(self) -> float:
        """Seconds that the programs' clock is ahead of the machine's."""
        seconds: float = _AHEAD.unpack_from(self._memory)[0]
        return seconds

    @ahead.setter
    def ahead(self, seconds: float) -> None:
        _AHEAD.pack_into(self._memory, 0, seconds)

    @property
    def armed(self) -> Armed:
        """What is armed now."""
        number, nth, stall, point, moment = _ARMED.unpack_from(self._memory, _AHEAD.size)
        is_before = moment.rstrip(b"\0") == b"before"
        return Armed(number, nth, stall, point.rstrip(b"\0").decode(), "before" if is_before else "after")

    def arm(self, point: str, moment: Moment, *, nth: int = 1, stall: float = 0.0) -> None:
        """Let the nth commit of this kind kill its process, or hold it up."""
        self._write(self.armed.number + 1, nth, stall, point, moment)

    def disarm(self) -> None:
        """Let commits be."""
        self._write(self.armed.number + 1, 0, 0.0, "", "before")

    @property
    def reached(self) -> list[str]:
        """The commits at which something happened that was armed: "before message"."""
        return self._log.read_text().splitlines() if self._log.exists() else []

    def reach(self, what: str) -> None:
        """Note that a commit was reached."""
        # In one write, so that it is there when the process is not any more.
        with self._log.open("ab", buffering=0) as file:
            file.write(f"{what}\n".encode())

    def _write(self, number: int, nth: int, stall: float, point: str, moment: Moment) -> None:
        _ARMED.pack_into(self._memory, _AHEAD.size, number, nth, stall, point.encode(), moment.encode())
