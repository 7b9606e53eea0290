"""Milestones on the way to the year's hours: told once each, in the message that reaches them."""

from collections.abc import Sequence

from markupsafe import Markup

from handlers.turn import Turn
from storage.milestones import MILESTONES, reach_milestone
from storage.tables import EntryVersion


def milestone_words(turn: Turn, made: Sequence[EntryVersion]) -> list[Markup]:
    """The line that says which milestone the writer's own hours just reached, if they did."""
    own = [entry for entry in made if entry.person_id == turn.person.id]
    if not own:
        return []
    hours = reach_milestone(turn.session, turn.person.id, own[0].room_id, turn.today.year, turn.now)
    if hours is None:
        return []
    return [turn.say("milestone-last" if hours == MILESTONES[-1] else "milestone", hours=hours)]
