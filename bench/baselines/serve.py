"""What every baseline needs: its options, and the quickest web server that there is for a plain ASGI application."""

import argparse
import asyncio
import hmac
from collections.abc import Awaitable, Callable
from importlib.metadata import version
from typing import Any

import orjson
import uvicorn
import uvloop

Take = Callable[[bytes], Awaitable[bytes]]
"""Takes the body of an update; gives the body of the answer in the response, empty where there is none."""

_JSON = [(b"content-type", b"application/json")]


def options(*more: tuple[str, tuple[str, ...]]) -> argparse.Namespace:
    """What the measurement asks for: where to listen, where Telegram is, how to answer, and ``more`` of one's own."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--api", required=True, help="root of the Bot API")
    parser.add_argument("--token", required=True)
    parser.add_argument("--secret", required=True)
    parser.add_argument("--answer", choices=("api", "response"), default="api")
    for name, choices in (("--loop", ("uvloop", "asyncio")), *more):
        parser.add_argument(name, choices=choices, default=choices[0])
    return parser.parse_args()


def run(main: Awaitable[None], loop: str) -> None:
    """Run on the loop that was asked for."""
    factory = uvloop.new_event_loop if loop == "uvloop" else asyncio.new_event_loop
    with asyncio.Runner(loop_factory=factory) as runner:
        runner.run(_until_done(main))


async def _until_done(main: Awaitable[None]) -> None:
    await main


def tell(*packages: str, how: str) -> None:
    """Print what is measured: the versions, and how they are put together."""
    print(", ".join([*(f"{package} {version(package)}" for package in packages), how]), flush=True)


def application(take: Take, secret: str) -> Callable[..., Awaitable[None]]:
    """A plain ASGI application: POST is an update, everything else is asked to see whether it serves."""

    async def app(scope: dict[str, Any], receive: Any, send: Any) -> None:
        if scope["method"] != "POST":
            await _respond(send, 200, b"")
            return
        given = next((value for name, value in scope["headers"] if name == b"x-telegram-bot-api-secret-token"), b"")
        if not hmac.compare_digest(given, secret.encode()):
            await _respond(send, 403, b"")
            return
        body, more = b"", True
        while more:
            part = await receive()
            body += part.get("body", b"")
            more = part.get("more_body", False)
        await _respond(send, 200, await take(body))

    return app


async def _respond(send: Any, status: int, body: bytes) -> None:
    length = (b"content-length", str(len(body)).encode())
    await send({"type": "http.response.start", "status": status, "headers": [*_JSON, length] if body else [length]})
    await send({"type": "http.response.body", "body": body})


async def serve(app: Callable[..., Awaitable[None]], port: int) -> None:
    """Serve until told to stop."""
    config = uvicorn.Config(
        app, port=port, log_config=None, access_log=False, lifespan="off", http="httptools", timeout_keep_alive=75
    )
    await uvicorn.Server(config).serve()


def in_response(chat: int, text: str) -> bytes:
    """The message as the answer in the webhook's response."""
    return orjson.dumps({"method": "sendMessage", "chat_id": chat, "text": text})
