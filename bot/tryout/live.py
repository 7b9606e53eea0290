"""The try-out on the running program: its phones, its clock, and starting afresh."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Engine
from sqlmodel import SQLModel

from bot.clock import Clock
from bot.program import Program
from bot.tryout.ports import Line, Phone
from bot.tryout.sample import GROUP_CHAT, phones, seed_tryout
from handlers.messages import Button, Incoming, Kind
from reports.data import DataError
from scheduler.sending import File
from scheduler.tick import next_ring
from storage.chats import history, writers
from storage.database import reading, unit_of_work
from storage.rooms import RoomSettings
from storage.runs import keep_note, note
from storage.tables import Inbox, Outbox

AHEAD = "try-out clock ahead, in seconds"


def clock_ahead(engine: Engine) -> timedelta:
    """How far the try-out's clock was moved; kept, so that a restart goes on in that time."""
    with reading(engine) as session:
        return timedelta(seconds=float(note(session, AHEAD) or 0))


class LiveTryOut:
    """What the page needs, from the running program."""

    def __init__(self, program: Program, clock: Clock) -> None:
        self._program = program
        self._clock = clock
        self._engine = program.engine
        self._phones = phones(self._engine)
        self._drawer = program.drawer

    @property
    def zone(self) -> ZoneInfo:
        """The zone of the sample rooms."""
        return RoomSettings().zone

    def now(self) -> datetime:
        """The try-out's time."""
        return self._clock()

    def phones(self) -> Sequence[Phone]:
        """A volunteer's, a group leader's and a coordinator's."""
        return self._phones

    async def receive(self, incoming: Incoming) -> None:
        """Handle what a phone sent."""
        await self._program.receive(incoming)

    async def history(self, chat: str) -> Sequence[Line]:
        """All that was said in a chat."""
        return await asyncio.to_thread(self._history, chat)

    def _history(self, chat: str) -> list[Line]:
        with reading(self._engine) as session:
            rows = history(session, "browser", chat)
            names = writers(session, rows) if chat == GROUP_CHAT.key else {}
            return [
                _sent(row) if isinstance(row, Outbox) else _came(row, names.get(row.person_id or 0, "")) for row in rows
            ]

    async def file(self, outbox_id: int) -> File | None:
        """The picture or document of a message; None too for one of an older version that cannot be drawn any more."""
        attachment = await asyncio.to_thread(self._attachment, outbox_id)
        if attachment is None:
            return None
        try:
            return await self._drawer.file(attachment["kind"], attachment["data"])
        except DataError:
            return None

    def _attachment(self, outbox_id: int) -> dict[str, Any] | None:
        with reading(self._engine) as session:
            row = session.get(Outbox, outbox_id)
        return None if row is None or row.body is None else row.body["attachment"]

    async def move_clock(self, to: datetime) -> None:
        """Set the clock ahead, stopping at every moment on the way at which something is due."""
        while True:
            due = await asyncio.to_thread(self._next_ring)
            moment = to if due is None else min(due, to)
            ahead = self._clock.ahead + max(moment - self._clock(), timedelta())
            await self._program.write(partial(self._keep_ahead, ahead))
            self._clock.ahead = ahead
            await self._program.ring()
            await self._program.delivery.drain()
            if moment == to:
                return

    def _next_ring(self) -> datetime | None:
        return next_ring(self._engine, self._clock())

    def _keep_ahead(self, ahead: timedelta) -> None:
        with unit_of_work(self._engine) as session:
            keep_note(session, AHEAD, str(ahead.total_seconds()))

    async def start_afresh(self) -> None:
        """Empty the database, set the clock right, and lay the sample out again."""
        await self._program.write(self._start_afresh)

    def _start_afresh(self) -> None:
        self._clock.ahead = timedelta()
        with unit_of_work(self._engine) as session:
            for table in reversed(SQLModel.metadata.sorted_tables):
                session.execute(table.delete())
        seed_tryout(self._engine, self._clock())
        self._phones = phones(self._engine)


def _came(row: Inbox, author: str) -> Line:
    payload = row.payload or {}
    return Line(
        id=row.message or row.external_id,
        from_bot=False,
        sent_at=row.received_at,
        text=payload.get("text"),
        kind=Kind(payload.get("kind", Kind.TEXT)),
        edited=bool(payload.get("edited")),
        replies_to=payload.get("replies_to", ""),
        forwarded=bool(payload.get("forwarded")),
        author=author,
    )


def _sent(row: Outbox) -> Line:
    body = row.body or {}
    return Line(
        id=str(row.id),
        from_bot=True,
        sent_at=row.sent_at or row.created_at,
        text=body.get("text"),
        buttons=tuple(Button(label, data) for label, data in body.get("buttons", ())),
        menu=tuple((command, does) for command, does in body.get("menu", ())),
        has_file=bool(body.get("attachment")),
        replies_to=body.get("replies_to", ""),
        reaction=body.get("reaction", ""),
        replaces=body.get("replaces", ""),
    )
