"""Requests to Telegram over aiohttp: a third of what they cost over the library's own client.

Its addresses hold the token: no address is logged, nor told in an error.
"""

import asyncio
import io
import logging
from importlib import import_module
from typing import TYPE_CHECKING, Any

from telegram import Bot, Update
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

if TYPE_CHECKING:
    import aiohttp

log = logging.getLogger(__name__)
CONNECT_WITHIN = 10.0  # seconds
_UNREADABLE = (LookupError, TypeError, ValueError, AttributeError)


class Request(BaseRequest):
    """Makes requests on ``connections`` at once; more wait for one that is free, for ``wait`` seconds at most."""

    def __init__(self, connections: int, read_timeout: float, wait: float) -> None:
        self._connections = connections
        self._read_timeout = read_timeout
        self._wait = wait
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds without any of the answer after which it is given up."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Nothing: the connections are made when they are needed, on the event loop that needs them."""

    async def shutdown(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 (the library's own signature, also below)
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """Make a request; returns the answer's status and body. Raises TimedOut and NetworkError.

        Of the times only the one to read is told for a request of its own; the others are those of all requests.
        """
        if self._session is None:
            # Loaded with the first request, and beside the event loop: the program serves meanwhile.
            await asyncio.to_thread(import_module, "aiohttp")
        import aiohttp

        reads = read_timeout if isinstance(read_timeout, int | float) else self._read_timeout
        timeout = aiohttp.ClientTimeout(None, self._wait + CONNECT_WITHIN, reads, CONNECT_WITHIN)
        try:
            async with self._open().request(method, url, data=_body(request_data), timeout=timeout) as answer:
                return answer.status, await answer.read()
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from None

    def _open(self) -> "aiohttp.ClientSession":
        import aiohttp

        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
                trust_env=True,
            )
        return self._session


def _body(data: RequestData | None) -> "aiohttp.FormData | dict[str, str] | None":
    if data is None:
        return None
    if not data.contains_files:
        return data.json_parameters
    import aiohttp

    form = aiohttp.FormData(quote_fields=False)
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, media_type) in data.multipart_data.items():
        file = io.BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, file, filename=filename, content_type=media_type)
    return form


class PollingRequest(Request):
    """Reads what Telegram answers to getUpdates; an update that the library cannot read holds up no other."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """What Telegram answers, with readable updates."""
        answer = Request.parse_json_payload(payload)
        if isinstance(answer.get("result"), list):
            answer["result"] = [_readable(update) for update in answer["result"]]
        return answer


def read(update: dict[str, Any], bot: Bot) -> Update:
    """The update as the library reads it; its bare number where it cannot."""
    try:
        return Update.de_json(update, bot)
    except _UNREADABLE as error:
        return Update.de_json(_bare(update, error), bot)


def _readable(update: dict[str, Any]) -> dict[str, Any]:
    try:
        Update.de_json(update)
    except _UNREADABLE as error:
        return _bare(update, error)
    return update


def _bare(update: dict[str, Any], error: Exception) -> dict[str, Any]:
    log.error("update %s cannot be read (%s) and is left out", update["update_id"], type(error).__name__)
    return {"update_id": update["update_id"]}


def silence_library() -> None:
    """Keep the HTTP client and the library from logging addresses, which hold the token, and messages.

    What goes wrong comes to us as an exception, and is told in words of our own.
    """
    logging.getLogger("aiohttp").setLevel(logging.WARNING)
    logging.getLogger("telegram").setLevel(logging.CRITICAL + 1)
