"""A group stops: it goes into another, or is closed. Its hours stay, and a closed one can be opened again."""

from handlers.groups.group_card import asked_group, card, managed, not_yours
from handlers.hours.entry_words import group_label
from handlers.messages import Reply
from handlers.questions import read_answer, read_yes
from handlers.turn import Turn
from storage import group_changes, group_merging
from storage.groups import groups_of, leaders_of
from storage.tables import Group, Person

CLOSE, MERGE, MERGE_SURE = "group_close", "group_merge", "group_merge_sure"


def ask_close(turn: Turn, group: Group) -> list[Reply]:
    """[Sluiten]: asks once."""
    options = [("yes", turn.label("button-yes")), ("no", turn.label("button-no"))]
    return [turn.ask(CLOSE, turn.say("ask-group-close", group=group.name), options, group=group.id)]


def answer_close(turn: Turn) -> list[Reply] | None:
    """Closed, or not."""
    group = asked_group(turn)
    if group is None:
        return not_yours(turn)
    sure = read_yes(turn)
    if sure is None:
        return None
    if not sure or group.closed_at is not None:
        return [card(turn, group)]
    group_changes.close(turn.session, group, turn.evidence)
    turn.settle()
    text = turn.say("group-closed", group=group_label(group))
    button = turn.button("button-group-open", f"open-group:{group.id}")
    return [Reply(text=text, buttons=(button,)), *_tell_leaders(turn, group, "told-group-closed")]


def open_again(turn: Turn, group_id: int) -> list[Reply]:
    """[Weer openen]."""
    group = managed(turn, group_id)
    if group is None:
        return not_yours(turn)
    if group.closed_at is None:
        return [Reply(text=turn.say("button-done"))]
    group_changes.open_again(turn.session, group, turn.evidence)
    opened = turn.say("group-opened", group=group_label(group))
    return [card(turn, group, opened), *_tell_leaders(turn, group, "told-group-opened")]


def ask_merge(turn: Turn, group: Group) -> list[Reply]:
    """[Samenvoegen]: with which other group of the room."""
    options = [
        (str(other.id), group_label(other)) for other in groups_of(turn.session, group.room_id) if other != group
    ]
    if not options:
        return [card(turn, group, turn.say("group-merge-alone"))]
    text = turn.say("ask-group-merge", group=group.name)
    return [turn.ask(MERGE, text, [*options, ("no", turn.label("button-never-mind"))], group=group.id)]


def answer_merge(turn: Turn) -> list[Reply] | None:
    """The group that this one goes into; then it is asked whether that is sure."""
    group = asked_group(turn)
    if group is None:
        return not_yours(turn)
    value = read_answer(turn).value
    if value is None:
        return None
    target = None if value == "no" else managed(turn, int(value))
    if target is None:
        return [card(turn, group)]
    return [ask_merge_sure(turn, group, target)]


def ask_merge_sure(turn: Turn, group: Group, target: Group) -> Reply:
    """Whether ``group`` is really to go into ``target``: for a day it can be undone."""
    text = turn.say("ask-group-merge-sure", group=group_label(group), target=target.name)
    options = [("yes", turn.label("button-yes")), ("no", turn.label("button-no"))]
    return turn.ask(MERGE_SURE, text, options, group=group.id, target=target.id)


def answer_merge_sure(turn: Turn) -> list[Reply] | None:
    """Merged, or not."""
    group, target = asked_group(turn), managed(turn, turn.question_state["target"])
    if group is None or target is None or group.room_id != target.room_id:
        return not_yours(turn)
    sure = read_yes(turn)
    if sure is None:
        return None
    if not sure:
        return [card(turn, group)]
    name = group_label(group)
    told = _tell_leaders(turn, group, "told-group-merged", target=target.name)
    group_merging.merge(turn.session, group, target, turn.evidence)
    return [card(turn, target, turn.say("group-merged", group=name, target=target.name)), *told]


def part(turn: Turn, group: Group) -> list[Reply]:
    """[Weer uit elkaar]: the merge was a mistake."""
    merged = group_merging.newest_merge(turn.session, group, turn.now)
    if merged is None:
        return [card(turn, group)]
    parted = group_merging.part(turn.session, merged, turn.evidence)
    told = _tell_leaders(turn, parted, "told-group-parted", target=group.name)
    text = turn.say("group-parted", group=group_label(parted), target=group.name)
    return [card(turn, parted, text), *told]


def _tell_leaders(turn: Turn, group: Group, key: str, **values: str) -> list[Reply]:
    told = []
    for leader in sorted(leaders_of(turn.session, [group.id]) - {turn.person.id}):
        voice = turn.voice_for(turn.session.get_one(Person, leader))
        text = voice.say(key, name=turn.person.name, group=group.name, **values)
        told.append(turn.tell(leader, Reply(text=text)))
    return told
