"""What the rules of days share."""

from collections.abc import Sequence
from datetime import date

from language.understand.calendar import Days
from language.understand.kinds import NAME
from language.understand.meaning import Reason
from language.understand.rule import Item, Moment


def first_of(m: Sequence[Item], *kinds: str) -> Item | None:
    """The first item of one of these kinds, if there is one."""
    return next((item for item in m if NAME[item.kind] in kinds), None)


def needed(m: Sequence[Item], *kinds: str) -> Item:
    """The item of one of these kinds that the pattern promises."""
    return next(item for item in m if NAME[item.kind] in kinds)


def judged(day: date | None, moment: Moment, kind: str, part: str | None = None) -> Days:
    """A day as what was named: impossible if there is none, future if it is still to come."""
    if day is None:
        return Days((), kind, part, Reason.IMPOSSIBLE_DATE)
    return Days((day,), kind, part, Reason.FUTURE if day > moment.today else None)
