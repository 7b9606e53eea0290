"""What was reported: periods that are closed, the figures kept of them, and what a coordinator said of a figure."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from storage.instant import instant


class ClosedPeriod(SQLModel, table=True):
    """A month or a report's period of which the figures stand: who closed it, when, by which message."""

    # A period is closed once: what is corrected later is told of, and changes no report.
    __tablename__ = "closed_period"
    __table_args__ = (UniqueConstraint("room_id", "kind", "last"),)

    id: int = Field(default=None, primary_key=True)
    room_id: int = Field(foreign_key="room.id")
    kind: str
    """"month", "interim" or "final"."""
    first: date
    last: date
    closed_at: datetime = instant()
    closed_by: int = Field(foreign_key="person.id")
    inbox_id: int = Field(foreign_key="inbox.id", index=True)


class Snapshot(SQLModel, table=True):
    """A room's figures up to a day as they were when it was made, kept as they are. Rows are only added.

    ``made_by`` and ``inbox_id`` are None for one that the operator made at the command line.
    """

    __table_args__ = (Index("ix_snapshot_room", "room_id", "kind", "last", "id"),)

    id: int = Field(default=None, primary_key=True)
    room_id: int = Field(foreign_key="room.id")
    kind: str
    """For which kind of period: "month", "interim" or "final"."""
    last: date
    """The last day that counts in it; the first is 1 January of its year."""
    period_id: int | None = Field(default=None, foreign_key="closed_period.id", index=True)
    """The closed period whose figures these are; None while it is not closed."""
    content: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    """All that a report of it is made from. People are in it by their numbers alone."""
    marks: dict[str, int] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    """How far the books were when the figures were taken: the newest row of each of their tables."""
    figures_at: datetime = instant()
    """When the figures were taken; those of a closed period are older than the words beside them."""
    made_at: datetime = instant()
    made_by: int | None = Field(default=None, foreign_key="person.id")
    inbox_id: int | None = Field(default=None, foreign_key="inbox.id", index=True)


class Explanation(SQLModel, table=True):
    """Why a figure is what it is on a day, as a coordinator said. Rows are only added; ``is_current`` alone changes."""

    __table_args__ = (
        UniqueConstraint("room_id", "indicator", "last", "version"),
        Index(
            "ux_explanation_current",
            "room_id",
            "indicator",
            "last",
            unique=True,
            sqlite_where=text("is_current"),
            postgresql_where=text("is_current"),
        ),
    )

    id: int = Field(default=None, primary_key=True)
    room_id: int = Field(foreign_key="room.id")
    indicator: str
    last: date
    """The last day of the period that it explains."""
    version: int
    is_current: bool
    text: str
    """"" when it was taken back."""
    changed_at: datetime = instant()
    changed_by: int = Field(foreign_key="person.id")
    inbox_id: int = Field(foreign_key="inbox.id", index=True)
