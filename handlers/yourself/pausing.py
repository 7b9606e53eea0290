""" "niets deze week" and "even pauze": silence that needs no reminder."""

from datetime import date, timedelta

from handlers.messages import Reply
from handlers.turn import Turn
from language.understand.meaning import Understanding
from storage.people import breaks_of
from storage.rooms import settings_of
from storage.tables import Break


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
        for earlier in breaks_of(turn.session, place.member.id):
            if earlier.ends is None or earlier.ends >= turn.today:
                turn.session.delete(earlier) if earlier.starts >= turn.today else _end(turn, earlier)
        ends = None if until is None else until - timedelta(days=1)
        turn.session.add(Break(member_id=place.member.id, starts=turn.today, ends=ends))
    buttons = (turn.button("button-i-am-back", "back"),)
    if until is None:
        return [Reply(text=turn.say("pause"), buttons=buttons)]
    return [Reply(text=turn.say("pause-until", day=turn.voice.day(until)), buttons=buttons)]


def back(turn: Turn) -> list[Reply]:
    """[Ik ben terug]: the break ended yesterday."""
    for place in turn.places:
        for pause_ in breaks_of(turn.session, place.member.id):
            if pause_.ends is None or pause_.ends >= turn.today:
                _end(turn, pause_)
    return [Reply(text=turn.say("back", name=turn.person.name))]


def _end(turn: Turn, pause_: Break) -> None:
    pause_.ends = turn.today - timedelta(days=1)
    if pause_.ends < pause_.starts:
        turn.session.delete(pause_)
