"""The sample rooms with their groups, and the sample agreement as if it were of this year."""

import tomllib
from datetime import datetime
from pathlib import Path

from sqlmodel import Session

from storage import agreements
from storage.groups import add_group
from storage.rooms import RoomSettings, add_room, agreement_of, room_by_slug

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
    keep_example(session, now)


def keep_example(session: Session, now: datetime) -> None:
    """Keep the example agreement as if it were of this year, for those sample rooms that have no other for it."""
    sample = agreements.parse(AGREEMENT.read_text(encoding="utf-8"))
    labelled = sample.model_copy(update={"title": f"Voorbeeld, naar: {sample.title}"})
    year = now.astimezone(RoomSettings().zone).year
    kept = {
        slug: agreement_of(session, room.id, year) for slug in sample.rooms if (room := room_by_slug(session, slug))
    }
    without = [slug for slug, agreement in kept.items() if agreement is None or agreement.is_example]
    if without:
        agreements.load(session, labelled, year=year, is_example=True, slugs=without)
