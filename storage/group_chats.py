"""Group chats of a platform, and the volunteer group that each reports for."""

from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from storage import locks, outbox, people
from storage.tables import Dialogue, Group, GroupChat, GroupMember, Person, Room


def find(session: Session, channel: str, chat: str) -> GroupChat | None:
    """The chat's row, if it was ever coupled."""
    return session.exec(select(GroupChat).where(GroupChat.channel == channel, GroupChat.chat == chat)).one_or_none()


def group_of(session: Session, row: GroupChat | None) -> Group | None:
    """The group that a chat reports for: the one it was merged into, none where it was closed or uncoupled."""
    if row is None or row.uncoupled_at is not None:
        return None
    return last_group(session, row)


def last_group(session: Session, row: GroupChat) -> Group | None:
    """The same of a chat that the bot was put out of: the group that it reported for until then."""
    group = None if row.group_id is None else session.get_one(Group, row.group_id)
    while group is not None and group.merged_into is not None:
        group = session.get_one(Group, group.merged_into)
    return None if group is None or group.closed_at is not None else group


def chats_of(session: Session, group_id: int) -> list[GroupChat]:
    """The chats that report for a group now."""
    wanted = select(GroupChat).where(GroupChat.group_id == group_id, col(GroupChat.uncoupled_at).is_(None))
    return list(session.exec(wanted.order_by(col(GroupChat.id))))


def coupled(session: Session, channel: str) -> list[tuple[GroupChat, Group, Room]]:
    """All chats of a channel that report for a group now, with the group and its room."""
    wanted = (
        select(GroupChat, Group, Room)
        .join(Group, col(Group.id) == col(GroupChat.group_id))
        .join(Room, col(Room.id) == col(Group.room_id))
        .where(GroupChat.channel == channel, col(GroupChat.uncoupled_at).is_(None))
        .order_by(col(Room.name), col(Group.name))
    )
    return list(session.exec(wanted))


def couple(session: Session, group: Group, channel: str, chat: str, person_id: int, now: datetime) -> list[GroupChat]:
    """Let a chat report for a group from now on; returns the other chats, which do so no more."""
    others = [row for row in chats_of(session, group.id) if (row.channel, row.chat) != (channel, chat)]
    for other in others:
        uncouple(session, other, now)
    row = find(session, channel, chat)
    if row is None:
        row = GroupChat(room_id=group.room_id, channel=channel, chat=chat, coupled_by=person_id, coupled_at=now)
        session.add(row)
    row.room_id, row.group_id = group.room_id, group.id
    row.coupled_by, row.coupled_at, row.uncoupled_at = person_id, now, None
    session.flush()
    return others


def uncouple(session: Session, row: GroupChat, now: datetime) -> None:
    """Let a chat report for no group any more."""
    row.group_id, row.uncoupled_at = None, now
    session.flush()


def put_out(session: Session, channel: str, chat: str, now: datetime) -> Group | None:
    """The bot is in the chat no more: nothing waits to be sent there. The group that it reported for until now."""
    locks.chat(session, channel, chat)
    outbox.drop_waiting(session, channel, chat, "the bot is in that chat no more")
    row = find(session, channel, chat)
    group = group_of(session, row)
    if row is not None and row.uncoupled_at is None:
        row.uncoupled_at = now
        session.flush()
    return group


def put_back(session: Session, row: GroupChat) -> None:
    """The chat reports for its group again."""
    row.uncoupled_at = None
    session.flush()


def in_charge(session: Session, group: Group) -> list[Person]:
    """Who leads a group; the room's coordinators where nobody does."""
    wanted = (
        select(Person)
        .join(GroupMember, col(GroupMember.person_id) == col(Person.id))
        .where(GroupMember.group_id == group.id, col(GroupMember.is_leader))
        .order_by(col(Person.id))
    )
    return list(session.exec(wanted)) or people.coordinators(session, group.room_id)


def move(session: Session, channel: str, old: str, new: str) -> None:
    """The chat has another id from now on: its coupling, open questions and unsent messages follow.

    Done twice it changes nothing. What is known of its old messages stays under the old id: theirs count there alone.
    """
    locks.chat(session, channel, old, new)
    outbox.move_chat(session, channel, old, new)
    row, there = find(session, channel, old), find(session, channel, new)
    if row is not None and there is not None:
        session.delete(row)
    elif row is not None:
        row.chat = new
    answered = select(Dialogue.person_id).where(Dialogue.chat == new)
    session.execute(delete(Dialogue).where(col(Dialogue.chat) == old, col(Dialogue.person_id).in_(answered)))
    session.execute(update(Dialogue).where(col(Dialogue.chat) == old).values(chat=new))
    session.flush()


def coupled_by(session: Session, person_id: int) -> list[GroupChat]:
    """The chats that the person coupled, the oldest first."""
    wanted = select(GroupChat).where(GroupChat.coupled_by == person_id)
    return list(session.exec(wanted.order_by(col(GroupChat.coupled_at))))
