"""A room's figures in words, beside what it promised for the year."""

from datetime import date

from markupsafe import Markup

from handlers.turn import Turn
from storage.agreements import agreement_of, terms_of
from storage.figures.indicators import figure
from storage.room_week import room_total
from storage.tables import Room


def hours_line(turn: Turn, room: Room) -> Markup | None:
    """The room's hours of the year beside those it promised; None where it promised none."""
    agreement = agreement_of(turn.session, room.id, turn.today.year)
    if agreement is None:
        return None
    minutes = room_total(turn.session, room.id, date(turn.today.year, 1, 1), turn.today)
    return turn.say("totals-room-hours", room=room.name, hours=minutes // 60, target=agreement.volunteer_hours)


def indicator_line(turn: Turn, room: Room, indicator: str) -> Markup | None:
    """The room's figure of the year beside its target; None where it has no target for that."""
    found = figure(turn.session, room, indicator, turn.today)
    target = target_words(turn, room, indicator, found.least)
    if target is None:
        return None
    named, count = turn.say(f"indicator-{indicator}"), turn.voice.count(found.least, found.most)
    return turn.say("totals-room", room=room.name, indicator=named, count=count) + " " + target


def target_words(turn: Turn, room: Room, indicator: str, least: int) -> Markup | None:
    """What the room promised for the year, and whether ``least``, its figure at least, makes it; None for nothing."""
    agreement = agreement_of(turn.session, room.id, turn.today.year)
    promised = None if agreement is None else terms_of(agreement).indicator(indicator)
    if promised is None:
        return None
    reached = "-reached" if promised.met_by(least) else ""
    return turn.say(f"target-{promised.comparison}{reached}", target=promised.target)
