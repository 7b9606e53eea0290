"""What is true of people on a day: who holds a key, who is a member of the association."""

from datetime import date

from sqlmodel import Session, col, select

from storage.dated_facts import Fact
from storage.tables import DatedFact


def key_holders(session: Session, room_id: int, on: date) -> int:
    """ "Sleutelhouders": the people who hold a key of the room at the end of the day ``on``.

    From the day on which it was given, once both hands confirmed it, until the day on which it came back, once both
    confirmed that; on that day itself it still counts. Somebody with two keys counts once. What was told by mistake
    does not count.
    """
    return len({row.person_id for row in holding(session, room_id, Fact.KEY, on)})


def members(session: Session, room_id: int, on: date) -> int:
    """ "Geregistreerde leden bewonersvereniging": the members of the residents' association on the day ``on``.

    From the first day of the membership up to and including its last. Somebody told twice counts once. What was told by
    mistake does not count.
    """
    return len({row.person_id for row in holding(session, room_id, Fact.ASSOCIATION, on)})


def holding(session: Session, room_id: int, fact: Fact, on: date) -> list[DatedFact]:
    """What counts on the day ``on`` for ``key_holders`` or ``members``, the oldest first; of one person perhaps two."""
    wanted = select(DatedFact).where(
        DatedFact.room_id == room_id,
        DatedFact.kind == fact,
        col(DatedFact.starts) <= on,
        col(DatedFact.start_confirmed_at).is_not(None),
        col(DatedFact.withdrawn_at).is_(None),
    )
    found = session.exec(wanted.order_by(col(DatedFact.starts), col(DatedFact.id)))
    return [row for row in found if not _was_over(row, on)]


def _was_over(fact: DatedFact, on: date) -> bool:
    return fact.end_confirmed_at is not None and fact.ends is not None and fact.ends < on
