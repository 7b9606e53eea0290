"""What counts for a figure of the agreement, in words that hold the numbers it rests on."""

from sqlmodel import Session

from handlers.desk.figure_words import Named
from language.say import has
from language.say.voice import Voice
from storage.figures.active_volunteers import pace_rules
from storage.rooms import settings_of
from storage.tables import Room


def meaning(session: Session, voice: Voice, room: Room, indicator: Named, year: int) -> str | None:
    """What counts, in a few sentences; None for an indicator that we have no words for."""
    key = f"figure-means-{indicator.id}"
    if not has(key):
        return None
    rules = pace_rules(session, room, year)
    return voice.label(
        key,
        hours=rules.target_hours,
        early=rules.earliest_days,
        own=rules.active_days,
        weeks=settings_of(room).group_active_weeks,
    )
