"""The alarm clock."""

import asyncio

import pytest

from scheduler.alarm import Alarm


async def test_it_rings_until_it_is_stopped() -> None:
    rings = asyncio.Queue[int]()

    async def ring() -> None:
        rings.put_nowait(1)

    alarm = Alarm(ring, seconds="*")
    alarm.start()
    async with asyncio.timeout(20):
        await rings.get()
        await rings.get()
    alarm.stop()
    alarm.stop()


async def test_a_ring_that_fails_is_not_the_last(caplog: pytest.LogCaptureFixture) -> None:
    rings = asyncio.Queue[int]()

    async def ring() -> None:
        rings.put_nowait(1)
        raise RuntimeError("out of order")

    alarm = Alarm(ring, seconds="*")
    alarm.start()
    async with asyncio.timeout(20):
        await rings.get()
        await rings.get()
    alarm.stop()
    assert "out of order" in caplog.text
