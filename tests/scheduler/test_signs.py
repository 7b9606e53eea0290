"""Whoever waits for a report or a chart sees meanwhile that it is coming."""

import asyncio

import pytest
from sqlalchemy import Engine

from handlers.messages import Attachment, Reply
from scheduler.delivery import Delivery
from scheduler.rate import Rate
from scheduler.sending import TryAgainError
from scheduler.signs import coming
from storage import outbox
from storage.database import unit_of_work
from storage.outbox import SENT, Address
from tests.reports.examples import ONE_OF_EACH
from tests.scheduler.fake_channel import FakeChannel
from tests.scheduler.rooms import CHANNEL, House, at
from tests.scheduler.virtual_time import in_virtual_time

NOON = at("2026-11-16 12:00")


def put(engine: Engine, kind: str, *, bulk: bool = False) -> None:
    """Lay something ready for Els."""
    body = Reply(text="Kijk:", attachment=Attachment(kind, ONE_OF_EACH[kind].to_data()), bulk=bulk).row()
    with unit_of_work(engine) as session:
        outbox.put(session, Address(channel=CHANNEL, chat="Els", person_id=None), NOON, **body)


@pytest.mark.parametrize(
    ("kind", "media_type"), [("indicator_chart", "image/png"), ("report_pdf", "application/pdf"), ("board_picture", "")]
)
async def test_what_takes_long_is_announced(house: House, kind: str, media_type: str) -> None:
    put(house.engine, kind)
    channel = FakeChannel()
    await Delivery(house.engine, [channel], lambda: NOON).drain()
    # On a machine that is slow to draw, it is shown again.
    assert {*channel.announced} == ({("Els", media_type)} if media_type else set())
    assert channel.texts() == ["Kijk:"]


async def test_what_nobody_asked_for_is_not_announced(house: House) -> None:
    put(house.engine, "indicator_chart", bulk=True)
    channel = FakeChannel()
    await Delivery(house.engine, [channel], lambda: NOON).drain()
    assert (channel.announced, channel.texts()) == ([], ["Kijk:"])


@pytest.mark.parametrize("failure", [TryAgainError("too many", 30.0), RuntimeError("a fault of ours")])
async def test_a_sign_that_fails_changes_nothing(house: House, failure: Exception) -> None:
    put(house.engine, "indicator_chart")
    channel = FakeChannel(no_signs=failure)
    await Delivery(house.engine, [channel], lambda: NOON).drain()
    assert (len(channel.announced), channel.texts()) == (1, ["Kijk:"])
    assert [(row.status, row.attempts) for row in house.outbox()] == [(SENT, 1)]


async def test_a_sign_takes_a_place_among_the_messages_of_a_second(house: House) -> None:
    put(house.engine, "indicator_chart")
    channel, pauses, at_pause = FakeChannel(), list[float](), list[tuple[int, int]]()

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)
        at_pause.append((len(channel.announced), len(channel.sent)))
        await asyncio.sleep(0)

    def monotonic() -> float:
        return sum(pauses)

    rates = {CHANNEL: Rate(per_second=100.0, chat_rest=0.0, most_in_second=1)}
    await Delivery(house.engine, [channel], lambda: NOON, rates=rates, monotonic=monotonic, sleep=sleep).drain()
    assert (at_pause[0], channel.texts()) == ((1, 0), ["Kijk:"])


@in_virtual_time
async def test_a_sign_is_shown_again_before_it_fades_and_no_longer_than_needed() -> None:
    shown: list[float] = []
    loop = asyncio.get_running_loop()

    async def show() -> None:
        shown.append(loop.time())

    async with coming(show):
        await asyncio.sleep(10)
    await asyncio.sleep(10)
    assert shown == [0.0, 4.5, 9.0]


@in_virtual_time
async def test_nobody_waits_for_a_sign() -> None:
    async def show() -> None:
        await asyncio.sleep(20)

    async with coming(show):
        await asyncio.sleep(1)
    assert asyncio.get_running_loop().time() == 1.0
