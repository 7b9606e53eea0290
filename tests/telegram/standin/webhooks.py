"""Sending updates to the bot's webhook: in order within a chat, again and again until it answers 2xx."""

import asyncio
from contextlib import suppress
from urllib.parse import urlsplit

import httpx

from tests.telegram.standin.errors import ApiError
from tests.telegram.standin.faults import ANSWERS, NOT_DONE
from tests.telegram.standin.methods import LOOPBACK, METHODS
from tests.telegram.standin.parameters import Parameters
from tests.telegram.standin.requests import fields_of, opened
from tests.telegram.standin.updates import Waiting
from tests.telegram.standin.world import Call, World

_LONGEST_PAUSE = 60.0  # seconds between two tries
_TIMEOUT = 30.0
_NOT_IN_RESPONSE = ("get", "setwebhook", "deletewebhook", "close", "logout")
"""What Telegram's own server does not do in a response: questions, and what ends the webhook itself."""


class Deliveries:
    """Delivers ``World.webhook_at_once`` updates at a time. Lives in the server's event loop."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._bell = asyncio.Event()
        self._under_way: dict[int, asyncio.Task[None]] = {}
        """By chat."""

    def ring(self) -> None:
        """Something changed: look again."""
        self._bell.set()

    async def run(self) -> None:
        """Deliver until cancelled."""
        async with httpx.AsyncClient(timeout=_TIMEOUT, trust_env=False, verify=False) as client:
            try:
                while True:
                    with self._world.lock:
                        update = self._next()
                    if update:
                        self._begin(client, update)
                    else:
                        await self._wait()
            finally:
                for task in self._under_way.values():
                    task.cancel()

    def _begin(self, client: httpx.AsyncClient, update: Waiting) -> None:
        task = asyncio.create_task(self._deliver(client, update))
        self._under_way[update.chat_id] = task

        def done(_task: asyncio.Task[None]) -> None:
            del self._under_way[update.chat_id]
            self.ring()

        task.add_done_callback(done)

    def _next(self) -> Waiting | None:
        """The oldest update of a chat that is due; a chat whose oldest one failed waits for it."""
        world = self._world
        if not world.bot.webhook_url or world.closing or len(self._under_way) >= world.webhook_at_once:
            return None
        heads: dict[int, Waiting] = {}
        for update in world.bot.updates.pending(world.now()):
            heads.setdefault(update.chat_id, update)
        for chat_id in self._under_way:
            heads.pop(chat_id, None)
        return next((update for update in heads.values() if update.try_at <= world.now()), None)

    async def _wait(self) -> None:
        with self._world.lock:
            pending = self._world.bot.updates.pending(self._world.now())
            failed = [update for update in pending if update.failures and update.chat_id not in self._under_way]
            waits = [self._world.clock.wait_at_most(update.try_at) for update in failed]
        self._bell.clear()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._bell.wait(), min((wait for wait in waits if wait is not None), default=None))

    async def _deliver(self, client: httpx.AsyncClient, update: Waiting) -> None:
        world = self._world
        url, secret = world.bot.webhook_url, world.bot.webhook_secret
        request_back: dict[str, str] = {}
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        try:
            if urlsplit(url).hostname not in LOOPBACK:
                raise httpx.ConnectError("the stand-in goes nowhere but to loopback")
            answer = await client.post(url, json=update.body, headers=headers)
            trouble = "" if answer.is_success else f"Wrong response from the webhook: {answer.status_code}"
            request_back = _request_in(answer)
        except httpx.HTTPError as error:
            trouble = f"Connection failed: {type(error).__name__}"
        with world.lock:
            if world.answers_lost > 0:
                world.answers_lost -= 1
                trouble = "Read timeout expired"
            if trouble:
                update.failures += 1
                update.try_at = world.now() + min(2.0 ** (update.failures - 1), _LONGEST_PAUSE)
                world.bot.webhook_error, world.bot.webhook_error_at = trouble, world.now()
            else:
                world.bot.updates.remove(update)
                self._carry_out(request_back)
            world.changed()

    def _carry_out(self, request: dict[str, str]) -> None:
        """Do what the response asks for; nobody hears whether it went well."""
        method = request.pop("method", "")
        if not method or method.lower().startswith(_NOT_IN_RESPONSE):
            return
        fault, status = self._world.next_fault(method), 200
        try:
            if fault not in NOT_DONE and fault not in ANSWERS:
                METHODS[method.lower()](self._world, Parameters(request, {}))
        except KeyError:
            status = 404
        except ApiError as refusal:
            status = refusal.code
        shown = {name: opened(name, value) for name, value in request.items()}
        self._world.calls.append(Call(method, shown, status if not fault else 0, in_response=True))


def _request_in(answer: httpx.Response) -> dict[str, str]:
    """The request in the response to an update (Bot API, "Making requests when getting updates"); empty for none."""
    if not answer.headers.get("content-type", "").startswith("application/json"):
        return {}
    try:
        given = answer.json()
    except ValueError:
        return {}
    return fields_of(given) if isinstance(given, dict) else {}
