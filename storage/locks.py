"""Locks that keep those who write at once apart, whichever process they are in; let go at the end of the transaction.

PostgreSQL needs them; SQLite has one writer at a time, which is all of them in one. They are always taken in this
order: a chat, rooms by their number, accounts and people. What was read before a lock may have changed while it was
waited for: lock first, read then.

``key_share`` makes a row's lock one that leaves others free to point at the row, as each new entry does at its room.
"""

from collections.abc import Iterable

from sqlalchemy import text
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.database import ConflictError
from storage.tables import Account, GroupChat, Member, Person, Room

_ROOMS = "locked rooms"
_CHAT, _NAME = 1, 2  # the kinds of advisory locks; those with one number alone are of another space


def are_needed(session: Session) -> bool:
    """Whether others may write at the same time."""
    return session.get_bind().dialect.name != "sqlite"


def chat(session: Session, channel: str, *chats: str) -> None:
    """One after another: what happens in a chat. Also in one of which nothing is known yet."""
    if are_needed(session):
        for name in sorted(set(chats)):
            _lock_name(session, _CHAT, f"{channel}:{name}")


def work(session: Session, name: str) -> None:
    """One after another: work of this name."""
    if are_needed(session):
        _lock_name(session, _NAME, name)


def rooms(session: Session, room_ids: Iterable[int]) -> None:
    """One after another: all that is read and then written in a room."""
    if are_needed(session):
        _lock_rooms(session, select(Room.id).where(col(Room.id).in_(list(room_ids))))


def rooms_of_writer(session: Session, channel: str, account: str, chat: str) -> None:
    """Lock the rooms of whoever writes, and the one that a group chat reports for."""
    if not are_needed(session):
        return
    of_account = (
        select(Member.room_id)
        .join(Account, col(Account.person_id) == col(Member.person_id))
        .where(Account.channel == channel, Account.external_id == account, col(Member.left_on).is_(None))
    )
    of_chat = select(GroupChat.room_id).where(GroupChat.channel == channel, GroupChat.chat == chat)
    wanted = select(Room.id).where(col(Room.id).in_(of_account) | col(Room.id).in_(of_chat))
    _lock_rooms(session, wanted)


def expect(session: Session, room_ids: Iterable[int]) -> None:
    """See that these rooms are locked. ConflictError where one is not: somebody was let in while we waited."""
    if are_needed(session) and not session.info.get(_ROOMS, set()).issuperset(room_ids):
        raise ConflictError("a room is not locked")


def people(session: Session, person_ids: Iterable[int]) -> None:
    """One after another: what is written about these people from several rooms, or by themselves."""
    if are_needed(session):
        wanted = select(Person.id).where(col(Person.id).in_(list(person_ids))).order_by(col(Person.id))
        session.connection().execute(wanted.with_for_update(key_share=True)).all()


def _lock_name(session: Session, kind: int, name: str) -> None:
    statement = text("SELECT pg_advisory_xact_lock(:kind, hashtext(:name))")
    session.connection().execute(statement, {"kind": kind, "name": name})


def _lock_rooms(session: Session, wanted: SelectOfScalar[int]) -> None:
    ordered = wanted.order_by(col(Room.id)).with_for_update(of=Room, key_share=True)
    session.info.setdefault(_ROOMS, set()).update(session.connection().execute(ordered).scalars())
