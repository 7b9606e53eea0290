"""getUpdates: long polling, one poller at a time."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from tests.telegram.standin.errors import ApiError, conflict
from tests.telegram.standin.methods import note_allowed_updates
from tests.telegram.standin.parameters import Parameters
from tests.telegram.standin.world import World

_LONGEST_POLL = 50  # seconds
_MOST_UPDATES = 100


@dataclass(slots=True)
class _Poll:
    """A request that is held back; ``refusal`` sends it away."""

    refusal: ApiError | None = None


class Polls:
    """Holds back empty answers until an update comes or the poll's time is over. Lives in the server's event loop."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._bell = asyncio.Event()
        self._current = _Poll()

    def ring(self) -> None:
        """Have whoever waits look again."""
        self._bell.set()

    async def get_updates(self, parameters: Parameters) -> list[dict[str, Any]]:
        """The updates that are not confirmed, at once when there are any."""
        world = self._world
        limit = min(max(parameters.integer("limit", _MOST_UPDATES), 1), _MOST_UPDATES)
        offset = parameters.integer("offset")
        with world.lock:
            if world.bot.webhook_url:
                raise conflict(
                    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
                )
            note_allowed_updates(world, parameters)
            if offset:
                world.bot.updates.confirm(offset)
            world.changed()
            found = self._pending(limit)
            deadline = world.now() + min(max(parameters.integer("timeout"), 0), _LONGEST_POLL)
        return found or await self._wait(limit, deadline)

    async def _wait(self, limit: int, deadline: float) -> list[dict[str, Any]]:
        world = self._world
        self._current.refusal = conflict(
            "terminated by other getUpdates request; make sure that only one bot instance is running"
        )
        self._current = poll = _Poll()
        self._bell.set()
        with world.lock:
            world.polls_held_back += 1
            world.changed()
        try:
            return await self._hold_back(poll, limit, deadline)
        finally:
            with world.lock:
                world.polls_held_back -= 1

    async def _hold_back(self, poll: _Poll, limit: int, deadline: float) -> list[dict[str, Any]]:
        world = self._world
        while True:
            with world.lock:
                if world.bot.webhook_url:
                    raise conflict("terminated by setWebhook request")
                if poll.refusal:
                    raise poll.refusal
                found = self._pending(limit)
                if found or world.now() >= deadline or world.closing:
                    return found
                seconds = world.clock.wait_at_most(deadline)
            self._bell.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._bell.wait(), seconds)

    def _pending(self, limit: int) -> list[dict[str, Any]]:
        return [update.body for update in self._world.bot.updates.pending(self._world.now())[:limit]]
