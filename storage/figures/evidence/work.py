"""Behind hours, active volunteers, active groups and klussen: what volunteers did."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from sqlalchemy import ColumnElement, and_, func
from sqlalchemy import select as core_select
from sqlmodel import Session, col, select

from storage.entries import Status
from storage.figures.active_groups import active_groups
from storage.figures.active_volunteers import active_volunteers, pace_rules
from storage.figures.evidence.row import ONE, EvidenceRow, Thing, group_names
from storage.figures.standing import pace_of
from storage.figures.unique_people import Range
from storage.group_activity import last_active
from storage.klussen import done_in
from storage.rooms import settings_of
from storage.tables import EntryVersion, Klus, KlusHelper, Room


def hours(session: Session, room: Room, on: date) -> Iterator[EvidenceRow]:
    """The entries that are booked in the year up to ``on``; they add their minutes."""
    named = group_names(session, room.id)
    # Columns and not entries: a room's year has thousands.
    version = EntryVersion
    wanted = core_select(
        col(version.entry_id), col(version.date), col(version.minutes), col(version.group_id), col(version.person_id)
    ).where(_booked(room.id, on))
    in_order = wanted.order_by(col(version.date), col(version.entry_id))
    for entry_id, day, minutes, group_id, person_id in session.connection().execute(in_order):
        yield EvidenceRow(
            thing=Thing.HOURS,
            id=entry_id,
            date=day,
            adds=Range(minutes, minutes),
            amount=minutes,
            group=named(group_id),
            people=(person_id,),
        )


def volunteers(session: Session, room: Room, on: date) -> Iterator[EvidenceRow]:
    """The active volunteers, each with the minutes of their year."""
    wanted = select(EntryVersion.person_id, func.max(EntryVersion.date)).where(_booked(room.id, on))
    last_worked = dict(session.exec(wanted.group_by(col(EntryVersion.person_id))).all())
    rules = pace_rules(session, room, on.year)
    for person, year in active_volunteers(session, room, on).items():
        yield EvidenceRow(
            thing=Thing.VOLUNTEER,
            id=person,
            date=last_worked[person],
            adds=ONE,
            amount=year.minutes,
            pace=pace_of(year, on, rules).hours_per_year,
            people=(person,),
        )


def groups(session: Session, room: Room, on: date) -> Iterator[EvidenceRow]:
    """The active groups, each with the last day on which something of it stands."""
    last = last_active(session, room.id, on)
    for group in active_groups(session, room.id, on, settings_of(room).group_active_weeks):
        yield EvidenceRow(thing=Thing.GROUP, id=group.id, date=last[group.id], adds=ONE, group=group.name)


def klussen(session: Session, room: Room, on: date) -> Iterator[EvidenceRow]:
    """The klussen that were done in the year up to ``on``, each with who did it."""
    named, helpers = group_names(session, room.id), _helpers(session, room.id)
    for klus in done_in(session, room.id, date(on.year, 1, 1), on):
        if klus.done_on is not None:
            yield EvidenceRow(
                thing=Thing.KLUS,
                id=klus.id,
                date=klus.done_on,
                adds=ONE,
                group=named(klus.group_id),
                detail=klus.corporation or "",
                number=klus.number,
                people=tuple(helpers[klus.id]),
            )


def _booked(room_id: int, on: date) -> ColumnElement[bool]:
    return and_(
        col(EntryVersion.room_id) == room_id,
        col(EntryVersion.is_current),
        col(EntryVersion.status) == Status.BOOKED,
        col(EntryVersion.date).between(date(on.year, 1, 1), on),
    )


def _helpers(session: Session, room_id: int) -> dict[int, list[int]]:
    """Who did each klus of the room; who did one that turned out to be another did that other."""
    into = dict(session.exec(select(Klus.id, Klus.duplicate_of).where(Klus.room_id == room_id)).all())
    wanted = select(KlusHelper).join(Klus, col(Klus.id) == col(KlusHelper.klus_id)).where(Klus.room_id == room_id)
    found: dict[int, list[int]] = defaultdict(list)
    for row in session.exec(wanted.order_by(col(KlusHelper.since), col(KlusHelper.person_id))):
        klus = row.klus_id
        while (kept := into[klus]) is not None:
            klus = kept
        if row.person_id not in found[klus]:
            found[klus].append(row.person_id)
    return found
