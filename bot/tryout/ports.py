"""What the try-out needs from the running program, and the plain values it shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from handlers.messages import Button, Incoming, Kind
from scheduler.sending import File


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """A phone on the page, or a group chat. ``key`` is its chat on the browser channel, and a phone's account."""

    key: str
    person: str
    role: str
    """What this person is in the room, in words for people: "vrijwilliger"."""
    start: str
    """What the Start button of an empty chat sends: "/start <code>"."""
    is_group: bool = False
    """All other phones write in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing said in a chat, as it is kept: a row of the inbox, or a row of the outbox that was sent.

    The page puts lines together itself: an edit changes the message of the same ``id``, a press shows the label
    of the button whose data is ``text`` on message ``replies_to``.
    """

    id: str
    """From the bot: the outbox row. From a person: the message (of a press: the press)."""
    from_bot: bool
    sent_at: datetime
    text: str | None
    """From the bot: at most <b> and <i>, all else escaped. From a person: as typed. None: no longer kept."""
    kind: Kind = Kind.TEXT
    buttons: tuple[Button, ...] = ()
    menu: tuple[tuple[str, str], ...] = ()
    has_file: bool = False
    edited: bool = False
    """It is an edit of the earlier message ``id``."""
    replies_to: str = ""
    forwarded: bool = False
    author: str = ""
    """In a group chat: who wrote it."""
    reaction: str = ""
    """From the bot: an emoji on message ``replies_to``, in place of a text."""
    replaces: str = ""
    """From the bot: the earlier message of the bot that this one takes the place of."""


class TryOut(Protocol):
    """The running program, as the try-out sees it."""

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which the page tells the time."""

    def now(self) -> datetime:
        """The try-out's time, with a zone."""

    def phones(self) -> Sequence[Phone]:
        """The phones, in the order in which they stand on the page."""

    async def receive(self, incoming: Incoming) -> None:
        """Handle what a phone sent; returns after the commit. The same id a second time changes nothing."""

    async def history(self, chat: str) -> Sequence[Line]:
        """All that was said in a chat, oldest first; of the bot's messages those that were sent."""

    async def file(self, outbox_id: int) -> File | None:
        """The picture or document of a message of the bot, or None if it has none."""

    async def move_clock(self, to: datetime) -> None:
        """Set the try-out's time to a later moment, and do what was due in between."""

    async def start_afresh(self) -> None:
        """Forget everything and begin again with the sample rooms."""
