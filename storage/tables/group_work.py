"""The work of groups: their chats, klussen, who took part, and the cases that count."""

from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from storage.instant import instant


class GroupChat(SQLModel, table=True):
    """A chat of a platform in which a volunteer group reports. An uncoupled one keeps its row, without ``group_id``."""

    # A chat reports for one group at a time.
    __tablename__ = "group_chat"
    __table_args__ = (UniqueConstraint("channel", "chat"),)

    id: int = Field(default=None, primary_key=True)
    room_id: int = Field(foreign_key="room.id", index=True)
    group_id: int | None = Field(default=None, foreign_key="volunteer_group.id", index=True)
    channel: str
    chat: str
    coupled_by: int = Field(foreign_key="person.id")
    coupled_at: datetime = instant()
    uncoupled_at: datetime | None = instant(nullable=True)


class Klus(SQLModel, table=True):
    """A small job as it stands now; how it came there is in its changes."""

    # People say "klus 12".
    __table_args__ = (UniqueConstraint("room_id", "number"), Index("ix_klus_state", "room_id", "state", "done_on"))

    id: int = Field(default=None, primary_key=True)
    room_id: int = Field(foreign_key="room.id")
    number: int
    what: str
    place: str | None = None
    """Where; shown to those who do it alone, and erased 30 days after it is done or dropped."""
    group_id: int | None = Field(default=None, foreign_key="volunteer_group.id")
    corporation: str | None = None
    """The housing corporation whose house it is in, or "" when it was asked and there is none."""
    state: str
    """"asked", "taken", "done" or "dropped"."""
    asked_by: int = Field(foreign_key="person.id")
    asked_at: datetime = instant()
    done_on: date | None = None
    closed_at: datetime | None = instant(nullable=True)
    """When it was told to be done, or dropped."""
    duplicate_of: int | None = Field(default=None, foreign_key="klus.id")
    inbox_id: int = Field(foreign_key="inbox.id")


class KlusChange(SQLModel, table=True):
    """One step of a klus, with who and by which message. Rows are only added."""

    __tablename__ = "klus_change"

    id: int = Field(default=None, primary_key=True)
    klus_id: int = Field(foreign_key="klus.id", index=True)
    change: str
    """What happened: a state, or "given", "helped", "returned", "reopened", "description", "place", "corporation",
    "photo", "merged", "parted"."""
    value: str = ""
    """What it became: a day, the number of a person or of another klus, words. A place is not kept here."""
    changed_at: datetime = instant()
    changed_by: int = Field(foreign_key="person.id")
    inbox_id: int = Field(foreign_key="inbox.id", index=True)


class KlusHelper(SQLModel, table=True):
    """Who does or did a klus. Their hours are the entries with its ``klus_id``."""

    __tablename__ = "klus_helper"

    klus_id: int = Field(foreign_key="klus.id", primary_key=True)
    person_id: int = Field(foreign_key="person.id", primary_key=True, index=True)
    since: datetime = instant()


class KlusPhoto(SQLModel, table=True):
    """A picture of a klus, as the platform's reference to it."""

    __tablename__ = "klus_photo"

    id: int = Field(default=None, primary_key=True)
    klus_id: int = Field(foreign_key="klus.id", index=True)
    is_after: bool
    channel: str
    reference: str
    taken_at: datetime = instant()
    by: int = Field(foreign_key="person.id")


class Participant(SQLModel, table=True):
    """Somebody who takes part, by first name and initial inside the room: "Fatima B."."""

    # Of two alike the second gets a number: "Fatima B. 2".
    __table_args__ = (UniqueConstraint("room_id", "name"),)

    id: int = Field(default=None, primary_key=True)
    room_id: int = Field(foreign_key="room.id")
    name: str
    created_at: datetime = instant()
    merged_into: int | None = Field(default=None, foreign_key="participant.id")


