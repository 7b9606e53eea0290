"""The agreement's figures by the names of its indicators."""

from collections.abc import Callable
from datetime import date

from sqlmodel import Session

from storage.activities import INDICATOR_OF
from storage.figures import dated_facts, tallies
from storage.figures.active_groups import active_groups
from storage.figures.active_volunteers import active_volunteers
from storage.figures.klussen import klussen
from storage.figures.participants import participants, unique_participants
from storage.figures.unique_people import Range
from storage.rooms import settings_of
from storage.tables import Room

_IN_PERIOD: dict[str, Callable[[Session, int, date, date], int]] = {
    "klussen": klussen,
    "referred_taking_part": tallies.referred_taking_part,
    "placements": tallies.placements,
    "newcomers": tallies.newcomers,
    "paid_work": tallies.paid_work,
    "referrals": tallies.referrals,
    "partners": tallies.partners,
}
_ON_DAY: dict[str, Callable[[Session, int, date], int]] = {
    "key_holders": dated_facts.key_holders,
    "members": dated_facts.members,
}
PEOPLE = tuple(dict.fromkeys(INDICATOR_OF.values()))
"""The indicators that count different people at their activities."""
UNIQUE = frozenset((*PEOPLE, "participants"))
"""Those that count different people, of whom fewer are new as the year goes on."""
GROWING = frozenset(_IN_PERIOD) | UNIQUE
"""Those that are counted from 1 January on, so that part of the target is due in part of the year. The others are as
they are on a day."""
INDICATORS = (*_IN_PERIOD, *_ON_DAY, *PEOPLE, "active_groups", "active_volunteers", "participants")
"""Those that ``figure`` knows."""


def figure(session: Session, room: Room, indicator: str, on: date) -> Range:
    """The room's figure for an indicator, from 1 January up to and including ``on``.

    One that is known exactly is a range of one number. Raises ValueError for an indicator that is not counted here.
    """
    if indicator == "participants":
        return participants(session, room.id, on)
    if indicator in PEOPLE:
        return unique_participants(session, room.id, indicator, on)
    if indicator == "active_groups":
        return _exactly(len(active_groups(session, room.id, on, settings_of(room).group_active_weeks)))
    if indicator == "active_volunteers":
        return _exactly(len(active_volunteers(session, room, on)))
    if indicator in _ON_DAY:
        return _exactly(_ON_DAY[indicator](session, room.id, on))
    if indicator in _IN_PERIOD:
        return _exactly(_IN_PERIOD[indicator](session, room.id, date(on.year, 1, 1), on))
    raise ValueError(f"{indicator!r} is not counted here")


def _exactly(count: int) -> Range:
    return Range(count, count)
