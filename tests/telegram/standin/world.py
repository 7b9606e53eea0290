"""All that the stand-in knows, guarded by one lock: people, chats, the bot, what it asked, what fails next."""

import math
import random
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.telegram.standin.accounts import BotAccount, Chat, Post, User
from tests.telegram.standin.clock import Clock, StillClock
from tests.telegram.standin.errors import bad_request, forbidden
from tests.telegram.standin.limits import FloodControl, Limits
from tests.telegram.standin.updates import UpdateQueue

TOKEN = "4839574812:AAFD39kkdpWt3ywyRZergyOLMaJhac60qcE"  # made up


@dataclass(slots=True)
class Call:
    """A request of the bot, and how it was answered: 200, an error's code, or 0 for nothing that HTTP knows."""

    method: str
    parameters: dict[str, Any]
    status: int = 0
    in_response: bool = False
    """It came in the response to an update: how it was answered nobody was told."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that goes wrong with the next request (to ``method``, if that is told); "" is nothing."""

    what: str
    method: str = ""


class World:
    """The state. Everything that reads or changes it holds ``lock``; who changes it calls ``changed``."""

    def __init__(self, *, clock: Clock | None = None, limits: Limits | None = None, token: str = TOKEN) -> None:
        self.clock = clock or StillClock()
        self.flood = FloodControl(limits or Limits())
        self.lock = threading.RLock()
        self.listeners: list[Callable[[], None]] = []
        self.users: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self.calls: list[Call] = []
        self.faults: list[Fault] = []
        self.files: dict[str, bytes] = {}
        self.answer_within = 60.0
        """Seconds in which a press can be answered."""
        self.webhook_at_once = 1
        """How many updates are brought to the webhook at the same time, each of another chat."""
        self.no_answer_for = math.inf
        """Seconds until a connection is broken off on which no answer comes."""
        self.late_by = 0.3
        """Real seconds after which a late answer comes."""
        self.polls_held_back = 0
        self.answers_lost = 0
        """So many of the bot's next answers to the webhook do not arrive."""
        self.closing = False
        # As with Telegram, the numbers begin anywhere.
        updates = UpdateQueue(next_id=random.randrange(10**8, 10**9))
        self.bot = BotAccount(id=int(token.split(":")[0]), token=token, username="KamerTestBot", updates=updates)
        self._condition = threading.Condition(self.lock)
        if isinstance(self.clock, StillClock):
            self.clock.moved = self.changed

    def now(self) -> float:
        """The stand-in's time, in seconds since 1970."""
        return self.clock.now()

    def next_fault(self, method: str) -> str:
        """What goes wrong with this request; empty for nothing."""
        with self.lock:
            for fault in self.faults:
                if fault.method.lower() in ("", method.lower()):
                    self.faults.remove(fault)
                    return fault.what
        return ""

    def changed(self) -> None:
        """Tell everybody who waits to look again."""
        with self._condition:
            self._condition.notify_all()
        for listener in self.listeners:
            listener()

    def wait_until(self, predicate: Callable[[], bool], timeout: float = 10.0) -> None:
        """Wait until something is so; real seconds, no polling. Raises AssertionError when it does not come."""
        with self._condition:
            assert self._condition.wait_for(predicate, timeout), "what the test waits for did not come"

    def private_chat(self, user: User) -> Chat:
        """The chat of the bot and a person."""
        return self.chats.setdefault(user.id, Chat(id=user.id, type="private", user=user))

    def new_post_id(self, chat: Chat) -> int:
        """The next message id: a supergroup counts for itself, all other chats of an account together."""
        counter: Chat | BotAccount = chat if chat.type == "supergroup" else self.bot
        counter.next_post += 1
        return counter.next_post - 1

    def update(self, kind: str, content: dict[str, Any], chat: Chat) -> None:
        """Let the bot know of something."""
        self.bot.updates.add(kind, content, chat.id, self.now())
        self.changed()

    def chat_to_write(self, chat_id: str) -> Chat:
        """The chat that a request is for. Raises ApiError where the bot cannot write there."""
        chat = self.chat_to_read(chat_id)
        if not chat.bot_may_write:
            raise bad_request("not enough rights to send text messages to the chat")
        return chat

    def chat_to_read(self, chat_id: str) -> Chat:
        """The chat that a request is for. Raises ApiError where the bot is not in it."""
        if not chat_id:
            raise bad_request("chat_id is empty")
        number = int(chat_id) if chat_id.lstrip("-").isdigit() else 0
        user = self.users.get(number)
        if user:
            return self._private_chat_to_write(user)
        chat = self.chats.get(number)
        if chat is None:
            raise bad_request("chat not found")
        if chat.moved_to is not None:
            raise bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.moved_to)
        if chat.bot_status == "kicked":
            raise forbidden(f"bot was kicked from the {chat.type} chat")
        if chat.bot_status == "left":
            raise forbidden(f"bot is not a member of the {chat.type} chat")
        return chat

    def _private_chat_to_write(self, user: User) -> Chat:
        if user.deactivated:
            raise forbidden("user is deactivated")
        if user.id not in self.bot.started_by:
            raise forbidden("bot can't initiate conversation with a user")
        if user.id in self.bot.blocked_by:
            raise forbidden("bot was blocked by the user")
        return self.private_chat(user)

    def post_of_bot(self, chat: Chat, message_id: int) -> Post | None:
        """A message that the bot itself sent."""
        return next((post for post in chat.posts if post.id == message_id and post.by_bot), None)
