"""Participants: who takes part in a room's activities, by first name and initial, and nothing more.

Two rows that turn out to be one human being are merged: one points to the other (``merged_into``), and all readings
follow the pointer to its end, the *root*. Nothing is rewritten, so a merge corrects history and can be undone. A merged
row goes on as a name by which its root is known.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from storage.entries import Evidence
from storage.once import insert_once
from storage.tables import Participant, ParticipantChange

NAMELESS = "#"
"""What stands in place of a name that was erased is this and the row's id; no name that people give begins with it."""


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name by which a participant of a room is known; ``participant_id`` is the root."""

    name: str
    participant_id: int


def is_nameless(participant: Participant) -> bool:
    """Whether the name was erased."""
    return participant.name.startswith(NAMELESS)


def roots(session: Session, ids: Iterable[int]) -> dict[int, int]:
    """Of each of these participants the one that they turned out to be: themselves where nothing was merged."""
    found = {key: key for key in ids}
    while True:
        wanted = select(Participant.id, Participant.merged_into).where(
            col(Participant.id).in_(set(found.values())), col(Participant.merged_into).is_not(None)
        )
        steps = dict(list(session.exec(wanted)))
        if not steps:
            return found
        found = {key: steps.get(root) or root for key, root in found.items()}


def participant_of(session: Session, room_id: int, participant_id: int) -> Participant | None:
    """The participant, as who they turned out to be; None for one of another room."""
    row = session.get(Participant, participant_id)
    if row is None or row.room_id != room_id:
        return None
    return session.get_one(Participant, roots(session, [row.id])[row.id])


def participants_in(session: Session, room_id: int) -> list[Participant]:
    """The room's participants by name, each once; not those whose name was erased."""
    wanted = (
        select(Participant)
        .where(
            Participant.room_id == room_id,
            col(Participant.merged_into).is_(None),
            ~col(Participant.name).startswith(NAMELESS),
        )
        .order_by(col(Participant.name), col(Participant.id))
    )
    return list(session.exec(wanted))


def names_of(session: Session, ids: Iterable[int]) -> dict[int, str]:
    """The names of these participants, as they stand in their rows."""
    wanted = select(Participant.id, Participant.name).where(col(Participant.id).in_(set(ids)))
    return dict(list(session.exec(wanted)))


def known_names(session: Session, room_id: int) -> list[KnownName]:
    """Every name by which somebody is known in the room, those of merged rows too, the oldest first."""
    wanted = (
        select(Participant)
        .where(Participant.room_id == room_id, ~col(Participant.name).startswith(NAMELESS))
        .order_by(col(Participant.id))
    )
    rows = list(session.exec(wanted))
    root = roots(session, [row.id for row in rows])
    return [KnownName(row.name, root[row.id]) for row in rows]


def merged_names(session: Session, participant_id: int) -> list[Participant]:
    """The rows that turned out to be this participant, one after another, the oldest first."""
    found: list[Participant] = []
    level = [participant_id]
    while level:
        rows = list(session.exec(select(Participant).where(col(Participant.merged_into).in_(level))))
        found += rows
        level = [row.id for row in rows]
    return sorted(found, key=lambda row: row.id)


def add_participant(
    session: Session, room_id: int, name: str, evidence: Evidence, also_known_as: int | None = None
) -> Participant:
    """Keep somebody new; where the name is taken they get a number: "Fatima B. 2".

    With ``also_known_as`` it is one more name of that participant.
    """
    number, key = 1, None
    while key is None:
        numbered = name if number == 1 else f"{name} {number}"
        values = {"room_id": room_id, "name": numbered, "created_at": evidence.at, "merged_into": also_known_as}
        key = insert_once(session, Participant, **values)
        number += 1
    _note(session, key, "added", evidence, also_known_as)
    return session.get_one(Participant, key)


def merge(session: Session, participant: Participant, into: Participant, evidence: Evidence) -> ParticipantChange:
    """From now on, and in all that was, the one is the other. Raises ValueError where they cannot be.

    Both must be roots, of one room.
    """
    if participant.id == into.id or participant.room_id != into.room_id:
        raise ValueError("a participant is merged into another one of the room")
    if participant.merged_into is not None or into.merged_into is not None:
        raise ValueError("what was merged is merged no more")
    participant.merged_into = into.id
    return _note(session, participant.id, "merged", evidence, into.id)


def part(session: Session, participant: Participant, evidence: Evidence) -> ParticipantChange:
    """They are not the other after all: the merge is undone, in all that was too."""
    into, participant.merged_into = participant.merged_into, None
    return _note(session, participant.id, "parted", evidence, into)


def rename(session: Session, participant: Participant, name: str, evidence: Evidence) -> None:
    """Call the participant something else. Raises ValueError where somebody in the room is called so."""
    taken = select(Participant.id).where(Participant.room_id == participant.room_id, Participant.name == name)
    if session.exec(taken).first() is not None:
        raise ValueError("the name is taken")
    participant.name = name
    _note(session, participant.id, "renamed", evidence)


def erase(session: Session, participant: Participant, at: datetime, evidence: Evidence | None) -> None:
    """Take away every name by which the participant is known; that they came stays, and counts.

    Without ``evidence`` it is the clock that does it.
    """
    for row in [participant, *merged_names(session, participant.id)]:
        if not is_nameless(row):
            row.name = f"{NAMELESS}{row.id}"
            session.add(
                ParticipantChange(
                    participant_id=row.id,
                    change="erased",
                    changed_at=at,
                    changed_by=None if evidence is None else evidence.by,
                    inbox_id=None if evidence is None else evidence.inbox_id,
                )
            )
    session.flush()


def newest_change(session: Session, participant_id: int) -> ParticipantChange:
    """The last thing that was done to the participant."""
    wanted = (
        select(ParticipantChange)
        .where(ParticipantChange.participant_id == participant_id)
        .order_by(col(ParticipantChange.id).desc())
        .limit(1)
    )
    return session.exec(wanted).one()


def _note(
    session: Session, participant_id: int, change: str, evidence: Evidence, into: int | None = None
) -> ParticipantChange:
    row = ParticipantChange(
        participant_id=participant_id,
        change=change,
        into=into,
        changed_at=evidence.at,
        changed_by=evidence.by,
        inbox_id=evidence.inbox_id,
    )
    session.add(row)
    session.flush()
    return row
