"""What was changed about a group: by whom, on which day. A coordinator sees it from the group's card."""

from markupsafe import Markup

from handlers.groups.group_card import QUESTION, choices_of
from handlers.hours.entry_words import group_label, name_of
from handlers.messages import Reply
from handlers.turn import Turn
from language.say.words import lines
from storage.groups import changes_of
from storage.rooms import settings_of
from storage.tables import Group, GroupChange, Room

MOST_CHANGES = 10


def show(turn: Turn, group: Group) -> list[Reply]:
    """[Geschiedenis]: the newest changes first; the card's buttons stay below it."""
    changes = changes_of(turn.session, group)
    said = [turn.say("group-history", name=group_label(group))]
    said += [_line(turn, group, change) for change in changes[:MOST_CHANGES]]
    options = [(choice, turn.label(f"button-group-{choice}")) for choice in choices_of(turn, group)]
    return [turn.ask(QUESTION, lines(said), options, group=group.id)]


def _line(turn: Turn, group: Group, change: GroupChange) -> Markup:
    zone = settings_of(turn.session.get_one(Room, group.room_id)).zone
    day = turn.voice.day(change.changed_at.astimezone(zone).date())
    what = turn.say(f"group-history-{change.change}", value=_value(turn, group, change))
    name = name_of(turn.session, turn.voice, change.changed_by)
    return Markup("• ") + turn.say("group-history-line", day=day, name=name, what=what)


def _value(turn: Turn, group: Group, change: GroupChange) -> str:
    """What it became, in words; of a merge the other of the two groups."""
    match change.change:
        case "activity":
            return turn.say(f"activity-{change.value}") if change.value else turn.label("group-history-none")
        case "days":
            days = [turn.label(f"weekday-{day}") for day in change.value.split()]
            return turn.voice.listed(days) if days else turn.label("group-history-none")
        case "merged" | "parted":
            other = change.group_id if change.group_id != group.id else int(change.value)
            return turn.session.get_one(Group, other).name
        case _:
            return change.value or turn.label("group-history-none")
