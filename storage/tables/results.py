"""Results that were found outside the bot and entered by a coordinator."""

from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from storage.instant import instant


class Result(SQLModel, table=True):
    """That something was found of an indicator. What was found, and on which day, is in its versions."""

    id: int = Field(default=None, primary_key=True)
    room_id: int = Field(foreign_key="room.id", index=True)
    indicator: str


class ResultVersion(SQLModel, table=True):
    """What was found, as told from some moment on. Rows are only added; ``is_current`` alone changes."""

    __tablename__ = "result_version"
    __table_args__ = (
        UniqueConstraint("result_id", "version"),
        Index(
            "ux_result_version_current",
            "result_id",
            unique=True,
            sqlite_where=text("is_current"),
            postgresql_where=text("is_current"),
        ),
        Index("ix_result_version_room", "room_id", "is_current", "indicator", "date"),
    )

    id: int = Field(default=None, primary_key=True)
    result_id: int = Field(foreign_key="result.id")
    version: int
    is_current: bool
    room_id: int = Field(foreign_key="room.id")
    indicator: str
    date: date
    """The day on which it was found: from then on it holds, until one of a later day in the same year."""
    value: str
    """A number, such as "2.5", in the indicator's unit; or "positive" or "negative"."""
    source: str
    """Where it comes from, in words: an interview, the budget, an audit. Names no person."""
    is_withdrawn: bool = False
    reason: str = ""
    changed_at: datetime = instant()
    changed_by: int = Field(foreign_key="person.id")
    inbox_id: int = Field(foreign_key="inbox.id", index=True)
