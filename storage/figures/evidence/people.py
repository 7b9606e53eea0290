"""Behind the counts of different people who took part: the activities that were held."""

from collections.abc import Collection, Iterator
from datetime import date
from itertools import chain, pairwise

from sqlmodel import Session

from storage.figures.activities import held
from storage.figures.evidence.row import NOTHING, EvidenceRow, Thing, group_names
from storage.figures.unique_people import Range, running_count
from storage.tables import Room


def attendances(session: Session, room: Room, on: date, kinds: Collection[str] | None = None) -> Iterator[EvidenceRow]:
    """The activities that were held in the year up to ``on``, of these kinds or all: each adds whom it brought.

    That depends on what was told before it, by the rule in docs/participants.md: who came earlier is not added again.
    """
    found, named = held(session, room.id, date(on.year, 1, 1), on, kinds=kinds), group_names(session, room.id)
    counts = pairwise(chain([NOTHING], running_count(each.activity for each in found)))
    for each, (before, after) in zip(found, counts, strict=True):
        yield EvidenceRow(
            thing=Thing.ATTENDANCE,
            id=each.row.attendance_id,
            date=each.row.date,
            adds=Range(after.least - before.least, after.most - before.most),
            amount=each.row.heads,
            group=named(each.group_id),
            kind=each.row.activity,
            participants=tuple(sorted(each.activity.names)),
        )
