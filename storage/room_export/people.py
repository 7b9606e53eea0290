"""Who is in a room: members, groups, participants, and what is true of people from a day on."""

from sqlalchemy import select
from sqlmodel import col

from storage.room_export.columns import Statement, as_is, evidence, group, message, person
from storage.tables import Break, DatedFact, Group, GroupChange, GroupMember, Member, Participant, ParticipantChange


def members(room_id: int) -> Statement:
    """Everybody who is or was a member."""
    return (
        select(
            col(Member.id).label("member"),
            *person("person", Member.person_id),
            *as_is(Member, "is_coordinator", "joined_on", "left_on"),
        )
        .where(col(Member.room_id) == room_id)
        .order_by(col(Member.id))
    )


def breaks(room_id: int) -> Statement:
    """When members did not volunteer."""
    return (
        select(*person("person", Member.person_id), *as_is(Break, "starts", "ends"))
        .join_from(Break, Member, col(Member.id) == col(Break.member_id))
        .where(col(Member.room_id) == room_id)
        .order_by(col(Break.id))
    )


def groups(room_id: int) -> Statement:
    """The groups, also those that were closed or merged."""
    return (
        select(
            col(Group.id).label("group_id"),
            *as_is(Group, "name", "activity", "aliases", "usual_days", "since", "closed_at", "merged_into"),
        )
        .where(col(Group.room_id) == room_id)
        .order_by(col(Group.id))
    )


def group_members(room_id: int) -> Statement:
    """Who is in which group now."""
    return (
        select(*group(GroupMember.group_id), *person("person", GroupMember.person_id), col(GroupMember.is_leader))
        .join_from(GroupMember, Group, col(Group.id) == col(GroupMember.group_id))
        .where(col(Group.room_id) == room_id)
        .order_by(col(GroupMember.group_id), col(GroupMember.person_id))
    )


def group_changes(room_id: int) -> Statement:
    """What was changed about groups."""
    return (
        select(*group(GroupChange.group_id), *as_is(GroupChange, "change", "value"), *evidence(GroupChange))
        .join_from(GroupChange, Group, col(Group.id) == col(GroupChange.group_id))
        .where(col(Group.room_id) == room_id)
        .order_by(col(GroupChange.id))
    )


def participants(room_id: int, *, named: bool) -> Statement:
    """Who took part, by number, and by name where that is wanted."""
    return (
        select(
            col(Participant.id).label("participant_id"),
            *([col(Participant.name)] if named else []),
            *as_is(Participant, "created_at", "merged_into"),
        )
        .where(col(Participant.room_id) == room_id)
        .order_by(col(Participant.id))
    )


def participant_changes(room_id: int) -> Statement:
    """What was done to the names of participants; no names."""
    return (
        select(*as_is(ParticipantChange, "participant_id", "change", "into"), *evidence(ParticipantChange))
        .join_from(ParticipantChange, Participant, col(Participant.id) == col(ParticipantChange.participant_id))
        .where(col(Participant.room_id) == room_id)
        .order_by(col(ParticipantChange.id))
    )


def dated_facts(room_id: int) -> Statement:
    """Keys and memberships of the association."""
    started = ("kind", "starts", "start_confirmed_at")
    return (
        select(
            *person("person", DatedFact.person_id),
            *as_is(DatedFact, *started),
            *person("started_by", DatedFact.started_by),
            *message(DatedFact.start_inbox_id, "start_"),
            *as_is(DatedFact, "ends", "end_confirmed_at"),
            *person("ended_by", DatedFact.ended_by),
            *message(DatedFact.end_inbox_id, "end_"),
            col(DatedFact.withdrawn_at),
        )
        .where(col(DatedFact.room_id) == room_id)
        .order_by(col(DatedFact.id))
    )
