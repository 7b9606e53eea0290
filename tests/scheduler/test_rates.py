"""The rates of a platform: held in the books, so that all processes keep them together, and after a restart."""

import asyncio
import math
import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from bot.channels.telegram import RATE
from scheduler import delivery as delivering
from scheduler.delivery import Delivery
from scheduler.rate import Rate
from scheduler.sending import Outgoing, TryAgainError
from scheduler.window import Window
from storage import outbox, paces
from storage.database import open_database, unit_of_work
from storage.outbox import Address
from storage.tables import ChannelPace
from tests.scheduler.fake_channel import FakeChannel
from tests.scheduler.rooms import CHANNEL, House, at
from tests.scheduler.virtual_time import Books, Clock, VirtualLoop, in_virtual_time
from tests.telegram.standin.errors import ApiError
from tests.telegram.standin.limits import FloodControl, Limits

NOON = at("2026-11-16 12:00")


@dataclass(slots=True)
class Telegram(FakeChannel):
    """A channel that counts as strictly as Telegram says that it does, and fails where too much comes."""

    flood: FloodControl = field(default_factory=lambda: FloodControl(Limits()))

    async def send(self, outgoing: Outgoing) -> str:
        """Count, and remember."""
        chat = int(outgoing.chat)
        self.flood.count(chat, is_group=chat < 0, now=self.monotonic())
        return await FakeChannel.send(self, outgoing)


@dataclass(slots=True)
class UnevenTelegram(Telegram):
    """The same, of which the way there and back is now shorter, now longer."""

    chance: random.Random = field(default_factory=random.Random)
    unevenness: float | None = None
    """Seconds, at most; else a little, and now and then much."""
    arrivals: list[float] = field(default_factory=list)
    refused: int = 0

    async def send(self, outgoing: Outgoing) -> str:
        """Take a while to get there, and to come back."""
        await asyncio.sleep(self._way())
        try:
            message = await Telegram.send(self, outgoing)
        except ApiError as error:
            self.refused += 1
            raise TryAgainError("too many", 1.0) from error
        self.arrivals.append(self.monotonic())
        await asyncio.sleep(self._way())
        return message

    def _way(self) -> float:
        if self.unevenness is not None:
            return 0.02 + self.chance.uniform(0.0, self.unevenness)
        return self.chance.uniform(0.02, 0.04) + (self.chance.random() < 0.03) * self.chance.uniform(0.0, 0.3)


async def _stall_now_and_then(chance: random.Random) -> None:
    loop = asyncio.get_running_loop()
    assert isinstance(loop, VirtualLoop)
    while True:
        await asyncio.sleep(chance.uniform(0.2, 2.0))
        loop.stall(chance.uniform(0.0, 0.15))


def _lay(house: House, chat: str, *, bulk: bool = False, text: str = "x") -> None:
    with unit_of_work(house.engine) as session:
        address = Address(channel=CHANNEL, chat=chat, person_id=None)
        outbox.put(session, address, NOON, body={"text": text}, bulk=bulk)


def _delivery(house: House, channel: FakeChannel, clock: Clock, engine: Engine | None = None) -> Delivery:
    return Delivery(
        engine or house.engine, [channel], clock, rates={CHANNEL: RATE}, books=Books(), monotonic=clock.monotonic
    )


def _broadcast(house: House, count: int) -> None:
    with unit_of_work(house.engine) as session:
        for number in range(count):
            address = Address(channel=CHANNEL, chat=str(1000 + number), person_id=None)
            outbox.put(session, address, NOON, body={"text": "bulk"}, bulk=True)


@in_virtual_time
async def test_a_broadcast_reaches_what_telegram_allows_and_is_never_refused(house: House) -> None:
    clock = Clock(NOON)
    channel = Telegram(monotonic=clock.monotonic)
    _broadcast(house, 300)
    await _delivery(house, channel, clock).drain()
    assert len(channel.sent) == 300
    assert 299 / clock.monotonic() >= 0.95 * 30


