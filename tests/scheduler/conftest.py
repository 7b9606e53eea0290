"""A house with a room for every test of the clock."""

import sqlite3

import pytest
from sqlalchemy import Engine, event

from tests.scheduler.rooms import House


@pytest.fixture
def house(engine: Engine) -> House:
    """A fresh database with the room TOP. It does not wait for the disk: no test here cuts the power."""

    @event.listens_for(engine, "connect")
    def hurry(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA synchronous=OFF")

    return House(engine)
