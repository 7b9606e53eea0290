"""A room's settings as coordinators change them: what is kept of each change, and what cannot be together."""

from collections.abc import Iterator
from datetime import UTC, datetime, time

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from storage.database import unit_of_work
from storage.entries import Evidence
from storage.room_settings import bounds, change_setting, contradiction, newest_change
from storage.rooms import RoomSettings, add_room, settings_of
from storage.tables import Person, Room, RoomSettingChange
from tests.told import told_by

NOW = datetime(2026, 3, 12, 14, tzinfo=UTC)


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """A unit of work."""
    with unit_of_work(engine) as work:
        yield work


@pytest.fixture
def room(session: Session) -> Room:
    """A room with nothing set."""
    return add_room(session, "top", "TOP")


@pytest.fixture
def evidence(session: Session) -> Evidence:
    """A message of a coordinator."""
    person = Person(name="Els", created_at=NOW)
    session.add(person)
    session.flush()
    return told_by(session, person.id, NOW)


def test_each_change_is_kept_and_the_usual_value_leaves_nothing_set(
    session: Session, room: Room, evidence: Evidence
) -> None:
    change_setting(session, room, "weekly_total_at", time(17, 30), evidence)
    assert (room.settings, settings_of(room).weekly_total_at) == ({"weekly_total_at": "17:30:00"}, time(17, 30))
    change_setting(session, room, "weekly_total_at", None, evidence)
    assert (room.settings, settings_of(room)) == ({}, RoomSettings())
    rows = session.exec(select(RoomSettingChange).order_by(col(RoomSettingChange.id)))
    assert [(row.name, row.value, row.changed_by, row.inbox_id) for row in rows] == [
        ("weekly_total_at", '"17:30:00"', evidence.by, evidence.inbox_id),
        ("weekly_total_at", "", evidence.by, evidence.inbox_id),
    ]


def test_who_set_the_present_value_is_known_until_another_way_set_it(
    session: Session, room: Room, evidence: Evidence
) -> None:
    assert newest_change(session, room, "wait_day_hours") is None
    change_setting(session, room, "wait_day_hours", 10, evidence)
    found = newest_change(session, room, "wait_day_hours")
    assert found is not None
    assert found.changed_by == evidence.by
    room.settings = {"wait_day_hours": "9"}
    assert newest_change(session, room, "wait_day_hours") is None


def test_a_value_that_cannot_be_changes_nothing(session: Session, room: Room, evidence: Evidence) -> None:
    with pytest.raises(ValueError, match="wait_day_hours"):
        change_setting(session, room, "wait_day_hours", 25, evidence)
    assert (room.settings, session.exec(select(RoomSettingChange)).all()) == ({}, [])


def test_the_bounds_of_a_number_are_those_that_are_checked() -> None:
    assert bounds("wait_day_hours") == (1, 24)
    assert bounds("reminder_after_days") == (1, 365)


@pytest.mark.parametrize(
    ("changed", "clash"),
    [
        ({}, None),
        ({"quiet_until": time(21)}, "quiet"),
        ({"quiet_from": time(0, 30)}, "quiet"),
        ({"quiet_until_sunday": time(22)}, "quiet"),
        ({"most_day_hours": 12}, None),
        ({"most_day_hours": 11}, "most"),
        ({"wait_day_hours": 17}, "most"),
        ({"wait_after_days": 92}, None),
        ({"wait_after_days": 93}, "late"),
    ],
)
def test_what_cannot_be_together_is_told(changed: dict[str, object], clash: str | None) -> None:
    assert contradiction(RoomSettings().model_copy(update=changed)) == clash
