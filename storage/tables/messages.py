"""Messages in and out, the questions between them, and what the clock did."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from storage.instant import instant


def _partial(name: str, *columns: str, where: str) -> Index:
    return Index(name, *columns, sqlite_where=text(where), postgresql_where=text(where))


class Inbox(SQLModel, table=True):
    """A message as it came in: the evidence behind an entry. ``payload`` goes when it has been kept long enough."""

    # The same message delivered twice must change nothing the second time.
    __table_args__ = (
        UniqueConstraint("channel", "external_id"),
        Index("ix_inbox_message", "channel", "chat", "message"),
        Index("ix_inbox_chat", "channel", "chat", "id"),
        _partial("ix_inbox_kept", "received_at", where="payload IS NOT NULL"),
    )

    id: int = Field(default=None, primary_key=True)
    channel: str
    external_id: str
    chat: str
    message: str
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    sent_at: datetime = instant()
    received_at: datetime = instant()
    payload: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True), nullable=True))
    error: str | None = None
    """The kind of failure that kept it from being handled; None when all went well."""


class Dialogue(SQLModel, table=True):
    """The question that is open between the bot and a person in a chat."""

    person_id: int = Field(foreign_key="person.id", primary_key=True)
    chat: str = Field(primary_key=True)
    number: int
    """Tells this question from older ones, whose buttons are known as old by it."""
    kind: str = ""
    """Empty when nothing is open."""
    state: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    version: int = 1
    """Of the shape of ``state``."""
    asked_at: datetime = instant()


class Outbox(SQLModel, table=True):
    """A message to be sent, or sent. Written in the same commit as what it tells of."""

    __table_args__ = (
        Index("ix_outbox_due", "status", "bulk", "id"),
        Index("ix_outbox_chat", "channel", "chat", "id"),
        Index("ix_outbox_message", "channel", "chat", "message"),
        Index("ix_outbox_recent", "channel", "chat", "created_at"),
        _partial("ix_outbox_kept", "created_at", where="body IS NOT NULL"),
        # Small, however much was ever sent: what is not sent yet, and the chats that are written to or rest.
        _partial("ix_outbox_waiting", "channel", "chat", "bulk", "id", where="status = 'waiting'"),
        _partial("ix_outbox_held", "channel", "claimed_until", "chat", where="claimed_until IS NOT NULL"),
        _partial("ix_outbox_answers", "answers", where="answers IS NOT NULL"),
    )

    id: int = Field(default=None, primary_key=True)
    channel: str
    chat: str
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    body: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True), nullable=True))
    """Text, buttons, attachment and menu; goes when it has been kept long enough."""
    about: list[int] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    asks: bool = False
    """It is a question that waits for an answer."""
    bulk: bool = False
    status: str = "waiting"
    trace: str = ""
    """Of the message that it answers, as the log calls it; empty when the clock caused it."""
    created_at: datetime = instant()
    not_before: datetime | None = instant(nullable=True)
    expires_at: datetime | None = instant(nullable=True)
    claimed_until: datetime | None = instant(nullable=True)
    """Until then nothing else is sent to the chat: this is being sent, or was, and the chat rests."""
    attempts: int = 0
    sent_at: datetime | None = instant(nullable=True)
    message: str | None = None
    """The platform's id of the message once it was sent; of what was handed over it is learned later, or never."""
    answers: int | None = Field(default=None, foreign_key="inbox.id")
    """The message in whose receipt this was handed over: delivered again, it is given the same answer again."""
    error: str | None = None


class ChannelPace(SQLModel, table=True):
    """How fast a channel sends, over all processes: who claims messages of it holds the row until the commit."""

    __tablename__ = "channel_pace"

    channel: str = Field(primary_key=True)
    next_at: datetime = instant()
    """When the next message may go, by the rate over all chats."""
    paused_until: datetime | None = instant(nullable=True)
    """The platform asked the bot as a whole to wait until then."""


class Told(SQLModel, table=True):
    """That a person was told a thing that is told once only: a milestone, the reminder of one silence."""

    # Whoever inserts the row tells; a second one finds it told.
    __table_args__ = (
        UniqueConstraint("person_id", "room_id", "what", "period"),
        Index("ix_told_room", "room_id", "what", "period", "person_id", "told_at"),
    )

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id")
    room_id: int = Field(foreign_key="room.id")
    what: str
    period: str
    told_at: datetime = instant()


class Run(SQLModel, table=True):
    """That a job of the clock was done, or skipped, for a period and a room."""

    # Whoever inserts the row does the job; a second process finds it taken.
    __table_args__ = (
        UniqueConstraint("job", "period", "room_id"),
        Index("ix_run_started", "room_id", "started_at", "job", "period"),
    )

    id: int = Field(default=None, primary_key=True)
    job: str
    period: str
    room_id: int = Field(foreign_key="room.id")
    status: str
    started_at: datetime = instant()
    counts: dict[str, int] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))


class Note(SQLModel, table=True):
    """A value of the program itself, by name: the try-out's clock, when the scheduler first saw a room."""

    name: str = Field(primary_key=True)
    value: str
