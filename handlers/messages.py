"""The plain values that channels, handlers and scheduler share: what came in, and what goes out."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import blake2b
from typing import Any

# The narrowest of the platforms sets the shape for all (WhatsApp: interactive reply buttons and lists).
MOST_BUTTONS = 3
MOST_CHOICES = 10
BUTTON_LABEL = 20
CHOICE_LABEL = 24
BUTTON_DATA_BYTES = 64  # Telegram Bot API, InlineKeyboardButton.callback_data


THUMB = "👍"
"""The reaction that stands for "seen, and noted"."""


class Kind(StrEnum):
    """What sort of thing came in. All but text, button, blocked and unblocked are things the bot cannot read."""

    TEXT = "text"
    BUTTON = "button"
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    PHOTO = "photo"
    STICKER = "sticker"
    VOICE = "voice"
    VIDEO = "video"
    LOCATION = "location"
    CONTACT = "contact"
    FILE = "file"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One thing that a platform told us: a message, an edit, a press of a button, a block.

    ``id`` is what makes it unique within its channel: a platform that delivers it twice uses the same id.
    ``message`` is the platform's name for the message itself, to which an edit or a reply refers later.
    ``sent_at`` is when the sender sent it, with its zone; a naive time raises ValueError.
    """

    channel: str
    id: str
    account: str
    chat: str
    sent_at: datetime
    kind: Kind = Kind.TEXT
    text: str = ""
    """The text typed, or the caption of a picture; of a press: the button's data."""
    message: str = ""
    edited: bool = False
    replies_to: str = ""
    """The message that this one replies to, or that bears the pressed button."""
    replies_to_text: str = ""
    forwarded: bool = False
    group_chat: bool = False
    addressed: bool = False
    """In a group chat: it is meant for the bot (a command, a mention of it, a reply to it)."""
    sees_all: bool = False
    """In a group chat: the bot is shown everything that is said there, not only what is addressed to it."""
    anonymous: bool = False
    """In a group chat: written in the name of the chat or of a channel, so that nobody knows by whom."""
    photo: str = ""
    """The platform's reference to a picture, by which it can be shown again on the same channel."""
    sender_name: str = ""
    language: str = ""
    """The language of the sender's app as the platform tells it ("nl", "en-GB"), or empty."""

    def __post_init__(self) -> None:
        if self.sent_at.tzinfo is None:
            raise ValueError("sent_at has no time zone")

    @property
    def trace(self) -> str:
        """What this message is called in the log; see ``trace_of``."""
        return trace_of(self.channel, self.id)


def trace_of(channel: str, external_id: str) -> str:
    """Name a message for the log: the same each time it is delivered.

    A hash, for a platform's id may hold a telephone number (WhatsApp's does).
    """
    return blake2b(f"{channel} {external_id}".encode(), digest_size=5).hexdigest()


@dataclass(frozen=True, slots=True)
class Button:
    """A button: what a person reads on it, and what comes back when it is pressed."""

    label: str
    data: str


def fitting(choices: Sequence[tuple[str, str]]) -> tuple[Button, ...]:
    """Buttons from (label, data) pairs, labels shortened to what fits beside so many others."""
    longest = label_length(len(choices))
    return tuple(
        Button(label if len(label) <= longest else label[: longest - 1].rstrip() + "…", data) for label, data in choices
    )


def label_length(buttons: int) -> int:
    """How many characters fit on each of so many buttons."""
    return BUTTON_LABEL if buttons <= MOST_BUTTONS else CHOICE_LABEL


@dataclass(frozen=True, slots=True)
class Attachment:
    """A picture or file to be drawn by ``reports`` when it is sent: which one (``kind``) and from what (plain JSON)."""

    kind: str
    data: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One message to one person or group chat.

    ``text`` may hold <b> and <i>; everything else in it is escaped (``language.say`` does so).
    Up to three ``buttons`` stand side by side under the text; four to ten are a list.
    """

    text: str
    buttons: tuple[Button, ...] = ()
    attachment: Attachment | None = None
    photo: str = ""
    """A picture that somebody sent, by the platform's reference (see ``Incoming.photo``), shown with the text."""
    to_person: int | None = None
    """A person's id; None is the chat that the message came from."""
    to_chat: str = ""
    """Another chat of the same channel, by the platform's id; empty is the chat that the message came from."""
    replies_to: str = ""
    """The platform's id of the message that this one answers, where the platform can show that."""
    reaction: str = ""
    """An emoji set on the message ``replies_to`` in place of the text, where the platform and the chat can do that."""
    in_place: bool = False
    """It takes the place of the message whose button was pressed, where the platform can change what was sent."""
    to_account: int | None = None
    """Which of the person's accounts; None is the one last used."""
    about: tuple[int, ...] = ()
    """The entries that this message tells of: a reply to it is about them."""
    subject: str = ""
    """What else than entries this message tells of, as kind and id ("attendance:12"): a correction means that."""
    asks: bool = False
    """It is a question that waits for an answer."""
    bulk: bool = False
    """Sent to many by the clock: goes after replies to people."""
    not_before: datetime | None = None
    """Waits until then (quiet hours); None is now."""
    expires_at: datetime | None = None
    """Not worth sending after this time; None is always worth it."""
    menu: tuple[tuple[str, str], ...] = ()
    """Commands to show this chat from now on: (command without slash, what it does)."""

    def __post_init__(self) -> None:
        if self.reaction and not self.replies_to:
            raise ValueError("a reaction is set on a message: none is named")
        if len(self.buttons) > MOST_CHOICES:
            raise ValueError(f"{len(self.buttons)} choices, at most {MOST_CHOICES} fit in a list")
        longest = label_length(len(self.buttons))
        for button in self.buttons:
            if not 0 < len(button.label) <= longest:
                raise ValueError(f"the label {button.label!r} is empty or longer than {longest} characters")
            if len(button.data.encode()) > BUTTON_DATA_BYTES:
                raise ValueError(f"the data of {button.label!r} is longer than {BUTTON_DATA_BYTES} bytes")

    def row(self, pressed: str = "") -> dict[str, Any]:
        """The message as it is laid ready to be sent; ``body`` is plain JSON.

        ``pressed`` is the platform's id of the message whose button was pressed, if this answers a press.
        """
        body = {
            "text": str(self.text),
            "buttons": [[button.label, button.data] for button in self.buttons],
            "attachment": asdict(self.attachment) if self.attachment else None,
            "menu": [list(command) for command in self.menu],
            "subject": self.subject,
            "photo": self.photo,
            "replies_to": self.replies_to,
            "reaction": self.reaction,
            "replaces": pressed if self.in_place else "",
        }
        return {
            "body": body,
            "about": self.about,
            "asks": self.asks,
            "bulk": self.bulk,
            "not_before": self.not_before,
            "expires_at": self.expires_at,
        }
