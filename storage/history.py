"""What the books said at an earlier moment, and who wrote in them since."""

from datetime import date, datetime

from sqlalchemy import func
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from storage.entries import Status
from storage.tables import Entry, EntryVersion, Person


def total_at(session: Session, person_id: int, room_id: int, first: date, last: date, moment: datetime) -> int:
    """The person's booked minutes from ``first`` to ``last``, both days in it, as the books stood at ``moment``."""
    later = aliased(EntryVersion)
    replaced = (
        select(later.id)
        .where(
            col(later.entry_id) == col(EntryVersion.entry_id),
            col(later.version) > col(EntryVersion.version),
            col(later.changed_at) <= moment,
        )
        .exists()
    )
    wanted = select(func.coalesce(func.sum(EntryVersion.minutes), 0)).where(
        EntryVersion.person_id == person_id,
        EntryVersion.room_id == room_id,
        # Said of all of them, it lets the person's index find the days.
        col(EntryVersion.is_current).in_((True, False)),
        EntryVersion.status == Status.BOOKED,
        col(EntryVersion.date).between(first, last),
        col(EntryVersion.changed_at) <= moment,
        ~replaced,
    )
    return session.exec(wanted).one()


def first_version(session: Session, entry_id: int) -> EntryVersion:
    """What the entry said when it was made, and who made it."""
    return session.exec(select(EntryVersion).where(EntryVersion.entry_id == entry_id, EntryVersion.version == 1)).one()


def noted_by_others(session: Session, person_id: int, since: datetime | None = None) -> list[EntryVersion]:
    """The person's entries as they are now that somebody else made for them (after a moment); the newest day first."""
    made, maker = aliased(EntryVersion), aliased(Person)
    wanted = (
        select(EntryVersion)
        .join(made, (col(made.entry_id) == col(EntryVersion.entry_id)) & (col(made.version) == 1))
        .join(maker, col(maker.id) == col(made.changed_by))
        .where(
            EntryVersion.person_id == person_id,
            col(EntryVersion.is_current),
            func.coalesce(col(maker.merged_into), col(maker.id)) != person_id,
        )
        .order_by(col(EntryVersion.date).desc(), col(EntryVersion.entry_id).desc())
    )
    return list(session.exec(wanted if since is None else wanted.where(col(made.changed_at) > since)))


def people_with_new_entries(session: Session, room_id: int, since: datetime) -> set[int]:
    """The ids of the people for whom an entry was made in the room since a moment."""
    # Of the entry, not of its first version: that one's person may have turned out to be another.
    wanted = (
        select(Entry.person_id)
        .distinct()
        .join(EntryVersion, col(EntryVersion.entry_id) == col(Entry.id))
        .where(EntryVersion.room_id == room_id, EntryVersion.version == 1, col(EntryVersion.changed_at) >= since)
    )
    return set(session.exec(wanted))
