"""What is done once: things told to a person, and jobs of the clock."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import bindparam, func
from sqlmodel import Session, col, select

from storage import core
from storage.once import insert_once, insert_or_update
from storage.tables import Note, Run, Told

DONE, SKIPPED = "done", "skipped"
_TOLD_OF = select(Told.what).where(
    Told.person_id == bindparam("person"),
    Told.room_id == bindparam("room"),
    Told.period == bindparam("period"),
)


def week_of(day: date) -> str:
    """The ISO week of a day, as periods are named: "2026-W46"."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def monday_of(week: str) -> date:
    """The first day of an ISO week: "2026-W46" is 9 November. Raises ValueError on anything else."""
    return date.fromisoformat(f"{week}-1")


def tell_once(session: Session, person_id: int, room_id: int, what: str, period: str, now: datetime) -> bool:
    """Whether this is the first time: then it must be told in this unit of work."""
    return (
        insert_once(session, Told, person_id=person_id, room_id=room_id, what=what, period=period, told_at=now)
        is not None
    )


def told_of(session: Session, person_id: int, room_id: int, things: Sequence[str], period: str) -> set[str]:
    """Which of these things the person was told of a period."""
    told = core.run(session, _TOLD_OF, person=person_id, room=room_id, period=period)
    return set(told.scalars()).intersection(things)


def told_at(session: Session, person_id: int, room_id: int, what: str, period: str) -> datetime | None:
    """When the person was told this; None is never."""
    wanted = select(Told.told_at).where(
        Told.person_id == person_id, Told.room_id == room_id, Told.what == what, Told.period == period
    )
    return session.exec(wanted).one_or_none()


def people_told(session: Session, room_id: int, what: str, period: str) -> set[int]:
    """Who of the room was told this of a period."""
    wanted = select(Told.person_id).where(Told.room_id == room_id, Told.what == what, Told.period == period)
    return set(session.exec(wanted))


def last_told(session: Session, room_id: int, what: str) -> dict[int, datetime]:
    """When each person of the room was last told something of this kind."""
    wanted = (
        select(Told.person_id, func.max(Told.told_at))
        .where(Told.room_id == room_id, Told.what == what)
        .group_by(col(Told.person_id))
    )
    return dict(list(session.exec(wanted)))


def take_run(session: Session, job: str, period: str, room_id: int, status: str, now: datetime) -> Run | None:
    """Take a job of the clock for a period and a room; None when it is done, or skipped, already."""
    key = insert_once(session, Run, job=job, period=period, room_id=room_id, status=status, started_at=now, counts={})
    return None if key is None else session.get(Run, key)


def note(session: Session, name: str) -> str | None:
    """The value kept under this name."""
    return session.exec(select(Note.value).where(Note.name == name)).one_or_none()


def keep_note(session: Session, name: str, value: str) -> None:
    """Keep a value under this name."""
    insert_or_update(session, Note, ("name",), name=name, value=value)


def told_to(session: Session, person_id: int) -> list[Told]:
    """What the person was told that is told once only, the oldest first."""
    return list(session.exec(select(Told).where(Told.person_id == person_id).order_by(col(Told.id))))
