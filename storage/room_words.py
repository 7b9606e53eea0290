"""The names and words of a room, as a message is read with them: kept in memory until one of them changes.

The room has a mark that the database itself sets anew with every change of a word (see migration 0006), in the same
transaction. So what is kept under a mark is right in every process, and read again only when the mark is another.
"""

from dataclasses import dataclass

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from storage import core
from storage.rooms import RoomSettings
from storage.tables import Group, LearnedWord, Member, Person, Room


@dataclass(frozen=True, slots=True)
class GroupName:
    """An open group: what it is called, and the kind of work that it does."""

    id: int
    activity: str | None
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class RoomWords:
    """The words of one room at some moment. Another one is another room's, or of another moment."""

    room_id: int
    groups: tuple[GroupName, ...]
    """By name."""
    people: dict[int, str]
    """Everybody in the room by id, in the order of their names."""
    learned: tuple[tuple[str, int], ...]
    """Words with the ids of the groups that they mean."""
    corporations: tuple[str, ...]


_MARK = select(Room.words_version).where(Room.id == bindparam("room"))
_SETTINGS = select(Room.settings).where(Room.id == bindparam("room"))
_GROUPS = (
    select(Group.id, Group.activity, Group.name, Group.aliases)
    .where(Group.room_id == bindparam("room"), col(Group.closed_at).is_(None))
    .order_by(col(Group.name))
)
_PEOPLE = (
    select(Person.id, Person.name)
    .join(Member, col(Member.person_id) == col(Person.id))
    .where(Member.room_id == bindparam("room"), col(Member.left_on).is_(None))
    .order_by(col(Person.name), col(Person.id))
)
_LEARNED = (
    select(LearnedWord.word, LearnedWord.group_id)
    .join(Group, col(Group.id) == col(LearnedWord.group_id))
    .where(LearnedWord.room_id == bindparam("room"), col(Group.closed_at).is_(None))
    .order_by(col(LearnedWord.word))
)
_kept: dict[int, tuple[str, RoomWords]] = {}


def room_words(session: Session, room_id: int, mark: str) -> RoomWords:
    """The room's words under the mark that this unit of work read with the room."""
    known_mark, words = _kept.get(room_id, ("", None))
    if words is None or known_mark != mark:
        # What is read now may already be of a later mark than the one that was read with the room.
        mark = core.run(session, _MARK, room=room_id).scalar_one()
        words = _read(session, room_id)
        _kept[room_id] = (mark, words)
    return words


def _read(session: Session, room_id: int) -> RoomWords:
    groups, people, learned = (core.run(session, wanted, room=room_id).all() for wanted in (_GROUPS, _PEOPLE, _LEARNED))
    settings = RoomSettings.model_validate(core.run(session, _SETTINGS, room=room_id).scalar_one())
    return RoomWords(
        room_id=room_id,
        groups=tuple(GroupName(group.id, group.activity, (group.name, *group.aliases)) for group in groups),
        people={person.id: person.name for person in people},
        learned=tuple((learned.word, learned.group_id) for learned in learned),
        corporations=settings.corporation_names,
    )