@pytest.mark.parametrize("seed", range(3))
@in_virtual_time
async def test_nor_is_it_on_a_busy_machine_and_an_uneven_way(house: House, seed: int) -> None:
    chance = random.Random(seed)
    clock, books = Clock(NOON), Books(lambda: chance.uniform(0.002, 0.2))
    channel = UnevenTelegram(monotonic=clock.monotonic, chance=chance)
    _broadcast(house, 400)
    delivery = Delivery(house.engine, [channel], clock, rates={CHANNEL: RATE}, books=books, monotonic=clock.monotonic)
    running, stalls = asyncio.create_task(delivery.run()), asyncio.create_task(_stall_now_and_then(chance))
    while len(channel.arrivals) < 400:
        channel.arrived.clear()
        await channel.arrived.wait()
    await delivery.stop()
    stalls.cancel()
    await running
    assert channel.refused == 0
    # Without the first and the last, of which one that takes long to get there says little.
    assert 300 / (channel.arrivals[350] - channel.arrivals[50]) >= 0.95 * 30


@in_virtual_time
async def test_in_a_full_second_a_reply_goes_before_the_bulk_that_waits() -> None:
    clock = Clock(NOON)
    window = Window(2, clock.monotonic, asyncio.sleep)
    begun: list[tuple[str, float]] = []

    async def send(name: str) -> None:
        async with window.passing(bulk=name != "reply"):
            begun.append((name, round(clock.monotonic(), 3)))
            await asyncio.sleep(0.1)

    async with asyncio.TaskGroup() as group:
        for name in ("1", "2", "3", "4", "5"):
            group.create_task(send(name))
        await asyncio.sleep(0.2)
        group.create_task(send("reply"))
    assert begun == [("1", 0.0), ("2", 0.0), ("3", 1.1), ("reply", 1.1), ("4", 2.2), ("5", 2.2)]


@in_virtual_time
async def test_two_programs_keep_the_rate_together(house: House) -> None:
    clock = Clock(NOON)
    channel, other = Telegram(monotonic=clock.monotonic), open_database(str(house.engine.url))
    _broadcast(house, 90)
    await asyncio.gather(_delivery(house, channel, clock).drain(), _delivery(house, channel, clock, other).drain())
    other.dispose()
    assert len(channel.sent) == 90
    starts = [start for start, _ in channel.begun_at]
    assert all(later - earlier >= 1.0 for earlier, later in zip(starts, starts[30:], strict=False))


@in_virtual_time
async def test_two_programs_leave_room_for_an_uneven_way(house: House) -> None:
    chance = random.Random(1)
    clock = Clock(NOON)
    channel = UnevenTelegram(monotonic=clock.monotonic, chance=chance, unevenness=0.03)
    _broadcast(house, 300)
    others = [open_database(str(house.engine.url)) for _ in range(2)]
    await asyncio.gather(*(_delivery(house, channel, clock, other).drain() for other in others))
    for other in others:
        other.dispose()
    assert channel.refused == 0
    assert 200 / (channel.arrivals[250] - channel.arrivals[50]) >= 0.95 * 30


@in_virtual_time
async def test_a_restart_does_not_begin_the_second_anew(house: House) -> None:
    clock = Clock(NOON)
    channel = Telegram(monotonic=clock.monotonic)
    for chat in "123":
        _lay(house, chat, bulk=True)
        await _delivery(house, channel, clock).drain()
    starts = [start for start, _ in channel.begun_at]
    assert starts == pytest.approx([0, 1 / 29, 2 / 29], abs=1e-3)


@in_virtual_time
async def test_a_reply_waits_for_the_next_turn_and_not_for_the_broadcast(house: House) -> None:
    clock = Clock(NOON)
    channel = Telegram(monotonic=clock.monotonic)
    _broadcast(house, 60)
    delivery = _delivery(house, channel, clock)
    draining = asyncio.create_task(delivery.drain())
    async with asyncio.timeout(20):
        while len(channel.sent) < 10:
            channel.arrived.clear()
            await channel.arrived.wait()
    laid = clock.monotonic()
    _lay(house, "7", text="answer")
    await draining
    answered = next(start for start, chat in channel.begun_at if chat == "7")
    assert answered - laid <= 0.2