class ParticipantChange(SQLModel, table=True):
    """What was done to the name of a participant, with who and by which message. Rows are only added; no name is kept.

    ``changed_by`` and ``inbox_id`` are None for what the clock did.
    """

    __tablename__ = "participant_change"

    id: int = Field(default=None, primary_key=True)
    participant_id: int = Field(foreign_key="participant.id", index=True)
    change: str
    """"added", "merged", "parted", "renamed" or "erased"."""
    into: int | None = Field(default=None, foreign_key="participant.id")
    """Of a merge: who they turned out to be."""
    changed_at: datetime = instant()
    changed_by: int | None = Field(default=None, foreign_key="person.id")
    inbox_id: int | None = Field(default=None, foreign_key="inbox.id")


class Attendance(SQLModel, table=True):
    """That an activity was held, and which. Who came is in its versions."""

    id: int = Field(default=None, primary_key=True)
    room_id: int = Field(foreign_key="room.id")
    number: int
    """Of the activities on one day for one group: 1, and 2 for a second one that is no correction."""


class AttendanceVersion(SQLModel, table=True):
    """Who came to an activity, as told from some moment on. Rows are only added; ``is_current`` alone changes."""

    __tablename__ = "attendance_version"
    __table_args__ = (
        UniqueConstraint("attendance_id", "version"),
        Index(
            "ux_attendance_version_current",
            "attendance_id",
            unique=True,
            sqlite_where=text("is_current"),
            postgresql_where=text("is_current"),
        ),
        Index("ix_attendance_version_told", "changed_by", "room_id", "changed_at"),
        Index("ix_attendance_version_room", "room_id", "is_current", "activity", "date", "heads", "new_heads"),
    )

    id: int = Field(default=None, primary_key=True)
    attendance_id: int = Field(foreign_key="attendance.id")
    version: int
    is_current: bool
    room_id: int = Field(foreign_key="room.id")
    group_id: int | None = Field(default=None, foreign_key="volunteer_group.id")
    activity: str
    """The kind of activity, as a label of the understanding: it decides for which indicator it counts."""
    date: date
    heads: int
    """Everybody who came, those with a name included; not those who ran it."""
    new_heads: int | None = None
    """How many of them came to this kind of activity for the first time this year; None when not told."""
    is_withdrawn: bool = False
    reason: str = ""
    changed_at: datetime = instant()
    changed_by: int = Field(foreign_key="person.id")
    inbox_id: int = Field(foreign_key="inbox.id", index=True)


class AttendanceName(SQLModel, table=True):
    """A participant who was named in an attendance."""

    __tablename__ = "attendance_name"

    version_id: int = Field(foreign_key="attendance_version.id", primary_key=True)
    participant_id: int = Field(foreign_key="participant.id", primary_key=True, index=True)


class Tally(SQLModel, table=True):
    """A case that counts for an indicator. It has a number by which people speak of it, and no person's name."""

    # People say "doorverwijzing 14": a number means one case in a room, of whatever kind.
    __table_args__ = (UniqueConstraint("room_id", "number"),)

    id: int = Field(default=None, primary_key=True)
    room_id: int = Field(foreign_key="room.id")
    kind: str
    number: int


class TallyVersion(SQLModel, table=True):
    """What a case was from some moment on. Rows are only added; ``is_current`` alone changes."""

    __tablename__ = "tally_version"
    __table_args__ = (
        UniqueConstraint("tally_id", "version"),
        Index(
            "ux_tally_version_current",
            "tally_id",
            unique=True,
            sqlite_where=text("is_current"),
            postgresql_where=text("is_current"),
        ),
        Index("ix_tally_version_room", "room_id", "is_current", "kind", "date"),
    )

    id: int = Field(default=None, primary_key=True)
    tally_id: int = Field(foreign_key="tally.id")
    version: int
    is_current: bool
    room_id: int = Field(foreign_key="room.id")
    kind: str
    takes_part_since: date | None = None
    """Of a resident referred by W&I: since when they take part."""
    date: date
    organisation: str | None = None
    """The partner's or agency's name; never a person's."""
    counted_before: bool = False
    """The same resident was counted before: a further referral of theirs is no further participant."""
    is_withdrawn: bool = False
    reason: str = ""
    changed_at: datetime = instant()
    changed_by: int = Field(foreign_key="person.id")
    inbox_id: int = Field(foreign_key="inbox.id", index=True)
