"""The channel to the phones of the browser try-out: every open page hears of every message by server-sent events."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.tryout.lines import line_as_json
from bot.tryout.ports import Line
from scheduler.sending import File, Outgoing

_REPEATED = 30


@dataclass(frozen=True, slots=True)
class PageEvent:
    """Something that the open pages are told: its name, and plain JSON."""

    name: str
    data: dict[str, Any]


class BrowserChannel:
    """Sends to the open pages. With none open a message counts as sent: a page that opens reads the history."""

    name = "browser"

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._pages: set[asyncio.Queue[PageEvent]] = set()
        # A page that opens between the sending of a message and the commit that marks it as sent finds it in neither
        # the history nor what comes after: so the last few are told again. Pages know a message by its id.
        self._recent: deque[PageEvent] = deque(maxlen=_REPEATED)

    async def send(self, outgoing: Outgoing) -> str:
        """Show one message of the bot on its phone; one that takes another's place bears its id."""
        line = Line(
            id=str(outgoing.id),
            from_bot=True,
            sent_at=self._now(),
            text=outgoing.text,
            buttons=outgoing.buttons,
            menu=outgoing.menu,
            has_file=outgoing.file is not None,
            replies_to=outgoing.replies_to,
            reaction=outgoing.reaction,
            replaces=outgoing.replaces,
        )
        self._recent.append(self.tell_line(outgoing.chat, line, outgoing.file))
        return outgoing.replaces or line.id

    async def announce(self, chat: str, media_type: str) -> None:  # noqa: ARG002 (to a page all files look alike)
        """Tell the open pages that something is coming."""
        self.tell("coming", {"phone": chat})

    def tell_line(self, chat: str, line: Line, file: File | None = None) -> PageEvent:
        """Tell the open pages what was said in a chat."""
        return self.tell("line", {"phone": chat, "line": line_as_json(line, file)})

    def tell(self, name: str, data: dict[str, Any]) -> PageEvent:
        """Tell the open pages that something happened."""
        event = PageEvent(name, data)
        for page in self._pages:
            page.put_nowait(event)
        return event

    def start_afresh(self) -> None:
        """Forget what was sent, and tell the open pages to read everything again."""
        self._recent.clear()
        self.tell("afresh", {})

    async def listen(self) -> AsyncGenerator[PageEvent, None]:
        """What one page hears: first "hello", the moment from which nothing is missed, then all that happens."""
        page: asyncio.Queue[PageEvent] = asyncio.Queue()
        self._pages.add(page)
        try:
            yield PageEvent("hello", {})
            for event in tuple(self._recent):
                yield event
            while True:
                yield await page.get()
        finally:
            self._pages.discard(page)
