"""What was done in a room: hours, klussen, activities and cases."""

from sqlalchemy import select
from sqlalchemy.orm import aliased
from sqlmodel import col

from storage.room_export.columns import Statement, as_is, evidence, group, message, person
from storage.tables import (
    Attendance,
    AttendanceName,
    AttendanceVersion,
    Entry,
    EntryVersion,
    Klus,
    KlusChange,
    KlusHelper,
    Tally,
    TallyVersion,
)


def entries(room_id: int) -> Statement:
    """Every version of all hours."""
    said = ("date", "minutes", "starts", "ends", "status", "reason")
    return (
        select(
            *as_is(EntryVersion, "entry_id", "version", "is_current"),
            *person("person", EntryVersion.person_id),
            *group(EntryVersion.group_id),
            *as_is(EntryVersion, *said),
            select(col(Klus.number)).where(col(Klus.id) == col(Entry.klus_id)).scalar_subquery().label("klus"),
            *evidence(EntryVersion),
        )
        .join_from(EntryVersion, Entry, col(Entry.id) == col(EntryVersion.entry_id))
        .where(col(EntryVersion.room_id) == room_id)
        .order_by(col(EntryVersion.entry_id), col(EntryVersion.version))
    )


def klussen(room_id: int) -> Statement:
    """The klussen as they stand now; not where they are."""
    other = aliased(Klus)
    double = select(col(other.number)).where(col(other.id) == col(Klus.duplicate_of)).scalar_subquery()
    return (
        select(
            *as_is(Klus, "number", "what", "corporation", "state", "asked_at", "done_on", "closed_at"),
            *group(Klus.group_id),
            double.label("duplicate_of"),
            *person("asked_by", Klus.asked_by),
            *message(Klus.inbox_id),
        )
        .where(col(Klus.room_id) == room_id)
        .order_by(col(Klus.number))
    )


def klus_changes(room_id: int) -> Statement:
    """Each step of the klussen."""
    return (
        select(col(Klus.number), *as_is(KlusChange, "change", "value"), *evidence(KlusChange))
        .join_from(KlusChange, Klus, col(Klus.id) == col(KlusChange.klus_id))
        .where(col(Klus.room_id) == room_id)
        .order_by(col(KlusChange.id))
    )


def klus_helpers(room_id: int) -> Statement:
    """Who does or did which klus."""
    return (
        select(col(Klus.number), *person("person", KlusHelper.person_id), col(KlusHelper.since))
        .join_from(KlusHelper, Klus, col(Klus.id) == col(KlusHelper.klus_id))
        .where(col(Klus.room_id) == room_id)
        .order_by(col(Klus.number), col(KlusHelper.person_id))
    )


def attendances(room_id: int) -> Statement:
    """Every version of who came to an activity."""
    said = ("activity", "date", "heads", "new_heads", "is_withdrawn", "reason")
    return (
        select(
            *as_is(AttendanceVersion, "attendance_id", "version", "is_current"),
            col(Attendance.number),
            *group(AttendanceVersion.group_id),
            *as_is(AttendanceVersion, *said),
            *evidence(AttendanceVersion),
        )
        .join_from(AttendanceVersion, Attendance, col(Attendance.id) == col(AttendanceVersion.attendance_id))
        .where(col(AttendanceVersion.room_id) == room_id)
        .order_by(col(AttendanceVersion.attendance_id), col(AttendanceVersion.version))
    )


def attendance_participants(room_id: int) -> Statement:
    """Which participants were named in which version."""
    version = AttendanceVersion
    return (
        select(*as_is(version, "attendance_id", "version"), col(AttendanceName.participant_id))
        .join_from(AttendanceName, version, col(version.id) == col(AttendanceName.version_id))
        .where(col(version.room_id) == room_id)
        .order_by(col(version.attendance_id), col(version.version), col(AttendanceName.participant_id))
    )


def tallies(room_id: int) -> Statement:
    """Every version of the cases that count."""
    said = ("kind", "date", "takes_part_since", "organisation", "counted_before", "is_withdrawn", "reason")
    return (
        select(
            col(Tally.number),
            *as_is(TallyVersion, "version", "is_current", *said),
            *evidence(TallyVersion),
        )
        .join_from(TallyVersion, Tally, col(Tally.id) == col(TallyVersion.tally_id))
        .where(col(TallyVersion.room_id) == room_id)
        .order_by(col(Tally.number), col(TallyVersion.version))
    )
