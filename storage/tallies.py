"""Tallies: cases that count for an indicator of the agreement, each with a number and without anybody's name."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func
from sqlmodel import Session, col, select

from storage import locks, versions
from storage.entries import Evidence
from storage.tables import Tally, TallyVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What a tally says: on which day (in the room's zone), and what of it is told."""

    takes_part_since: date | None = None
    date: date
    organisation: str | None = None
    counted_before: bool = False


def add_tally(session: Session, room_id: int, kind: str, case: Case, evidence: Evidence) -> TallyVersion:
    """Count a case; it gets the room's next number."""
    # Whoever counts at the same moment waits here: two cases never share a number.
    locks.rooms(session, [room_id])
    highest = session.exec(select(func.coalesce(func.max(Tally.number), 0)).where(Tally.room_id == room_id)).one()
    tally = Tally(room_id=room_id, kind=kind, number=highest + 1)
    session.add(tally)
    session.flush()
    return _add_version(session, tally, None, case, evidence, "told")


def revise(
    session: Session, current: TallyVersion, case: Case, evidence: Evidence, reason: str, *, is_withdrawn: bool = False
) -> TallyVersion:
    """Write what the case says from now on; what it said stays as an older version."""
    tally = session.get_one(Tally, current.tally_id)
    return _add_version(session, tally, current, case, evidence, reason, is_withdrawn=is_withdrawn)


def _add_version(
    session: Session,
    tally: Tally,
    current: TallyVersion | None,
    case: Case,
    evidence: Evidence,
    reason: str,
    *,
    is_withdrawn: bool = False,
) -> TallyVersion:
    return versions.add_version(
        session,
        TallyVersion,
        current,
        evidence,
        tally_id=tally.id,
        room_id=tally.room_id,
        kind=tally.kind,
        date=case.date,
        takes_part_since=case.takes_part_since,
        organisation=case.organisation,
        counted_before=case.counted_before,
        is_withdrawn=is_withdrawn,
        reason=reason,
    )


def case_of(version: TallyVersion) -> Case:
    """What this version of a tally says."""
    return Case(
        date=version.date,
        takes_part_since=version.takes_part_since,
        organisation=version.organisation,
        counted_before=version.counted_before,
    )


def number_of(session: Session, version: TallyVersion) -> int:
    """The number by which people speak of the case."""
    return session.get_one(Tally, version.tally_id).number


def current(session: Session, tally_id: int) -> TallyVersion | None:
    """What the tally says now; None when there is no such tally."""
    return versions.newest(session, TallyVersion, col(TallyVersion.tally_id), tally_id)


def by_number(session: Session, room_ids: Iterable[int], number: int) -> list[TallyVersion]:
    """What the tallies with this number say now, at most one a room."""
    wanted = (
        select(TallyVersion)
        .join(Tally, col(Tally.id) == col(TallyVersion.tally_id))
        .where(col(Tally.room_id).in_(list(room_ids)), Tally.number == number, col(TallyVersion.is_current))
        .order_by(col(TallyVersion.room_id))
    )
    return list(session.exec(wanted))


def from_message(session: Session, inbox_id: int) -> list[TallyVersion]:
    """What the tallies that this message made or changed say now."""
    return versions.from_message(session, TallyVersion, col(TallyVersion.tally_id), inbox_id)


def messages_that_told(session: Session, inbox_ids: Iterable[int]) -> list[int]:
    """Those of the messages that made or changed tallies."""
    wanted = select(TallyVersion.inbox_id).where(col(TallyVersion.inbox_id).in_(list(inbox_ids))).distinct()
    return list(session.exec(wanted))


def tallies_in(
    session: Session, room_id: int, first: date, last: date, kinds: Collection[str] = ()
) -> list[TallyVersion]:
    """The room's cases from ``first`` to ``last``, both days in it, the newest number first; of these kinds, or all."""
    wanted = (
        select(TallyVersion)
        .where(
            TallyVersion.room_id == room_id,
            col(TallyVersion.is_current),
            col(TallyVersion.is_withdrawn).is_(False),
            col(TallyVersion.date).between(first, last),
        )
        .order_by(col(TallyVersion.tally_id).desc())
    )
    if kinds:
        wanted = wanted.where(col(TallyVersion.kind).in_(list(kinds)))
    return list(session.exec(wanted))


def organisations(session: Session, room_id: int, kind: str, first: date, last: date) -> list[str]:
    """The organisations that were named in such cases between these days, the last one named first, each once."""
    named: dict[str, str] = {}
    for version in tallies_in(session, room_id, first, last, (kind,)):
        if version.organisation:
            named.setdefault(version.organisation.casefold(), version.organisation)
    return list(named.values())
