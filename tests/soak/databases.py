"""The two databases that a soak runs on, each with what can happen to it."""

import shutil
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Engine, create_engine, make_url, text
from sqlalchemy.exc import OperationalError

from storage.database import open_database
from tests.faults.programs import until
from tests.soak.server import Server
from tests.soak.small_disk import SmallDisk

T = TypeVar("T")
OURS = "soak"
"""What connections of the soak itself are called."""

TABLES = ("inbox", "outbox", "entry_version", "person")
"""Those that somebody else may hold on to."""


class Database(ABC):
    """One empty database of a soak."""

    url: str
    reader: Engine
    """To look into it from outside."""

    @abstractmethod
    @contextmanager
    def held(self, table: str) -> Iterator[None]:
        """Let somebody else hold on to a table, until the end of the block: nobody can write it meanwhile."""

    def look(self, read: Callable[[Engine], T]) -> T:
        """What is read from it, as soon as it can be: a server may still look through what was under way."""
        found: list[T] = []

        def can_be_read() -> bool:
            with suppress(OperationalError):
                found.append(read(self.reader))
            return bool(found)

        until(can_be_read)
        return found[0]

    @contextmanager
    def opened(self) -> Iterator[Engine]:
        """To lay into it what is there before the soak."""
        engine = open_database(self.url)
        yield engine
        engine.dispose()


class Sqlite(Database):
    """A file, on a small disk of its own."""

    def __init__(self, disk: SmallDisk, name: str) -> None:
        self.disk = disk
        self.path = disk.folder / f"{name}.db"
        self.url = f"sqlite:///{self.path}"
        self.reader = create_engine(f"sqlite:///file:{self.path}?mode=ro&uri=true")

    @contextmanager
    def held(self, table: str) -> Iterator[None]:
        """Let somebody else write in it until the end of the block."""
        engine = open_database(self.url)
        with engine.begin():
            yield
        engine.dispose()

    def remove(self) -> None:
        """Make room on the disk."""
        for path in self.disk.folder.glob(f"{self.path.name}*"):
            path.unlink()


class Postgres(Database):
    """A database of a server."""

    def __init__(self, server: "Server", name: str) -> None:
        self.server = server
        self.name = name
        self.url = make_url(server.url).set(database=name).render_as_string(hide_password=False)
        self.reader = create_engine(self.url, pool_pre_ping=True, connect_args={"application_name": OURS})
        server.run(f"CREATE DATABASE {name}")

    @contextmanager
    def held(self, table: str) -> Iterator[None]:
        """Let somebody else hold on to a table until the end of the block."""
        with self.reader.begin() as connection:
            # As reading goes on in SQLite, so it does here.
            connection.execute(text(f"LOCK TABLE {table} IN EXCLUSIVE MODE"))
            yield

    def cut(self) -> None:
        """Break all connections to it."""
        self.server.run(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{self.name}'")

    def remove(self) -> None:
        """Take it away, with whoever is connected."""
        self.server.run(f"DROP DATABASE {self.name} WITH (FORCE)")


@contextmanager
def databases(kind: str) -> Iterator["Maker"]:
    """Where databases of this kind are made: ``sqlite`` or ``postgres``."""
    with ExitStack() as open_until_then:
        # The path of a socket must be short, which those of pytest are not.
        folder = Path(tempfile.mkdtemp(prefix="kamerbot-soak-"))
        open_until_then.callback(shutil.rmtree, folder, ignore_errors=True)
        if kind == "sqlite":
            yield Maker(disk=open_until_then.enter_context(SmallDisk(folder)))
        else:
            server = Server(folder)
            server.serves()
            open_until_then.callback(server.stop)
            yield Maker(server=server)


class Maker:
    """Makes one database after another."""

    def __init__(self, *, disk: SmallDisk | None = None, server: Server | None = None) -> None:
        self._disk, self._server, self._made = disk, server, 0

    @contextmanager
    def new(self) -> Iterator["Sqlite | Postgres"]:
        """An empty database, until the end of the block."""
        self._made += 1
        name = f"soak{self._made}"
        found: Sqlite | Postgres
        if self._server is not None:
            found = Postgres(self._server, name)
        else:
            assert self._disk is not None
            found = Sqlite(self._disk, name)
        try:
            yield found
        finally:
            found.reader.dispose()
        # After a failure the server may be down; everything goes with the folder then.
        found.remove()
