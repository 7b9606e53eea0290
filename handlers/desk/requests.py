"""``/aanvragen``: all that waits for the coordinator, in one list; each with what can be done about it.

the list ──one──► what it says ──► [done] ──► and the list again, with what is left
   └─ hours of a room that approves all ──► so many together, or one by one
"""

from collections import Counter
from dataclasses import replace

from markupsafe import Markup

from handlers.coordinated_room import asked_room, room_of
from handlers.desk.request_items import ACTIONS, Item, entry_item, items_of, routine
from handlers.hours.entry_words import entry_words, name_of
from handlers.hours.objecting import approve_together
from handlers.messages import Reply
from handlers.questions import read_answer
from handlers.rights import coordinated, not_yours
from handlers.turn import Option, Turn
from language.say.words import lines
from storage import waiting
from storage.tables import EntryVersion, Room

LIST, ITEM, TOGETHER = "requests", "request", "requests_together"
AT_ONCE = 20
"""Entries that are shown, and approved, together."""
ALL_HOURS, ONE, BACK, APPROVE, APART = "all", "one", "back", "approve", "apart"


def requests(turn: Turn) -> list[Reply]:
    """``/aanvragen``, and [Bekijken]."""
    places = coordinated(turn)
    if not places:
        return [Reply(text=turn.say("requests-for-coordinators"))]
    several = len(places) > 1
    counts: Counter[str] = Counter()
    options: list[Option] = []
    for place in places:
        before = f"{place.room.name}: " if several else ""
        found = items_of(turn, place.room)
        options += [(f"{place.room.id}.{item.value}", before + item.label) for item in found]
        counts.update(item.kind for item in found)
        together = len(routine(turn, place.room))
        if together:
            options.append((f"{place.room.id}.{ALL_HOURS}", before + turn.label("request-all-hours", count=together)))
            counts["hours"] += together
    if not options:
        turn.settle()
        return [Reply(text=turn.say("no-requests"))]
    told = [Markup("• ") + turn.say(f"requests-{kind}", count=counts[kind]) for kind in ACTIONS if counts[kind]]
    return [turn.ask(LIST, lines([turn.say("requests"), *told]), options)]


def answer_list(turn: Turn) -> list[Reply] | None:
    """Open what was chosen."""
    value = read_answer(turn).value
    if value is None:
        return None
    room_id, _, chosen = value.partition(".")
    room = room_of(turn, int(room_id))
    if room is None:
        return not_yours(turn)
    return _show_together(turn, room) if chosen == ALL_HOURS else _open(turn, room, chosen)


def _open(turn: Turn, room: Room, chosen: str) -> list[Reply]:
    item = _item(turn, room, chosen)
    if item is None:
        return _gone(turn)
    options = [(button, turn.label(button)) for button in item.actions]
    return [turn.ask(ITEM, item.text, [*options, (BACK, turn.label("button-back"))], room=room.id, item=chosen)]


def _item(turn: Turn, room: Room, chosen: str) -> Item | None:
    """What was chosen, if it still waits."""
    kind, _, number = chosen.partition(".")
    if kind == ONE:
        return entry_item(turn, room, int(number))
    return next((item for item in items_of(turn, room) if item.value == chosen), None)


def _gone(turn: Turn) -> list[Reply]:
    """Somebody else saw to it meanwhile."""
    turn.settle()
    return _and_the_rest(turn, [Reply(text=turn.say("button-done"))])


def answer_item(turn: Turn) -> list[Reply] | None:
    """Do what was chosen about it; what is left is one press away."""
    value = read_answer(turn).value
    if value is None:
        return None
    room = asked_room(turn)
    if room is None:
        return not_yours(turn)
    if value == BACK:
        return requests(turn)
    item = _item(turn, room, turn.question_state["item"])
    if item is None:
        return _gone(turn)
    turn.settle()
    return _and_the_rest(turn, item.actions[value](turn, item.id))


def _and_the_rest(turn: Turn, replies: list[Reply]) -> list[Reply]:
    """The answer, with a button to what else waits, if there is anything and no question in it."""
    first, *others = replies
    left = sum(waiting.count(turn.session, place.room.id, turn.person.id) for place in coordinated(turn))
    if not left or first.asks or first.to_person is not None:
        return replies
    label = turn.label("button-requests-left", count=left)
    button = replace(turn.button("button-requests", "requests"), label=label)
    return [replace(first, buttons=(*first.buttons, button)), *others]


def _show_together(turn: Turn, room: Room) -> list[Reply]:
    """Hours that only all wait: so many at a time, each in a line."""
    found = routine(turn, room)
    if not found:
        return _gone(turn)
    shown = found[:AT_ONCE]
    told = [Markup("• ") + _line(turn, entry) for entry in shown]
    if len(found) > len(shown):
        told.append(turn.say("requests-more-hours", count=len(found) - len(shown)))
    options = [
        (APPROVE, turn.label("button-approve-these", count=len(shown))),
        (APART, turn.label("button-one-by-one")),
        (BACK, turn.label("button-back")),
    ]
    versions = [entry.id for entry in shown]
    return [turn.ask(TOGETHER, lines([turn.say("ask-approve-these"), *told]), options, room=room.id, versions=versions)]


def _line(turn: Turn, entry: EntryVersion) -> Markup:
    name = name_of(turn.session, turn.voice, entry.person_id)
    return turn.say("hours-of", name=name, entry=entry_words(turn.session, turn.voice, entry))


def answer_together(turn: Turn) -> list[Reply] | None:
    """All that were shown, or one of them."""
    value = read_answer(turn).value
    if value is None:
        return None
    room = asked_room(turn)
    if room is None:
        return not_yours(turn)
    if value == BACK:
        return requests(turn)
    versions = turn.question_state["versions"]
    if value == APPROVE:
        turn.settle()
        return _and_the_rest(turn, approve_together(turn, versions))
    options = [(f"{room.id}.{ONE}.{entry.id}", _label(turn, entry)) for entry in routine(turn, room)]
    return [turn.ask(LIST, turn.say("ask-which-hours"), options)] if options else _gone(turn)


def _label(turn: Turn, entry: EntryVersion) -> str:
    return turn.label(
        "request-one",
        name=name_of(turn.session, turn.voice, entry.person_id),
        day=str(entry.date.day),
        month=turn.label(f"month-short-{entry.date.month}"),
        amount=turn.voice.short_duration(entry.minutes),
    )
