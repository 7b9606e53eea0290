"""Sending updates to the bot's webhook: in order within a chat, again and again until it answers 2xx."""

import asyncio
from contextlib import suppress
from urllib.parse import urlsplit

import httpx

from tests.telegram.standin.methods import LOOPBACK
from tests.telegram.standin.updates import Waiting
from tests.telegram.standin.world import World

_LONGEST_PAUSE = 60.0  # seconds between two tries
_TIMEOUT = 30.0


class Deliveries:
    """Delivers one update at a time. Lives in the server's event loop."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._bell = asyncio.Event()

    def ring(self) -> None:
        """Something changed: look again."""
        self._bell.set()

    async def run(self) -> None:
        """Deliver until cancelled."""
        async with httpx.AsyncClient(timeout=_TIMEOUT, trust_env=False, verify=False) as client:
            while True:
                with self._world.lock:
                    update = self._next()
                if update:
                    await self._deliver(client, update)
                else:
                    await self._wait()

    def _next(self) -> Waiting | None:
        """The oldest update of a chat that is due; a chat whose oldest one failed waits for it."""
        world = self._world
        if not world.bot.webhook_url or world.closing:
            return None
        heads: dict[int, Waiting] = {}
        for update in world.bot.updates.pending(world.now()):
            heads.setdefault(update.chat_id, update)
        return next((update for update in heads.values() if update.try_at <= world.now()), None)

    async def _wait(self) -> None:
        with self._world.lock:
            pending = self._world.bot.updates.pending(self._world.now())
            waits = [self._world.clock.wait_at_most(update.try_at) for update in pending if update.failures]
        self._bell.clear()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._bell.wait(), min((wait for wait in waits if wait is not None), default=None))

    async def _deliver(self, client: httpx.AsyncClient, update: Waiting) -> None:
        world = self._world
        url, secret = world.bot.webhook_url, world.bot.webhook_secret
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        try:
            if urlsplit(url).hostname not in LOOPBACK:
                raise httpx.ConnectError("the stand-in goes nowhere but to loopback")
            answer = await client.post(url, json=update.body, headers=headers)
            trouble = "" if answer.is_success else f"Wrong response from the webhook: {answer.status_code}"
        except httpx.HTTPError as error:
            trouble = f"Connection failed: {type(error).__name__}"
        with world.lock:
            if trouble:
                update.failures += 1
                update.try_at = world.now() + min(2.0 ** (update.failures - 1), _LONGEST_PAUSE)
                world.bot.webhook_error, world.bot.webhook_error_at = trouble, world.now()
            else:
                world.bot.updates.remove(update)
            world.changed()
