"""The lead: what one process over the whole database has at a time, for work that several must not do at once."""

import logging

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from storage.database import has_one_writer

log = logging.getLogger(__name__)

_KEY = 7_262_375_201  # of advisory locks; any number that nobody else takes on this database


class Lead:
    """Held by a PostgreSQL advisory lock, which ends with its connection: by whatever a process dies, it lets go.

    A SQLite database is for one process, which always has the lead. Not for several threads at once.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None

    def take(self) -> bool:
        """Whether this process has the lead now: had it and has it still, or got it. False too without a database."""
        if has_one_writer(self._engine):
            return True
        try:
            if self._connection is None:
                return self._try()
            self._connection.execute(text("SELECT 1"))
        except DBAPIError as failure:
            log.warning("the database did not answer who leads (%s)", type(failure.orig).__name__)
            self.release()
            return False
        return True

    def _try(self) -> bool:
        self._connection = connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        # Its own, that the pool gives to nobody else: the lock belongs to it.
        connection.detach()
        has_it: bool = connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": _KEY}).scalar_one()
        if not has_it:
            self.release()
        return has_it

    def release(self) -> None:
        """Let another have it."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
