"""What is not sent yet, as an operator watches it."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from storage import claims, outbox
from storage.claims import Sent
from storage.database import reading, unit_of_work
from storage.outbox import Address, Backlog, backlog
from storage.tables import Outbox

NOW = datetime(2026, 11, 16, 12, 0, tzinfo=UTC)


@pytest.fixture(params=["engine", "postgres_engine"])
def database(request: pytest.FixtureRequest) -> Engine:
    found: Engine = request.getfixturevalue(request.param)
    return found


def _put(engine: Engine, seconds_old: int, *, after: int | None = None, attempts: int = 0) -> int:
    """A message made so long ago; ``after`` is when it may go, in seconds from now."""
    with unit_of_work(engine) as session:
        number = outbox.put(
            session,
            Address(channel="test", chat="a", person_id=None),
            NOW - timedelta(seconds=seconds_old),
            body={},
            not_before=None if after is None else NOW + timedelta(seconds=after),
        )
        session.get_one(Outbox, number).attempts = attempts
        return number


def _backlog(engine: Engine) -> Backlog:
    with reading(engine) as session:
        return backlog(session, NOW)


def test_nothing_waits(database: Engine) -> None:
    with unit_of_work(database) as session:
        claims.mark_sent(session, [Sent(_put_in(session), "1", NOW)])
    assert _backlog(database) == Backlog(due=0, retried=0, held=0, oldest=0.0)


def _put_in(session: Session) -> int:
    return outbox.put(session, Address(channel="test", chat="a", person_id=None), NOW, body={})


def test_what_waits_for_the_morning_is_not_late(database: Engine) -> None:
    _put(database, 36_000, after=60)
    assert _backlog(database) == Backlog(due=0, retried=0, held=1, oldest=0.0)


def test_from_the_morning_on_it_is(database: Engine) -> None:
    _put(database, 36_000, after=-20)
    _put(database, 7)
    assert _backlog(database) == Backlog(due=2, retried=0, held=0, oldest=20.0)


def test_what_is_tried_again_and_again_grows_older(database: Engine) -> None:
    _put(database, 900, after=30, attempts=7)
    _put(database, 5)
    assert _backlog(database) == Backlog(due=1, retried=1, held=0, oldest=900.0)
