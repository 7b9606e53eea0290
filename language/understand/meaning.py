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
    """"12 bij de eettafel, 3 nieuw": ``attendance`` has what was told."""
    TALLY = "tally"
    """"1 doorverwezen naar buurtteam": ``tally`` has what was told."""
    HABIT = "habit"
    """"elke dinsdag 3 uur kookgroep": ``weekdays``, and one draft without a date; or the end of it (``ends``)."""
    START = "start"
    """"ik begin": work begins now; a draft with its group where that is said."""
    FINISHED = "finished"
    """"klaar", "klus 12 klaar, 45 minuten, met Piet": what was running or taken is done; a draft with what is said
    of it, complete (minutes and date) where an amount is said, and ``number``; ``ask`` where a bare number can mean
    hours or minutes ("klaar, 3")."""
    KLUS_REQUEST = "klus_request"
    """"er is een lamp kapot bij mw. Jansen": a klus to be done; one draft with ``klus`` and ``place``, and
    ``organisation``."""
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


class TallyKind(StrEnum):
    """What sort of case was told; the names of the indicators of the agreement stand behind them."""

    REFERRED = "referred"
    """A resident was referred to the room by W&I or the like (``referred_taking_part``)."""
    TAKING_PART = "taking_part"
    """A referred resident, by the number of that tally, takes part now."""
    PLACEMENT = "placement"
    """Somebody is on a work placement."""
    NEWCOMER = "newcomer"
    """Somebody new in the neighbourhood takes part."""
    PAID_WORK = "paid_work"
    """Somebody found paid work."""
    AGENCY = "agency"
    """Somebody was referred to or from an agency (``referrals``)."""
    PARTNER = "partner"
    """A tie with an organisation of the neighbourhood."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A case that counts, as far as the message tells it."""

    kind: TallyKind
    count: int = 1
    number: int | None = None
    """Which earlier tally it is about: "doorverwijzing 14 doet mee"."""
    organisation: str | None = None
    """The agency or partner that is named, in the writer's spelling."""
    counted_before: bool | None = None
    """"al geteld" True, "nieuw" False, not told None."""
    date: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """Who came to an activity, as far as the message tells it; None is not told.

    ``heads`` is everybody; ``new`` how many of them came for the first time; ``names`` those who are named.
    What is told may not fit together ("18, 20 nieuw").
    """

    heads: int | None = None
    new: int | None = None
    names: tuple[str, ...] = ()
    date: dt.date | None = None
    activity: str | None = None
    group: str | None = None


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
    """What a question is about: "hours", "entries", "klussen", "groups", "participants", "members",
    "volunteers", "opening", "logging", "bot", or None. With DELETE "duplicate": what was told is there
    already ("deze hadden we al")."""
    until: dt.date | None = None
    attendance: Attendance | None = None
    tally: Tally | None = None
    weekdays: tuple[int, ...] = ()
    """Of a habit: Monday 1 to Sunday 7."""
    ends: bool = False
    """Of a habit: "niet meer elke dinsdag". Without ``weekdays``: every day of the group that is named."""
    number: int | None = None
    """Which klus: "klus 12 klaar"."""
    organisation: str | None = None
    """Of a klus: which of the room's organisations is named, as the vocabulary spells it."""
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
    organisations: tuple[str, ...] = ()
    """Those for whom klussen are done and with whom the room works: housing corporations, agencies, partners."""
