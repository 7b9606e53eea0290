"""How many klussen were done."""

from datetime import date

from sqlmodel import Session

from storage.groups import survivors
from storage.klussen import done_in


def klussen(session: Session, room_id: int, first: date, last: date, group_id: int | None = None) -> int:
    """ "Klussen #": small jobs that were done from ``first`` to ``last``, both days in it.

    A klus counts once, however many people did it, on the day on which it was done, whenever it was asked for or told
    of. Those that wait, are taken, were dropped, or turned out to be one that stands there already ("deze hadden we
    al") do not count. With ``group_id`` only those of this group and of groups merged into it.
    """
    done = done_in(session, room_id, first, last)
    if group_id is None:
        return len(done)
    into = survivors(session, room_id)
    return sum(klus.group_id is not None and into[klus.group_id] == group_id for klus in done)
