"""``/groep``: what a group did this week, month and year, for who leads it or coordinates its room."""

from datetime import date, timedelta

from markupsafe import Markup

from handlers.group_chats.in_private import in_private
from handlers.groups.group_picture import picture
from handlers.groups.room_figures import hours_line, indicator_line
from handlers.hours.entry_words import group_label
from handlers.messages import Reply
from handlers.questions import read_answer
from handlers.rights import overseen_groups
from handlers.turn import Option, Turn
from handlers.vocabulary import understood
from language.say.words import lines
from storage.activities import INDICATOR_OF, KLUS_ACTIVITIES
from storage.group_totals import GroupTotals, group_totals, open_klussen
from storage.groups import group_called
from storage.tables import Group

QUESTION = "group_totals"


def totals(turn: Turn) -> list[Reply]:
    """``/groep``, also with a group's name behind it. In a group chat it is about the group that reports there."""
    said = turn.incoming.text.strip()
    called = _called(turn, said) if said else None
    if turn.in_group_chat and (turn.coupled_to is None or called not in (None, turn.coupled_to)):
        return in_private(turn, totals)
    group = called or turn.coupled_to
    if group is not None:
        return of_group(turn, group)
    groups = overseen_groups(turn)
    if not groups:
        return [Reply(text=turn.say("totals-not-for-you"), buttons=(turn.button("button-my-hours", "my-hours"),))]
    if len(groups) == 1:
        return of_group(turn, groups[0])
    options: list[Option] = [(str(group.id), _name(turn, group)) for group in groups]
    return [turn.ask(QUESTION, turn.say("totals-ask-group"), options)]


def answer(turn: Turn) -> list[Reply] | None:
    """The group that was chosen, or typed by any of its names; None when what was said names none."""
    value = read_answer(turn).value
    group = _called(turn, turn.incoming.text) if value is None else turn.session.get(Group, int(value))
    if group is None:
        return None
    turn.settle()
    return of_group(turn, group)


def of_group(turn: Turn, group: Group) -> list[Reply]:
    """What the group did, if the writer may see it now."""
    if group.id not in {seen.id for seen in overseen_groups(turn)}:
        return [Reply(text=turn.say("totals-not-for-you"))]
    return [Reply(text=_words(turn, group), attachment=picture(turn, group))]


def _called(turn: Turn, said: str) -> Group | None:
    """The group of the writer's rooms that is named, by any of its names: "tuingroep", "de tuin"."""
    found = [group_called(turn.session, place.room.id, said) for place in turn.places]
    drafts = understood(turn, said).drafts
    meant = drafts[0].group if len(drafts) == 1 and drafts[0].minutes is None else None
    called: set[str | None] = {str(group.id) for group in found if group is not None} or {meant}
    groups = [group for group in turn.groups if str(group.id) in called]
    seen = {group.id for group in overseen_groups(turn)}
    # Of two that are called so in two rooms, the one that the writer may see is meant.
    return min(groups, key=lambda group: group.id not in seen, default=None)


def _name(turn: Turn, group: Group) -> str:
    """What to call the group, with its room for who is in several."""
    place = turn.place_in(group.room_id) if len(turn.places) > 1 else None
    return group_label(group) + (f" ({place.room.name})" if place else "")


def _words(turn: Turn, group: Group) -> Markup:
    of_period = {period: group_totals(turn.session, group, first, turn.today) for period, first in _periods(turn)}
    parts = [
        [turn.say("totals-title", group=_name(turn, group)), *_hours(turn, of_period)],
        _turnout(turn, of_period),
        _klussen(turn, group, of_period),
        _room(turn, group),
    ]
    return Markup("\n\n").join(lines(part) for part in parts if part)


def _periods(turn: Turn) -> list[tuple[str, date]]:
    """The periods that end today, by their first day."""
    today = turn.today
    return [
        ("week", today - timedelta(days=today.weekday())),
        ("month", today.replace(day=1)),
        ("year", date(today.year, 1, 1)),
    ]


def _hours(turn: Turn, of_period: dict[str, GroupTotals]) -> list[Markup]:
    return [
        turn.say("totals-hours", period=period, amount=turn.voice.duration(found.minutes), people=found.volunteers)
        for period, found in of_period.items()
        if found.minutes or period == "year"
    ]


def _turnout(turn: Turn, of_period: dict[str, GroupTotals]) -> list[Markup]:
    """How many came, in the periods in which somebody did; how many different people, of those the longest alike."""
    told = {period: found for period, found in of_period.items() if found.times}
    heads = [
        turn.say("totals-turnout", period=period, heads=found.heads, times=found.times)
        for period, found in told.items()
    ]
    longest = {found.times: (period, found.people) for period, found in told.items() if found.times > 1}
    different = [
        turn.say("totals-different", period=period, count=turn.voice.count(people.least, people.most))
        for period, people in longest.values()
    ]
    return heads + different


def _klussen(turn: Turn, group: Group, of_period: dict[str, GroupTotals]) -> list[Markup]:
    waiting = open_klussen(turn.session, group)
    if group.activity not in KLUS_ACTIVITIES and not (waiting or of_period["year"].klussen):
        return []
    said = [
        turn.say("totals-klussen", period=period, count=found.klussen)
        for period, found in of_period.items()
        if found.klussen or period == "year"
    ]
    return [*said, *([turn.say("totals-open", count=waiting)] if waiting else [])]


def _room(turn: Turn, group: Group) -> list[Markup]:
    """What the whole room promised of the group's sort of work, and of hours, beside what it did."""
    place = turn.place_in(group.room_id)
    if place is None:
        return []
    counts_for = INDICATOR_OF.get(group.activity or "")
    if group.activity in KLUS_ACTIVITIES:
        counts_for = "klussen"
    found = [indicator_line(turn, place.room, counts_for)] if counts_for else []
    return [line for line in [hours_line(turn, place.room), *found] if line is not None]
