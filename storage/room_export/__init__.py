"""All that a room accounts for, table by table, each read row by row: few rows are in memory at a time.

Left out are messages, what is asked or sent, invites and settings; where a klus is, which those who do it alone may
see; and surveys, of which answers of fewer than five people may be told to nobody.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from storage.room_export import people, reported, work
from storage.room_export.columns import Statement

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class RoomTable:
    """A table of a room. ``rows`` are read when they are asked for, once; moments in them are in UTC."""

    name: str
    columns: tuple[str, ...]
    rows: Iterator[Sequence[Any]]


def room_tables(session: Session, room_id: int, *, participants_named: bool) -> Iterator[RoomTable]:
    """The room's tables. Participants are numbers alone, unless they are to be named."""
    for name, statement in _statements(room_id, participants_named=participants_named).items():
        columns = tuple(column.name for column in statement.selected_columns)
        yield RoomTable(name, columns, _rows(session, statement))


def _rows(session: Session, statement: Statement) -> Iterator[Sequence[Any]]:
    yield from session.connection().execute(statement.execution_options(yield_per=_AT_ONCE))


def _statements(room_id: int, *, participants_named: bool) -> dict[str, Statement]:
    return {
        "members": people.members(room_id),
        "breaks": people.breaks(room_id),
        "groups": people.groups(room_id),
        "group_members": people.group_members(room_id),
        "group_changes": people.group_changes(room_id),
        "entries": work.entries(room_id),
        "klussen": work.klussen(room_id),
        "klus_changes": work.klus_changes(room_id),
        "klus_helpers": work.klus_helpers(room_id),
        "attendances": work.attendances(room_id),
        "attendance_participants": work.attendance_participants(room_id),
        "participants": people.participants(room_id, named=participants_named),
        "participant_changes": people.participant_changes(room_id),
        "tallies": work.tallies(room_id),
        "dated_facts": people.dated_facts(room_id),
        "results": reported.results(room_id),
        "periods": reported.periods(room_id),
        "snapshots": reported.snapshots(room_id),
        "explanations": reported.explanations(room_id),
    }
