"""Hours, and what is kept to come by them."""

from datetime import date, datetime, time

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from storage.instant import instant


class Entry(SQLModel, table=True):
    """That there is an entry, and whose. What it says is in its versions."""

    id: int = Field(default=None, primary_key=True)
    room_id: int = Field(foreign_key="room.id")
    person_id: int = Field(foreign_key="person.id", index=True)
    klus_id: int | None = Field(default=None, foreign_key="klus.id", index=True)
    """The klus that the hours went into, if it was one."""


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
        Index("ix_entry_version_made", "room_id", "version", "changed_at", "entry_id"),
        Index("ix_entry_version_wrote", "person_id", "changed_by", "changed_at"),
        Index("ix_entry_version_newest", "person_id", "is_current", "entry_id", "status"),
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
    changed_at: datetime = instant()
    changed_by: int = Field(foreign_key="person.id")
    inbox_id: int = Field(foreign_key="inbox.id", index=True)


class Habit(SQLModel, table=True):
    """Work that a person does every week; after it they are asked whether they were there. Books nothing itself."""

    id: int = Field(default=None, primary_key=True)
    room_id: int = Field(foreign_key="room.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    group_id: int | None = Field(default=None, foreign_key="volunteer_group.id")
    weekday: int
    """Monday 1 to Sunday 7."""
    minutes: int
    starts: time | None = None
    begins_on: date
    ended_on: date | None = None
    inbox_id: int = Field(foreign_key="inbox.id")


class Shift(SQLModel, table=True):
    """Time that runs: begun by "ik begin", ended by "klaar". Books nothing until it is ended."""

    __table_args__ = (
        # A person is at one place at a time.
        Index(
            "ux_shift_running",
            "person_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
    )

    id: int = Field(default=None, primary_key=True)
    room_id: int = Field(foreign_key="room.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    group_id: int | None = Field(default=None, foreign_key="volunteer_group.id")
    started_at: datetime = instant()
    ended_at: datetime | None = instant(nullable=True)
    """When it was ended or dropped; None while it runs."""
    inbox_id: int = Field(foreign_key="inbox.id")
