"""People: who they are, where they can be written to, and their place in rooms and groups."""

from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from storage.instant import instant


class Person(SQLModel, table=True):
    """A human being, whatever channels they write from. ``name`` is empty until they gave one, and after they left."""

    id: int = Field(default=None, primary_key=True)
    name: str = ""
    language: str = "nl"
    created_at: datetime = instant()
    consented_at: datetime | None = instant(nullable=True)
    consent_version: int | None = None
    forgotten_at: datetime | None = instant(nullable=True)
    quiet_since: datetime | None = instant(nullable=True)
    """Since then this person wants nothing that they did not ask for."""
    merged_into: int | None = Field(default=None, foreign_key="person.id")
    """The person that this one turned out to be, never one that was merged itself: all that was theirs is there."""


class Account(SQLModel, table=True):
    """A way to write to a person: their id on a channel and the private chat that belongs to it."""

    # One platform user is one account: without this two first messages at once would make two persons.
    __table_args__ = (
        UniqueConstraint("channel", "external_id"),
        Index(
            "ix_account_unreachable",
            "unreachable_since",
            sqlite_where=text("unreachable_since IS NOT NULL"),
            postgresql_where=text("unreachable_since IS NOT NULL"),
        ),
    )

    id: int = Field(default=None, primary_key=True)
    channel: str
    external_id: str
    chat: str
    person_id: int = Field(foreign_key="person.id", index=True)
    unreachable_since: datetime | None = instant(nullable=True)
    last_seen_at: datetime = instant()


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
    away_from: date | None = None
    away_to: date | None = None
    """The days of which they last said that they were or will not be there, both in it: no question about those."""


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
    person_id: int | None = Field(default=None, foreign_key="person.id")
    """The paper volunteer whom it is for, if it is for one: their hours are theirs once they take it."""
    created_by: int | None = Field(default=None, foreign_key="person.id")
    created_at: datetime = instant()
    expires_at: datetime = instant()
    most_uses: int
    uses: int = 0
    withdrawn_at: datetime | None = instant(nullable=True)


class JoinRequest(SQLModel, table=True):
    """Somebody without an invite asks to be let in."""

    id: int = Field(default=None, primary_key=True)
    room_id: int = Field(foreign_key="room.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    asked_at: datetime = instant()
    decided_at: datetime | None = instant(nullable=True)
    decided_by: int | None = Field(default=None, foreign_key="person.id")
    admitted: bool | None = None


class PassedQuestion(SQLModel, table=True):
    """A question that the bot passed on to the room's coordinators. The words stay in the messages alone."""

    id: int = Field(default=None, primary_key=True)
    room_id: int = Field(foreign_key="room.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    asked_at: datetime = instant()
    answered_at: datetime | None = instant(nullable=True)
    answered_by: int | None = Field(default=None, foreign_key="person.id")
    inbox_id: int | None = Field(default=None, foreign_key="inbox.id")
    """The message that asked it, which holds the words as long as they are kept."""


class DatedFact(SQLModel, table=True):
    """Something that is true of a person in a room from a day on: holds a key, is a member of the association.

    A key passes from hand to hand: it counts once both have confirmed, when given and when it comes back.
    """

    __tablename__ = "dated_fact"

    id: int = Field(default=None, primary_key=True)
    room_id: int = Field(foreign_key="room.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    kind: str
    """"key" or "association"."""
    starts: date
    ends: date | None = None
    """The last day on which it was true; None while it is."""
    started_by: int = Field(foreign_key="person.id")
    start_inbox_id: int = Field(foreign_key="inbox.id")
    start_confirmed_at: datetime | None = instant(nullable=True)
    ended_by: int | None = Field(default=None, foreign_key="person.id")
    end_inbox_id: int | None = Field(default=None, foreign_key="inbox.id")
    end_confirmed_at: datetime | None = instant(nullable=True)
    withdrawn_at: datetime | None = instant(nullable=True)
    """It was told by mistake."""
