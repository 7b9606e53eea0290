"""Pictures are drawn beside the messages: never by who handles them, and nobody waits for one."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from sqlalchemy import Engine

from bot.program import Program
from handlers.messages import Attachment, Incoming, Reply
from reports.attachments import APART, KINDS, Drawing, draw
from scheduler import delivery as delivering
from scheduler import drawing
from storage import outbox
from storage.database import unit_of_work
from storage.outbox import FAILED, WAITING, Address
from storage.tables import Outbox
from tests.reports.examples import ONE_OF_EACH
from tests.reports.looking import same_content
from tests.scheduler.fake_channel import FakeChannel
from tests.scheduler.rooms import CHANNEL, House, at

NOON = at("2026-11-16 12:00")
SOON = 20.0

Draw = Callable[[str, dict[str, Any]], Drawing]


def put_picture(engine: Engine, kind: str, chat: str) -> int:
    """Lay a picture ready."""
    values = ONE_OF_EACH[kind].to_data()
    reply = Reply(text="Kijk:", attachment=Attachment(kind, values))
    with unit_of_work(engine) as session:
        return outbox.put(session, Address(channel=CHANNEL, chat=chat, person_id=None), NOON, **reply.row())


def hours(house: House, name: str) -> Incoming:
    """A volunteer's hours."""
    house.add(name)
    return Incoming(channel=CHANNEL, id="m1", account=name, chat=name, sent_at=NOON, text="2 uur tuin")


@asynccontextmanager
async def running(engine: Engine, channel: FakeChannel) -> AsyncIterator[Program]:
    program = Program(engine, lambda: NOON, [channel])
    await program.start()
    try:
        yield program
    finally:
        await program.stop()


async def arrives(channel: FakeChannel, chat: str) -> None:
    """Wait until something arrived in a chat."""
    async with asyncio.timeout(SOON):
        while not channel.texts(chat):
            channel.arrived.clear()
            await channel.arrived.wait()


def drawn_by(monkeypatch: pytest.MonkeyPatch, work: Draw) -> None:
    monkeypatch.setattr(drawing, "draw", work)


@pytest.mark.parametrize("kind", KINDS)
async def test_no_drawing_is_made_by_the_event_loop_or_by_who_writes(
    house: House, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    drew: list[str] = []

    def seen(kind: str, data: dict[str, Any]) -> Drawing:
        drew.append(threading.current_thread().name)
        return draw(kind, data)

    drawn_by(monkeypatch, seen)
    channel = FakeChannel()
    put_picture(house.engine, kind, "Els")
    async with running(house.engine, channel):
        await arrives(channel, "Els")
    # What takes long is not drawn in this process at all.
    assert drew == ([] if kind in APART else ["drawing_0"])
    (sent,) = channel.sent
    assert sent.file is not None
    file = sent.file
    assert same_content(
        Drawing(file.name, file.media_type, file.content, file.description), draw(kind, ONE_OF_EACH[kind].to_data())
    )
    assert file.description == ONE_OF_EACH[kind].description


async def test_a_volunteer_is_answered_while_pictures_are_being_drawn(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(kind: str, data: dict[str, Any]) -> Drawing:
        begun.set()
        assert go_on.wait(SOON)
        return draw(kind, data)

    drawn_by(monkeypatch, slow)
    channel = FakeChannel()
    noor = hours(house, "Noor")
    for chat in ("Els", "Wim", "Fatma"):
        put_picture(house.engine, "board_picture", chat)
    async with running(house.engine, channel) as program:
        try:
            await asyncio.to_thread(begun.wait, SOON)
            await program.receive(noor)
            await arrives(channel, "Noor")
            assert [sent.chat for sent in channel.sent] == ["Noor"]
        finally:
            go_on.set()
        for chat in ("Els", "Wim", "Fatma"):
            await arrives(channel, chat)


async def test_a_picture_that_takes_too_long_is_tried_again(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = threading.Event()

    def stuck(kind: str, data: dict[str, Any]) -> Drawing:
        assert go_on.wait(SOON)
        return draw(kind, data)

    drawn_by(monkeypatch, stuck)
    monkeypatch.setattr(delivering, "SEND_WITHIN", 0.05)
    put_picture(house.engine, "board_picture", "Els")
    channel = FakeChannel()
    try:
        await delivering.Delivery(house.engine, [channel], lambda: NOON).drain()
    finally:
        go_on.set()
    (row,) = house.outbox()
    assert (channel.sent, row.status, row.attempts) == ([], WAITING, 1)


async def test_what_cannot_be_drawn_is_refused(house: House) -> None:
    identity = put_picture(house.engine, "indicator_chart", "Els")
    with unit_of_work(house.engine) as session:
        row = session.get_one(Outbox, identity)
        assert row.body is not None
        row.body = {**row.body, "attachment": {"kind": "indicator_chart", "data": {}}}
    await delivering.Delivery(house.engine, [FakeChannel()], lambda: NOON).drain()
    assert [row.status for row in house.outbox()] == [FAILED]


async def test_a_house_draws_from_a_template_of_its_own(tmp_path: Path) -> None:
    page = Document()
    page.add_paragraph("Ons huis: {{ report.title }}")
    page.save(str(tmp_path / "own.docx"))
    drawer = drawing.Drawer({"report_docx": {"template": str(tmp_path / "own.docx")}})
    values = ONE_OF_EACH["report_docx"].to_data()
    file = await drawer.file("report_docx", values)
    assert Document(BytesIO(file.content)).paragraphs[0].text == f"Ons huis: {values['report']['title']}"
