"""What a message means, as plain values: the result of ``language.understand``."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Meaning(StrEnum):
    """What the writer wants. LOG is certain and may be booked; ASK must be asked first; the others book nothing."""

    LOG = "log"
    ASK = "ask"
    CORRECTION = "correction"
    DELETE = "delete"
    QUESTION = "question"
    CONFIRM = "confirm"
    DENY = "deny"
    PLAN = "plan"
    ABSENCE = "absence"
    """"niets deze week", "ziek": no hours, and no reminder wanted for this silence."""
    PAUSE = "pause"
    """"even pauze", "met vakantie tot 3 januari": a break, with its end in ``until`` where that is said."""
    HELP = "help"
    STOP = "stop"
    LEAVE = "leave"
    """"uitschrijven", "vergeet mij"."""
    HUMAN = "human"
    MY_DATA = "my_data"
    LANGUAGE = "language"
    ATTENDANCE = "attendance"
    TALLY = "tally"
    GREETING = "greeting"
    THANKS = "thanks"
    SMALLTALK = "smalltalk"
    INFO = "info"


class Reason(StrEnum):
    """Why something must be asked before it can be booked."""

    MINUTES = "minutes"
    """No amount at all."""
    WHICH_AMOUNT = "which_amount"
    """Two amounts are possible ("2 of 3 uur", "30 tuin", "1,30 uur"): ``choices`` has them."""
    VAGUE = "vague"
    """"een paar uur", "de hele middag"."""
    TOO_LONG = "too_long"
    NOT_POSITIVE = "not_positive"
    START = "start"
    """Only an end was said."""
    END = "end"
    """Only a start was said, or one clock time."""
    WHICH_DAY = "which_day"
    """"vorige week", "laatst", "weekend"."""
    IMPOSSIBLE_DATE = "impossible_date"
    FUTURE = "future"
    LONG_AGO = "long_ago"
    EACH_OR_TOTAL = "each_or_total"
    """Several days, activities or people and one amount: ``choices`` has both readings."""
    ONE_BY_ONE = "one_by_one"
    """The hours of several people who are named."""
    WHO = "who"
    """Somebody else's hours, and it is not certain whose."""
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An entry as far as the message tells it; None is not told.

    ``minutes`` 1-960 per person; ``date`` a day in the room's zone; ``activity`` one of the labels of the
    conventions ("koken"); ``group`` the key of the room's group that was meant, where that is certain.
    ``starts`` and ``ends`` are the clock times of a range, if that is how it was told.
    """

    minutes: int | None = None
    date: dt.date | None = None
    activity: str | None = None
    group: str | None = None
    people: int | None = None
    names: tuple[str, ...] = ()
    person: int | None = None
    """Key of the known person of the room whose hours these are, where the writer names somebody else."""
    starts: dt.time | None = None
    ends: dt.time | None = None
    klus: str | None = None
    """What the klus was, in the writer's words, where a finished klus is told."""
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What must be asked: why, and the readings to choose from (each the drafts that it would book)."""

    reason: Reason
    choices: tuple[tuple[Draft, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a correction changes; None stays as it was. ``was`` holds old values that were named ("niet 3 maar 2")."""

    minutes: int | None = None
    date: dt.date | None = None
    activity: str | None = None
    group: str | None = None
    starts: dt.time | None = None
    ends: dt.time | None = None
    was_minutes: int | None = None
    was_date: dt.date | None = None
    was_activity: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text that a rule read: ``text[start:end]``, by which rule, as what value."""

    kind: str
    start: int
    end: int
    rule: str
    value: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """A message understood.

    ``drafts`` are complete (minutes and date) when ``meaning`` is LOG; with ASK they hold what is known so far.
    ``unknown`` is a word that stands where an activity would and is none the room knows.
    """

    meaning: Meaning
    drafts: tuple[Draft, ...] = ()
    ask: Ask | None = None
    change: Change | None = None
    topic: str | None = None
    """What a question is about: "hours", "entries", "klussen", "groups", "opening", "logging", "bot", or None."""
    until: dt.date | None = None
    unknown: str | None = None
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupWords:
    """A group of the room: its key, the activity label that it is of (or None), and every name people use for it."""

    key: str
    activity: str | None
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonWords:
    """A known person of the room: their key and the names by which they are called."""

    key: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one room. Hashable, so that what is derived from it can be kept."""

    groups: tuple[GroupWords, ...] = ()
    people: tuple[PersonWords, ...] = ()
    learned: tuple[tuple[str, str], ...] = field(default=())
    """(word, group key or activity label) pairs that this room's people taught the bot."""
