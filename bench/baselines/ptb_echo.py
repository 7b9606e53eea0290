"""A bare echo bot on python-telegram-bot that keeps nothing."""

from argparse import Namespace
from contextvars import ContextVar
from typing import Any

import aiohttp
import orjson
from serve import application, in_response, options, run, serve, tell
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters
from telegram.request import BaseRequest, HTTPXRequest, RequestData

AT_ONCE = 256
_answer: ContextVar[list[bytes]] = ContextVar("_answer")


class AiohttpRequest(BaseRequest):
    """The library's requests by aiohttp."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        return 20.0

    async def initialize(self) -> None:
        self._session = self._session or aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_timeouts: Any, **_more: Any
    ) -> tuple[int, bytes]:
        assert self._session is not None
        data = request_data.json_parameters if request_data else None
        async with self._session.request(method, url, data=data) as response:
            return response.status, await response.read()

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        return orjson.loads(payload)


async def by_api(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Send the answer."""
    await update.message.reply_text(update.message.text)


async def by_response(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Leave the answer for the response, which the library itself has no way for."""
    _answer.get().append(in_response(update.message.chat.id, update.message.text))


def request(kind: str) -> BaseRequest:
    """The class that does the requests."""
    return AiohttpRequest() if kind == "aiohttp" else HTTPXRequest(AT_ONCE, pool_timeout=60.0)


def built(given: Namespace) -> Application:
    """The library's application with one handler."""
    builder = Application.builder().token(given.token).base_url(f"{given.api}/bot").job_queue(None)
    builder = builder.request(request(given.request)).get_updates_request(request(given.request))
    if given.concurrent == "yes":
        builder = builder.concurrent_updates(AT_ONCE)
    if given.server == "asgi":
        builder = builder.updater(None)
    app = builder.build()
    app.add_handler(MessageHandler(filters.TEXT, by_response if given.answer == "response" else by_api))
    return app


async def main(given: Namespace) -> None:
    """Serve by an application of one's own, as the library's documentation shows for a custom webhook."""
    app = built(given)

    async def handle(body: bytes) -> bytes:
        answer: list[bytes] = []
        _answer.set(answer)
        await app.process_update(Update.de_json(orjson.loads(body), app.bot))
        return answer[0]

    async def queue(body: bytes) -> bytes:
        await app.update_queue.put(Update.de_json(orjson.loads(body), app.bot))
        return b""

    async with app:
        await app.start()
        await serve(application(handle if given.answer == "response" else queue, given.secret), given.port)
        await app.stop()


if __name__ == "__main__":
    settings = options(
        ("--server", ("asgi", "tornado")), ("--request", ("aiohttp", "httpx")), ("--concurrent", ("yes", "no"))
    )
    tell(
        "python-telegram-bot",
        settings.request,
        "uvicorn" if settings.server == "asgi" else "tornado",
        how=f"{settings.loop}, concurrent_updates {AT_ONCE if settings.concurrent == 'yes' else 'off'}",
    )
    if settings.server == "asgi":
        run(main(settings), settings.loop)
    else:
        built(settings).run_webhook(
            port=settings.port,
            url_path="telegram",
            secret_token=settings.secret,
            webhook_url=f"http://127.0.0.1:{settings.port}/telegram",
        )
