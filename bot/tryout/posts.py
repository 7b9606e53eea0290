"""What the page posts, checked, and as the values of the core."""

import re
from datetime import datetime
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from bot.tryout.clock import Step
from bot.tryout.ports import Line, Phone
from handlers.messages import Incoming, Kind

_MENTION = re.compile(r"@kamerbot\b *", re.IGNORECASE)
_MessageId = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z-]{8,64}$")]


class _Post(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class MovePost(_Post):
    """A press of a button beside the clock."""

    step: Step


class MessagePost(_Post):
    """Something that was sent from a phone. The page makes ``id``; it posts the same again until it is answered."""

    phone: str
    writer: str = ""
    """In a group chat: the phone of who writes."""
    id: _MessageId
    kind: Kind = Kind.TEXT
    text: str = ""
    edit: int = Field(default=0, ge=0)
    """0 is the message itself, 1 its first edit, and so on."""
    replies_to: str = Field(default="", alias="repliesTo")
    replies_to_text: str = Field(default="", alias="repliesToText")
    forwarded: bool = False

    @model_validator(mode="after")
    def _is_possible(self) -> Self:
        if self.kind in {Kind.BLOCKED, Kind.UNBLOCKED}:
            raise ValueError("a phone of the try-out cannot block the bot")
        if self.kind is Kind.BUTTON and not (self.text and self.replies_to):
            raise ValueError("a press needs a button and the message that bears it")
        return self

    def incoming(self, channel: str, chat: Phone, writer: Phone, now: datetime) -> Incoming:
        """The message as the core takes it; in a group chat as a platform tells it to a bot that is shown all."""
        return Incoming(
            channel=channel,
            id=f"{self.id}:edit:{self.edit}" if self.edit else self.id,
            account=writer.key,
            chat=chat.key,
            sent_at=now,
            kind=self.kind,
            text=_MENTION.sub("", self.text) if chat.is_group else self.text,
            message=self.id,
            edited=self.edit > 0,
            replies_to=self.replies_to,
            replies_to_text=self.replies_to_text,
            forwarded=self.forwarded,
            group_chat=chat.is_group,
            addressed=chat.is_group and self._is_addressed(),
            sees_all=chat.is_group,
            photo=self.id if self.kind is Kind.PHOTO else "",
            sender_name=writer.person,
            language="nl",
        )

    def _is_addressed(self) -> bool:
        # The bot's messages have numbers for an id, those of people do not.
        return self.text.startswith("/") or bool(_MENTION.search(self.text)) or self.replies_to.isdecimal()

    def line(self, now: datetime, author: str) -> Line:
        """The message as other pages show it."""
        return Line(
            id=self.id,
            from_bot=False,
            sent_at=now,
            text=self.text,
            kind=self.kind,
            edited=self.edit > 0,
            replies_to=self.replies_to,
            forwarded=self.forwarded,
            author=author,
        )
