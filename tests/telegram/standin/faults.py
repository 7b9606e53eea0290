"""What can go wrong on the way to Telegram and back."""

import asyncio
import math
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from starlette.responses import HTMLResponse, JSONResponse, Response

from tests.telegram.standin.errors import ApiError, too_many

Receive = Callable[[], Awaitable[Any]]
Send = Callable[[Any], Awaitable[None]]

ANSWERS: dict[str, Response] = {
    "429": JSONResponse(too_many(3).as_json(), 429),
    "500": JSONResponse(ApiError(500, "Internal Server Error: restart").as_json(), 500),
    "502": HTMLResponse("<html><head><title>502 Bad Gateway</title></head></html>", 502),
    "unauthorized": JSONResponse(ApiError(401, "Unauthorized").as_json(), 401),
    "no json": HTMLResponse("<html>Log in to the network</html>", 200),
}
"""Answers that come instead of Telegram's; the request is not carried out."""

NOT_DONE = ("timeout", "reset")
"""No answer comes, and the request is not carried out. With "lost" and "half" it is."""
LATE = "late"
"""The request is carried out, and the answer takes its time."""


async def break_off(what: str, body: bytes, receive: Receive, send: Send, patience: float) -> None:
    """Let an answer fail: never come (timeout), break the connection (reset, lost), come by half.

    Where it never comes, the connection is broken off after ``patience`` seconds.
    """
    if what == "timeout":
        with suppress(TimeoutError):
            async with asyncio.timeout(None if patience == math.inf else patience):
                while (await receive())["type"] != "http.disconnect":
                    pass
                return
    if what == "half":
        head = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": head})
        await send({"type": "http.response.body", "body": body[: len(body) // 2], "more_body": True})
    # ASGI knows no way to drop a connection: the server's own object behind ``receive`` has it.
    cycle: Any = getattr(receive, "__self__", None)
    cycle.transport.close()
