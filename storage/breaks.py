"""Breaks: the times in which a member does not volunteer. They do not count in the pace."""

from datetime import date, timedelta

from sqlmodel import Session

from storage.people import breaks_of
from storage.tables import Break, Member

ONE_DAY = timedelta(days=1)


def break_on(session: Session, member: Member, on: date) -> Break | None:
    """The break that the member has on this day."""
    found = (each for each in breaks_of(session, member.id) if each.starts <= on)
    return next((each for each in found if each.ends is None or on <= each.ends), None)


def begin_break(session: Session, member: Member, on: date, until: date | None) -> None:
    """The member is away from this day on, and back on ``until``; one that was there, or was to come, makes way."""
    for earlier in breaks_of(session, member.id):
        if earlier.ends is None or earlier.ends >= on:
            session.delete(earlier) if earlier.starts >= on else _end(session, earlier, on)
    session.add(Break(member_id=member.id, starts=on, ends=None if until is None else until - ONE_DAY))


def end_breaks(session: Session, member: Member, on: date) -> None:
    """The member is back on this day: each break ended the day before, or never was."""
    for each in breaks_of(session, member.id):
        if each.ends is None or each.ends >= on:
            _end(session, each, on)


def _end(session: Session, taken: Break, on: date) -> None:
    taken.ends = on - ONE_DAY
    if taken.ends < taken.starts:
        session.delete(taken)
