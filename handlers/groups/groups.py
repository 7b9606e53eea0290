"""``/groepen``: the groups of the rooms that the writer coordinates, to open one of them, or to make one."""

from collections.abc import Callable

from handlers.groups import group_ending, group_history, group_leaders, group_names, group_words, group_work
from handlers.groups.group_card import HISTORY, PART, asked_group, card, choices_of, managed, not_yours
from handlers.hours.entry_words import group_label
from handlers.messages import Reply
from handlers.questions import read_answer
from handlers.rights import coordinated, led_groups
from handlers.turn import Option, Turn
from storage.groups import groups_of
from storage.tables import Group

QUESTION = "groups"

_CHANGES: dict[str, Callable[[Turn, Group], list[Reply]]] = {
    "name": group_names.ask_name,
    "aliases": group_names.ask_aliases,
    "kind": group_work.ask_kind,
    "leaders": group_leaders.ask_leaders,
    "days": group_work.ask_days,
    "merge": group_ending.ask_merge,
    "close": group_ending.ask_close,
    HISTORY: group_history.show,
    PART: group_ending.part,
    "open": lambda turn, group: group_ending.open_again(turn, group.id),
}


def groups(turn: Turn) -> list[Reply]:
    """``/groepen``, or what is said behind it: "nieuw breiclub", "sluit breiclub", a group's name."""
    if not coordinated(turn):
        key = "groups-for-coordinators-leader" if led_groups(turn) else "groups-for-coordinators"
        return [Reply(text=turn.say(key))]
    said = turn.incoming.text.strip()
    if not said or said.casefold() in ("groepen", "groups"):
        return [_ask_which(turn, closed=False)]
    replies = group_words.make(turn, said) or group_words.said(turn)
    if replies is not None:
        return replies
    group = group_words.called(turn, said)
    return [_ask_which(turn, closed=False)] if group is None else [card(turn, group)]


def closed_groups(turn: Turn) -> list[Reply]:
    """[Gesloten groepen]: to open one again."""
    return [_ask_which(turn, closed=True)] if coordinated(turn) else not_yours(turn)


def new_group(turn: Turn) -> list[Reply]:
    """[Nieuwe groep]."""
    return group_names.ask_new(turn)


def _ask_which(turn: Turn, *, closed: bool) -> Reply:
    every = [
        (place, group) for place in coordinated(turn) for group in groups_of(turn.session, place.room.id, closed=True)
    ]
    known = [(place, group) for place, group in every if group.merged_into is None]
    shown = [(place, group) for place, group in known if (group.closed_at is not None) == closed]
    several = len({place.room.id for place, _ in known}) > 1
    options: list[Option] = [
        (str(group.id), group_label(group) + (f" ({place.room.name})" if several else "")) for place, group in shown
    ]
    also = [] if closed else [turn.button("button-new-group", "new-group")]
    if not closed and len(shown) < len(known):
        also.append(turn.button("button-closed-groups", "closed-groups"))
    key = "ask-which-closed-group" if closed else "ask-which-group-to-see"
    return turn.ask(QUESTION, turn.say(key if shown else "no-groups"), options, also=also)


def answer(turn: Turn) -> list[Reply] | None:
    """Open the group that was chosen, or typed by any of its names."""
    value = read_answer(turn).value
    group = group_words.called(turn, turn.incoming.text.strip()) if value is None else managed(turn, int(value))
    if group is not None:
        return [card(turn, group)]
    return None if value is None else not_yours(turn)


def answer_card(turn: Turn) -> list[Reply] | None:
    """What to change about the group that is shown."""
    value = read_answer(turn).value
    if value is None:
        return None
    group = asked_group(turn)
    if group is None:
        return not_yours(turn)
    # What was shown may have been closed or opened meanwhile.
    return _CHANGES[value](turn, group) if value in choices_of(turn, group) else [card(turn, group)]
