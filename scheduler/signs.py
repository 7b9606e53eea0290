"""While something takes long to draw, who waits for it sees that it is coming."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

log = logging.getLogger(__name__)

SHOWN_AGAIN = 4.5
"""Seconds after which a sign is shown again: Telegram shows one for five at most (Bot API, sendChatAction)."""


@asynccontextmanager
async def coming(show: Callable[[], Awaitable[None]]) -> AsyncIterator[None]:
    """Have a sign shown for as long as this block takes.

    One that fails is the last, and changes nothing else. Whoever leaves the block waits for no sign.
    """
    showing = asyncio.create_task(_keep_showing(show))
    try:
        yield
    finally:
        showing.cancel()
        await asyncio.wait([showing])


async def _keep_showing(show: Callable[[], Awaitable[None]]) -> None:
    try:
        while True:
            await show()
            await asyncio.sleep(SHOWN_AGAIN)
    except Exception as failure:
        log.info("a sign that something is coming was not shown (%s)", type(failure).__name__)
