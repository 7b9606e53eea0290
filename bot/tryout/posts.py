"""What the page posts, checked, and as the values of the core."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from bot.tryout.clock import Step
from bot.tryout.ports import Line, Phone
from handlers.messages import Incoming, Kind

_MessageId = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z-]{8,64}$")]


class _Post(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class MovePost(_Post):
    """A press of a button beside the clock."""

    step: Step


class MessagePost(_Post):
    """Something that was sent from a phone. The page makes ``id``; it posts the same again until it is answered."""

    phone: str
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

    def incoming(self, channel: str, phone: Phone, now: datetime) -> Incoming:
        """The message as the core takes it."""
        return Incoming(
            channel=channel,
            id=f"{self.id}:edit:{self.edit}" if self.edit else self.id,
            account=phone.key,
            chat=phone.key,
            sent_at=now,
            kind=self.kind,
            text=self.text,
            message=self.id,
            edited=self.edit > 0,
            replies_to=self.replies_to,
            replies_to_text=self.replies_to_text,
            forwarded=self.forwarded,
            sender_name=phone.person,
            language="nl",
        )

    def line(self, now: datetime) -> Line:
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
        )
