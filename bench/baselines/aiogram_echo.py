"""A bare echo bot on aiogram that keeps nothing."""

import asyncio
from argparse import Namespace
from typing import Any

import orjson
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import SendMessage
from aiogram.types import Message, Update
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web
from serve import application, in_response, options, run, serve, tell

AT_ONCE = 1000


async def echo(message: Message) -> SendMessage:
    """Answer; the library decides how it goes out by how the update came in."""
    return message.answer(message.text)


async def by_asgi(given: Namespace, bot: Bot, dispatcher: Dispatcher) -> None:
    """Serve by a plain ASGI application that feeds the dispatcher."""
    sends: set[asyncio.Task[Any]] = set()

    async def send(update: Update) -> None:
        await bot(await dispatcher.feed_update(bot, update))

    async def take(body: bytes) -> bytes:
        update = Update.model_validate(orjson.loads(body), context={"bot": bot})
        if given.answer == "response":
            answer = await dispatcher.feed_update(bot, update)
            return in_response(answer.chat_id, answer.text)
        task = asyncio.create_task(send(update))
        sends.add(task)
        task.add_done_callback(sends.discard)
        return b""

    await serve(application(take, given.secret), given.port)


async def by_aiohttp(given: Namespace, bot: Bot, dispatcher: Dispatcher) -> None:
    """Serve by the library's own request handler."""
    app = web.Application()
    app.router.add_get("/healthz", lambda _: asyncio.sleep(0, web.Response()))
    handler = SimpleRequestHandler(
        dispatcher, bot, handle_in_background=given.answer == "api", secret_token=given.secret
    )
    handler.register(app, path="/telegram")
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", given.port).start()
    await asyncio.Event().wait()


async def main(given: Namespace) -> None:
    """Serve until told to stop."""
    session = AiohttpSession(
        api=TelegramAPIServer.from_base(given.api),
        limit=AT_ONCE,
        json_loads=orjson.loads,
        json_dumps=lambda value: orjson.dumps(value).decode(),
    )
    bot = Bot(given.token, session)
    dispatcher = Dispatcher()
    dispatcher.message.register(echo)
    await (by_asgi if given.server == "asgi" else by_aiohttp)(given, bot, dispatcher)


if __name__ == "__main__":
    settings = options(("--server", ("asgi", "aiohttp")))
    server = "uvicorn" if settings.server == "asgi" else "aiohttp.web"
    tell("aiogram", "aiohttp", "orjson", how=f"served by {server}, {settings.loop}")
    run(main(settings), settings.loop)
