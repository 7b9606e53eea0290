"""Several processes that send from one outbox at the same moment: each message once, each chat in order."""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from itertools import pairwise

import pytest
from sqlalchemy import Connection, Engine, event, func, select, text

from handlers.messages import Incoming
from handlers.receive import Received, Result, receive
from scheduler import ledger
from scheduler.ledger import Done, Turn, Wanted
from scheduler.rate import Rate
from storage import claims, outbox, paces
from storage.claims import Sent
from storage.database import again, open_database, unit_of_work
from storage.outbox import HANDED_OVER, WAITING, Address
from storage.tables import EntryVersion, Outbox
from tests.at_once.crowd import NOW, address, at_once, message, rows, taking
from tests.at_once.test_messages import furnished
from tests.faults.programs import until
from tests.scheduler.rooms import CHANNEL, House

LEASE = timedelta(seconds=25)
TICK = timedelta(milliseconds=20)
SECOND = timedelta(seconds=1)
GATE = 4711


@pytest.fixture
def house(postgres_engine: Engine) -> House:
    return furnished(postgres_engine)


class Clock:
    """One clock for all: each look at it is a little later than the one before."""

    def __init__(self) -> None:
        self._now, self._lock = NOW, threading.Lock()

    def __call__(self) -> datetime:
        """The moment it is."""
        with self._lock:
            self._now += TICK
            return self._now


