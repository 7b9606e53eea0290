"""Everything that is kept, as tables. Times are moments in UTC, dates days in the room's zone, amounts minutes."""

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import JSON, Column, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from storage.instant import Instant


def _instant(*, nullable: bool = False) -> Any:
    return Field(default=None, sa_type=Instant, nullable=nullable)


class Room(SQLModel, table=True):
    """A neighbourhood work room: a tenant. Nothing crosses from one to another."""

    id: int = Field(default=None, primary_key=True)
    slug: str = Field(unique=True)
    name: str
    settings: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))


class Agreement(SQLModel, table=True):
    """What a room promised for a year."""

    # Two agreements for one room and year would give every figure two targets.
    __table_args__ = (UniqueConstraint("room_id", "year"),)

    id: int = Field(default=None, primary_key=True)
    room_id: int = Field(foreign_key="room.id")
    year: int
    title: str
    volunteer_hours: int
    active_volunteer_hours: int
    is_example: bool = False


class Group(SQLModel, table=True):
    """A volunteer group of a room; ``activity`` is the kind of work it does, as a label of the understanding."""

    __tablename__ = "volunteer_group"
    # Two groups of one name could not be told apart in a message.
    __table_args__ = (UniqueConstraint("room_id", "name"),)

    id: int = Field(default=None, primary_key=True)
    room_id: int = Field(foreign_key="room.id", index=True)
    name: str
    activity: str | None = None
    aliases: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    closed_at: datetime | None = _instant(nullable=True)


class Person(SQLModel, table=True):
    """A human being, whatever channels they write from. ``name`` is empty until they gave one, and after they left."""

    id: int = Field(default=None, primary_key=True)
    name: str = ""
    language: str = "nl"
    created_at: datetime = _instant()
    consented_at: datetime | None = _instant(nullable=True)
    consent_version: int | None = None
    forgotten_at: datetime | None = _instant(nullable=True)
    quiet_since: datetime | None = _instant(nullable=True)
    """Since then this person wants nothing that they did not ask for."""


class Account(SQLModel, table=True):
    """A way to write to a person: their id on a channel and the private chat that belongs to it."""

    # One platform user is one account: without this two first messages at once would make two persons.
    __table_args__ = (UniqueConstraint("channel", "external_id"),)

    id: int = Field(default=None, primary_key=True)
    channel: str
    external_id: str
    chat: str
    person_id: int = Field(foreign_key="person.id", index=True)
    unreachable_since: datetime | None = _instant(nullable=True)
    last_seen_at: datetime = _instant()


class Member(SQLModel, table=True):
    """A person in a room. A leader is a member with groups to lead, see GroupMember."""

    __table_args__ = (UniqueConstraint("room_id", "person_id"),)

    id: int = Field(default=None, primary_key=True)
    room_id: int = Field(foreign_key="room.id")
    person_id: int = Field(foreign_key="person.id", index=True)
    is_coordinator: bool = False
    joined_on: date
    left_on: date | None = None
    silent_until: date | None = None
    """No reminder before this day: they said that there is nothing to tell."""


class Break(SQLModel, table=True):
    """A time in which a member does not volunteer; both days are in it. ``ends`` is None while it is open."""

    id: int = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="member.id", index=True)
    starts: date
    ends: date | None = None


class GroupMember(SQLModel, table=True):
    """A person in a volunteer group."""

    group_id: int = Field(foreign_key="volunteer_group.id", primary_key=True)
    person_id: int = Field(foreign_key="person.id", primary_key=True, index=True)
    is_leader: bool = False


class Invite(SQLModel, table=True):
    """A right to join a room in a role, for whoever holds the code."""

    id: int = Field(default=None, primary_key=True)
    code: str = Field(unique=True)
    room_id: int = Field(foreign_key="room.id", index=True)
    role: str
    group_id: int | None = Field(default=None, foreign_key="volunteer_group.id")
    created_by: int | None = Field(default=None, foreign_key="person.id")
    created_at: datetime = _instant()
    expires_at: datetime = _instant()
    most_uses: int
    uses: int = 0
    withdrawn_at: datetime | None = _instant(nullable=True)


