"""Time that runs: begun, asked about when its end seems forgotten, ended or dropped. It books nothing itself."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import bindparam, func
from sqlmodel import Session, col, select

from storage import core
from storage.runs import tell_once, told_at
from storage.tables import Shift, Told

QUESTION = "shift_asked"
"""The kind of the question when somebody was done; its state has the shift."""
ASKED, GOES_ON = "shift {}", "shift {} goes on"
"""What a person was told, or told us, as it is kept, with the number of the shift."""
_RUNNING = select(Shift.id).where(Shift.person_id == bindparam("person"), col(Shift.ended_at).is_(None))
KEPT_DAYS = 7
"""So long time may run without an answer; then it is dropped, and nothing is booked."""


def running(session: Session, person_id: int) -> Shift | None:
    """The person's time that runs now, if any does."""
    return next(iter(core.rare(session, Shift, _RUNNING, person=person_id)), None)


def running_in(session: Session, room_id: int) -> list[Shift]:
    """Everybody's time that runs now in the room, the oldest first."""
    wanted = select(Shift).where(Shift.room_id == room_id, col(Shift.ended_at).is_(None))
    return list(session.exec(wanted.order_by(col(Shift.started_at))))


def shifts_made_by(session: Session, inbox_ids: Iterable[int]) -> list[int]:
    """The ids of the times that any of these messages let run, as far as they do."""
    wanted = select(Shift.id).where(col(Shift.inbox_id).in_(list(inbox_ids)), col(Shift.ended_at).is_(None))
    return list(session.exec(wanted))


def shifts_of(session: Session, person_id: int) -> list[Shift]:
    """All times that the person began, the oldest first."""
    return list(session.exec(select(Shift).where(Shift.person_id == person_id).order_by(col(Shift.id))))


def begin(
    session: Session, room_id: int, person_id: int, group_id: int | None, started_at: datetime, inbox_id: int
) -> Shift:
    """Let the person's time run. Raises ValueError when it does already."""
    if running(session, person_id) is not None:
        raise ValueError("a person's time runs once at a time")
    shift = Shift(room_id=room_id, person_id=person_id, group_id=group_id, started_at=started_at, inbox_id=inbox_id)
    session.add(shift)
    session.flush()
    return shift


def end(session: Session, shift: Shift, at: datetime) -> None:
    """It runs no more. The row stays: old buttons bear its id."""
    shift.ended_at = at
    session.flush()


def drop_old(session: Session, now: datetime) -> int:
    """Drop what has run for days without an answer; returns how many."""
    wanted = select(Shift).where(
        col(Shift.ended_at).is_(None), col(Shift.started_at) <= now - timedelta(days=KEPT_DAYS)
    )
    dropped = list(session.exec(wanted))
    for shift in dropped:
        end(session, shift, now)
    return len(dropped)


def goes_on(session: Session, shift: Shift, now: datetime) -> None:
    """The person says that it is right that their time runs: it may be asked about again later."""
    tell_once(session, shift.person_id, shift.room_id, _goes_on(shift), now.isoformat(), now)


def certain_until(session: Session, shift: Shift) -> datetime:
    """Until when the person is known to have worked: when they began, or last said that they go on."""
    wanted = select(func.max(Told.told_at)).where(
        Told.person_id == shift.person_id, Told.room_id == shift.room_id, Told.what == _goes_on(shift)
    )
    return session.exec(wanted).one() or shift.started_at


def take_asking(session: Session, shift: Shift, day: date, now: datetime) -> bool:
    """Whether this unit of work is the first to ask about it on this day: then it must."""
    return tell_once(session, shift.person_id, shift.room_id, _what(shift), day.isoformat(), now)


def was_asked(session: Session, shift: Shift, day: date) -> bool:
    """Whether the person was asked about it on this day."""
    return told_at(session, shift.person_id, shift.room_id, _what(shift), day.isoformat()) is not None


def minute_of(moment: datetime) -> int:
    """A moment as whole minutes since 1970, as a button bears it."""
    return int(moment.timestamp()) // 60


def moment_of(minute: int) -> datetime:
    """The moment that a button bears."""
    return datetime.fromtimestamp(minute * 60, UTC)


def _what(shift: Shift) -> str:
    return ASKED.format(shift.id)


def _goes_on(shift: Shift) -> str:
    return GOES_ON.format(shift.id)
