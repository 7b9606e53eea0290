"""For which housing corporations a report can be made."""

from collections.abc import Sequence

from sqlmodel import Session

from storage.agreements import agreement_of, terms_of
from storage.rooms import settings_of
from storage.tables import Room


def corporations(session: Session, rooms: Sequence[Room], year: int) -> list[str]:
    """The housing corporations that the rooms' agreements of a year or their settings name, each once."""
    named: dict[str, None] = {}
    for room in rooms:
        agreement = agreement_of(session, room.id, year)
        if agreement is not None:
            named |= dict.fromkeys(terms_of(agreement).partners.get("housing_corporations", ()))
        named |= dict.fromkeys(settings_of(room).corporation_names)
    return list(named)
