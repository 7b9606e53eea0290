"""An attendance on its way into the books, as far as it is known: what a dialogue keeps between two messages."""

import datetime as dt
from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlmodel import Session

from storage.attendances import Turnout, turnout_of
from storage.tables import AttendanceVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What is told of one activity on one day; None is not known yet."""

    room_id: int | None = None
    group_id: int | None = None
    activity: str | None = None
    date: dt.date | None = None
    heads: int | None = None
    new: int | None = None
    names: tuple[str, ...] = ()
    """Names that were told and that nobody is known by for certain; as they are kept, first name and initial."""
    names_later: bool = False
    """The names were told after the heads: who of them ran it was not counted."""
    newcomers: tuple[str, ...] = ()
    """Names of people who are new to the room, for certain."""
    named: tuple[int, ...] = ()
    """Participants who were there for certain."""
    left_out: tuple[str, ...] = ()
    """Names of those who ran it: they do not count."""
    attendance_id: int | None = None
    """The attendance that this is to change; None for a new one."""
    is_another: bool = False
    """Another one of the same group and day, for certain."""
    sure: tuple[str, ...] = ()
    """The doubts that were answered with yes."""
    reason: str = "reported"
    is_shortened: bool = False
    """More of a name was typed than is kept."""
    asks_new: bool = False
    """How many were new cannot be as it was told, and is still to be asked."""

    @property
    def known_by_name(self) -> int:
        """How many of those who came have a name."""
        return len(self.named) + len(self.newcomers) + len(self.names)

    def to_json(self) -> dict[str, Any]:
        """As plain JSON, for the dialogue's state."""
        return asdict(self) | {"date": None if self.date is None else self.date.isoformat()}


def sheet_from_json(plain: dict[str, Any]) -> Sheet:
    """The sheet that ``to_json`` wrote."""
    known: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in plain.items()}
    return Sheet(**known | {"date": None if plain["date"] is None else dt.date.fromisoformat(plain["date"])})


def sheet_of(session: Session, version: AttendanceVersion, reason: str) -> Sheet:
    """What an attendance says now, to be changed for this reason; what was sure once is sure."""
    turnout = turnout_of(session, version)
    return Sheet(
        room_id=version.room_id,
        group_id=turnout.group_id,
        activity=turnout.activity,
        date=turnout.date,
        heads=turnout.heads,
        new=turnout.new,
        named=tuple(sorted(turnout.named)),
        attendance_id=version.attendance_id,
        sure=("long_ago",),
        reason=reason,
    )


def turnout_from(sheet: Sheet) -> Turnout:
    """What a sheet says of which the day, the activity and the heads are known; ValueError where it cannot be."""
    if sheet.date is None or sheet.activity is None or sheet.heads is None:
        raise ValueError("an attendance without day, activity or heads says nothing")
    return Turnout(
        date=sheet.date,
        activity=sheet.activity,
        group_id=sheet.group_id,
        heads=sheet.heads,
        new=sheet.new,
        named=frozenset(sheet.named),
    )


def improved(sheet: Sheet, told: Sheet) -> Sheet:
    """The sheet of an attendance with what was told anew in its place; what was not told stays.

    Names that come with a number stand instead of those that were there; without one they come beside them.
    """
    named = told.named if told.heads is not None and told.known_by_name else (*sheet.named, *told.named)
    better = replace(
        sheet,
        names=told.names,
        newcomers=told.newcomers,
        named=tuple(dict.fromkeys(named)),
        is_shortened=told.is_shortened,
    )
    heads = max(sheet.heads or 0, better.known_by_name) if told.heads is None else told.heads
    new = sheet.new if told.new is None else told.new
    # What was told of the new ones was told of another number.
    fits = told.new is not None or new is None or new <= heads
    return replace(better, heads=heads, new=new if fits else None)