class JoinRequest(SQLModel, table=True):
    """Somebody without an invite asks to be let in."""

    id: int = Field(default=None, primary_key=True)
    room_id: int = Field(foreign_key="room.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    asked_at: datetime = _instant()
    decided_at: datetime | None = _instant(nullable=True)
    decided_by: int | None = Field(default=None, foreign_key="person.id")
    admitted: bool | None = None


class PassedQuestion(SQLModel, table=True):
    """A question that the bot passed on to the room's coordinators. The words stay in the messages alone."""

    id: int = Field(default=None, primary_key=True)
    room_id: int = Field(foreign_key="room.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    asked_at: datetime = _instant()
    answered_at: datetime | None = _instant(nullable=True)
    answered_by: int | None = Field(default=None, foreign_key="person.id")


class LearnedWord(SQLModel, table=True):
    """A word that somebody taught the bot: it means a group of the room."""

    # A word means one group in a room. The id of a word taken back may not come to mean another: old buttons bear it.
    __table_args__ = (UniqueConstraint("room_id", "word"), {"sqlite_autoincrement": True})

    id: int = Field(default=None, primary_key=True)
    room_id: int = Field(foreign_key="room.id")
    word: str
    group_id: int = Field(foreign_key="volunteer_group.id")
    taught_by: int = Field(foreign_key="person.id")
    taught_at: datetime = _instant()


class Inbox(SQLModel, table=True):
    """A message as it came in: the evidence behind an entry. ``payload`` goes when it has been kept long enough."""

    # The same message delivered twice must change nothing the second time.
    __table_args__ = (
        UniqueConstraint("channel", "external_id"),
        Index("ix_inbox_message", "channel", "chat", "message"),
    )

    id: int = Field(default=None, primary_key=True)
    channel: str
    external_id: str
    chat: str
    message: str
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    sent_at: datetime = _instant()
    received_at: datetime = _instant()
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
    asked_at: datetime = _instant()


class Entry(SQLModel, table=True):
    """That there is an entry, and whose. What it says is in its versions."""

    id: int = Field(default=None, primary_key=True)
    room_id: int = Field(foreign_key="room.id")
    person_id: int = Field(foreign_key="person.id", index=True)


class EntryVersion(SQLModel, table=True):
    """What an entry said from some moment on. Rows are only added; ``is_current`` alone ever changes.

    ``room_id`` and ``person_id`` repeat the entry's, so that one index answers a total.
    """

    __tablename__ = "entry_version"
    __table_args__ = (
        # Two corrections at once must not both become version 3.
        UniqueConstraint("entry_id", "version"),
        # An entry says one thing at a time.
        Index(
            "ux_entry_version_current",
            "entry_id",
            unique=True,
            sqlite_where=text("is_current"),
            postgresql_where=text("is_current"),
        ),
        Index("ix_entry_version_person", "person_id", "is_current", "status", "date", "minutes", "room_id", "group_id"),
        Index("ix_entry_version_room", "room_id", "is_current", "status", "date", "minutes", "person_id", "group_id"),
    )

    id: int = Field(default=None, primary_key=True)
    entry_id: int = Field(foreign_key="entry.id")
    version: int
    is_current: bool
    room_id: int = Field(foreign_key="room.id")
    person_id: int = Field(foreign_key="person.id")
    group_id: int | None = Field(default=None, foreign_key="volunteer_group.id")
    date: date
    minutes: int
    starts: time | None = None
    ends: time | None = None
    status: str
    reason: str = ""
    """Why it waits, or why it was changed."""
    changed_at: datetime = _instant()
    changed_by: int = Field(foreign_key="person.id")
    inbox_id: int = Field(foreign_key="inbox.id", index=True)


class Outbox(SQLModel, table=True):
    """A message to be sent, or sent. Written in the same commit as what it tells of."""

    __table_args__ = (
        Index("ix_outbox_due", "status", "bulk", "id"),
        Index("ix_outbox_chat", "channel", "chat", "id"),
        Index("ix_outbox_message", "channel", "chat", "message"),
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
    created_at: datetime = _instant()
    not_before: datetime | None = _instant(nullable=True)
    expires_at: datetime | None = _instant(nullable=True)
    claimed_until: datetime | None = _instant(nullable=True)
    attempts: int = 0
    sent_at: datetime | None = _instant(nullable=True)
    message: str | None = None
    """The platform's id of the message once it was sent."""
    error: str | None = None


class Told(SQLModel, table=True):
    """That a person was told a thing that is told once only: a milestone, the reminder of one silence."""

    # Whoever inserts the row tells; a second one finds it told.
    __table_args__ = (UniqueConstraint("person_id", "room_id", "what", "period"),)

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id")
    room_id: int = Field(foreign_key="room.id")
    what: str
    period: str
    told_at: datetime = _instant()


class Run(SQLModel, table=True):
    """That a job of the clock was done, or skipped, for a period and a room."""

    # Whoever inserts the row does the job; a second process finds it taken.
    __table_args__ = (UniqueConstraint("job", "period", "room_id"),)

    id: int = Field(default=None, primary_key=True)
    job: str
    period: str
    room_id: int = Field(foreign_key="room.id")
    status: str
    started_at: datetime = _instant()
    counts: dict[str, int] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))


class Note(SQLModel, table=True):
    """A value of the program itself, by name: the try-out's clock, the scheduler's last look."""

    name: str = Field(primary_key=True)
    value: str
