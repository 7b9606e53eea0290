"""Two groups that go on as one, and are taken apart again when that was a mistake."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, SQLModel, col, select

from storage import core
from storage.entries import Evidence
from storage.groups import note_change
from storage.people import join_group
from storage.tables import (
    EntryVersion,
    Group,
    GroupChange,
    GroupChat,
    GroupMember,
    Habit,
    Invite,
    Klus,
    LearnedWord,
    Shift,
)

UNDONE_WITHIN = timedelta(hours=24)
MOVED: tuple[type[SQLModel], ...] = (LearnedWord, Habit, Shift, GroupChat, Klus, Invite)


def merge(session: Session, group: Group, target: Group, evidence: Evidence) -> None:
    """``group`` goes on as ``target``: people, names, words, habits, chats and klussen move there.

    Hours and attendances keep the group that they were told for; what counts them reads ``groups.survivors``.
    """
    moved: dict[str, Any] = {"people": _move_people(session, group, target)}
    for table in MOVED:
        moved[str(table.__tablename__)] = _move(session, table, "group_id", group.id, target.id)
    moved["groups"] = _move(session, Group, "merged_into", group.id, target.id)
    known = {name.casefold() for name in (target.name, *target.aliases)}
    moved["names"] = [name for name in (group.name, *group.aliases) if name.casefold() not in known]
    moved["was_closed"] = group.closed_at is not None
    target.aliases = [*target.aliases, *moved["names"]]
    group.merged_into = target.id
    group.closed_at = group.closed_at or evidence.at
    note_change(session, group, "merged", evidence, str(target.id), moved)


def part(session: Session, merged: GroupChange, evidence: Evidence) -> Group:
    """The merge was a mistake: what moved goes back, where it is there still. The group that is by itself again.

    What was told since then stays where it was told for.
    """
    group, target = session.get_one(Group, merged.group_id), session.get_one(Group, int(merged.value))
    moved = merged.moved or {}
    for table in MOVED:
        _put_back(session, table, "group_id", moved[str(table.__tablename__)], target.id, group.id)
    _put_back(session, Group, "merged_into", moved["groups"], target.id, group.id)
    target.aliases = [name for name in target.aliases if name not in moved["names"]]
    group.merged_into = None
    if not moved["was_closed"]:
        group.closed_at = None
    for place in moved["people"]:
        _put_person_back(session, place, group, target)
    note_change(session, group, "parted", evidence, str(target.id))
    return group


def newest_merge(session: Session, target: Group, now: datetime) -> GroupChange | None:
    """The last merge into the group, if it still stands and can be undone."""
    wanted = (
        select(GroupChange)
        .where(
            GroupChange.change == "merged",
            GroupChange.value == str(target.id),
            col(GroupChange.changed_at) > now - UNDONE_WITHIN,
        )
        .order_by(col(GroupChange.id).desc())
    )
    for change in session.exec(wanted):
        stands = session.get_one(Group, change.group_id).merged_into == target.id
        if stands and change.moved is not None:
            return change
    return None


def _move(session: Session, table: type[SQLModel], column: str, source: int, target: int) -> list[int]:
    key = core.table_of(table).c.id
    ids = list(session.exec(select(key).where(getattr(table, column) == source)))
    session.execute(update(table).where(key.in_(ids)).values({column: target}))
    return ids


def _put_back(
    session: Session, table: type[SQLModel], column: str, ids: Sequence[int], source: int, target: int
) -> None:
    key = core.table_of(table).c.id
    still_there = getattr(table, column) == source
    session.execute(update(table).where(key.in_(ids), still_there).values({column: target}))


def _move_people(session: Session, group: Group, target: Group) -> list[dict[str, Any]]:
    """Everybody of the group goes to the other: who, whether they led it, and what they were there already."""
    moved = []
    for seat in session.exec(select(GroupMember).where(GroupMember.group_id == group.id)).all():
        there = session.get(GroupMember, (target.id, seat.person_id))
        moved.append(
            {
                "person": seat.person_id,
                "led": seat.is_leader,
                "was_in": there is not None,
                "led_there": there is not None and there.is_leader,
            }
        )
        join_group(session, target.id, seat.person_id, is_leader=seat.is_leader)
        session.delete(seat)
    session.flush()
    return moved


def _put_person_back(session: Session, place: dict[str, Any], group: Group, target: Group) -> None:
    """Whoever left meanwhile stays away; whoever worked for the other group since stays in that one too."""
    there = session.get(GroupMember, (target.id, place["person"]))
    if there is None:
        return
    join_group(session, group.id, place["person"], is_leader=place["led"])
    worked = select(EntryVersion.id).where(
        EntryVersion.person_id == place["person"], EntryVersion.group_id == target.id, col(EntryVersion.is_current)
    )
    if not place["was_in"] and session.exec(worked.limit(1)).first() is None:
        session.delete(there)
    elif not place["led_there"]:
        there.is_leader = False
    session.flush()
