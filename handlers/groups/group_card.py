"""One group, as a coordinator sees it, with what can be changed about it."""

from markupsafe import Markup

from handlers.hours.entry_words import group_label
from handlers.messages import Reply
from handlers.rights import is_coordinator_of, names_in
from handlers.turn import Option, Turn
from language.say.words import lines
from storage.activities import INDICATOR_OF, KLUS_ACTIVITIES
from storage.group_activity import last_active
from storage.group_merging import newest_merge
from storage.groups import changes_of, leaders_of, people_in
from storage.tables import Group

QUESTION = "group_card"
MOST_NAMES = 20
OPEN_CHOICES = ("name", "aliases", "kind", "leaders", "days", "merge", "close")
CLOSED_CHOICES = ("open", "name", "aliases")
HISTORY, PART = "history", "part"


def managed(turn: Turn, group_id: int) -> Group | None:
    """The group, if the writer may change it now: it is of a room that they coordinate, and was not merged."""
    group = turn.session.get(Group, group_id)
    if group is None or group.merged_into is not None or not is_coordinator_of(turn, group.room_id):
        return None
    return group


def asked_group(turn: Turn) -> Group | None:
    """The group that the open question is about, if the writer may still change it."""
    return managed(turn, turn.question_state["group"])


def not_yours(turn: Turn) -> list[Reply]:
    """The group is gone meanwhile, or the writer coordinates its room no more."""
    turn.settle()
    return [Reply(text=turn.say("group-not-yours"))]


def card(turn: Turn, group: Group, before: Markup | None = None) -> Reply:
    """The group's facts after a word on what was done, with a button for each of them."""
    options: list[Option] = [(choice, turn.label(f"button-group-{choice}")) for choice in choices_of(turn, group)]
    text = lines([*([before] if before else []), *_facts(turn, group)])
    return turn.ask(QUESTION, text, options, group=group.id)


def choices_of(turn: Turn, group: Group) -> tuple[str, ...]:
    """What can be done with the group now, and what was done, where anything was."""
    choices = OPEN_CHOICES if group.closed_at is None else CLOSED_CHOICES
    if newest_merge(turn.session, group, turn.now) is not None:
        choices = (*choices, PART)
    return (*choices, HISTORY) if changes_of(turn.session, group) else choices


def _facts(turn: Turn, group: Group) -> list[Markup]:
    facts = [turn.say("group-card", name=group_label(group))]
    if group.closed_at is not None:
        facts.append(turn.say("group-card-closed"))
    facts.append(_kind(turn, group))
    if group.aliases:
        facts.append(turn.say("group-card-aliases", names=turn.voice.listed(group.aliases)))
    facts += _people(turn, group)
    if group.usual_days:
        facts.append(turn.say("group-card-days", days=days_words(turn, group)))
    on = last_active(turn.session, group.room_id).get(group.id)
    facts.append(turn.say("group-card-silent") if on is None else turn.say("group-card-active", day=turn.voice.day(on)))
    return facts


def _kind(turn: Turn, group: Group) -> Markup:
    if group.activity is None:
        return turn.say("group-card-no-kind")
    kind = turn.say(f"activity-{group.activity}")
    indicator = INDICATOR_OF.get(group.activity) or ("klussen" if group.activity in KLUS_ACTIVITIES else None)
    if indicator is None:
        return turn.say("group-card-kind", kind=kind)
    return turn.say("group-card-kind-counts", kind=kind, indicator=turn.say(f"indicator-{indicator}"))


def _people(turn: Turn, group: Group) -> list[Markup]:
    inside, leaders = people_in(turn.session, [group.id]), leaders_of(turn.session, [group.id])
    names = {key: name for key, name in names_in(turn, group.room_id).items() if key in inside}
    led = [name for key, name in names.items() if key in leaders]
    shown = [*names.values()]
    if len(shown) > MOST_NAMES:
        shown = [*shown[:MOST_NAMES], turn.label("group-card-others", count=len(shown) - MOST_NAMES)]
    return [
        turn.say("group-card-leaders", names=turn.voice.listed(led)) if led else turn.say("group-card-no-leaders"),
        turn.say("group-card-members", count=len(names), names=turn.voice.listed(shown)),
    ]


def days_words(turn: Turn, group: Group) -> Markup:
    """The group's days in a sentence: "dinsdag en donderdag"."""
    return turn.voice.listed([turn.label(f"weekday-{day}") for day in group.usual_days])
