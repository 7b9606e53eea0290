"""Surveys: rounds of questions, how often each answer was given, and, while a round is open, who was asked.

No row says who answered what. Of the answers only their numbers are kept, in one row for each question, all of them
made when the round opens: in a list of answers their order alone would tell who came first.
"""

from datetime import date, datetime

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from storage.instant import instant


class SurveyRound(SQLModel, table=True):
    """A time of at most two weeks in which a room asks its residents, or its partners."""

    __tablename__ = "survey_round"

    id: int = Field(default=None, primary_key=True)
    room_id: int = Field(foreign_key="room.id", index=True)
    audience: str
    """"residents" or "partners"."""
    code: str = Field(unique=True)
    """Who holds it can answer without having been asked in the chat: it is in the link and on the poster."""
    opened_on: date
    opened_at: datetime = instant()
    opened_by: int = Field(foreign_key="person.id")
    inbox_id: int = Field(foreign_key="inbox.id")
    ends_on: date
    """The last day on which it can be answered."""
    closed_on: date | None = None
    closed_by: int | None = Field(default=None, foreign_key="person.id")
    """The coordinator who ended it early; None when the clock did."""
    closed_inbox_id: int | None = Field(default=None, foreign_key="inbox.id")
    invited: int = 0
    """How many were asked: in the chat, or by the coordinator's word where a link was passed on."""
    responded: int = 0
    """How many of those gave an answer; of partners, all who did."""
    by_link: int = 0
    """How many gave an answer without having been asked in the chat."""


class SurveyCount(SQLModel, table=True):
    """How often each answer to a question was given in a round."""

    __tablename__ = "survey_count"

    round_id: int = Field(foreign_key="survey_round.id", primary_key=True)
    question: str = Field(primary_key=True)
    """The indicator that it is asked for."""
    # One row for all answers to a question: the transaction that last wrote a row of "yes" alone would be its sender's.
    counts: dict[str, int] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))


class SurveyPerson(SQLModel, table=True):
    """That a person was asked in a round that is open, and how far they are. All rows of a round go when it closes."""

    __tablename__ = "survey_person"

    round_id: int = Field(foreign_key="survey_round.id", primary_key=True)
    person_id: int = Field(foreign_key="person.id", primary_key=True, index=True)
    is_invited: bool
    """Asked in the chat; else they came by the link."""
    position: int = 0
    """How many questions are behind them, answered or passed over; that is not told apart."""
    has_answered: bool = False
    is_done: bool = False
    """Nothing is asked of them any more: they are through, or do not want to."""
    is_reminded: bool = False