def lay(engine: Engine, chats: int, count: int) -> None:
    """Lay so many messages ready, for all chats in turn: every third for many people at once."""
    with unit_of_work(engine) as session:
        for number in range(count):
            where = Address(channel=CHANNEL, chat=str(number % chats), person_id=None)
            outbox.put(session, where, NOW, body={"text": "x"}, bulk=number // chats % 3 == 2)


class Sending:
    """What several processes send of so many messages, in the order in which they claim."""

    def __init__(self, count: int, rate: Rate | None) -> None:
        self._left, self._rate = count, rate
        self._clock, self._lock = Clock(), threading.Lock()
        self.turns: list[Turn] = []

    def process(self, own: Engine) -> None:
        """Claim, send, and mark with the next claim, until all are marked."""
        done: list[Done] = []
        while self._left:
            found = again(partial(ledger.look, own, {CHANNEL: Wanted(self._rate, 10, 10)}, done, self._clock, LEASE))
            with self._lock:
                self._left -= len(done)
                self.turns += found.turns
            done = [Done(turn.row, f"m{turn.row.id}", self._clock()) for turn in found.turns]


@pytest.mark.parametrize("rate", [None, Rate(per_second=20.0, chat_rest=1.0)], ids=["no rate", "a rate"])
def test_each_message_is_claimed_once_and_each_chat_in_order(house: House, rate: Rate | None) -> None:
    lay(house.engine, 20, 120)
    sending = Sending(120, rate)
    at_once(house.engine, [sending.process] * 3)
    sent = [turn.row for turn in sending.turns]
    assert sorted(row.id for row in sent) == [row.id for row in rows(house.engine, Outbox)]
    for chat in {row.chat for row in sent}:
        order = [(row.bulk, row.id) for row in sent if row.chat == chat]
        assert order == sorted(order)
    if rate is not None:
        starts = sorted(turn.at for turn in sending.turns)
        apart = timedelta(seconds=1 / rate.per_second) - paces.CATCH_UP
        assert all(later - earlier >= apart for earlier, later in pairwise(starts))
        ended = [row.sent_at for row in rows(house.engine, Outbox) if row.chat == "3" and row.sent_at]
        assert all(later - earlier >= SECOND for earlier, later in pairwise(sorted(ended)))


def slow_to_lock(engine: Engine) -> None:
    """Let what claims on this engine stand still between looking at the rows and locking one, while GATE is locked."""

    @event.listens_for(engine, "before_cursor_execute", retval=True)
    def wait(
        _connection: Connection, _cursor: object, statement: str, parameters: object, *_: object
    ) -> tuple[str, object]:
        gate = f"WHERE (SELECT pg_advisory_xact_lock_shared({GATE}) IS NOT NULL) AND "
        return statement.replace("WHERE ", gate, 1) if "SKIP LOCKED" in statement else statement, parameters


def waits_at_the_gate(engine: Engine) -> bool:
    """Whether somebody does."""
    with engine.connect() as connection:
        wanted = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
        return bool(connection.execute(wanted).scalar_one())


@pytest.mark.parametrize("what_became", ["being sent", "sent", "to be tried again"])
def test_who_looked_before_another_claimed_does_not_claim_it_too(house: House, what_became: str) -> None:
    lay(house.engine, 1, 2)
    second: list[list[int]] = []

    def claim(engine: Engine) -> list[int]:
        with unit_of_work(engine) as session:
            return [row.id for row in claims.claim(session, CHANNEL, NOW, LEASE, 10)]

    def late(own: Engine) -> None:
        slow_to_lock(own)
        second.append(claim(own))

    other = open_database(address(house.engine))
    waiting = threading.Thread(target=late, args=[other])
    with house.engine.connect() as gate:
        gate.execute(select(func.pg_advisory_lock(GATE)))
        waiting.start()
        until(lambda: waits_at_the_gate(house.engine))
        first = claim(house.engine)
        with unit_of_work(house.engine) as session:
            if what_became == "sent":
                claims.mark_sent(session, [Sent(first[0], "m", NOW)])
            if what_became == "to be tried again":
                outbox.try_again(session, first[0], NOW + SECOND, "later")
        gate.execute(select(func.pg_advisory_unlock(GATE)))
        waiting.join()
    other.dispose()
    assert (len(first), second) == (1, [[]])


def answering(update: Incoming) -> Callable[[Engine], Received]:
    """Take a message in, in whichever process, with an answer in the response where one may go there."""
    rate = Rate(per_second=29.0, chat_rest=1.0)
    return lambda own: receive(
        own, update, NOW, lambda session, where, now: ledger.hand_over(session, where, rate, now)
    )


def test_an_answer_goes_in_the_response_to_all_who_brought_the_message(house: House) -> None:
    update = message("Noor", 1, "2 uur kookgroep gisteren")
    received = at_once(house.engine, [answering(update)] * 4)
    assert sorted(each.result for each in received) == [*[Result.AGAIN] * 3, Result.HANDLED]
    (row,) = rows(house.engine, Outbox)
    assert row.status == HANDED_OVER
    assert {each.answer.id if each.answer else None for each in received} == {row.id}
    assert [version.minutes for version in rows(house.engine, EntryVersion)] == [120]
    later = answering(update)(house.engine)
    assert later.result is Result.AGAIN
    assert later.answer is not None
    assert (later.answer.id, later.answer.body) == (row.id, row.body)
    # In the meantime it is nobody's to send.
    with unit_of_work(house.engine) as session:
        assert claims.claim(session, CHANNEL, NOW + timedelta(minutes=1), LEASE, 10) == []


def test_who_cannot_give_it_in_the_response_has_it_sent_once(house: House) -> None:
    update = message("Noor", 1, "2 uur kookgroep gisteren")
    assert answering(update)(house.engine).answer is not None
    assert set(at_once(house.engine, [taking(update)] * 3)) == {Result.AGAIN}
    assert [row.status for row in rows(house.engine, Outbox)] == [WAITING]
    sending = Sending(1, None)
    at_once(house.engine, [sending.process] * 2)
    assert len(sending.turns) == 1


def test_of_different_messages_one_answer_is_handed_over_and_the_others_wait_for_it(house: House) -> None:
    updates = [message("Noor", number, f"{number} uur kookgroep gisteren") for number in (1, 2, 3)]
    received = at_once(house.engine, [answering(update) for update in updates])
    assert [each.result for each in received] == [Result.HANDLED] * 3
    assert [row.status for row in rows(house.engine, Outbox)] == [HANDED_OVER, WAITING, WAITING]
    assert len([each.answer for each in received if each.answer]) == 1
