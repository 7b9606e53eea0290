"""Work that one process does for all: it asks for the lead, and another takes over when it loses that or dies."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from storage.lead import Lead

BETWEEN_LOOKS = 3.0
"""Seconds between two looks at who leads."""


async def while_leading(lead: Lead, work: Callable[[], Awaitable[None]]) -> None:
    """Do the work as long as this process has the lead; returns when the work has come to its end by itself."""
    try:
        while True:
            if await asyncio.to_thread(lead.take):
                if await _until_lost(lead, asyncio.ensure_future(work())):
                    return
            else:
                await asyncio.sleep(BETWEEN_LOOKS)
    finally:
        lead.release()


async def _until_lost(lead: Lead, task: "asyncio.Future[None]") -> bool:
    """Whether the work ended by itself, before the lead was lost."""
    try:
        while True:
            await asyncio.wait({task}, timeout=BETWEEN_LOOKS)
            if task.done():
                task.result()
                return True
            if not await asyncio.to_thread(lead.take):
                return False
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
