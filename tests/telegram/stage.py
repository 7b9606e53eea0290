"""The program on the stand-in for Telegram, as a story plays on it: phones, a clock, and what stands in the books."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import uvicorn
from sqlalchemy import Engine
from sqlmodel import col, select
from starlette.applications import Starlette

from bot.channels.telegram import TelegramChannel
from bot.clock import Clock
from bot.program import Program
from storage import groups, rooms
from storage.database import reading, unit_of_work
from storage.invites import make_invite
from storage.tables import EntryVersion, Group, Person
from tests.telegram.standin import Group as GroupChat
from tests.telegram.standin import Standin
from tests.telegram.standin.accounts import Post, Press

SECRET = "geheim_van-de-deur"
ZONE = ZoneInfo("Europe/Amsterdam")
BETWEEN = 2.0
"""Seconds between two things that somebody does."""


class Phone:
    """Somebody's phone: what they do on it, and every message on it, each heard once and in order."""

    def __init__(self, standin: Standin, name: str, language: str = "nl") -> None:
        self._standin = standin
        self.person = standin.person(name, language=language)
        self._heard = 0

    def hears(self, *words: str) -> Post:
        """Wait for the next message; it must hold all these words."""
        inbox = self.person
        self._standin.world.wait_until(lambda: len(inbox.inbox) > self._heard)
        post = self.person.inbox[self._heard]
        self._heard += 1
        missing = [part for part in words if part not in post.text]
        assert missing == [], f"{missing} not in {post.text!r}"
        return post

    @property
    def unheard(self) -> list[str]:
        """Messages that came and were not heard."""
        return [post.text for post in self.person.inbox[self._heard :]]

    def starts(self, code: str = "") -> None:
        """Follow an invite's link."""
        self._time_passes()
        self.person.start(code)

    def says(self, text: str, *, to: GroupChat | None = None) -> Post:
        """Send a text."""
        self._time_passes()
        return self.person.says(text, to=to)

    def edits(self, post: Post, text: str) -> None:
        """Change a text that was sent."""
        self._time_passes()
        self.person.edits(post, text)

    def replies(self, post: Post, text: str) -> None:
        """Answer a message."""
        self._time_passes()
        self.person.replies(post, text)

    def presses(self, label: str, *, in_group: GroupChat | None = None) -> Press:
        """Press the newest button with this label."""
        self._time_passes()
        return self.person.presses(label, in_group=in_group)

    def _time_passes(self) -> None:
        self._standin.advance(BETWEEN)


class Stage:
    """Telegram, the program and its database, all by Telegram's clock."""

    def __init__(self, standin: Standin, engine: Engine, *, in_response: bool = False) -> None:
        self.standin = standin
        self._engine = engine
        self.channel = TelegramChannel(standin.token, now=self.now, api_url=standin.url, chat_moved=self._chat_moved)
        self.program = Program(engine, _ClockOf(self), [self.channel], answers_from=1 if in_response else None)
        self._loop = asyncio.get_running_loop()
        with unit_of_work(engine) as session:
            room = rooms.add_room(session, "top", "TOP")
            groups.add_group(session, room.id, "kookgroep", "koken")
            groups.add_group(session, room.id, "tuingroep", "tuin")
            self.room = room.id

    async def _chat_moved(self, old: str, new: str) -> None:
        await self.program.chat_moved(self.channel.name, old, new)

    def now(self) -> datetime:
        """Telegram's time."""
        return datetime.fromtimestamp(self.standin.world.now(), UTC)

    def phone(self, name: str, language: str = "nl") -> Phone:
        """The phone of somebody by this name, whose app is in this language."""
        return Phone(self.standin, name, language)

    def invite(self, role: str, group: str | None = None) -> str:
        """The code of a new invite."""
        with unit_of_work(self._engine) as session:
            found = None if group is None else session.exec(select(Group.id).where(Group.name == group)).one()
            return make_invite(session, self.room, role, self.now(), group_id=found).code

    def goes_to(self, moment: str) -> None:
        """Let time pass until a clock time in Utrecht, and let the alarm clock ring."""
        then = datetime.fromisoformat(moment).replace(tzinfo=ZONE)
        assert then > self.now(), "time goes forward"
        self.standin.advance((then - self.now()).total_seconds())
        asyncio.run_coroutine_threadsafe(self.program.ring(), self._loop).result(30)

    def all_is_received(self) -> None:
        """Wait until the program has confirmed everything."""
        self.standin.world.wait_until(lambda: self.standin.waiting == 0)

    def all_is_sent(self) -> None:
        """Wait until what was laid ready is sent and marked."""
        asyncio.run_coroutine_threadsafe(self.program.delivery.drain(), self._loop).result(30)

    def books(self) -> list[str]:
        """The entries that stand, as "Noor kookgroep 2026-03-11 120 booked"."""
        with reading(self._engine) as session:
            wanted = (
                select(EntryVersion, Person.name, Group.name)
                .join(Person, col(Person.id) == EntryVersion.person_id)
                .join(Group, col(Group.id) == EntryVersion.group_id)
                .where(col(EntryVersion.is_current))
            )
            return sorted(
                f"{name} {group} {entry.date} {entry.minutes} {entry.status}"
                for entry, name, group in session.exec(wanted)
            )


class _ClockOf(Clock):
    """The program's clock, which tells Telegram's time."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage

    def __call__(self) -> datetime:
        """The time."""
        return self._stage.now()


@asynccontextmanager
async def playing(
    standin: Standin, engine: Engine, *, webhook: bool, in_response: bool = False
) -> AsyncIterator[Stage]:
    """The program, at work: receiving by webhook or by long polling, until the end of the block.

    ``in_response`` lets it hand over answers in the response to the webhook, whenever that can be.
    """
    stage = Stage(standin, engine, in_response=in_response)
    await stage.program.start()
    receiving = _webhook(stage) if webhook else _polling(stage)
    try:
        async with receiving:
            yield stage
    finally:
        await stage.program.stop()
        await stage.channel.close()
        engine.dispose()


@asynccontextmanager
async def _polling(stage: Stage) -> AsyncIterator[None]:
    polling = asyncio.create_task(stage.channel.poll(stage.program.receive))
    try:
        yield
    finally:
        polling.cancel()
        await asyncio.gather(polling, return_exceptions=True)


@asynccontextmanager
async def _webhook(stage: Stage) -> AsyncIterator[None]:
    app = Starlette(routes=[stage.channel.webhook_route(stage.program.answer, SECRET)])
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None, lifespan="off", access_log=False))
    server.config.load()
    server.lifespan = server.config.lifespan_class(server.config)
    await server.startup()
    port = server.servers[0].sockets[0].getsockname()[1]
    await stage.channel.set_webhook(f"http://127.0.0.1:{port}/telegram", SECRET)
    try:
        yield
    finally:
        server.force_exit = True
        await server.shutdown()
