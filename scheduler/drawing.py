"""Attachments are drawn beside all else: neither the event loop nor a thread that handles messages draws."""

import asyncio
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from reports.apart import draw_apart
from reports.attachments import APART, Drawing, draw
from scheduler.outgoing import outgoing
from scheduler.sending import File, Outgoing
from storage.tables import Outbox


class Drawer:
    """Draws one small picture at a time on a thread of its own, and one large one in a process of its own.

    More at once would be done no sooner, and would take the interpreter from who handles messages.
    """

    def __init__(self, own: Mapping[str, dict[str, Any]] | None = None) -> None:
        """``own`` are values that this house adds to every drawing of a kind, such as a template of its own."""
        self._own = own or {}
        self._thread = ThreadPoolExecutor(1, "drawing")
        self._process = asyncio.Semaphore(1)

    def takes_long(self, row: Outbox) -> str | None:
        """The media type of a row's attachment, if drawing it takes so long that somebody waits for it."""
        attachment = (row.body or {}).get("attachment")
        return None if attachment is None else APART.get(attachment["kind"])

    async def outgoing(self, row: Outbox) -> Outgoing:
        """Make what a channel sends of a row. Raises DataError when its attachment cannot be drawn."""
        body = row.body or {}
        attachment = body.get("attachment")
        file = None if attachment is None else await self.file(attachment["kind"], attachment["data"])
        return outgoing(row.id, row.chat, body, file)

    async def file(self, kind: str, data: dict[str, Any]) -> File:
        """Draw an attachment. Raises DataError."""
        drawing = await self._draw(kind, data | self._own.get(kind, {}))
        return File(drawing.name, drawing.media_type, drawing.content, drawing.description)

    async def _draw(self, kind: str, data: dict[str, Any]) -> Drawing:
        if kind in APART:
            async with self._process:
                return await draw_apart(kind, data)
        return await asyncio.get_running_loop().run_in_executor(self._thread, draw, kind, data)
