"""Delivery sleeps no longer than it must, begins nothing twice, and outlives what goes wrong."""

import asyncio
import itertools
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine

from scheduler import ledger
from scheduler.delivery import Delivery
from scheduler.rate import Rate
from storage import outbox
from storage.database import unit_of_work
from storage.outbox import Address
from tests.scheduler.fake_channel import FakeChannel
from tests.scheduler.rooms import CHANNEL, at

NOON = at("2026-11-16 12:00")
SOON = 10.0  # seconds; far less than its longest sleep


def put(engine: Engine, not_before: datetime | None = None, chat: str = "a") -> None:
    with unit_of_work(engine) as session:
        address = Address(channel=CHANNEL, chat=chat, person_id=None)
        outbox.put(session, address, NOON, body={"text": "x"}, not_before=not_before)


async def sends(delivery: Delivery, channel: FakeChannel, count: int) -> None:
    """Deliver until so many messages went out."""
    delivering = asyncio.create_task(delivery.run())
    try:
        async with asyncio.timeout(SOON):
            while len(channel.sent) < count:
                channel.arrived.clear()
                await channel.arrived.wait()
    finally:
        await delivery.stop()
        await delivering


class Clock:
    """A clock that goes on by so many seconds whenever it is looked at."""

    def __init__(self, step: float) -> None:
        self._seconds = itertools.count(step, step)

    def monotonic(self) -> float:
        """Seconds since noon."""
        return next(self._seconds)

    def __call__(self) -> datetime:
        """The moment it is."""
        return NOON + timedelta(seconds=self.monotonic())


@pytest.mark.parametrize("rest", [1.5, 2.1, 2.7])
async def test_a_chat_that_has_rested_between_two_looks_is_written_to_at_once(engine: Engine, rest: float) -> None:
    channel, rates, clock = FakeChannel(), {CHANNEL: Rate(per_second=25, chat_rest=rest)}, Clock(0.6)
    put(engine)
    put(engine)
    await sends(Delivery(engine, [channel], clock, rates=rates, monotonic=clock.monotonic), channel, 2)


@pytest.mark.parametrize("after", [10, 14])
async def test_a_message_whose_time_comes_between_two_looks_is_sent_at_once(engine: Engine, after: int) -> None:
    channel, clock = FakeChannel(), Clock(4.0)
    put(engine, NOON + timedelta(seconds=after))
    await sends(Delivery(engine, [channel], clock, monotonic=clock.monotonic), channel, 1)


async def test_a_send_that_outlives_its_lease_is_not_begun_again(engine: Engine) -> None:
    channel, now = FakeChannel(gate=asyncio.Event()), [NOON]
    put(engine)
    delivery = Delivery(engine, [channel], lambda: now[0])
    delivering = asyncio.create_task(delivery.run())
    async with asyncio.timeout(SOON):
        await channel.begun.wait()
        channel.begun.clear()
        now[0] += timedelta(days=3)
        put(engine, chat="b")
        delivery.wake()
        await channel.begun.wait()
        assert channel.attempts == ["a", "b"]
        assert channel.gate is not None
        channel.gate.set()
        await delivery.stop()
        await delivering
    assert channel.attempts == ["a", "b"]


async def test_it_goes_on_after_a_failure_that_nobody_foresaw(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    channel, failed, look = FakeChannel(), asyncio.Event(), ledger.look
    loop = asyncio.get_running_loop()

    def fail_once(*values: Any) -> ledger.Look:
        if not failed.is_set():
            loop.call_soon_threadsafe(failed.set)
            raise ValueError("a row that cannot be read")
        return look(*values)

    monkeypatch.setattr(ledger, "look", fail_once)
    put(engine)
    delivery = Delivery(engine, [channel], lambda: NOON)
    delivering = asyncio.create_task(delivery.run())
    async with asyncio.timeout(SOON):
        await failed.wait()
        while not channel.sent:
            delivery.wake()
            await asyncio.sleep(0)
    await delivery.stop()
    await delivering
