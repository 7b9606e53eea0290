""" "niets deze week" and "even pauze": silence that needs no reminder."""

from datetime import date, timedelta

from handlers.messages import Reply
from handlers.turn import Turn
from language.understand.meaning import Understanding
from storage.breaks import begin_break, end_breaks
from storage.rooms import settings_of


def absent(turn: Turn, meant: Understanding) -> list[Reply]:
    """ "niets deze week", "ziek": no reminder for this silence, and no question about regular work of those days."""
    first, last = _days_away(turn, meant)
    for place in turn.places:
        days = settings_of(place.room).reminder_after_days
        place.member.silent_until = turn.today + timedelta(days=days)
        place.member.away_from, place.member.away_to = first, last
    return [Reply(text=turn.say("absence"))]


def _days_away(turn: Turn, meant: Understanding) -> tuple[date, date]:
    """The days that are named, both in it; with none the rest of the week, which is what "ziek" tells for certain."""
    said = [part.value for part in meant.parts if part.kind == "date"]
    firsts = [date.fromisoformat(on) for value in said if (on := value.get("from") or value["date"])]
    lasts = [date.fromisoformat(on) for value in said if (on := value.get("to") or value["date"])]
    if firsts and lasts:
        return min(firsts), max(lasts)
    return turn.today, turn.today + timedelta(days=7 - turn.today.isoweekday())


def pause(turn: Turn, meant: Understanding) -> list[Reply]:
    """ "even pauze", "met vakantie tot 3 januari": a break, which does not count in the pace."""
    until = meant.until
    if until is not None and until <= turn.today:
        until = None
    for place in turn.places:
        begin_break(turn.session, place.member, turn.today, until)
    buttons = (turn.button("button-i-am-back", "back"),)
    if until is None:
        return [Reply(text=turn.say("pause"), buttons=buttons)]
    return [Reply(text=turn.say("pause-until", day=turn.voice.day(until)), buttons=buttons)]


def back(turn: Turn) -> list[Reply]:
    """[Ik ben terug]: the break ended yesterday."""
    for place in turn.places:
        end_breaks(turn.session, place.member, turn.today)
    return [Reply(text=turn.say("back", name=turn.person.name))]
