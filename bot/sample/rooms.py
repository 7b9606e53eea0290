"""The sample rooms with their groups, and the sample agreement as if it were of this year."""

import tomllib
from datetime import datetime
from pathlib import Path

from sqlmodel import Session

from storage import agreements
from storage.groups import add_group
from storage.rooms import RoomSettings, add_room

_FOLDER = Path(__file__).parent
AGREEMENT = _FOLDER / "agreement.toml"


def seed(session: Session, now: datetime) -> None:
    """Make the sample rooms, their groups and the example agreement in a database without rooms."""
    sample = agreements.parse(AGREEMENT.read_text(encoding="utf-8"))
    listed = tomllib.loads((_FOLDER / "rooms.toml").read_text(encoding="utf-8"))
    today = now.astimezone(RoomSettings().zone).date()
    for slug, promise in sample.rooms.items():
        room = add_room(session, slug, promise.name or slug)
        room.settings = listed["settings"]
        for group in listed[slug]:
            add_group(session, room.id, group["name"], group["activity"], tuple(group["aliases"]), today)
    labelled = sample.model_copy(update={"title": f"Voorbeeld, naar: {sample.title}"})
    agreements.load(session, labelled, year=today.year, is_example=True)
