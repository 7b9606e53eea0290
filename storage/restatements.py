"""What was corrected in the books after figures were kept: each thing once, as it was and as it stands now."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Protocol, TypeVar

from sqlmodel import Session, col, select

from storage.entries import Status
from storage.klussen import State
from storage.tables import (
    AttendanceName,
    AttendanceVersion,
    DatedFact,
    EntryVersion,
    Klus,
    KlusChange,
    ResultVersion,
    Snapshot,
    Tally,
    TallyVersion,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a thing in the books said and counted for."""

    date: date
    amount: int
    """Minutes of hours, heads of an attendance, 1 of anything else."""
    what: str = ""
    """The kind of activity or case, the indicator, or the klus's housing corporation."""
    group_id: int | None = None
    more: tuple[Any, ...] = ()
    """What else counts in it, to be compared alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Restatement:
    """A thing in the books of which what counts was changed since. None says that it did not count, or does not."""

    kind: str
    """"hours", "attendance", "klus", "tally", "result", "key" or "association"."""
    number: int
    """By which people speak of a klus or a case; of anything else the number of its row."""
    person_id: int | None
    """Whose hours, key or membership it is."""
    before: Said | None
    after: Said | None
    changed_at: datetime
    changed_by: int | None


class _Version(Protocol):
    id: int
    is_current: bool
    changed_at: datetime
    changed_by: int


V = TypeVar("V", bound=_Version)


def restatements(session: Session, snapshot: Snapshot) -> list[Restatement]:
    """Everything of the snapshot's year and room, up to its last day, that says something else than when it was taken.

    However often it was changed since, it is one: a correction that was taken back is none. In it are hours, turnouts,
    klussen, cases, entered results, keys and memberships; by day.
    """
    first, last = date(snapshot.last.year, 1, 1), snapshot.last
    found = [
        *_hours(session, snapshot),
        *_attendances(session, snapshot),
        *_tallies(session, snapshot),
        *_results(session, snapshot),
        *_klussen(session, snapshot),
        *_facts(session, snapshot),
    ]
    inside = [_within(one, first, last) for one in found]
    return sorted((one for one in inside if one is not None), key=lambda one: (_day(one), one.kind, one.number))


def _within(one: Restatement, first: date, last: date) -> Restatement | None:
    """The change as it is for the period: what lies outside it does not count there."""
    before = one.before if one.before and first <= one.before.date <= last else None
    after = one.after if one.after and first <= one.after.date <= last else None
    if before == after:
        return None
    return replace(one, before=before, after=after)


def _day(one: Restatement) -> date:
    said = one.before or one.after
    if said is None:
        raise ValueError("nothing was changed")
    return said.date


def _hours(session: Session, snapshot: Snapshot) -> Iterator[Restatement]:
    def said(version: EntryVersion | None) -> Said | None:
        if version is None or version.status != Status.BOOKED:
            return None
        return Said(date=version.date, amount=version.minutes, group_id=version.group_id)

    for entry_id, before, now in _changed(session, EntryVersion, "entry_id", snapshot):
        # Whose they are now: two persons may have turned out to be one.
        yield _restated("hours", entry_id, now.person_id, said(before), said(now), now)


def _attendances(session: Session, snapshot: Snapshot) -> Iterator[Restatement]:
    def said(version: AttendanceVersion | None) -> Said | None:
        if version is None or version.is_withdrawn:
            return None
        named = select(AttendanceName.participant_id).where(AttendanceName.version_id == version.id)
        return Said(
            date=version.date,
            amount=version.heads,
            what=version.activity,
            group_id=version.group_id,
            more=(version.new_heads, frozenset(session.exec(named))),
        )

    for attendance_id, before, now in _changed(session, AttendanceVersion, "attendance_id", snapshot):
        yield _restated("attendance", attendance_id, None, said(before), said(now), now)


def _tallies(session: Session, snapshot: Snapshot) -> Iterator[Restatement]:
    def said(version: TallyVersion | None) -> Said | None:
        if version is None or version.is_withdrawn:
            return None
        more = (version.takes_part_since, version.organisation, version.counted_before)
        return Said(date=version.date, amount=1, what=version.kind, more=more)

    for tally_id, before, now in _changed(session, TallyVersion, "tally_id", snapshot):
        number = session.get_one(Tally, tally_id).number
        yield _restated("tally", number, None, said(before), said(now), now)


def _results(session: Session, snapshot: Snapshot) -> Iterator[Restatement]:
    def said(version: ResultVersion | None) -> Said | None:
        if version is None or version.is_withdrawn:
            return None
        return Said(date=version.date, amount=1, what=version.indicator, more=(version.value, version.source))

    for result_id, before, now in _changed(session, ResultVersion, "result_id", snapshot):
        yield _restated("result", result_id, None, said(before), said(now), now)


def _changed(session: Session, table: type[V], of: str, snapshot: Snapshot) -> Iterator[tuple[int, V | None, V]]:
    """Each thing with newer versions than the snapshot knew: its number, the version of then, and the one of now."""
    rows: Any = table
    thing = getattr(rows, of)
    mark = snapshot.marks[str(rows.__tablename__)]
    newer = select(thing).where(rows.room_id == snapshot.room_id, rows.id > mark)
    wanted = select(rows).where(thing.in_(newer)).order_by(rows.id)
    versions: dict[int, list[V]] = defaultdict(list)
    for version in session.exec(wanted):
        versions[getattr(version, of)].append(version)
    for key, every in versions.items():
        known = [version for version in every if version.id <= mark]
        yield key, known[-1] if known else None, next(version for version in every if version.is_current)


def _klussen(session: Session, snapshot: Snapshot) -> Iterator[Restatement]:
    mark = snapshot.marks[str(KlusChange.__tablename__)]
    newer = (
        select(KlusChange.klus_id)
        .join(Klus, col(Klus.id) == col(KlusChange.klus_id))
        .where(Klus.room_id == snapshot.room_id, col(KlusChange.id) > mark)
    )
    wanted = select(KlusChange).where(col(KlusChange.klus_id).in_(newer)).order_by(col(KlusChange.id))
    steps: dict[int, list[KlusChange]] = defaultdict(list)
    for step in session.exec(wanted):
        steps[step.klus_id].append(step)
    for klus_id, every in steps.items():
        klus = session.get_one(Klus, klus_id)
        before = _klus_said(klus, [step for step in every if step.id <= mark])
        yield _restated("klus", klus.number, None, before, _klus_said(klus, every), every[-1])


def _klus_said(klus: Klus, steps: list[KlusChange]) -> Said | None:
    """What a klus counted for after these steps: one that is done, and no double of another."""
    done: date | None = None
    is_double, corporation = False, ""
    for step in steps:
        if step.change == State.DONE:
            done = date.fromisoformat(step.value)
        elif step.change in (State.DROPPED, "reopened"):
            done = None
        elif step.change in ("merged", "parted"):
            is_double = step.change == "merged"
        elif step.change == "corporation":
            corporation = step.value
    if done is None or is_double:
        return None
    return Said(date=done, amount=1, what=corporation, group_id=klus.group_id)


def _facts(session: Session, snapshot: Snapshot) -> Iterator[Restatement]:
    wanted = select(DatedFact).where(DatedFact.room_id == snapshot.room_id).order_by(col(DatedFact.id))
    for fact in session.exec(wanted):
        moments = [fact.start_confirmed_at, fact.end_confirmed_at, fact.withdrawn_at]
        newest = max((moment for moment in moments if moment is not None), default=None)
        if newest is None or newest <= snapshot.figures_at:
            continue
        before, after = (_fact_said(fact, snapshot.last, moment) for moment in (snapshot.figures_at, newest))
        if before != after:
            yield Restatement(
                kind=fact.kind,
                number=fact.id,
                person_id=fact.person_id,
                before=before,
                after=after,
                changed_at=newest,
                # Who withdrew it is not kept.
                changed_by=fact.ended_by if fact.end_confirmed_at == newest else None,
            )


def _fact_said(fact: DatedFact, on: date, known: datetime) -> Said | None:
    """What it counted for on a day, by what was confirmed by a moment."""

    def by_then(moment: datetime | None) -> bool:
        return moment is not None and moment <= known

    if not by_then(fact.start_confirmed_at) or by_then(fact.withdrawn_at) or fact.starts > on:
        return None
    if by_then(fact.end_confirmed_at) and fact.ends is not None and fact.ends < on:
        return None
    return Said(date=on, amount=1)


def _restated(
    kind: str, number: int, person_id: int | None, before: Said | None, after: Said | None, by: _Version | KlusChange
) -> Restatement:
    return Restatement(
        kind=kind,
        number=number,
        person_id=person_id,
        before=before,
        after=after,
        changed_at=by.changed_at,
        changed_by=by.changed_by,
    )
