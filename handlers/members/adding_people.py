"""Adding somebody by name: a member of the room to a group, or somebody without a chat to the room.

name ─► group ─► a member of that name? ──yes──► in the group ──────────────┐
                        │no                                                 ├─► the hours that were told of them
                        ▼                                                   │
           does that person know of it? ──yes──► in the room, without a chat┘
"""

from dataclasses import asdict, dataclass, replace
from typing import Any

from handlers.hours.log_hours import proceed
from handlers.hours.sheet import Sheet, sheet_from_json
from handlers.members.member_card import card, seat
from handlers.members.member_places import tell_added
from handlers.messages import Reply
from handlers.names import LONGEST, name_in
from handlers.questions import left_as_it_was, read_answer, read_yes
from handlers.rights import coordinated, is_coordinator_of, led_groups, told_apart
from handlers.turn import Option, Turn
from handlers.vocabulary import understood
from language.understand.meaning import Meaning
from storage import people
from storage.groups import groups_of, people_in
from storage.short_names import is_like, short_name
from storage.tables import Group

NAME, GROUP, WHO, KNOWS = "add_name", "add_group", "add_who", "add_knows"
NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Who is to be added, as far as it is known: what the dialogue keeps between two messages."""

    name: str = ""
    room: int = 0
    group: int | None = None
    sheet: dict[str, Any] | None = None
    """Hours that were told of them, as a sheet in JSON: booked once it is known who they are."""


def _wish(turn: Turn) -> Wish:
    return Wish(**turn.question_state["wish"])


def _ask(turn: Turn, kind: str, wish: Wish, text: str, options: list[Option]) -> list[Reply]:
    return [turn.ask(kind, text, options, wish=asdict(wish))]


def add(turn: Turn, name: str | None, wish: Wish | None = None) -> list[Reply]:
    """[Iemand toevoegen], or the name at once."""
    wish = wish or Wish()
    if not _groups(turn) and not coordinated(turn):
        return [Reply(text=turn.say("members-not-allowed"))]
    given = None if name is None else name_in(name)
    if given is not None:
        return _choose_group(turn, replace(wish, name=given))
    text = turn.say("ask-name-again", most=LONGEST)
    if name is None:
        text = turn.say("ask-add-name" if wish.sheet is None else "ask-add-name-hours")
    return _ask(turn, NAME, wish, text, [("no", turn.label("button-never-mind"))])


def add_for(turn: Turn, sheet: Sheet) -> list[Reply]:
    """Hours were told of somebody who is not known yet: who it is, and then the hours."""
    return add(turn, None, Wish(sheet=sheet.to_json()))


def answer_name(turn: Turn) -> list[Reply] | None:
    """Who is to be added."""
    if read_answer(turn).value == "no" or understood(turn).meaning is Meaning.DENY:
        return left_as_it_was(turn)
    return add(turn, turn.incoming.text, _wish(turn))


def _groups(turn: Turn) -> list[Group]:
    """The groups that the writer may add people to."""
    rooms = [place.room.id for place in coordinated(turn)]
    led = [group for group in led_groups(turn) if group.room_id not in rooms]
    return [group for room_id in rooms for group in groups_of(turn.session, room_id)] + led


def _choose_group(turn: Turn, wish: Wish) -> list[Reply]:
    groups, places = _groups(turn), coordinated(turn)
    told = None if wish.sheet is None else sheet_from_json(wish.sheet).drafts[0].group
    sure = [group for group in groups if str(group.id) == told] or (groups if not places else [])
    if len(sure) == 1:
        return _look_up(turn, replace(wish, room=sure[0].room_id, group=sure[0].id))
    options: list[Option] = [(str(group.id), group.name) for group in groups]
    for place in places:
        label = turn.label("button-no-group") + (f" ({place.room.name})" if len(places) > 1 else "")
        options.append((f"none.{place.room.id}", label))
    return _ask(turn, GROUP, wish, turn.say("ask-add-group", name=wish.name), options)


def answer_group(turn: Turn) -> list[Reply] | None:
    """The group to which they come, or none."""
    value = read_answer(turn).value
    if value is None:
        return None
    none, _, room_id = value.partition(".")
    if none == "none":
        return _look_up(turn, replace(_wish(turn), room=int(room_id), group=None))
    group = next((group for group in _groups(turn) if str(group.id) == value), None)
    if group is None:
        return _choose_group(turn, _wish(turn))
    return _look_up(turn, replace(_wish(turn), room=group.room_id, group=group.id))


def _look_up(turn: Turn, wish: Wish) -> list[Reply]:
    """Whether a member of the room may be meant: then they are no new person."""
    if not _may_add(turn, wish):
        return _not_allowed(turn)
    names = {person.id: person.name for _, person in people.members(turn.session, wish.room)}
    like = {key: known for key, known in names.items() if is_like(known, wish.name)}
    if len(like) == 1 and wish.name.casefold() in (name.casefold() for name in like.values()):
        return _add_known(turn, wish, *like)
    if not like:
        options = [("yes", turn.label("button-yes")), ("no", turn.label("button-not-yet"))]
        return _ask(turn, KNOWS, wish, turn.say("ask-add-knows", name=short_name(wish.name)), options)
    options = [(str(key), known) for key, known in told_apart(like).items()]
    text = turn.say("ask-add-who", names=turn.voice.listed_or([label for _, label in options]))
    return _ask(turn, WHO, wish, text, [*options, (NEW, turn.label("button-somebody-else"))])


def _may_add(turn: Turn, wish: Wish) -> bool:
    if wish.group is None:
        return is_coordinator_of(turn, wish.room)
    return any((group.id, group.room_id) == (wish.group, wish.room) for group in _groups(turn))


def _not_allowed(turn: Turn) -> list[Reply]:
    turn.settle()
    return [Reply(text=turn.say("members-not-allowed"))]


def answer_who(turn: Turn) -> list[Reply] | None:
    """The member who was meant, or somebody else of that name."""
    value = read_answer(turn).value
    if value is None:
        return None
    wish = _wish(turn)
    if not _may_add(turn, wish):
        return _not_allowed(turn)
    if value == NEW:
        options = [("yes", turn.label("button-yes")), ("no", turn.label("button-not-yet"))]
        return _ask(turn, KNOWS, wish, turn.say("ask-add-knows", name=short_name(wish.name)), options)
    return _add_known(turn, wish, int(value))


def _add_known(turn: Turn, wish: Wish, person_id: int) -> list[Reply]:
    if people.member_of(turn.session, wish.room, person_id) is None:
        return _not_allowed(turn)
    is_new = wish.group is not None and person_id not in people_in(turn.session, [wish.group])
    if wish.group is not None:
        people.join_group(turn.session, wish.group, person_id)
    told = tell_added(turn, person_id, turn.session.get_one(Group, wish.group)) if is_new and wish.group else []
    return [*_done(turn, wish, person_id, "member-in-group" if is_new else "member-there-already"), *told]


def answer_knows(turn: Turn) -> list[Reply] | None:
    """Nobody is written down who does not know of it."""
    knows, wish = read_yes(turn), _wish(turn)
    if knows is None:
        return None
    if not _may_add(turn, wish):
        return _not_allowed(turn)
    if not knows:
        turn.settle()
        return [Reply(text=turn.say("add-ask-first", name=short_name(wish.name)))]
    person = people.add_paper_volunteer(turn.session, wish.room, wish.name, turn.today, wish.group)
    return _done(turn, wish, person.id, "member-added")


def _done(turn: Turn, wish: Wish, person_id: int, key: str) -> list[Reply]:
    """They are there: the hours that were told of them are booked, or else who they are is shown."""
    if wish.sheet is not None:
        sheet = sheet_from_json(wish.sheet)
        return proceed(turn, replace(sheet, drafts=tuple(replace(draft, person=person_id) for draft in sheet.drafts)))
    found = seat(turn, wish.room, person_id)
    if found is None:
        return _not_allowed(turn)
    group = "" if wish.group is None else turn.session.get_one(Group, wish.group).name
    return [card(turn, found, turn.say(key, name=found.person.name, group=group))]
