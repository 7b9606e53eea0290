"""One thing in the books behind a figure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlmodel import Session

from storage.agreements.terms import Outcome
from storage.figures.unique_people import Range
from storage.groups import groups_of, survivors

ONE, NOTHING = Range(1, 1), Range(0, 0)


class Thing(StrEnum):
    """The kinds of things that are behind figures."""

    HOURS = "hours"
    VOLUNTEER = "volunteer"
    GROUP = "group"
    KLUS = "klus"
    ATTENDANCE = "attendance"
    TALLY = "tally"
    KEY = "key"
    MEMBERSHIP = "membership"
    RESULT = "result"


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """One thing behind a figure. It holds no name of a person: whoever shows it looks them up, by their rights."""

    thing: Thing
    id: int
    """Of the entry, person, group, klus, attendance, tally, dated fact or result."""
    date: date
    """When it was; of a key or membership its first day; of a volunteer or group the last day with something."""
    adds: Range | Decimal | Outcome
    """What it adds to the figure; of all rows together that is the figure. Of a result that holds it is the result.

    Of an attendance "at most" may be below nothing: a name at a second kind of activity can tell that two who were
    counted apart are one.
    """
    amount: int = 1
    """Minutes of hours or of a volunteer's year, heads of an attendance; else 1."""
    pace: int | None = None
    """Of a volunteer, the whole hours a year at this pace; None where it is too early to tell, and of all else."""
    group: str = ""
    """For which group it counts, by the name it has now; empty without one."""
    kind: str = ""
    """Of an attendance the kind of activity, of a tally its kind; else empty."""
    detail: str = ""
    """Of a tally the organisation, of a klus the housing corporation, of a result its source in words; else empty."""
    number: int | None = None
    """Of a klus or tally, the number by which people speak of it: "doorverwijzing 14"."""
    people: tuple[int, ...] = ()
    """The volunteers, or who entered a result: ids of persons."""
    participants: tuple[int, ...] = ()
    """Who took part, where that was told: ids of participants, each as who they turned out to be."""


def group_names(session: Session, room_id: int) -> Callable[[int | None], str]:
    """What to call the group that counts for a group of the room; nothing where there is none."""
    into = survivors(session, room_id)
    names = {group.id: group.name for group in groups_of(session, room_id, closed=True)}
    return lambda group_id: "" if group_id is None else names[into[group_id]]
