"""The alarm clock: rings every minute. What is due then is known from the database, not from here."""

from collections.abc import Awaitable, Callable
from datetime import UTC

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger


class Alarm:
    """Calls ``ring`` at the start of each minute, and not again while a call is still under way."""

    def __init__(self, ring: Callable[[], Awaitable[None]], seconds: str = "0") -> None:
        """``seconds`` are those of the minute at which it rings, as cron writes them."""

        async def rung() -> None:
            await ring()

        self._scheduler = AsyncIOScheduler(timezone=UTC)
        trigger = CronTrigger(second=seconds, timezone=UTC)
        self._scheduler.add_job(rung, trigger, coalesce=True, max_instances=1, misfire_grace_time=None)

    def start(self) -> None:
        """Begin to ring, in the running event loop."""
        self._scheduler.start()

    def stop(self) -> None:
        """Ring no more. A call that is under way in a thread finishes its transaction there."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
