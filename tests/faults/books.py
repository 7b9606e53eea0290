"""What stands in the database file, read from outside the program and without writing to it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an entry, with the message that made it."""

    update: int
    """The number of the update that brought the message."""
    entry: int
    version: int
    is_current: bool
    account: int
    """The account of the person whose hours they are."""
    group: str
    date: str
    minutes: int
    status: str


@dataclass(frozen=True, slots=True)
class Sent:
    """A message on its way out, or sent."""

    id: int
    chat: int
    status: str
    message: int | None
    """The platform's id, once it was sent."""
    claims: int
    is_claimed: bool
    bulk: bool
    text: str


_VERSIONS = """
    SELECT inbox.external_id, entry_version.entry_id, entry_version.version, entry_version.is_current,
           account.external_id, volunteer_group.name, entry_version.date, entry_version.minutes, entry_version.status
    FROM entry_version
    LEFT JOIN inbox ON inbox.id = entry_version.inbox_id
    LEFT JOIN account ON account.person_id = entry_version.person_id
    LEFT JOIN volunteer_group ON volunteer_group.id = entry_version.group_id
    ORDER BY entry_version.id
"""
_OUTBOX = """
    SELECT id, chat, status, message, attempts, claimed_until IS NOT NULL, bulk, json_extract(body, '$.text')
    FROM outbox ORDER BY id
"""


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=30)) as connection:
        yield connection


def received(path: Path) -> dict[int, str | None]:
    """The numbers of the updates that are in the inbox, each with the error it gave."""
    with _opened(path) as connection:
        rows = connection.execute("SELECT external_id, error FROM inbox WHERE channel = 'telegram'").fetchall()
    found = {int(number): error for number, error in rows}
    assert len(found) == len(rows), "an update is in the inbox twice"
    return found


def versions(path: Path) -> list[Version]:
    """All versions of all entries, the oldest first."""
    with _opened(path) as connection:
        return [
            Version(int(number), entry, version, bool(current), int(account), *rest)
            for number, entry, version, current, account, *rest in connection.execute(_VERSIONS)
        ]


def outbox(path: Path) -> list[Sent]:
    """All messages to people, the oldest first."""
    with _opened(path) as connection:
        return [
            Sent(key, int(chat), status, message and int(message), claims, bool(claimed), bool(bulk), text)
            for key, chat, status, message, claims, claimed, bulk, text in connection.execute(_OUTBOX)
        ]


def runs(path: Path, job: str) -> dict[str, str]:
    """What became of each period of a job of the clock."""
    with _opened(path) as connection:
        return dict(connection.execute("SELECT period, status FROM run WHERE job = ?", [job]))


def told(path: Path, what: str, period: str) -> list[int]:
    """The chats of the people who stand as told of a period, each once."""
    told_of = (
        "SELECT account.chat FROM told JOIN account ON account.person_id = told.person_id "
        "WHERE told.what = ? AND told.period = ?"
    )
    with _opened(path) as connection:
        return [int(chat) for (chat,) in connection.execute(told_of, [what, period])]


def is_being_written(path: Path) -> bool:
    """Whether somebody has a writing transaction open at this moment."""
    with closing(sqlite3.connect(f"file:{path}?mode=rw", uri=True, timeout=0, isolation_level=None)) as connection:
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return True
        connection.execute("ROLLBACK")
        return False
