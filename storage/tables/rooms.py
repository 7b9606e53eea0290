"""Rooms: what they are called, what they promised, their groups and the words they taught the bot."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.instant import instant


class Room(SQLModel, table=True):
    """A neighbourhood work room: a tenant. Nothing crosses from one to another."""

    id: int = Field(default=None, primary_key=True)
    slug: str = Field(unique=True)
    name: str
    settings: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    words_version: str = Field(default="", sa_column_kwargs={"server_default": ""})
    """Another one after each change of a word that the room's messages are read with; the database sets it."""


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
    terms: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False, server_default="{}"))
    """All that it says besides; ``storage.agreements.terms_of`` reads it."""


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
    usual_days: list[int] = Field(default_factory=list, sa_column=Column(JSON, nullable=False, server_default="[]"))
    """The days of the week on which it meets, Monday 1 to Sunday 7."""
    since: date | None = None
    """From which day on it is there, or is there again; None where that was not kept."""
    closed_at: datetime | None = instant(nullable=True)
    merged_into: int | None = Field(default=None, foreign_key="volunteer_group.id")
    """The group that it went into, never one that was merged itself: what was done for it counts there."""


class GroupChange(SQLModel, table=True):
    """One change to a group, with who made it and by which message. Rows are only added."""

    __tablename__ = "group_change"

    id: int = Field(default=None, primary_key=True)
    group_id: int = Field(foreign_key="volunteer_group.id", index=True)
    change: str
    """What was done: "made", "name", "aliases", "activity", "days", "merged", "closed" or "opened"."""
    value: str = ""
    """What it became; of a merge, or its undoing, the id of the other group."""
    moved: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True), nullable=True))
    """Of a merge: what moved with it, to be put back when it is undone."""
    changed_at: datetime = instant()
    changed_by: int = Field(foreign_key="person.id")
    inbox_id: int = Field(foreign_key="inbox.id", index=True)


class LearnedWord(SQLModel, table=True):
    """A word that somebody taught the bot: it means a group of the room."""

    # A word means one group in a room. The id of a word taken back may not come to mean another: old buttons bear it.
    __table_args__ = (UniqueConstraint("room_id", "word"), {"sqlite_autoincrement": True})

    id: int = Field(default=None, primary_key=True)
    room_id: int = Field(foreign_key="room.id")
    word: str
    group_id: int = Field(foreign_key="volunteer_group.id")
    taught_by: int = Field(foreign_key="person.id")
    taught_at: datetime = instant()
    checked_at: datetime | None = instant(nullable=True)
    """When a coordinator said that it is right; None while nobody did."""
    checked_by: int | None = Field(default=None, foreign_key="person.id")


class RoomSettingChange(SQLModel, table=True):
    """One setting of a room that a coordinator changed, by which message. Rows are only added."""

    __tablename__ = "room_setting_change"

    id: int = Field(default=None, primary_key=True)
    room_id: int = Field(foreign_key="room.id", index=True)
    name: str
    value: str
    """What it became, as JSON; empty is the usual value again."""
    changed_at: datetime = instant()
    changed_by: int = Field(foreign_key="person.id")
    inbox_id: int = Field(foreign_key="inbox.id", index=True)
