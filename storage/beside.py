"""What takes long to read is read beside SQLite's one writer, and the work that wants it is done again with it.

Nothing has happened until a unit of work commits. So it may be given up halfway, for what it wants to know to be read
in a transaction of its own, while others write.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar, cast

from sqlalchemy import Engine
from sqlmodel import Session

from storage.database import BESIDE, Beside, has_one_writer, reading
from storage.tables import Room

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Outcome(Generic[T]):
    """What was read, or why it could not be."""

    value: T | None
    failure: Exception | None = None

    def __call__(self) -> T:
        if self.failure is not None:
            raise self.failure
        return cast(T, self.value)


class ReadFirstError(Exception):
    """Something is to be read before the unit of work is done: call ``read_on``, and do the work again."""

    def __init__(self, what: Hashable, read: Callable[[Session], object], beside: Beside) -> None:
        """``what`` is known by the name that it was asked for by; it is put ``beside``."""
        super().__init__(what)
        self._what = what
        self._read = read
        self._beside = beside

    def read_on(self, engine: Engine) -> None:
        """Read it, in a transaction that writes nothing. What fails is raised when the work is done again."""
        try:
            with reading(engine) as session:
                self._beside[self._what] = _Outcome(self._read(session))
        except Exception as failure:
            self._beside[self._what] = _Outcome(None, failure)


def beside_of(engine: Engine) -> Beside | None:
    """Where to keep what is read for a piece of work; None where a unit of work that reads keeps nobody waiting."""
    return {} if has_one_writer(engine) else None


def read_beside(session: Session, what: Hashable, read: Callable[[Session], T]) -> T:
    """What ``read`` finds, in a transaction of its own where this one would keep others waiting.

    There it does not see what this unit of work wrote, and it may be as old as the work: whoever keeps it keeps how
    far the books were with it. Raises what ``read`` raises, and ReadFirstError, which is for who does the work.
    """
    beside = session.info.get(BESIDE)
    if beside is None:
        return read(session)
    if what not in beside:
        raise ReadFirstError(what, read, beside)
    outcome: _Outcome[T] = beside[what]
    return outcome()


def read_room_beside(session: Session, room: Room, what: Hashable, read: Callable[[Session, Room], T]) -> T:
    """The same of a room, which ``read`` is given as its own session knows it: this one's is gone by then."""
    room_id = room.id
    return read_beside(session, (room_id, what), lambda other: read(other, other.get_one(Room, room_id)))


def with_reading(engine: Engine, work: Callable[[Beside | None], T]) -> T:
    """Do ``work``, and read before it what it wants read beside. It is given what was found, for its unit of work."""
    beside = beside_of(engine)
    while True:
        try:
            return work(beside)
        except ReadFirstError as first:
            first.read_on(engine)
