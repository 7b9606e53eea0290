"""The volunteer groups of a room."""

from sqlmodel import Session, col, select

from storage.tables import Group, GroupMember


def add_group(
    session: Session, room_id: int, name: str, activity: str | None = None, aliases: tuple[str, ...] = ()
) -> Group:
    """Make a group. Raises ValueError when the room has one of that name."""
    if any(group.name.casefold() == name.casefold() for group in groups_of(session, room_id, closed=True)):
        raise ValueError(f"there is a group {name!r} already")
    group = Group(room_id=room_id, name=name, activity=activity, aliases=list(aliases))
    session.add(group)
    session.flush()
    return group


def groups_of(session: Session, room_id: int, *, closed: bool = False) -> list[Group]:
    """The room's groups by name; those that were closed only when asked for."""
    wanted = select(Group).where(Group.room_id == room_id).order_by(col(Group.name))
    return list(session.exec(wanted if closed else wanted.where(col(Group.closed_at).is_(None))))


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
