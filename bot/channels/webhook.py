"""The address to which a platform sends its updates."""

import hmac
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

log = logging.getLogger(__name__)
Take = Callable[[dict[str, Any]], Awaitable[dict[str, Any] | None]]
"""Takes an update in; returns a request that the platform carries out when it reads the response, or None."""
_LONGEST_BODY = 1 << 20  # bytes; the longest update is some tens of thousands


def secret_route(path: str, header: str, secret: str, take: Take) -> Route:
    """A route that takes JSON objects from whoever knows the secret.

    It answers 200 once ``take`` has returned, with the request that it returned if any, and 500 when it raises: the
    platform then sends the same again.
    """
    if not secret:
        raise ValueError("a webhook needs a secret")

    async def endpoint(request: Request) -> Response:
        if not hmac.compare_digest(request.headers.get(header, "").encode(), secret.encode()):
            return Response(status_code=403)
        body = await _body(request)
        if body is None:
            return Response(status_code=413)
        try:
            update = json.loads(body)
        except ValueError:
            update = None
        if not isinstance(update, dict):
            return Response(status_code=400)
        try:
            request_back = await take(update)
        except Exception:
            log.exception("an update could not be kept; it comes again")
            return Response(status_code=500)
        return Response() if request_back is None else JSONResponse(request_back)

    return Route(path, endpoint, methods=["POST"])


async def _body(request: Request) -> bytes | None:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LONGEST_BODY:
            return None
    return bytes(body)
