"""The nightly copy of a database that is kept in a file. A server's database has tools of its own."""

import logging
import re
import time
from datetime import date, datetime, timedelta
from pathlib import Path
from threading import Event

from sqlalchemy import Engine

from scheduler.due import BACKUP_AT, night_of
from scheduler.watcher import Watcher
from storage.backups import BackupError, back_up

log = logging.getLogger(__name__)

KEPT = timedelta(days=14)
"""Also the longest that somebody who left may still be in a copy."""
NEXT_TRY = timedelta(hours=1)
_NIGHT = re.compile(r"-night-([0-9]{4}-[0-9]{2}-[0-9]{2})\.db$")


class Nightly:
    """Makes a copy each night, and takes away the old ones. One that fails is tried again an hour later."""

    def __init__(self, engine: Engine, folder: Path, name: str, watcher: Watcher) -> None:
        """``name`` is what the copies' names begin with."""
        self._engine = engine
        self._folder = folder
        self._name = name
        self._watcher = watcher
        self._failed_at: datetime | None = None
        self._stopping = Event()
        self.note = ""
        """Why there is no copy of the newest night; empty when there is."""

    def is_due(self, now: datetime) -> bool:
        """Whether the newest night has no copy yet, and is to be tried now."""
        waits = self._failed_at is not None and self._failed_at <= now < self._failed_at + NEXT_TRY
        return not waits and not self._file(now).exists()

    def run(self, now: datetime) -> None:
        """Make the copy of the newest night. What goes wrong is logged and noted."""
        began, file = time.perf_counter(), self._file(now)
        try:
            size = back_up(self._engine, file, self._stopping.is_set)
            self._remove_old(now)
        except Exception as failure:
            if self._stopping.is_set():
                return  # the night is still due when the program is back
            self._failed_at = now
            why = str(failure) if isinstance(failure, BackupError) else type(failure).__name__
            self.note = f"the copy of the night of {night_of(now, BACKUP_AT)} failed: {why}"
            log.exception("%s", self.note)
            self._watcher.done("backup", "failed", time.perf_counter() - began)
            return
        self._failed_at, self.note = None, ""
        seconds = time.perf_counter() - began
        log.info("backup %s: %d bytes in %.3f s", file, size, seconds)
        self._watcher.done("backup", "done", seconds)

    def stop(self) -> None:
        """Leave the copy that is being made."""
        self._stopping.set()

    def _file(self, now: datetime) -> Path:
        return self._folder / f"{self._name}-night-{night_of(now, BACKUP_AT)}.db"

    def _remove_old(self, now: datetime) -> None:
        oldest = date.fromisoformat(night_of(now, BACKUP_AT)) - KEPT
        for file in self._folder.glob(f"{self._name}-night-*.db"):
            night = _NIGHT.search(file.name)
            if night and date.fromisoformat(night[1]) <= oldest:
                file.unlink()
                log.info("backup %s is removed: it is of %d days ago", file, KEPT.days)
