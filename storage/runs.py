"""What is done once: things told to a person, and jobs of the clock."""

from datetime import datetime

from sqlmodel import Session, select

from storage.once import insert_once
from storage.tables import Note, Run, Told


def tell_once(session: Session, person_id: int, room_id: int, what: str, period: str, now: datetime) -> bool:
    """Whether this is the first time: then it must be told in this unit of work."""
    return (
        insert_once(session, Told, person_id=person_id, room_id=room_id, what=what, period=period, told_at=now)
        is not None
    )


def take_run(session: Session, job: str, period: str, room_id: int, status: str, now: datetime) -> Run | None:
    """Take a job of the clock for a period and a room; None when it is done, or skipped, already."""
    key = insert_once(session, Run, job=job, period=period, room_id=room_id, status=status, started_at=now, counts={})
    return None if key is None else session.get(Run, key)


def runs(session: Session, job: str, room_id: int) -> dict[str, str]:
    """The periods of a job that were done or skipped for a room, with their status."""
    wanted = select(Run.period, Run.status).where(Run.job == job, Run.room_id == room_id)
    return dict(list(session.exec(wanted)))


def note(session: Session, name: str) -> str | None:
    """The value kept under this name."""
    row = session.get(Note, name)
    return None if row is None else row.value


def keep_note(session: Session, name: str, value: str) -> None:
    """Keep a value under this name."""
    row = session.get(Note, name)
    if row is None:
        session.add(Note(name=name, value=value))
    else:
        row.value = value
    session.flush()
