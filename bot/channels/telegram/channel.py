"""The channel to Telegram: receiving by long polling and by webhook, sending, menus, and how the bot stands there."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

from starlette.routing import Route
from telegram import (
    Bot,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    CallbackQuery,
    Update,
    User,
)
from telegram.constants import ChatMemberStatus

from bot.channels.in_order import InOrder
from bot.channels.telegram.errors import FAILURES, LONGEST_PAUSE, send_error
from bot.channels.telegram.http import PollingRequest, Request, read, silence_library
from bot.channels.telegram.incoming import TELEGRAM, incoming_from
from bot.channels.telegram.outgoing import Sender, request_back
from bot.channels.webhook import secret_route
from handlers.messages import Incoming, trace_of
from scheduler.sending import (
    Outgoing,
    SendError,
    TryAgainError,
)
from scheduler.trace import follow

log = logging.getLogger(__name__)
T = TypeVar("T")
Receive = Callable[[Incoming], Awaitable[None]]
"""Takes one message in; returns after the commit, raises when it could not be kept."""
Answer = Callable[[Incoming], Awaitable[Outgoing | None]]
"""The same; what it returns goes in the response to the update."""
Menu = Sequence[tuple[str, str]]

API_URL = "https://api.telegram.org"
WEBHOOK_PATH = "/telegram"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
UPDATES = (Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER)

_LONG_POLL = 30  # seconds that Telegram holds an empty answer back
_CONNECTIONS = 100  # as many as delivery sends at once


@dataclass(frozen=True, slots=True)
class Health:
    """How the bot stands with Telegram, for the operator."""

    username: str
    reads_groups: bool
    """Whether privacy mode is off; where it is on, the bot sees of a group only what is meant for it."""
    webhook: str
    """The address to which Telegram sends; empty is long polling."""
    waiting: int
    """Updates that Telegram keeps until they are received."""
    webhook_error: str


class TelegramChannel:
    """The channel to Telegram. ``now`` is the program's clock, ``pause`` how it waits (in seconds)."""

    name = TELEGRAM

    def __init__(
        self,
        token: str,
        *,
        now: Callable[[], datetime],
        api_url: str = API_URL,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
        read_timeout: float = 20.0,
        chat_moved: Callable[[str, str], Awaitable[None]] | None = None,
    ) -> None:
        """``chat_moved`` is told of a group that became a supergroup: its old and its new chat."""
        silence_library()
        self._now = now
        self._pause = pause
        self._chat_moved = chat_moved
        # A send that finds all connections taken waits for one: that is no failure of Telegram's.
        sending = Request(_CONNECTIONS, read_timeout, 60.0)
        polling = PollingRequest(1, read_timeout, 10.0)
        self._requests = (sending, polling)
        root = api_url.rstrip("/")
        self._bot = Bot(token, f"{root}/bot", f"{root}/file/bot", request=sending, get_updates_request=polling)
        self._sender = Sender(self._bot, pause)
        self._me: User | None = None
        self.polled_at: float | None = None
        """When Telegram last answered as it was polled, in monotonic seconds; None where it is not polled."""
        self.called_at: float | None = None
        """When Telegram last sent something to the webhook, in monotonic seconds."""

    async def close(self) -> None:
        """Close the connections."""
        for request in self._requests:
            await request.shutdown()

    async def send(self, outgoing: Outgoing) -> str:
        """Send one message, and return Telegram's id for it: see ``Sender``."""
        return await self._sender.send(outgoing)

    async def announce(self, chat: str, media_type: str) -> None:
        """Show for five seconds, or until the next message, that a file of this type is coming. Raises SendError."""
        await self._sender.announce(chat, media_type)

    async def poll(self, receive: Receive) -> None:
        """Receive by long polling until cancelled; what was begun then is finished first.

        The offset moves past an update only when ``receive`` has returned: one that could not be kept comes again.
        """
        self.polled_at = time.monotonic()
        try:
            await self._poll(receive)
        except asyncio.CancelledError:
            self.polled_at = None
            raise

    async def _poll(self, receive: Receive) -> None:
        self._me = await self._insist(self._bot.get_me)
        await self._insist(self._bot.delete_webhook)
        order = InOrder(number=_number, chat=_chat, take=partial(self._take, receive))
        offset, pauses = 0, _pauses()
        while True:
            ask = partial(self._bot.get_updates, offset, timeout=_LONG_POLL, allowed_updates=UPDATES)
            batch = await self._insist(ask)
            self.polled_at = time.monotonic()
            undone = await order.take_batch(batch)
            if not order.stuck:
                pauses = _pauses()
            if undone is not None:
                offset = undone
                await self._pause(next(pauses))
            elif batch:
                offset = batch[-1].update_id + 1

    def webhook_route(self, receive: Answer, secret: str) -> Route:
        """The route to which Telegram sends updates; it answers 200 only when ``receive`` has returned.

        What ``receive`` returns is sent in that answer (Bot API, "Making requests when getting updates"): words and
        buttons, of which Telegram tells neither whether they could be sent nor what it calls them.
        """

        async def take(data: dict[str, Any]) -> dict[str, Any] | None:
            self.called_at = time.monotonic()
            answer = await self._take(receive, read(data, self._bot))
            return None if answer is None else request_back(answer)

        return secret_route(WEBHOOK_PATH, HEADER, secret, take)

    async def meet(self) -> None:
        """Learn the bot's own name, by which it knows what is meant for it. Tries until it can."""
        self._me = await self._insist(self._bot.get_me)

    async def set_webhook(self, url: str, secret: str) -> None:
        """Have Telegram send updates to ``url`` from now on. Tries until it can; raises RefusedError for a bad one."""
        self._me = await self._insist(self._bot.get_me)
        await self._insist(partial(self._bot.set_webhook, url, allowed_updates=UPDATES, secret_token=secret))

    async def set_default_menu(self, menus: Mapping[str, Menu], in_groups: Mapping[str, Menu]) -> None:
        """Set the commands that people see who have no menu of their own, and those that are seen in groups.

        Both have (command without slash, what it does) by language ("nl", "en"); "" is for all other languages.
        """
        for scope, every in ((BotCommandScopeAllPrivateChats(), menus), (BotCommandScopeAllGroupChats(), in_groups)):
            for language, menu in every.items():
                await self._insist(partial(self._bot.set_my_commands, menu, scope, language_code=language or None))

    async def check(self) -> Health:
        """Ask Telegram how the bot stands there. Raises SendError, with a sentence for the operator."""
        try:
            me = await self._bot.get_me()
            webhook = await self._bot.get_webhook_info()
        except FAILURES as error:
            raise send_error(error) from None
        return Health(
            username=me.username or "",
            reads_groups=bool(me.can_read_all_group_messages),
            webhook=webhook.url,
            waiting=webhook.pending_update_count,
            webhook_error=webhook.last_error_message or "",
        )

    async def sees_all(self, chat: str) -> bool:
        """Whether the bot is shown all that is said in a group: as its admin, or without privacy mode.

        Raises SendError, with a sentence for the operator.
        """
        try:
            me = self._me or await self._bot.get_me()
            if me.can_read_all_group_messages:
                return True
            # Asked each time: of a change of rights only one process hears.
            member = await self._bot.get_chat_member(chat, me.id)
        except FAILURES as error:
            raise send_error(error) from None
        return member.status == ChatMemberStatus.ADMINISTRATOR

    async def _take(self, receive: Callable[[Incoming], Awaitable[T]], update: Update) -> T | None:
        follow(trace_of(TELEGRAM, str(update.update_id)))
        # The answer to a press only stops the turning wheel on the button: handling does not wait for it.
        acknowledged = asyncio.create_task(self._acknowledge(update.callback_query)) if update.callback_query else None
        try:
            await self._note_changes(update)
            incoming = incoming_from(update, self._now(), self._me.username or "" if self._me else "")
            if incoming and incoming.group_chat:
                incoming = replace(incoming, sees_all=await self._is_shown_all(incoming))
            return await receive(incoming) if incoming else None
        finally:
            if acknowledged:
                await acknowledged

    async def _note_changes(self, update: Update) -> None:
        """A group that became a supergroup is told of in both chats."""
        message = update.message
        if self._chat_moved and message and message.migrate_to_chat_id:
            await self._chat_moved(str(message.chat.id), str(message.migrate_to_chat_id))
        if self._chat_moved and message and message.migrate_from_chat_id:
            await self._chat_moved(str(message.migrate_from_chat_id), str(message.chat.id))

    async def _is_shown_all(self, incoming: Incoming) -> bool:
        if incoming.message and not incoming.addressed:
            return True  # else it would not have come
        try:
            return await self.sees_all(incoming.chat)
        except SendError as failure:
            log.warning("what the bot is shown of a group is not known: %s", failure)
            return False

    async def _acknowledge(self, query: CallbackQuery) -> None:
        try:
            await self._bot.answer_callback_query(query.id)
        except FAILURES as error:
            # Telegram answers 400 to a late one; the press itself is handled all the same.
            log.debug("a press was not acknowledged: %s", type(error).__name__)

    async def _insist(self, request: Callable[[], Awaitable[T]]) -> T:
        """Make a request until it is answered, with growing pauses. Raises what trying again cannot mend."""
        for pause in _pauses():
            try:
                return await request()
            except FAILURES as error:
                failure = send_error(error)
                if not isinstance(failure, TryAgainError):
                    raise failure from None
                wait = max(pause, failure.after or 0.0)
                log.warning("%s; next try in %g seconds", failure, wait)
                await self._pause(wait)
        raise AssertionError("the pauses have no end")


def _number(update: Update) -> int:
    return update.update_id


def _chat(update: Update) -> str:
    return str(update.effective_chat.id) if update.effective_chat else ""


def _pauses() -> Iterator[float]:
    """Seconds between tries: 1, 2, 4, ... and then always the longest."""
    pause = 1.0
    while True:
        yield pause
        pause = min(pause * 2, LONGEST_PAUSE)
