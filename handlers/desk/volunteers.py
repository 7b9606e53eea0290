"""``/vrijwilligers``: who volunteers in the room, with this year's hours, how they stand and when they last worked.

By name, for a ranking is nobody's business. A name, pressed or typed, opens the member's card.
"""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from handlers.coordinated_room import asked_room, room_of, room_options
from handlers.members import member_card
from handlers.messages import Reply
from handlers.names import LONGEST
from handlers.questions import read_answer
from handlers.rights import coordinated, not_yours, told_apart
from handlers.turn import Option, Turn
from language.say.words import lines, shortened
from storage.figures.active_volunteers import pace_rules
from storage.figures.standing import Standing, pace_of, standing
from storage.silence import last_worked
from storage.silence import volunteers as volunteers_of
from storage.tables import Room
from storage.year import years_so_far

ROOM, LIST = "volunteers_room", "volunteers"
AT_ONCE = 9
NEXT = "next"
_TYPED = ("vrijwilligers", "volunteers")
"""The command without its slash."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A volunteer in the list; ``minutes`` are this year's, ``last`` is the last day on which they worked."""

    person_id: int
    name: str
    minutes: int
    standing: Standing
    is_away: bool
    last: date | None


def volunteers(turn: Turn) -> list[Reply]:
    """``/vrijwilligers``, or with a name behind it a search."""
    places = coordinated(turn)
    if not places:
        return [Reply(text=turn.say("volunteers-for-coordinators"))]
    wanted = turn.incoming.text.strip()
    if wanted.casefold() in _TYPED:
        wanted = ""
    if len(places) == 1:
        return _begin(turn, places[0].room, wanted)
    return [turn.ask(ROOM, turn.say("ask-volunteers-room"), room_options(turn), wanted=wanted)]


def answer_room(turn: Turn) -> list[Reply] | None:
    """Whose volunteers to see."""
    value = read_answer(turn).value
    if value is None:
        return None
    room = room_of(turn, int(value))
    if room is None:
        return not_yours(turn)
    return _begin(turn, room, turn.question_state["wanted"])


def _begin(turn: Turn, room: Room, wanted: str) -> list[Reply]:
    """Those who are called so; else everybody, after a word on that."""
    if not wanted:
        return _show(turn, room, _lines(turn, room))
    nobody = turn.say("volunteer-not-found", name=shortened(wanted, LONGEST))
    return _search(turn, room, wanted) or _show(turn, room, _lines(turn, room), before=nobody)


def _lines(turn: Turn, room: Room) -> list[Line]:
    members = volunteers_of(turn.session, room)
    years = years_so_far(turn.session, [member for member, _ in members], turn.today)
    rules, worked = pace_rules(turn.session, room, turn.today.year), last_worked(turn.session, room)
    names = told_apart({person.id: person.name for _, person in members})
    return [
        Line(
            person_id=key,
            name=name,
            minutes=years[key].minutes,
            standing=standing(pace_of(years[key], turn.today, rules)),
            is_away=any(
                first <= turn.today and (last is None or turn.today <= last) for first, last in years[key].breaks
            ),
            last=worked.get(key),
        )
        for key, name in names.items()
    ]


def _show(
    turn: Turn, room: Room, found: list[Line], first: int = 0, *, turned: bool = False, before: Markup | None = None
) -> list[Reply]:
    """So many of them by name; the others come with [Meer], in the place of these (``turned``)."""
    if not found:
        turn.settle()
        return [Reply(text=turn.say("no-volunteers", room=room.name))]
    shown = found[first : first + AT_ONCE]
    on_pace = sum(line.standing in (Standing.REACHED, Standing.ON_PACE) for line in found)
    words = [*([before] if before else []), turn.say("volunteers", room=room.name, count=len(found), on_pace=on_pace)]
    if len(found) > len(shown):
        words.append(turn.say("volunteers-page", first=first + 1, last=first + len(shown)))
    words += [Markup("• ") + _words(turn, line) for line in shown]
    options: list[Option] = [(str(line.person_id), line.name) for line in shown]
    if len(found) > len(shown):
        options.append((NEXT, turn.label("button-more")))
    text = lines([*words, turn.say("ask-which-volunteer")])
    if turned:
        return [turn.ask_on(text, options, first=first)]
    people = [line.person_id for line in found]
    return [turn.ask(LIST, text, options, room=room.id, first=first, people=people)]


def _words(turn: Turn, line: Line) -> Markup:
    stands = turn.label("volunteer-away" if line.is_away else f"volunteer-{line.standing}")
    words = {"name": line.name, "amount": turn.voice.short_duration(line.minutes), "stands": stands}
    if line.last is None:
        return turn.say("volunteer-line-never", **words)
    month = turn.label(f"month-short-{line.last.month}")
    return turn.say("volunteer-line", **words, day=str(line.last.day), month=month)


def answer_list(turn: Turn) -> list[Reply] | None:
    """Open the one who was chosen, show the next ones, or look for a name that was typed."""
    value = read_answer(turn).value
    room = asked_room(turn)
    if room is None:
        return None if value is None else not_yours(turn)
    if value is None:
        return _search(turn, room, turn.incoming.text.strip())
    if value != NEXT:
        return _open(turn, room, int(value))
    of_list = turn.question_state["people"]
    found = [line for line in _lines(turn, room) if line.person_id in of_list]
    following = turn.question_state["first"] + AT_ONCE
    return _show(turn, room, found, following if following < len(found) else 0, turned=True)


def _open(turn: Turn, room: Room, person_id: int) -> list[Reply]:
    found = member_card.seat(turn, room.id, person_id)
    return member_card.not_yours(turn) if found is None else [member_card.card(turn, found)]


def _search(turn: Turn, room: Room, wanted: str) -> list[Reply] | None:
    """Those of whom a name begins as was typed; None where nobody's does."""
    said = wanted.casefold()
    found = [
        line
        for line in _lines(turn, room)
        if said and any(part.startswith(said) for part in (line.name.casefold(), *line.name.casefold().split()))
    ]
    exact = [line for line in found if line.name.casefold() == said]
    if len(exact or found) == 1:
        return _open(turn, room, (exact or found)[0].person_id)
    return _show(turn, room, found) if found else None
