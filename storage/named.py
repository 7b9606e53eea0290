"""Hours that wait because somebody named the person, who may not log for them."""

from sqlmodel import Session

from storage import entries
from storage.entries import Standing, Status
from storage.tables import EntryVersion

NAMED = "named"
"""Why an entry waits: somebody who may not log it named the person in a report."""


def is_named(entry: EntryVersion | Standing) -> bool:
    """Whether it waits because somebody named the person who may not log for them."""
    return entry.status == Status.WAITING and entry.reason == NAMED


def put_with(session: Session, inbox_id: int) -> list[EntryVersion]:
    """What waited to be decided on when this message was put before who may say so: all that its writer told till then.

    The message is the newest that named or ticked somebody; those ticked before it, for the same work, are in it.
    """
    told = entries.entries_from(session, [inbox_id])
    found = [entry for one in told for entry in _waiting_like(session, one) if entry.inbox_id <= inbox_id]
    return list({entry.entry_id: entry for entry in found}.values())


def named_together(session: Session, room_id: int) -> list[list[EntryVersion]]:
    """All such hours of a room, those that are decided on together in one list."""
    groups: list[list[EntryVersion]] = []
    told: set[int] = set()
    # The newest message that named somebody stands for all those before it that told of the same work.
    for entry in reversed([entry for entry in entries.waiting(session, room_id) if is_named(entry)]):
        if entry.entry_id not in told:
            together = put_with(session, entry.inbox_id)
            told.update(other.entry_id for other in together)
            groups.append(together)
    return groups


def _waiting_like(session: Session, one: EntryVersion) -> list[EntryVersion]:
    """What waits because whoever named the person of ``one`` named others at the same work."""
    first = entries.versions(session, one.entry_id)[0]
    waiting = entries.waiting(session, one.room_id)
    return [
        entry
        for entry in waiting
        if is_named(entry) and entry.changed_by == first.changed_by and entries.work_of(entry) == entries.work_of(first)
    ]
