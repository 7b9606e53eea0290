"""How many klussen were done."""

from datetime import date

from sqlalchemy import func
from sqlmodel import Session, col, select

from storage.groups import survivors
from storage.tables import Klus

DONE = "done"


def klussen(session: Session, room_id: int, first: date, last: date, group_id: int | None = None) -> int:
    """ "Klussen #": small jobs that were done from ``first`` to ``last``, both days in it.

    A klus counts once, however many people did it, on the day on which it was done, whenever it was asked for or told
    of. Those that wait, are taken, were dropped, or turned out to be one that stands there already ("deze hadden we
    al") do not count. With ``group_id`` only those of this group and of groups merged into it.
    """
    wanted = (
        select(Klus.group_id, func.count())
        .where(
            Klus.room_id == room_id,
            Klus.state == DONE,
            col(Klus.duplicate_of).is_(None),
            col(Klus.done_on).between(first, last),
        )
        .group_by(col(Klus.group_id))
    )
    found = dict(list(session.exec(wanted)))
    if group_id is None:
        return sum(found.values())
    groups = survivors(session, room_id)
    return sum(count for group, count in found.items() if group is not None and groups[group] == group_id)
