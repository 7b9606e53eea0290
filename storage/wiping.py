"""Overwriting what was deleted: a database keeps it in its files for a while, for whoever can read the disk."""

from contextlib import closing

from sqlalchemy import Engine

from storage.database import has_one_writer

SECRET_TABLES = ("survey_count", "survey_person")
"""Of these no older row may be left: side by side they would tell who gave which answer."""

LONGEST_WAIT = 1000  # milliseconds


def wipe(engine: Engine) -> None:
    """Leave nothing of what the tables of surveys said before; others read and write meanwhile, or wait for a moment.

    SQLite overwrites what is deleted by itself (``secure_delete``): its log of writes is emptied here, as far as nobody
    reads in it. PostgreSQL writes the tables anew; its own log goes as the server is set.
    """
    # Neither can be done in a transaction.
    if has_one_writer(engine):
        with closing(engine.raw_connection()) as raw:
            raw.detach()  # closed afterwards: what is set here is for this alone
            # Writers wait as long as this waits for readers.
            raw.cursor().execute(f"PRAGMA busy_timeout={LONGEST_WAIT}")
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql(f"VACUUM (FULL) {', '.join(SECRET_TABLES)}")
