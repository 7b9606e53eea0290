"""Who has the database's file in use: programs and commands together, or a restore alone.

The lock is on a file of its own beside the database, since a restore puts another file in the database's place. It ends
with the process that holds it, however that ends.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class InUseError(Exception):
    """Somebody else has the database."""


@contextmanager
def in_use(file: Path, *, alone: bool = False) -> Iterator[None]:
    """Hold the database's file in use, together with others or alone. Raises InUseError at once when that cannot be."""
    handle = os.open(file.with_name(file.name + ".lock"), os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(handle, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            raise InUseError("it is being used" if alone else "it is being restored") from None
        yield
    finally:
        os.close(handle)
