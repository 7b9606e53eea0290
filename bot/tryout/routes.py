"""The browser try-out on the web: its page, what the page reads, hears and posts."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import aclosing
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

from pydantic import BaseModel, ValidationError
from sse_starlette import EventSourceResponse
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.channels.browser import BrowserChannel
from bot.tryout.clock import after
from bot.tryout.files import Files
from bot.tryout.guard import Guard
from bot.tryout.lines import is_picture, line_as_json
from bot.tryout.ports import Phone, TryOut
from bot.tryout.posts import MessagePost, MovePost

Post = TypeVar("Post", bound=BaseModel)

_STATIC = Path(__file__).parent / "static"
# 10,000 characters, each written as an escaped pair of surrogates, and the rest of the message.
_LARGEST_POST = 256 * 1024


def routes(tryout: TryOut, channel: BrowserChannel) -> list[BaseRoute]:
    """The try-out's routes: the page at ``/``, everything else under ``/tryout``."""
    pages = _Pages(tryout, channel)
    return [
        Route("/", pages.page, middleware=[Middleware(Guard)]),
        Mount(
            "/tryout",
            routes=[
                Mount("/static", StaticFiles(directory=_STATIC)),
                Route("/state", pages.state),
                Route("/events", pages.events),
                Route("/files/{outbox_id:int}", pages.file),
                Route("/messages", pages.message, methods=["POST"], max_body_size=_LARGEST_POST),
                Route("/clock", pages.clock, methods=["POST"], max_body_size=_LARGEST_POST),
                Route("/afresh", pages.afresh, methods=["POST"], max_body_size=_LARGEST_POST),
            ],
            middleware=[Middleware(Guard)],
        ),
    ]


class _Pages:
    def __init__(self, tryout: TryOut, channel: BrowserChannel) -> None:
        self._tryout = tryout
        self._channel = channel
        self._files = Files(tryout)
        # Two presses at once must not move the clock from the same moment.
        self._changing = asyncio.Lock()

    async def page(self, _request: Request) -> Response:
        return FileResponse(_STATIC / "page.html")

    async def state(self, _request: Request) -> Response:
        phones = [await self._phone(phone) for phone in self._tryout.phones()]
        return JSONResponse({"zone": self._tryout.zone.key, "now": self._tryout.now().isoformat(), "phones": phones})

    async def _phone(self, phone: Phone) -> dict[str, Any]:
        lines = [
            line_as_json(line, await self._files.get(int(line.id)) if line.has_file else None)
            for line in await self._tryout.history(phone.key)
        ]
        return {
            "key": phone.key,
            "person": phone.person,
            "role": phone.role,
            "start": phone.start,
            "isGroup": phone.is_group,
            "lines": lines,
        }

    async def events(self, _request: Request) -> Response:
        async def stream() -> AsyncIterator[dict[str, str]]:
            async with aclosing(self._channel.listen()) as told:
                async for event in told:
                    yield {"event": event.name, "data": json.dumps(event.data)}

        return EventSourceResponse(stream())

    async def file(self, request: Request) -> Response:
        file = await self._files.get(request.path_params["outbox_id"])
        if file is None:
            return _refuse(404, "Dit bestand is er niet.")
        manner = "inline" if is_picture(file) else "attachment"
        disposition = f"{manner}; filename*=UTF-8''{quote(file.name)}"
        return Response(file.content, media_type=file.media_type, headers={"Content-Disposition": disposition})

    async def message(self, request: Request) -> Response:
        post = await _read(request, MessagePost)
        if isinstance(post, Response):
            return post
        phones = {phone.key: phone for phone in self._tryout.phones()}
        chat = phones.get(post.phone)
        writer = phones.get(post.writer) if chat is not None and chat.is_group else chat
        if chat is None or writer is None or writer.is_group:
            return _refuse(404, "Deze telefoon is er niet.")
        now = self._tryout.now()
        await self._tryout.receive(post.incoming(self._channel.name, chat, writer, now))
        self._channel.tell_line(chat.key, post.line(now, writer.person if chat.is_group else ""))
        return JSONResponse({"sentAt": now.isoformat()})

    async def clock(self, request: Request) -> Response:
        post = await _read(request, MovePost)
        if isinstance(post, Response):
            return post
        async with self._changing:
            await self._tryout.move_clock(after(post.step, self._tryout.now(), self._tryout.zone))
            now = self._tryout.now().isoformat()
            self._channel.tell("clock", {"now": now})
        return JSONResponse({"now": now})

    async def afresh(self, _request: Request) -> Response:
        async with self._changing:
            await self._tryout.start_afresh()
            self._files.forget()
            self._channel.start_afresh()
        return JSONResponse({})


async def _read(request: Request, kind: type[Post]) -> Post | Response:
    try:
        return kind.model_validate_json(await request.body())
    except ValidationError as error:
        place = error.errors()[0]["loc"]
        about = f"het veld '{place[0]}' klopt niet" if place else "het is geen geldige JSON of het past niet bij elkaar"
        return _refuse(400, f"Dit bericht is niet te lezen: {about}.")


def _refuse(status: int, sentence: str) -> JSONResponse:
    return JSONResponse({"error": sentence}, status)
