"""Two persons who turn out to be one: somebody without a chat who gets one, or one human being on two channels."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, SQLModel, col, select

from storage import entries, locks
from storage.entries import Evidence, Status
from storage.people import join_group
from storage.tables import (
    Account,
    Break,
    DatedFact,
    Dialogue,
    Entry,
    EntryVersion,
    GroupMember,
    Habit,
    Inbox,
    Invite,
    JoinRequest,
    Klus,
    KlusHelper,
    Member,
    Outbox,
    PassedQuestion,
    Person,
    Shift,
    SurveyPerson,
    Told,
)

REASON = "merged"
"""Why an entry has a new version, when its person turned out to be another."""

MOVED: tuple[tuple[type[SQLModel], str], ...] = (
    (Account, "person_id"),
    (Dialogue, "person_id"),
    (Habit, "person_id"),
    (Shift, "person_id"),
    (DatedFact, "person_id"),
    (Inbox, "person_id"),
    (Outbox, "person_id"),
    (JoinRequest, "person_id"),
    (PassedQuestion, "person_id"),
    (Klus, "asked_by"),
    (Invite, "created_by"),
    (Person, "merged_into"),
)
"""What is simply the other's from then on. Who did what stays as it was written: it is evidence, and ``merged_into``
says who that is now. Entries, places and what is there once for each person are moved apart."""


def merge(session: Session, source: Person, target: Person, evidence: Evidence) -> list[EntryVersion]:
    """``source`` is ``target``: everything that was theirs moves there. Returns the entries that moved, by day.

    What an entry said before stays under the number of ``source``; its new version is of ``target``. ``source`` keeps
    its row without a name, so that its number never means somebody else.
    """
    locks.rooms(session, rooms_of(session, [source.id, target.id]))
    locks.people(session, [source.id, target.id])
    _end_doubles(session, source.id, target.id, evidence.at)
    _move_places(session, source.id, target.id)
    _move_once_only(session, source.id, target.id)
    session.exec(
        update(Invite)
        .where(col(Invite.person_id) == source.id, col(Invite.withdrawn_at).is_(None))
        .values(withdrawn_at=evidence.at)
    )
    moved = [_move_entry(session, current, target.id, evidence) for current in _entries(session, source.id)]
    for table, column in MOVED:
        _move(session, table, column, source.id, target.id)
    _merge_facts(session, target.id, evidence.at)
    target.name = target.name or source.name
    target.quiet_since = target.quiet_since or source.quiet_since
    target.consented_at, target.consent_version = (
        (target.consented_at, target.consent_version)
        if target.consented_at is not None
        else (source.consented_at, source.consent_version)
    )
    source.name, source.forgotten_at, source.merged_into = "", evidence.at, target.id
    session.flush()
    return sorted(moved, key=lambda entry: (entry.date, entry.entry_id))


def rooms_of(session: Session, person_ids: Iterable[int]) -> set[int]:
    """The rooms in which any of these people is or was a member, or has hours."""
    ids = list(person_ids)
    members = session.exec(select(Member.room_id).where(col(Member.person_id).in_(ids)))
    return {*members, *session.exec(select(Entry.room_id).where(col(Entry.person_id).in_(ids)))}


def days_of_both(session: Session, one: int, other: int, room_id: int) -> int:
    """On how many days both have hours in the room that stand: after a merge these may be in the books twice."""
    standing = (Status.BOOKED, Status.WAITING)
    first, second = (
        {entry.date for entry in entries.entries_of(session, person_id, date.min, date.max, standing, room_id)}
        for person_id in (one, other)
    )
    return len(first & second)


def _move(session: Session, table: type[SQLModel], column: str, source: int, target: int) -> None:
    owner: Any = getattr(table, column)
    session.execute(update(table).where(owner == source).values({column: target}))


def _entries(session: Session, person_id: int) -> list[EntryVersion]:
    wanted = select(EntryVersion).where(EntryVersion.person_id == person_id, col(EntryVersion.is_current))
    return list(session.exec(wanted.order_by(col(EntryVersion.entry_id))))


def _move_entry(session: Session, current: EntryVersion, target: int, evidence: Evidence) -> EntryVersion:
    session.get_one(Entry, current.entry_id).person_id = target
    session.flush()
    return entries.revise(session, current, entries.work_of(current), Status(current.status), evidence, REASON)


def _move_places(session: Session, source: int, target: int) -> None:
    for place in session.exec(select(Member).where(Member.person_id == source)).all():
        wanted = select(Member).where(Member.room_id == place.room_id, Member.person_id == target)
        known = session.exec(wanted).one_or_none()
        if known is None:
            place.person_id = target
            continue
        known.joined_on = min(known.joined_on, place.joined_on)
        known.left_on = None if None in (known.left_on, place.left_on) else known.left_on
        known.is_coordinator = known.is_coordinator or place.is_coordinator
        silent = [day for day in (known.silent_until, place.silent_until) if day is not None]
        known.silent_until = max(silent, default=None)
        if known.away_to is None or (place.away_to is not None and place.away_to > known.away_to):
            known.away_from, known.away_to = place.away_from, place.away_to
        session.execute(update(Break).where(col(Break.member_id) == place.id).values(member_id=known.id))
        session.delete(place)
    for seat in session.exec(select(GroupMember).where(GroupMember.person_id == source)).all():
        join_group(session, seat.group_id, target, is_leader=seat.is_leader)
        session.delete(seat)
    session.flush()


def _move_once_only(session: Session, source: int, target: int) -> None:
    helped = {helper.klus_id for helper in session.exec(select(KlusHelper).where(KlusHelper.person_id == target))}
    for helper in session.exec(select(KlusHelper).where(KlusHelper.person_id == source)).all():
        if helper.klus_id not in helped:
            session.add(KlusHelper(klus_id=helper.klus_id, person_id=target, since=helper.since))
        session.delete(helper)
    told = {(t.room_id, t.what, t.period) for t in session.exec(select(Told).where(Told.person_id == target))}
    for row in session.exec(select(Told).where(Told.person_id == source)).all():
        if (row.room_id, row.what, row.period) in told:
            session.delete(row)
        else:
            row.person_id = target
    for asked in session.exec(select(SurveyPerson).where(SurveyPerson.person_id == source)).all():
        known = session.get(SurveyPerson, (asked.round_id, target))
        if known is None:
            asked.person_id = target
            continue
        # Whoever answered as one of the two does not answer again as the other.
        known.position = max(known.position, asked.position)
        known.has_answered, known.is_done = known.has_answered or asked.has_answered, known.is_done or asked.is_done
        known.is_reminded = known.is_reminded or asked.is_reminded
        session.delete(asked)
    session.flush()


def _end_doubles(session: Session, source: int, target: int, now: datetime) -> None:
    """A person has one shift that runs, and one habit for a day and group: the target's go on."""
    runs = select(Shift.id).where(Shift.person_id == target, col(Shift.ended_at).is_(None))
    if session.exec(runs).first() is not None:
        session.execute(
            update(Shift).where(col(Shift.person_id) == source, col(Shift.ended_at).is_(None)).values(ended_at=now)
        )
    going = select(Habit).where(col(Habit.person_id).in_((source, target)), col(Habit.ended_on).is_(None))
    habits = list(session.exec(going))
    kept = {(habit.weekday, habit.group_id) for habit in habits if habit.person_id == target}
    for habit in habits:
        if habit.person_id == source and (habit.weekday, habit.group_id) in kept:
            habit.ended_on = now.date()
    session.flush()


def _merge_facts(session: Session, person_id: int, now: datetime) -> None:
    """Of a fact that runs twice now, the one confirmed and begun first stays."""
    running = select(DatedFact).where(
        DatedFact.person_id == person_id,
        col(DatedFact.withdrawn_at).is_(None),
        col(DatedFact.end_confirmed_at).is_(None),
    )
    seen = set()
    for fact in sorted(session.exec(running), key=lambda row: (row.start_confirmed_at is None, row.starts, row.id)):
        if (fact.room_id, fact.kind) in seen:
            fact.withdrawn_at = now
        seen.add((fact.room_id, fact.kind))
