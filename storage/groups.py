"""The volunteer groups of a room."""

from datetime import date
from typing import Any

from sqlalchemy import and_, bindparam, or_
from sqlmodel import Session, col, select

from storage import core, locks
from storage.entries import Evidence
from storage.tables import Group, GroupChange, GroupMember

_NAME = select(Group.name).where(Group.id == bindparam("group"))


def add_group(
    session: Session,
    room_id: int,
    name: str,
    activity: str | None = None,
    aliases: tuple[str, ...] = (),
    since: date | None = None,
) -> Group:
    """Make a group, there from the day ``since`` on. Raises ValueError, with the name, when another is called so."""
    locks.rooms(session, [room_id])
    for word in (name, *aliases):
        if group_called(session, room_id, word) is not None:
            raise ValueError(word)
    group = Group(room_id=room_id, name=name, activity=activity, aliases=list(aliases), since=since)
    session.add(group)
    session.flush()
    return group


def group_called(session: Session, room_id: int, word: str) -> Group | None:
    """The room's group of this name or other name; where that one was merged, the group that it went into.

    A name belongs to one group in a room, also while the group is closed: it may be opened again.
    """
    wanted = word.strip().casefold()
    for group in groups_of(session, room_id, closed=True):
        # The other names of a merged group are the other's now, and that one may have given them up.
        names = (group.name, *group.aliases) if group.merged_into is None else (group.name,)
        if wanted in (name.casefold() for name in names):
            return survivor(session, group.id)
    return None


def groups_of(session: Session, room_id: int, *, closed: bool = False) -> list[Group]:
    """The room's groups by name; those that were closed or merged only when asked for."""
    wanted = select(Group).where(Group.room_id == room_id).order_by(col(Group.name))
    return list(session.exec(wanted if closed else wanted.where(col(Group.closed_at).is_(None))))


def group_name(session: Session, group_id: int) -> str:
    """What a group is called, read alone."""
    name: str = core.run(session, _NAME, group=group_id).scalar_one()
    return name


def survivors(session: Session, room_id: int) -> dict[int, int]:
    """For each group of the room the one that its work counts for: itself, or the one that it was merged into."""
    return {group.id: group.merged_into or group.id for group in groups_of(session, room_id, closed=True)}


def survivor(session: Session, group_id: int) -> Group:
    """The group that this one's work counts for."""
    group = session.get_one(Group, group_id)
    return group if group.merged_into is None else session.get_one(Group, group.merged_into)


def groups_led_by(session: Session, person_id: int) -> list[Group]:
    """The groups that the person leads, in all rooms."""
    return _groups_with(session, person_id, leaders_only=True)


def groups_with(session: Session, person_id: int) -> list[Group]:
    """The groups that the person is in, in all rooms."""
    return _groups_with(session, person_id, leaders_only=False)


def _groups_with(session: Session, person_id: int, *, leaders_only: bool) -> list[Group]:
    wanted = (
        select(Group)
        .join(GroupMember, col(GroupMember.group_id) == col(Group.id))
        .where(GroupMember.person_id == person_id, col(Group.closed_at).is_(None))
        .order_by(col(Group.name))
    )
    return list(session.exec(wanted.where(col(GroupMember.is_leader)) if leaders_only else wanted))


def people_in(session: Session, group_ids: list[int]) -> set[int]:
    """The ids of everybody in any of the groups."""
    return set(session.exec(select(GroupMember.person_id).where(col(GroupMember.group_id).in_(group_ids))))


def leaders_of(session: Session, group_ids: list[int]) -> set[int]:
    """The ids of those who lead any of the groups."""
    wanted = select(GroupMember.person_id).where(col(GroupMember.group_id).in_(group_ids), col(GroupMember.is_leader))
    return set(session.exec(wanted))


def changes_of(session: Session, group: Group) -> list[GroupChange]:
    """What was changed about the group, and which others went into it, the newest first."""
    went_into = and_(col(GroupChange.change).in_(("merged", "parted")), col(GroupChange.value) == str(group.id))
    wanted = select(GroupChange).where(or_(col(GroupChange.group_id) == group.id, went_into))
    return list(session.exec(wanted.order_by(col(GroupChange.id).desc())))


def note_change(
    session: Session,
    group: Group,
    change: str,
    evidence: Evidence,
    value: str = "",
    moved: dict[str, Any] | None = None,
) -> None:
    """Keep who changed what about the group; of a merge what ``moved``, too."""
    session.add(
        GroupChange(
            group_id=group.id,
            change=change,
            value=value,
            moved=moved,
            changed_at=evidence.at,
            changed_by=evidence.by,
            inbox_id=evidence.inbox_id,
        )
    )
    session.flush()