@in_virtual_time
async def test_slow_bulk_leaves_room_for_replies(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivering, "AT_ONCE", 3)
    monkeypatch.setattr(delivering, "BULK_AT_ONCE", 2)
    channel = FakeChannel(gate=asyncio.Event())
    _broadcast(house, 5)
    delivery = Delivery(house.engine, [channel], Clock(NOON), books=Books())
    running = asyncio.create_task(delivery.run())
    async with asyncio.timeout(20):
        while len(channel.attempts) < 2:
            channel.begun.clear()
            await channel.begun.wait()
        _lay(house, "7")
        delivery.wake()
        while "7" not in channel.attempts:
            channel.begun.clear()
            await channel.begun.wait()
        assert len(channel.attempts) == 3
        assert channel.gate is not None
        channel.gate.set()
        await delivery.stop()
        await running


@in_virtual_time
async def test_a_flood_in_a_group_keeps_to_telegrams_rate(house: House) -> None:
    clock = Clock(NOON)
    channel = Telegram(monotonic=clock.monotonic)
    for _ in range(60):
        _lay(house, "-4000001")
    await _delivery(house, channel, clock).drain()
    assert len(channel.sent) == 60
    assert 100 < clock.monotonic() < 240


@in_virtual_time
async def test_who_is_told_to_wait_in_two_chats_waits_with_all(house: House) -> None:
    clock = Clock(NOON)
    slowly = TryAgainError("more slowly", 5.0)
    channel = FakeChannel(monotonic=clock.monotonic, failures={"1": [slowly], "2": [slowly]})
    for chat in range(1, 13):
        _lay(house, str(chat))
    await _delivery(house, channel, clock).drain()
    began = {int(chat): start for start, chat in reversed(channel.begun_at)}
    # What had its turn already goes.
    ahead = math.ceil(paces.AHEAD.total_seconds() * RATE.per_second)
    assert all(began[chat] < 0.5 for chat in range(1, ahead + 1))
    assert all(began[chat] >= 5.0 for chat in range(ahead + 1, 13))


@in_virtual_time
async def test_one_chat_that_is_told_to_wait_holds_up_no_other(house: House) -> None:
    clock = Clock(NOON)
    channel = FakeChannel(monotonic=clock.monotonic, failures={"1": [TryAgainError("more slowly", 5.0)]})
    for chat in ("1", "2", "3"):
        _lay(house, chat)
    await _delivery(house, channel, clock).drain()
    assert Counter(chat for _, chat in channel.begun_at) == {"1": 1, "2": 1, "3": 1}
    assert channel.begun_at[-1][0] < 1.0


def test_a_clock_that_was_put_back_delays_nothing(house: House) -> None:
    with unit_of_work(house.engine) as session:
        session.add(ChannelPace(channel=CHANNEL, next_at=NOON, paused_until=NOON + timedelta(hours=3)))
    with unit_of_work(house.engine) as session:
        assert paces.turns(session, CHANNEL, 25, 10, NOON - timedelta(hours=1)).most > 0


def test_a_rate_at_which_nothing_can_go_is_refused() -> None:
    with pytest.raises(ValueError, match="ever go"):
        Rate(per_second=0, chat_rest=1.0)


@settings(max_examples=30, deadline=None)
@given(pauses=st.lists(st.floats(0, 0.7), max_size=80), per_second=st.sampled_from([2, 5, 29.0]))
def test_who_comes_when_told_never_exceeds_the_rate(pauses: list[float], per_second: float) -> None:
    engine = open_database("sqlite://")
    ChannelPace.__table__.create(engine)  # type: ignore[attr-defined]
    now, starts = NOON, []
    for pause in pauses:
        now += timedelta(seconds=pause)
        with unit_of_work(engine) as session:
            turns = paces.turns(session, CHANNEL, per_second, 1, now)
            if not turns.most:
                now = turns.opens
                turns = paces.turns(session, CHANNEL, per_second, 1, now)
            assert turns.most == 1
            starts.append((max(now, *turns.use(1)) - NOON).total_seconds())
    engine.dispose()
    most = int(per_second * (1 + paces.CATCH_UP.total_seconds())) + 1
    assert all(later - earlier > 1.0 for earlier, later in zip(starts, starts[most:], strict=False))
