"""A lease counts from the claim, however long the database made delivery wait for it."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

from sqlalchemy import event

from scheduler.delivery import SEND_WITHIN, Delivery
from tests.scheduler.fake_channel import FakeChannel
from tests.scheduler.rooms import House
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
