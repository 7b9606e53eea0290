"""What a channel must be able to do, and how a send can fail."""

from dataclasses import dataclass
from typing import Protocol

from handlers.messages import Button


@dataclass(frozen=True, slots=True)
class File:
    """A picture or document ready to be sent. ``description`` says in words what it shows (alt text, caption)."""

    name: str
    media_type: str
    content: bytes
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One message on its way out. ``text`` holds at most <b> and <i>, all else escaped; ``id`` is its outbox row."""

    id: int
    chat: str
    text: str
    buttons: tuple[Button, ...] = ()
    file: File | None = None
    photo: str = ""
    """The platform's reference to a picture that it has already, shown with the text where it can be."""
    menu: tuple[tuple[str, str], ...] = ()
    """Commands to show this chat from now on: (command without slash, what it does)."""
    replies_to: str = ""
    """The platform's id of the message that this one answers; empty answers none."""
    reaction: str = ""
    """An emoji to set on ``replies_to`` in place of the text; the text is for where that cannot be done."""
    replaces: str = ""
    """The platform's id of an earlier message of ours, whose place this one takes where it can."""


class SendError(Exception):
    """A send that failed; the message is a sentence for the operator, without token, name or text."""

    result = "refused"
    """What became of it, in a word."""


class TryAgainError(SendError):
    """It may go through later: at the earliest after ``after`` seconds, where the platform says so."""

    result = "again"

    def __init__(self, sentence: str, after: float | None = None) -> None:
        super().__init__(sentence)
        self.after = after


class UnreachableError(SendError):
    """The person cannot be written to any more: blocked the bot, never started it, or the account is gone."""

    result = "unreachable"


class ChatMovedError(SendError):
    """The chat has another id from now on (a Telegram group became a supergroup)."""

    result = "moved"

    def __init__(self, new_chat: str) -> None:
        super().__init__("the chat has a new id")
        self.new_chat = new_chat


class RefusedError(SendError):
    """The platform will never take this message as it is: a fault of ours."""


class Channel(Protocol):
    """A way to people: Telegram, the browser try-out."""

    @property
    def name(self) -> str:
        """What the channel is called in the books: ``telegram``, ``browser``."""

    async def send(self, outgoing: Outgoing) -> str:
        """Send one message and return the platform's id for it. Raises SendError."""

    async def announce(self, chat: str, media_type: str) -> None:
        """Show for a few seconds that a file of this type is coming. Raises SendError."""
