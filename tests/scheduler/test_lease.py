"""A lease counts from the claim, however long the database made delivery wait for it."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from scheduler import delivery as delivering
from scheduler.delivery import SEND_WITHIN, Delivery
from scheduler.rate import Rate
from scheduler.sending import RefusedError, SendError, TryAgainError
from storage.outbox import SENT
from tests.scheduler.fake_channel import FakeChannel
from tests.scheduler.rooms import CHANNEL, House
from tests.scheduler.test_delivery import Clock, put

WAITED = timedelta(seconds=15)


async def test_a_message_is_still_its_own_while_it_is_sent_after_a_long_wait(house: House) -> None:
    clock, gate = Clock(), asyncio.Event()
    first, second = FakeChannel(gate=gate), FakeChannel()
    put(house, "a", "one")

    def wait_for_the_database(*_: Any) -> None:
        clock.now += WAITED

    event.listen(house.engine, "begin", wait_for_the_database)
    one = Delivery(house.engine, [first], clock, books=ThreadPoolExecutor(1))
    running = asyncio.create_task(one.run())
    await first.begun.wait()
    event.remove(house.engine, "begin", wait_for_the_database)
    clock.now += timedelta(seconds=SEND_WITHIN)
    await Delivery(house.engine, [second], clock).drain()
    assert second.texts() == []
    gate.set()
    await one.stop()
    await running
    assert first.texts() == ["one"]


async def test_a_message_whose_lease_is_over_is_left_to_who_claims_it_next(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    """A machine that stood still between the claim and the send goes on where it was."""
    clock, stands_still = Clock(), [delivering.LEASE]

    async def stand_still(seconds: float) -> None:
        clock.now += timedelta(seconds=seconds) + (stands_still.pop() if stands_still else timedelta())
        await asyncio.sleep(0)

    put(house, "a", "one")
    put(house, "b", "two")
    channel, rates = FakeChannel(), {CHANNEL: Rate(per_second=5, chat_rest=0.0)}
    await Delivery(house.engine, [channel], clock, rates=rates, monotonic=clock.monotonic, sleep=stand_still).drain()
    assert caplog.messages == ["message 2 is not sent by a lease that is over"]
    assert channel.texts() == ["one", "two"]
    assert [(row.status, row.attempts) for row in house.outbox()] == [(SENT, 1), (SENT, 2)]


@pytest.mark.parametrize("failure", [TryAgainError("reset"), RefusedError("no")], ids=["again", "refused"])
async def test_what_fails_by_a_lease_that_is_over_changes_nothing(house: House, failure: SendError) -> None:
    clock, gate = Clock(), asyncio.Event()
    first, second = FakeChannel(gate=gate, failures={"a": [failure]}), FakeChannel()
    put(house, "a", "one")
    one = Delivery(house.engine, [first], clock)
    running = asyncio.create_task(one.run())
    await first.begun.wait()
    clock.now += delivering.LEASE
    await Delivery(house.engine, [second], clock).drain()
    gate.set()
    await one.stop()
    await running
    assert second.texts() == ["one"]
    assert [(row.status, row.error, row.not_before) for row in house.outbox()] == [(SENT, None, None)]
