"""Letting several do something at the same moment, each with connections of its own, as processes have."""

import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Engine
from sqlmodel import SQLModel, col, select

from handlers.messages import Incoming
from handlers.receive import Result, receive
from storage.database import open_database, reading
from storage.tables import EntryVersion, Outbox
from tests.scheduler.rooms import CHANNEL, House, at

T = TypeVar("T")
Row = TypeVar("Row", bound=SQLModel)
PATIENCE = 60.0
NOW = at("2026-03-12 20:15")  # a Thursday


def address(engine: Engine) -> str:
    """The url of a database, with what it takes to open it once more."""
    return engine.url.render_as_string(hide_password=False)


def at_once(engine: Engine, works: Sequence[Callable[[Engine], T]]) -> list[T]:
    """Do all of the work, started together; returns what each gave. Whatever goes wrong is raised."""
    gate = threading.Barrier(len(works))
    given: dict[int, T] = {}
    failures: list[BaseException] = []

    def process(place: int, work: Callable[[Engine], T]) -> None:
        own = open_database(address(engine))
        try:
            with own.connect():
                gate.wait(PATIENCE)
            given[place] = work(own)
        except BaseException as failure:
            failures.append(failure)
        finally:
            own.dispose()

    threads = [threading.Thread(target=process, args=each) for each in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    return [given[place] for place in range(len(works))]


def message(who: str, number: int, text: str, now: datetime = NOW) -> Incoming:
    """What somebody sends; ``number`` makes it a message of its own."""
    return Incoming(
        channel=CHANNEL,
        id=f"{who}-{number}",
        account=who,
        chat=who,
        sent_at=now,
        text=text,
        message=f"{who}-{number}",
    )


def taking(incoming: Incoming, now: datetime = NOW) -> Callable[[Engine], Result]:
    """Take a message in, in whichever process."""
    return lambda own: receive(own, incoming, now).result


def rows(engine: Engine, table: type[Row]) -> list[Row]:
    """All that is in a table, in the order in which it came there."""
    with reading(engine) as session:
        return list(session.exec(select(table).order_by(table.__table__.c.id)))


def told(engine: Engine, who: str) -> list[str]:
    """What is laid ready for somebody's chat, the oldest first."""
    with reading(engine) as session:
        wanted = select(Outbox).where(Outbox.chat == who).order_by(col(Outbox.id))
        return [row.body["text"] for row in session.exec(wanted) if row.body]


def standing(engine: Engine, house: House, who: str) -> list[EntryVersion]:
    """What the books say of somebody's hours now."""
    with reading(engine) as session:
        wanted = select(EntryVersion).where(EntryVersion.person_id == house.people[who], col(EntryVersion.is_current))
        return list(session.exec(wanted.order_by(col(EntryVersion.id))))
