"""How long names of participants are kept."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from storage import attendances, participants, rooms
from storage.attendances import Turnout
from storage.database import unit_of_work
from storage.entries import Evidence
from storage.once import insert_once
from storage.participant_keeping import erase_unseen
from storage.tables import Inbox, Participant, ParticipantChange, Person

LONG_AGO = datetime(2023, 5, 1, 12, tzinfo=UTC)
NOW = datetime(2026, 5, 2, 1, 30, tzinfo=UTC)


def _evidence(session: Session) -> Evidence:
    noor = Person(name="Noor", created_at=LONG_AGO)
    session.add(noor)
    session.flush()
    moments = {"sent_at": LONG_AGO, "received_at": LONG_AGO}
    inbox_id = insert_once(session, Inbox, channel="test", external_id="1", chat="noor", message="1", **moments)
    assert inbox_id is not None
    return Evidence(by=noor.id, at=LONG_AGO, inbox_id=inbox_id)


def _came(session: Session, room_id: int, evidence: Evidence, on: date, *ids: int) -> None:
    turnout = Turnout(date=on, activity="koken", group_id=None, heads=len(ids), named=frozenset(ids))
    attendances.add_attendance(session, room_id, turnout, evidence)


@pytest.mark.parametrize("today", [date(2026, 5, 2), date(2028, 2, 29)])
def test_who_was_not_seen_for_two_years_loses_every_name_and_keeps_counting(engine: Engine, today: date) -> None:
    with unit_of_work(engine) as session:
        room = rooms.add_room(session, "top", "TOP")
        evidence = _evidence(session)
        gone, seen, other = (
            participants.add_participant(session, room.id, name, evidence) for name in ("Fatima", "Piet", "Fatima B.")
        )
        _came(session, room.id, evidence, date(2023, 6, 1), gone.id, seen.id, other.id)
        _came(session, room.id, evidence, today, seen.id)
        participants.merge(session, other, gone, evidence)
        assert erase_unseen(session, room.id, today, NOW) == 1
        names = [row.name for row in session.exec(select(Participant).order_by(Participant.id))]
        assert names == [f"#{gone.id}", "Piet", f"#{other.id}"]
        by_the_clock = select(ParticipantChange).where(ParticipantChange.change == "erased")
        assert {row.changed_by for row in session.exec(by_the_clock)} == {None}
        first = attendances.standing(session, room.id, date(2023, 1, 1), date(2023, 12, 31))[0]
        assert attendances.turnout_of(session, first).named == {gone.id, seen.id}
        assert erase_unseen(session, room.id, today, NOW) == 0


def test_who_was_seen_under_another_name_is_seen(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        room = rooms.add_room(session, "top", "TOP")
        evidence = _evidence(session)
        old = participants.add_participant(session, room.id, "Fatima", evidence)
        new = participants.add_participant(session, room.id, "Fatima B.", evidence)
        _came(session, room.id, evidence, date(2023, 6, 1), old.id)
        _came(session, room.id, evidence, date(2026, 4, 1), new.id)
        participants.merge(session, new, old, evidence)
        assert erase_unseen(session, room.id, NOW.date(), NOW) == 0
