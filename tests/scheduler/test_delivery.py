"""Delivery: in order, once, within the rates, and on through every failure."""

import asyncio
import logging
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.messages import Attachment, Button, Reply
from reports.year_picture import Month, YearPicture
from scheduler import delivery as delivering
from scheduler.delivery import AT_ONCE, Delivery
from scheduler.ledger import pause
from scheduler.rate import Rate
from scheduler.sending import ChatMovedError, RefusedError, SendError, TryAgainError, UnreachableError
from scheduler.tick import tick
from storage import claims, outbox, people, rooms
from storage.database import open_database, reading, unit_of_work
from storage.outbox import DROPPED, FAILED, SENT, WAITING, Address
from storage.tables import Person
from tests.scheduler.fake_channel import FakeChannel
from tests.scheduler.rooms import CHANNEL, House, at

NOON = at("2026-11-16 12:00")


class Clock:
    """A clock that goes only when it is set, in step with a clock that never goes back."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """The moment it is."""
        return self.now

    def monotonic(self) -> float:
        """Seconds since noon."""
        return (self.now - NOON).total_seconds()

    async def sleep(self, seconds: float) -> None:
        """Time goes by at once."""
        self.now += timedelta(seconds=seconds)
        await asyncio.sleep(0)


def put(house: House, chat: str, text: str, *, person: str | None = None, **reply: object) -> int:
    """Lay a message ready."""
    with unit_of_work(house.engine) as session:
        address = Address(channel=CHANNEL, chat=chat, person_id=house.people[person] if person else None)
        return outbox.put(session, address, NOON, **Reply(text=text, **reply).row())  # type: ignore[arg-type]


async def deliver(house: House, channel: FakeChannel, clock: Clock | None = None, rate: Rate | None = None) -> Clock:
    """Send all that can be sent."""
    clock = clock or Clock()
    rates = {CHANNEL: rate} if rate else None
    await Delivery(house.engine, [channel], clock, rates=rates, monotonic=clock.monotonic, sleep=clock.sleep).drain()
    return clock


def seconds_to_next(house: House, now: datetime) -> float | None:
    """Seconds until a message may go that waits for its time, or for the lease of another of its chat."""
    with reading(house.engine) as session:
        moments = claims.next_moments(session, CHANNEL, now)
    moment = min((moment for moment in (moments.comes, moments.expires) if moment is not None), default=None)
    return None if moment is None else (moment - now).total_seconds()


def states(house: House) -> list[str]:
    """What became of each message."""
    return [row.status for row in house.outbox()]


async def test_what_is_laid_ready_is_sent_and_marked(house: House) -> None:
    channel = FakeChannel()
    put(house, "a", "<b>een</b>", buttons=(Button("Help", "help"),), menu=(("help", "uitleg"),))
    await deliver(house, channel)
    [sent], [row] = channel.sent, house.outbox()
    assert (sent.id, sent.chat, sent.text) == (row.id, "a", "<b>een</b>")
    assert sent.buttons == (Button("Help", "help"),)
    assert sent.menu == (("help", "uitleg"),)
    assert sent.file is None
    assert (row.status, row.message, row.sent_at, row.claimed_until, row.error) == (
        SENT,
        f"p{row.id}",
        NOON,
        None,
        None,
    )


async def test_an_attachment_is_drawn_when_it_is_sent(house: House) -> None:
    months = tuple(Month(label="jan", minutes=60, value="1") for _ in range(12))
    picture = YearPicture(
        file_name="uren-2026",
        description="Jouw uren",
        title="Jouw jaar",
        total="12 uur",
        months_title="Uren per maand",
        months=months,
        target_minutes=15000,
        target="250 uur",
        note="",
    )
    channel = FakeChannel()
    put(house, "a", "een", attachment=Attachment("year_picture", picture.to_data()))
    await deliver(house, channel)
    file = channel.sent[0].file
    assert file is not None
    assert (file.name, file.media_type, file.description) == ("uren-2026.png", "image/png", "Jouw uren")
    assert file.content.startswith(b"\x89PNG")


async def test_an_attachment_that_cannot_be_drawn_fails_that_message_alone(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    channel = FakeChannel()
    put(house, "a", "geheim", attachment=Attachment("year_picture", {"title": "geheim"}))
    put(house, "a", "twee")
    await deliver(house, channel)
    assert states(house) == [FAILED, SENT]
    assert "year_picture" in (house.outbox()[0].error or "")
    assert "geheim" not in caplog.text


async def test_one_chat_is_sent_in_order(house: House) -> None:
    channel = FakeChannel()
    for number in range(12):
        put(house, "ab"[number % 2], str(number))
    await deliver(house, channel)
    assert channel.texts("a") == ["0", "2", "4", "6", "8", "10"]
    assert channel.texts("b") == ["1", "3", "5", "7", "9", "11"]


async def test_several_chats_are_written_to_at_once_but_not_too_many(house: House) -> None:
    gate = asyncio.Event()
    channel = FakeChannel(gate=gate)
    for number in range(AT_ONCE + 4):
        put(house, f"chat{number}", "x")
    delivery = Delivery(house.engine, [channel], Clock())
    draining = asyncio.create_task(delivery.drain())
    async with asyncio.timeout(20):
        while len(channel.attempts) < AT_ONCE:
            channel.begun.clear()
            await channel.begun.wait()
    gate.set()
    await draining
    assert channel.most_at_once == AT_ONCE
    assert len(channel.sent) == AT_ONCE + 4


async def test_replies_go_before_bulk(house: House) -> None:
    channel = FakeChannel()
    for chat in ("a", "b"):
        put(house, chat, f"bulk {chat}", bulk=True)
    put(house, "b", "reply b")
    await deliver(house, channel, rate=Rate(per_second=1, chat_rest=0.0))
    assert channel.texts() == ["reply b", "bulk a", "bulk b"]


async def test_what_waits_for_the_end_of_quiet_hours_is_not_sent_and_holds_up_nothing(house: House) -> None:
    channel, morning = FakeChannel(), at("2026-11-17 08:30")
    put(house, "a", "total", bulk=True, not_before=morning)
    put(house, "a", "answer")
    clock = await deliver(house, channel)
    assert channel.texts() == ["answer"]
    assert seconds_to_next(house, NOON) == 20.5 * 3600
    clock.now = morning
    await deliver(house, channel, clock)
    assert channel.texts() == ["answer", "total"]


async def test_what_is_out_of_date_is_dropped(house: House) -> None:
    channel = FakeChannel()
    put(house, "a", "late", expires_at=NOON)
    put(house, "a", "in time", expires_at=NOON + timedelta(seconds=1))
    await deliver(house, channel)
    assert channel.texts() == ["in time"]
    assert states(house) == [DROPPED, SENT]


async def test_after_stop_nothing_of_the_clock_is_sent_any_more(house: House) -> None:
    house.add("Noor")
    channel = FakeChannel()
    put(house, "Noor", "total", person="Noor", bulk=True)
    put(house, "Noor", "answer", person="Noor")
    house.person("Noor", quiet_since=NOON)
    await deliver(house, channel)
    assert channel.texts() == ["answer"]
    assert states(house) == [DROPPED, SENT]


async def test_when_told_to_it_tries_again_later_and_keeps_the_order(house: House) -> None:
    channel = FakeChannel(failures={"a": [TryAgainError("too many", 7.0)]})
    put(house, "a", "one")
    put(house, "a", "two")
    put(house, "b", "other")
    clock = await deliver(house, channel)
    assert channel.texts() == ["other"]
    assert seconds_to_next(house, NOON) == 7.0
    clock.now += timedelta(seconds=6)
    await deliver(house, channel, clock)
    assert channel.texts() == ["other"]
    clock.now += timedelta(seconds=1)
    await deliver(house, channel, clock)
    assert channel.texts() == ["other", "one", "two"]


async def test_without_a_time_the_pauses_grow(house: House) -> None:
    channel = FakeChannel(always={"a": TryAgainError("not now")})
    put(house, "a", "one")
    clock, pauses = Clock(), []
    for _ in range(11):
        await deliver(house, channel, clock)
        seconds = seconds_to_next(house, clock.now)
        assert seconds is not None
        pauses.append(seconds)
        clock.now += timedelta(seconds=seconds)
    assert pauses == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]
    assert states(house) == [WAITING]
    channel.always.clear()
    await deliver(house, channel, clock)
    assert states(house) == [SENT]


def test_the_pause_has_a_limit_however_often_it_was_tried() -> None:
    assert [pause(attempts) for attempts in (1, 2, 9, 10, 100_000)] == [1, 2, 256, 300, 300]


async def test_a_refused_message_fails_and_the_next_goes(house: House, caplog: pytest.LogCaptureFixture) -> None:
    channel = FakeChannel(failures={"a": [RefusedError("the text is too long")]})
    put(house, "a", "geheim")
    put(house, "a", "two")
    await deliver(house, channel)
    assert states(house) == [FAILED, SENT]
    assert house.outbox()[0].error == "the text is too long"
    assert "the text is too long" in caplog.text
    assert "geheim" not in caplog.text


async def test_a_plain_send_error_is_final(house: House) -> None:
    channel = FakeChannel(failures={"a": [SendError("no")]})
    put(house, "a", "one")
    await deliver(house, channel)
    assert states(house) == [FAILED]


async def test_a_chat_that_moved_is_written_to_at_its_new_id(house: House) -> None:
    channel = FakeChannel(failures={"a": [ChatMovedError("z")]})
    put(house, "a", "one")
    put(house, "a", "two")
    await deliver(house, channel)
    assert [(sent.chat, sent.text) for sent in channel.sent] == [("z", "one"), ("z", "two")]


async def test_who_cannot_be_reached_is_marked_and_the_coordinators_hear_it_once(house: House) -> None:
    for name, more in (("Noor", {}), ("Els", {"is_coordinator": True}), ("Stil", {"is_coordinator": True})):
        house.add(name, **more)
    house.person("Stil", quiet_since=NOON)
    channel = FakeChannel(always={"Noor": UnreachableError("blocked")})
    for text in ("one", "two"):
        put(house, "Noor", text, person="Noor")
    await deliver(house, channel)
    put(house, "Noor", "three", person="Noor")
    for day in (1, 2):
        tick(house.engine, NOON + timedelta(days=day))
        await deliver(house, channel, Clock(NOON + timedelta(days=day)))
    assert channel.attempts == ["Noor", "Noor", "Els"]
    assert channel.texts("Els") == ["Noor krijgt mijn berichten niet meer.\nMisschien kun je even bellen."]
    assert [row.status for row in house.outbox("Noor")] == [DROPPED] * 3
    with reading(house.engine) as session:
        [account] = people.accounts_of(session, house.people["Noor"])
        assert account.unreachable_since == NOON


async def test_several_who_cannot_be_reached_are_told_of_at_once_but_not_of_two_rooms(house: House) -> None:
    els = house.add("Els", is_coordinator=True)
    with unit_of_work(house.engine) as session:
        other = rooms.add_room(session, "hart", "Hart").id
        people.join(session, other, els, NOON.date(), is_coordinator=True)
    names = {"Noor": house.room, "Sami": house.room, "Bo": other}
    for name, room in names.items():
        house.add(name, room=room)
    channel = FakeChannel(always={name: UnreachableError("blocked") for name in names})
    for name in names:
        put(house, name, "one", person=name)
    await deliver(house, channel)
    tick(house.engine, NOON + timedelta(minutes=59))
    assert house.outbox("Els") == []
    tick(house.engine, NOON + timedelta(hours=1))
    await deliver(house, channel, Clock(NOON + timedelta(hours=1)))
    first, second = sorted(text.splitlines()[0] for text in channel.texts("Els"))
    assert first == "Bo krijgt mijn berichten niet meer."
    assert second == "Deze mensen krijgen mijn berichten niet meer: Noor en Sami."


async def test_at_night_the_coordinators_sleep_on(house: House) -> None:
    house.add("Noor")
    house.add("Els", is_coordinator=True)
    channel = FakeChannel(always={"Noor": UnreachableError("blocked")})
    put(house, "Noor", "one", person="Noor")
    await deliver(house, channel, Clock(at("2026-11-16 19:30")))
    for moment in ("2026-11-16 20:29", "2026-11-17 08:29"):
        tick(house.engine, at(moment))
    assert house.outbox("Els") == []


async def test_nothing_is_told_of_somebody_who_is_reached_another_way(house: House) -> None:
    noor = house.add("Noor")
    house.add("Els", is_coordinator=True)
    with unit_of_work(house.engine) as session:
        people.add_account(session, CHANNEL, "old", "old", "nl", NOON)[0].person_id = noor
    channel = FakeChannel(always={"old": UnreachableError("gone")})
    put(house, "old", "one", person="Noor")
    await deliver(house, channel)
    tick(house.engine, NOON + timedelta(hours=1))
    assert house.outbox("Els") == []
    with reading(house.engine) as session:
        account = people.reachable_account(session, noor)
        assert account is not None
        assert account.chat == "Noor"


async def test_an_unknown_failure_of_a_channel_is_tried_a_few_times(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    channel = FakeChannel(always={"a": KeyError("surprise")})
    put(house, "a", "one")
    put(house, "b", "other")
    clock = Clock()
    for _ in range(10):
        await deliver(house, channel, clock)
        clock.now += timedelta(seconds=300)
    assert channel.texts() == ["other"]
    assert channel.attempts.count("a") == delivering.MOST_SURPRISES
    assert [row.error for row in house.outbox("a")] == ["the channel failed with KeyError"]
    assert states(house) == [FAILED, SENT]
    assert any(record.levelno == logging.ERROR for record in caplog.records)


async def test_a_channel_that_does_not_answer_is_given_up_for_now(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivering, "SEND_WITHIN", 0.0)
    channel = FakeChannel(gate=asyncio.Event())
    put(house, "a", "one")
    await deliver(house, channel)
    [row] = house.outbox()
    assert (row.status, row.not_before) == (WAITING, NOON + timedelta(seconds=1))


async def test_what_a_program_that_died_was_sending_goes_when_its_lease_ends(house: House) -> None:
    put(house, "a", "one")
    put(house, "a", "two")
    with unit_of_work(house.engine) as session:
        claims.claim(session, CHANNEL, NOON, delivering.LEASE, 1)
    channel = FakeChannel()
    clock = await deliver(house, channel)
    assert channel.texts() == []
    assert seconds_to_next(house, NOON) == delivering.LEASE.total_seconds()
    clock.now += delivering.LEASE
    await deliver(house, channel, clock)
    assert channel.texts() == ["one", "two"]


async def test_two_programs_send_everything_once(house: House) -> None:
    for number in range(30):
        put(house, f"chat{number % 5}", str(number))
    other = open_database(str(house.engine.url))
    channel = FakeChannel()
    clock = Clock()
    await asyncio.gather(Delivery(house.engine, [channel], clock).drain(), Delivery(other, [channel], clock).drain())
    other.dispose()
    assert sorted(map(int, channel.texts())) == list(range(30))
    assert set(states(house)) == {SENT}


async def test_the_rates_are_kept(house: House) -> None:
    """Four messages to each of three chats: at most two a second, and half a second of rest for a chat."""
    clock = Clock()
    channel = FakeChannel(monotonic=clock.monotonic)
    for number in range(12):
        put(house, "abc"[number % 3], str(number))
    await deliver(house, channel, clock, Rate(per_second=2, chat_rest=0.5))
    starts = [start for start, _ in channel.begun_at]
    assert len(starts) == 12
    assert all(later - earlier >= 1.0 - 1e-6 for earlier, later in zip(starts, starts[2:], strict=False))
    for chat in "abc":
        own = [start for start, where in channel.begun_at if where == chat]
        assert all(later - earlier >= 0.5 - 1e-6 for earlier, later in pairwise(own))


async def test_it_sends_when_it_is_woken_and_stops_when_told(house: House) -> None:
    channel = FakeChannel()
    delivery = Delivery(house.engine, [channel], Clock())
    running = asyncio.create_task(delivery.run())
    async with asyncio.timeout(20):
        for text in ("one", "two"):
            channel.arrived.clear()
            put(house, "a", text)
            delivery.wake()
            await channel.arrived.wait()
        await delivery.stop()
        await running
    assert channel.texts() == ["one", "two"]
    assert states(house) == [SENT, SENT]


async def test_stopping_finishes_what_is_being_sent_and_begins_nothing(house: House) -> None:
    gate = asyncio.Event()
    channel = FakeChannel(gate=gate)
    put(house, "a", "one")
    put(house, "a", "two")
    delivery = Delivery(house.engine, [channel], Clock())
    running = asyncio.create_task(delivery.run())
    async with asyncio.timeout(20):
        await channel.begun.wait()
        stopping = asyncio.create_task(delivery.stop())
        await asyncio.sleep(0)
        assert not stopping.done()
        gate.set()
        await stopping
        await running
    assert states(house) == [SENT, WAITING]


async def test_a_database_that_refuses_does_not_end_it(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    channel, complained = FakeChannel(), asyncio.Event()
    monkeypatch.setattr(delivering.log, "exception", lambda *_: complained.set())
    delivery = Delivery(house.engine, [channel], Clock())
    with house.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE outbox RENAME TO elsewhere")
    running = asyncio.create_task(delivery.run())
    async with asyncio.timeout(20):
        await complained.wait()
        with house.engine.begin() as connection:
            connection.exec_driver_sql("ALTER TABLE elsewhere RENAME TO outbox")
        put(house, "a", "one")
        delivery.wake()
        await channel.arrived.wait()
        await delivery.stop()
        await running
    assert channel.texts() == ["one"]


def test_messages_without_a_person_are_dropped_when_the_chat_is_gone(house: House) -> None:
    channel = FakeChannel(always={"group": UnreachableError("kicked out")})
    put(house, "group", "one")
    asyncio.run(deliver(house, channel))
    assert states(house) == [DROPPED]
    with reading(house.engine) as session:
        assert session.get(Person, 1) is None


FAILURES = st.sampled_from([TryAgainError("later", 3.0), TryAgainError("later"), RefusedError("no"), KeyError("?")])


@settings(max_examples=25, deadline=None)
@given(
    messages=st.lists(st.tuples(st.sampled_from("abc"), st.booleans(), st.booleans()), min_size=1, max_size=14),
    failures=st.lists(st.tuples(st.sampled_from("abc"), FAILURES), max_size=8),
)
def test_whatever_fails_order_is_kept_and_nothing_is_lost_or_doubled(
    empty_database: Path,
    tmp_path_factory: pytest.TempPathFactory,
    messages: list[tuple[str, bool, bool]],
    failures: list[tuple[str, Exception]],
) -> None:
    path = tmp_path_factory.mktemp("delivery") / "kamerbot.db"
    path.write_bytes(empty_database.read_bytes())
    house = House(open_database(f"sqlite:///{path}"))
    channel = FakeChannel()
    for chat, failure in failures:
        channel.failures.setdefault(chat, []).append(failure)
    for number, (chat, bulk, quiet) in enumerate(messages):
        put(house, chat, str(number), bulk=bulk, not_before=NOON + timedelta(seconds=60) if quiet else None)
    clock = Clock()
    for _ in range(40):
        asyncio.run(deliver(house, channel, clock))
        clock.now += timedelta(seconds=30)
    rows = {row.body["text"]: row.status for row in house.outbox() if row.body}
    house.engine.dispose()
    refused = sum(isinstance(failure, RefusedError) for _, failure in failures)
    # A surprise is taken for a refusal when the message has been tried as often as that.
    refused += sum(
        isinstance(failure, KeyError)
        for of_chat in (([f for chat, f in failures if chat == name]) for name in "abc")
        for failure in of_chat[delivering.MOST_SURPRISES - 1 :]
    )
    assert set(rows.values()) <= {SENT, FAILED}
    assert list(rows.values()).count(FAILED) <= refused
    assert sorted(channel.texts(), key=int) == [text for text, status in rows.items() if status == SENT]
    for chat in "abc":
        for bulk in (False, True):
            now = [text for text in channel.texts(chat) if messages[int(text)][1:] == (bulk, False)]
            assert now == sorted(now, key=int)


async def test_after_a_day_without_the_platform_a_reminder_is_dropped_and_an_answer_is_not(house: House) -> None:
    channel = FakeChannel(always={"a": TryAgainError("Telegram cannot be reached")})
    put(house, "a", "answer")
    put(house, "a", "reminder", bulk=True, expires_at=NOON + timedelta(hours=12))
    clock = await deliver(house, channel)
    clock.now += timedelta(hours=24)
    channel.always.clear()
    await deliver(house, channel, clock)
    assert channel.texts() == ["answer"]
    assert states(house) == [SENT, DROPPED]
