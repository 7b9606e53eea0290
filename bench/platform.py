"""A stand-in for Telegram that is quick enough not to be what is measured; it lives in the measurement's own process.

It takes what a bot sends, by the Bot API or in the response to a webhook, and tells when. It is not strict: what a
message may look like is proved by the tests, on the stand-in that is.
"""

import asyncio
import json
import re
import socket
import time
from collections import Counter
from types import TracebackType
from typing import Any
from urllib.parse import parse_qsl

import uvicorn

from tests.telegram.standin.errors import ApiError
from tests.telegram.standin.limits import NO_LIMITS, FloodControl, Limits

TOKEN = "4839574812:AAFD39kkdpWt3ywyRZergyOLMaJhac60qcE"  # made up
SECRET = "geheim_van-de-deur"

_ME = {"id": 4839574812, "is_bot": True, "first_name": "Kamerbot", "username": "KamerTestBot"}
_PART = re.compile(rb'name="?(\w+)"?[^\r]*\r\n(?:[^\r]+\r\n)*\r\n(.*?)\r\n--', re.DOTALL)


class Platform:
    """Telegram, from ``async with`` to the end of it."""

    def __init__(self, send_seconds: float = 0.0, limits: Limits = NO_LIMITS) -> None:
        """Each message sent by the Bot API takes ``send_seconds`` before it has arrived."""
        self.url = ""
        self.send_seconds = send_seconds
        self.calls: Counter[str] = Counter()
        self.refused: list[float] = []
        """When a message was refused with 429."""
        self.arrived: list[tuple[float, int, str]] = []
        """When which text arrived in which chat without being waited for."""
        self.answers: Counter[str] = Counter()
        """How many answers that were waited for came by which way: "api" or "response"."""
        self._limits, self._flood = limits, FloodControl(limits)
        self._waiting: dict[int, asyncio.Future[tuple[float, str]]] = {}
        self._next_message = 0
        self._news = asyncio.Event()

    def expect(self, chat: int) -> "asyncio.Future[tuple[float, str]]":
        """The next message to a chat: when it will have arrived, and its text."""
        assert chat not in self._waiting, "one message at a time is waited for in a chat"
        answer = asyncio.get_running_loop().create_future()
        self._waiting[chat] = answer
        return answer

    async def until_arrived(self, count: int) -> None:
        """Wait until so many messages have arrived without being waited for."""
        while len(self.arrived) < count:
            self._news.clear()
            await self._news.wait()

    def take_response(self, content_type: bytes, body: bytes) -> None:
        """Take what a bot answered in the response to an update; it may be nothing."""
        if body:
            self._carry_out("", _fields(content_type, body), "response")

    async def __aenter__(self) -> "Platform":
        """Serve on a free port of this machine."""
        listener = socket.create_server(("127.0.0.1", 0), backlog=2048)
        self.url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        config = uvicorn.Config(
            self._app,
            log_config=None,
            access_log=False,
            lifespan="off",
            http="httptools",
            interface="asgi3",
            timeout_keep_alive=600,
        )
        config.load()
        self._server = uvicorn.Server(config)
        self._server.lifespan = config.lifespan_class(config)
        await self._server.startup(sockets=[listener])
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Break off what is open: the bot is gone."""
        for server in self._server.servers:
            server.close()
        for connection in list(self._server.server_state.connections):
            connection.transport.abort()
        await asyncio.sleep(0)

    async def _app(self, scope: Any, receive: Any, send: Any) -> None:
        body, more = b"", True
        while more:
            part = await receive()
            body += part.get("body", b"")
            more = part.get("more_body", False)
        method = scope["path"].rpartition("/")[2]
        content_type = next((value for name, value in scope["headers"] if name == b"content-type"), b"")
        fields = _fields(content_type, body)
        if self.send_seconds and method.startswith("send"):
            await asyncio.sleep(self.send_seconds)
        try:
            status, answer = 200, {"ok": True, "result": self._carry_out(method, fields, "api")}
        except ApiError as refusal:
            status, answer = refusal.code, refusal.as_json()
        content = json.dumps(answer).encode()
        headers = [(b"content-type", b"application/json"), (b"content-length", str(len(content)).encode())]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": content})

    def _carry_out(self, method: str, fields: dict[str, Any], way: str) -> Any:
        method = method or fields.get("method", "")
        self.calls[method] += 1
        if method == "getMe":
            return _ME
        if method == "getWebhookInfo":
            return {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
        if method != "sendMessage":
            return True
        chat, text, at = int(fields["chat_id"]), str(fields["text"]), time.perf_counter()
        if self._limits is not NO_LIMITS and way == "api":
            self._count(chat, at)
        if (waiting := self._waiting.pop(chat, None)) is not None:
            self.answers[way] += 1
            waiting.set_result((at, text))
        else:
            self.arrived.append((at, chat, text))
            self._news.set()
        self._next_message += 1
        return {
            "message_id": self._next_message,
            "date": int(time.time()),
            "chat": {"id": chat, "type": "private", "first_name": "Noor"},
            "from": _ME,
            "text": text,
        }

    def _count(self, chat: int, at: float) -> None:
        try:
            self._flood.count(chat, is_group=False, now=at)
        except ApiError:
            self.refused.append(at)
            raise


def _fields(content_type: bytes, body: bytes) -> dict[str, Any]:
    if not body:
        return {}
    if content_type.startswith(b"application/x-www-form-urlencoded"):
        return dict(parse_qsl(body.decode()))
    if content_type.startswith(b"application/json"):
        return dict(json.loads(body))
    return {name.decode(): value.decode() for name, value in _PART.findall(body)}
