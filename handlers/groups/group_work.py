"""What a group does, and when: the kind of work, which decides what it counts for, and its usual days."""

import re

from handlers.groups.group_card import asked_group, card, days_words, not_yours
from handlers.groups.group_names import NO_KIND, READY, kind_options, read_kind
from handlers.messages import Reply
from handlers.questions import read_answer
from handlers.turn import Turn
from storage import group_changes
from storage.tables import Group

KIND, DAYS = "group_kind", "group_days"
NO_DAYS = "none"
WEEKDAYS = range(1, 8)


def ask_kind(turn: Turn, group: Group) -> list[Reply]:
    """[Soort werk]."""
    text = turn.say("ask-group-kind", group=group.name)
    return [turn.ask(KIND, text, kind_options(turn, group.activity), group=group.id)]


def answer_kind(turn: Turn) -> list[Reply] | None:
    """The kind of work from now on; what was told before keeps its own."""
    group = asked_group(turn)
    if group is None:
        return not_yours(turn)
    kind = read_kind(turn)
    if kind is None:
        return None
    group_changes.set_activity(turn.session, group, None if kind == NO_KIND else kind, turn.evidence)
    return [card(turn, group)]


def ask_days(turn: Turn, group: Group) -> list[Reply]:
    """[Dagen]: each tap puts a day in or out."""
    options = [(str(day), turn.label(f"weekday-{day}")) for day in WEEKDAYS]
    options += [(NO_DAYS, turn.label("button-no-days")), (READY, turn.label("button-ready"))]
    text = turn.say("ask-group-days", group=group.name)
    if group.usual_days:
        text = turn.say("ask-group-days-more", group=group.name, days=days_words(turn, group))
    return [turn.ask(DAYS, text, options, group=group.id)]


def answer_days(turn: Turn) -> list[Reply] | None:
    """A day more or less, or all days in one message."""
    group = asked_group(turn)
    if group is None:
        return not_yours(turn)
    value = read_answer(turn).value
    if value == READY:
        return [card(turn, group)]
    if value == NO_DAYS:
        group_changes.set_days(turn.session, group, [], turn.evidence)
        return [card(turn, group)]
    if value is not None:
        group_changes.set_days(turn.session, group, {*group.usual_days} ^ {int(value)}, turn.evidence)
        return ask_days(turn, group)
    days = _days_in(turn)
    if not days:
        return None
    group_changes.set_days(turn.session, group, days, turn.evidence)
    return [card(turn, group)]


def _days_in(turn: Turn) -> set[int]:
    """The weekdays in a message that says nothing else: "dinsdag en donderdag", "di, do"."""
    names = {turn.label(f"weekday-{day}").casefold(): day for day in WEEKDAYS}
    known = names | {name[:2]: day for name, day in names.items()} | {name[:3]: day for name, day in names.items()}
    words = re.findall(r"\w+", turn.incoming.text.casefold())
    joining = turn.label("list", first="", last="").strip()
    days = {known[word] for word in words if word in known}
    return days if all(word in known or word == joining for word in words) else set()
