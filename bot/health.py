"""Whether the program lives, and whether it is ready to serve: for supervisors, load balancers and alerts."""

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol

from sqlalchemy import Engine, text
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from storage.database import reading
from storage.migrations import current, newest

log = logging.getLogger(__name__)

CLOCK_SECONDS = 180
"""The clock is looked at each minute; a look may take a while."""
POLL_SECONDS = 120
"""An empty answer is held back for half a minute, and pauses after a failure are as long."""
DATABASE_SECONDS = 3.0

Part = dict[str, Any]
"""How a part of the program stands: ``ok``, and figures beside it."""


class Receiver(Protocol):
    """A channel that tells when it last heard from its platform, in monotonic seconds."""

    polled_at: float | None
    """None where it does not poll in this process."""
    called_at: float | None
    """None where nothing came by webhook yet."""


class Health:
    """Looks at the parts of one process. ``rang_at`` tells when its clock was last looked at, in monotonic seconds."""

    def __init__(
        self,
        engine: Engine,
        rang_at: Callable[[], float | None],
        receiver: Receiver | None = None,
        notes: Callable[[], Mapping[str, str]] = dict,
    ) -> None:
        """``notes`` tells what is good to know by part, and makes nothing unready."""
        self._engine = engine
        self._rang_at = rang_at
        self._receiver = receiver
        self._notes = notes
        self._needs = newest()
        # One thread: looks that pile up while the database is silent take none from anybody else.
        self._thread = ThreadPoolExecutor(1, "health")

    def routes(self) -> list[Route]:
        """The addresses at which it is asked."""
        return [Route("/healthz", self._lives), Route("/readyz", self._is_ready)]

    async def _lives(self, _request: Request) -> Response:
        return JSONResponse({"status": "ok"})

    async def _is_ready(self, _request: Request) -> Response:
        parts = await self.parts()
        ready = all(part["ok"] for part in parts.values())
        return JSONResponse({"ready": ready, "parts": parts}, 200 if ready else 503)

    async def parts(self) -> dict[str, Part]:
        """How each part stands now."""
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(DATABASE_SECONDS):
                parts = await loop.run_in_executor(self._thread, self._database)
        except TimeoutError:
            parts = {"database": {"ok": False, "error": f"no answer within {DATABASE_SECONDS:.0f} seconds"}}
        parts["clock"] = _recent(self._rang_at(), CLOCK_SECONDS)
        if self._receiver is not None and self._receiver.polled_at is not None:
            parts["polling"] = _recent(self._receiver.polled_at, POLL_SECONDS)
        if self._receiver is not None and self._receiver.called_at is not None:
            # Nothing may come for a whole night: this is to look at, and bounds nothing.
            parts["webhook"] = _recent(self._receiver.called_at, None)
        return parts | {name: {"ok": True, "note": note} for name, note in self._notes().items()}

    def _database(self) -> dict[str, Part]:
        began = time.perf_counter()
        try:
            with reading(self._engine) as session:
                session.execute(text("SELECT 1"))
            has = current(self._engine)
        except Exception as failure:
            log.warning("the database cannot be read (%s)", type(failure).__name__)
            return {"database": {"ok": False, "error": type(failure).__name__}}
        return {
            "database": {"ok": True, "seconds": round(time.perf_counter() - began, 4)},
            "migrations": {"ok": has == self._needs, "has": has, "needs": self._needs},
        }


def _recent(at: float | None, bound: float | None) -> Part:
    """Whether something happened, not more than ``bound`` seconds ago."""
    if at is None:
        return {"ok": False, "seconds_ago": None}
    ago = time.monotonic() - at
    return {"ok": bound is None or ago <= bound, "seconds_ago": round(ago, 1)}
