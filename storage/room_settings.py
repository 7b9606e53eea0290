"""Changing a room's settings: each change is kept, with who made it and by which message."""

import json
from typing import Any

from sqlmodel import Session, col, select

from storage.entries import Evidence
from storage.rooms import RoomSettings, settings_of
from storage.tables import Room, RoomSettingChange


def change_setting(session: Session, room: Room, name: str, value: Any, evidence: Evidence) -> None:
    """Set one setting of the room; None is the usual value again. Raises ValueError when the value cannot be."""
    kept = {key: other for key, other in room.settings.items() if key != name}
    if value is not None:
        kept[name] = value
    checked = RoomSettings.model_validate(kept).model_dump(mode="json", include=set(kept))
    room.settings = checked
    session.add(
        RoomSettingChange(
            room_id=room.id,
            name=name,
            value="" if value is None else json.dumps(checked[name]),
            changed_at=evidence.at,
            changed_by=evidence.by,
            inbox_id=evidence.inbox_id,
        )
    )
    session.flush()


def newest_change(session: Session, room: Room, name: str) -> RoomSettingChange | None:
    """Who gave the setting its present value in the chat; None where nobody did."""
    wanted = (
        select(RoomSettingChange)
        .where(RoomSettingChange.room_id == room.id, RoomSettingChange.name == name)
        .order_by(col(RoomSettingChange.id).desc())
        .limit(1)
    )
    newest = session.exec(wanted).first()
    now = settings_of(room).model_dump(mode="json")[name] if name in room.settings else None
    return newest if newest is not None and newest.value == ("" if now is None else json.dumps(now)) else None


def bounds(name: str) -> tuple[int, int]:
    """The least and the most that a setting with a number may be."""
    schema = RoomSettings.model_json_schema()["properties"][name]
    return schema["minimum"], schema["maximum"]


def contradiction(settings: RoomSettings) -> str | None:
    """What in the settings cannot be together; None where all can.

    "quiet": the quiet hours end after they have begun, so that it would never be anything but quiet. "most": a day is
    asked about, or waits, only above what is refused anyway. "late": hours wait later than they are asked about.
    """
    if max(settings.quiet_until, settings.quiet_until_sunday) >= settings.quiet_from:
        return "quiet"
    if max(settings.ask_day_hours, settings.wait_day_hours) > settings.most_day_hours:
        return "most"
    return "late" if settings.wait_after_days > settings.ask_after_days else None
