"""What a group is called: making one, another name, other names beside it.

/groepen ─[Nieuwe groep]─► in which room? ─► name ─► kind of work ─► made
card ─[Naam]─► name          card ─[Andere namen]─► one more, or one less
"""

from markupsafe import Markup

from handlers.coordinated_room import room_options
from handlers.groups.group_card import asked_group, card, not_yours
from handlers.messages import Reply
from handlers.names import LONGEST, group_name_in
from handlers.questions import left_as_it_was, on_first_page, read_answer
from handlers.rights import coordinated, is_coordinator_of
from handlers.turn import Option, Turn
from handlers.vocabulary import understood
from language.understand.meaning import Meaning
from storage import group_changes
from storage.activities import ACTIVITIES
from storage.groups import add_group, group_called, note_change
from storage.tables import Group

ROOM, NAME, NEW_KIND, ALIASES = "new_group_room", "group_name", "new_group_kind", "group_aliases"
NO_KIND, READY = "none", "ready"


def ask_new(turn: Turn, name: str | None = None) -> list[Reply]:
    """[Nieuwe groep]: in which of the writer's rooms, where there are several."""
    places = coordinated(turn)
    if not places:
        turn.settle()
        return [Reply(text=turn.say("groups-for-coordinators"))]
    if len(places) > 1:
        return [turn.ask(ROOM, turn.say("ask-group-room"), room_options(turn), name=name)]
    return _named(turn, places[0].room.id, name)


def answer_room(turn: Turn) -> list[Reply] | None:
    """The room that the new group is of."""
    value = read_answer(turn).value
    return None if value is None else _named(turn, int(value), turn.question_state["name"])


def _named(turn: Turn, room_id: int, name: str | None) -> list[Reply]:
    if name is None:
        return [_ask_name(turn, "ask-group-name", room=room_id, group=None)]
    other = group_called(turn.session, room_id, name)
    if other is not None:
        taken = taken_words(turn, name, other)
        return [_ask_name(turn, "ask-group-name", taken, room=room_id, group=None)]
    return [_ask_kind(turn, room_id, name)]


def ask_name(turn: Turn, group: Group) -> list[Reply]:
    """[Naam]: what to call the group from now on."""
    return [_ask_name(turn, "ask-group-new-name", room=group.room_id, group=group.id)]


def _ask_name(turn: Turn, key: str, before: str = "", *, room: int, group: int | None) -> Reply:
    text = f"{before}\n{turn.say(key)}" if before else turn.say(key)
    return turn.ask(NAME, text, [("no", turn.label("button-never-mind"))], room=room, group=group)


def answer_name(turn: Turn) -> list[Reply] | None:
    """The name of a new group, or the new one of a group that is there."""
    if read_answer(turn).value == "no" or understood(turn).meaning is Meaning.DENY:
        return left_as_it_was(turn)
    name = group_name_in(turn.incoming.text)
    if name is None:
        return [turn.ask_again(turn.say("group-name-impossible", most=LONGEST))]
    state = turn.question_state
    if state["group"] is None:
        if not is_coordinator_of(turn, state["room"]):
            return not_yours(turn)
        return _named(turn, state["room"], name)
    group = asked_group(turn)
    return not_yours(turn) if group is None else rename(turn, group, name)


def taken_words(turn: Turn, name: str, other: Group) -> Markup:
    """Why a group cannot be called ``name``: ``other`` is called so, or is closed, or went on under another name."""
    if other.name.casefold() == name.casefold():
        return turn.say("group-name-taken" if other.closed_at is None else "group-name-closed", name=other.name)
    return turn.say("group-alias-taken", name=name, group=other.name)


def rename(turn: Turn, group: Group, name: str) -> list[Reply]:
    """Call the group ``name``, unless another group is called so."""
    other = group_called(turn.session, group.room_id, name)
    if other is not None and other.id != group.id:
        taken = taken_words(turn, name, other)
        return [_ask_name(turn, "ask-group-new-name", taken, room=group.room_id, group=group.id)]
    old = group.name
    group_changes.rename(turn.session, group, name, turn.evidence)
    return [card(turn, group, turn.say("group-renamed", old=old, name=name))]


def _ask_kind(turn: Turn, room_id: int, name: str) -> Reply:
    likely = _activity_in(turn, name)
    return turn.ask(
        NEW_KIND, turn.say("ask-group-kind", group=name), kind_options(turn, likely), room=room_id, name=name
    )


def kind_options(turn: Turn, likely: str | None = None) -> list[Option]:
    """The kinds of work to choose from, the likely one first."""
    kinds = sorted(ACTIVITIES, key=lambda activity: activity != likely)
    options = [(activity, turn.label(f"activity-{activity}")) for activity in kinds]
    return on_first_page(options, (NO_KIND, turn.label("button-something-else")))


def read_kind(turn: Turn) -> str | None:
    """The kind of work that was chosen or typed, NO_KIND for none of them; None is no answer."""
    return read_answer(turn).value or _activity_in(turn, turn.incoming.text)


def _activity_in(turn: Turn, text: str) -> str | None:
    drafts = understood(turn, text).drafts
    activities = {draft.activity for draft in drafts if draft.activity is not None and draft.minutes is None}
    return activities.pop() if len(activities) == 1 else None


def answer_new_kind(turn: Turn) -> list[Reply] | None:
    """The kind of work of a new group; then it is made."""
    kind = read_kind(turn)
    if kind is None:
        return None
    room_id, name = turn.question_state["room"], turn.question_state["name"]
    if not is_coordinator_of(turn, room_id):
        return not_yours(turn)
    if group_called(turn.session, room_id, name) is not None:
        return _named(turn, room_id, name)
    group = add_group(turn.session, room_id, name, None if kind == NO_KIND else kind, since=turn.today)
    note_change(turn.session, group, "made", turn.evidence, name)
    return [card(turn, group, turn.say("group-made", group=name))]


def ask_aliases(turn: Turn, group: Group) -> list[Reply]:
    """[Andere namen]: one more to be typed, or one of them to go."""
    options = [(str(place), alias) for place, alias in enumerate(group.aliases)]
    options.append((READY, turn.label("button-ready")))
    key = "ask-group-aliases" if group.aliases else "ask-group-first-alias"
    return [turn.ask(ALIASES, turn.say(key, group=group.name), options, group=group.id)]


def answer_aliases(turn: Turn) -> list[Reply] | None:
    """One name more or less; the question stays until all is said."""
    group = asked_group(turn)
    if group is None:
        return not_yours(turn)
    chosen = read_answer(turn).value
    if chosen == READY or understood(turn).meaning is Meaning.DENY:
        return [card(turn, group)]
    if chosen is not None:
        gone = dict(turn.question_state["options"])[chosen]
        left = [alias for alias in group.aliases if alias != gone]
        group_changes.set_aliases(turn.session, group, left, turn.evidence)
        return ask_aliases(turn, group)
    name = group_name_in(turn.incoming.text)
    if name is None:
        return [turn.ask_again(turn.say("group-name-impossible", most=LONGEST))]
    other = group_called(turn.session, group.room_id, name)
    if other is not None:
        return [turn.ask_again(taken_words(turn, name, other))]
    group_changes.set_aliases(turn.session, group, [*group.aliases, name], turn.evidence)
    return ask_aliases(turn, group)
