"""Who may report, correct and read who took part (the table is in the design)."""

from handlers.rights import is_coordinator_of, led_groups
from handlers.turn import Turn
from storage import attendances
from storage.groups import people_in, survivor
from storage.tables import AttendanceVersion, Group


def groups_to_report(turn: Turn) -> list[Group]:
    """The groups for which the writer may report: all of their rooms, those they are in first."""
    own = [group.id for group in turn.groups if turn.person.id in people_in(turn.session, [group.id])]
    groups = (
        turn.groups if turn.coupled_to is None else [g for g in turn.groups if g.room_id == turn.coupled_to.room_id]
    )
    return sorted(groups, key=lambda group: group.id not in own)


def runs(turn: Turn, room_id: int, group_id: int | None) -> bool:
    """Whether the writer is of those who run the group's activities, or coordinates the room."""
    if turn.place_in(room_id) is None:
        return False
    if is_coordinator_of(turn, room_id):
        return True
    return group_id is not None and turn.person.id in people_in(turn.session, [survivor(turn.session, group_id).id])


def may_change(turn: Turn, version: AttendanceVersion) -> bool:
    """Whether the writer may correct it: who runs the group's activities, and who reported it."""
    if runs(turn, version.room_id, version.group_id):
        return True
    is_here = turn.place_in(version.room_id) is not None
    return is_here and turn.person.id in attendances.reporters(turn.session, version.attendance_id)


def listing_groups(turn: Turn, room_id: int) -> list[int] | None:
    """The groups of the room whose participants the writer may list; None is all of them, and those of no group."""
    if is_coordinator_of(turn, room_id):
        return None
    return [group.id for group in led_groups(turn) if group.room_id == room_id and turn.place_in(room_id) is not None]
