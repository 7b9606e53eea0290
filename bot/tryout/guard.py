"""Who may use the try-out: pages that this machine itself served, and nobody else."""

import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_LOOPBACK = re.compile(r"(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?", re.IGNORECASE)
_READING = frozenset({"GET", "HEAD"})

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
    ),
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Guard:
    """Refuses requests under a foreign name and writes from foreign pages; puts the protecting headers on answers.

    The Host check keeps out a site that points its own name at 127.0.0.1; the origin checks one that posts here.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_protected(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        refusal = _refusal(scope["method"], Headers(scope=scope))
        await (refusal or self._app)(scope, receive, send_protected)


def _refusal(method: str, headers: Headers) -> JSONResponse | None:
    hosts = headers.getlist("host")
    if len(hosts) != 1 or not _LOOPBACK.fullmatch(hosts[0]):
        return _refuse(400, "De try-out werkt alleen op deze computer zelf: gebruik 127.0.0.1 of localhost.")
    if method in _READING:
        return None
    # Browsers name the origin of every write; a program without a page (curl) names none, and is on this machine.
    if headers.get("origin", f"http://{hosts[0]}") != f"http://{hosts[0]}":
        return _refuse(403, "Dit verzoek komt van een andere website. Dat mag niet.")
    if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return _refuse(403, "Dit verzoek komt van een andere website. Dat mag niet.")
    if headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        return _refuse(415, "Stuur JSON, met Content-Type: application/json.")
    return None


def _refuse(status: int, sentence: str) -> JSONResponse:
    return JSONResponse({"error": sentence}, status)
