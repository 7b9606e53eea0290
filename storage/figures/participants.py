"""How many different people took part: the agreement's "Uniek #"."""

from datetime import date, timedelta

from sqlmodel import Session

from storage.activities import INDICATOR_OF
from storage.figures.activities import activities
from storage.figures.unique_people import Range, first_visits, unique_people


def participants(session: Session, room_id: int, on: date) -> Range:
    """ "Totaal aantal unieke deelnemers aan activiteit/dienst": different people at all activities of the room.

    From 1 January of the year of ``on`` up to and including ``on``, by the rule in docs/participants.md. Activities
    that belong to no indicator count here too. Those who ran an activity are not among its heads; attendances that were
    withdrawn do not count, and participants that were merged are one.
    """
    return unique_people(activities(session, room_id, date(on.year, 1, 1), on))


def unique_participants(session: Session, room_id: int, indicator: str, on: date) -> Range:
    """ "Uniek #" of an indicator (meeting, computer, dutch, forms, debt, job_search): different people who came.

    From 1 January of the year of ``on`` up to and including ``on``, as in ``participants``, of the kinds of activity
    that the agreement names under the indicator (storage/activities.py). Who comes to two of them counts once, and who
    comes to activities of two indicators counts for both. Raises ValueError for an indicator that counts no people.
    """
    return unique_people(activities(session, room_id, date(on.year, 1, 1), on, kinds=kinds_of(indicator)))


def kinds_of(indicator: str) -> set[str]:
    """The kinds of activity that count for an indicator. Raises ValueError for one that counts no people."""
    kinds = {kind for kind, counts_for in INDICATOR_OF.items() if counts_for == indicator}
    if not kinds:
        raise ValueError(f"{indicator!r} counts no participants")
    return kinds


def new_participants(session: Session, room_id: int, first: date, last: date, group_id: int | None = None) -> Range:
    """How many came to a kind of activity for the first time in their year, from ``first`` to ``last``.

    Counted at each kind: who is new at two kinds counts for both, as the groups tell it ("3 nieuw"). With ``group_id``
    only those who came to this group and to groups merged into it.
    """
    before = activities(session, room_id, date(first.year, 1, 1), first - timedelta(days=1))
    return first_visits(before, activities(session, room_id, first, last, group_id=group_id))
