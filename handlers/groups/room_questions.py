""" "hoeveel klussen hebben we", "hoeveel deelnemers", "hoeveel groepen": what the room did, beside what it promised."""

from datetime import date, timedelta

from markupsafe import Markup

from handlers.groups.group_totals import of_group
from handlers.groups.room_figures import target_words
from handlers.messages import Button, Reply
from handlers.rights import overseen_groups, oversees
from handlers.turn import Turn
from language.say.words import lines
from language.understand.meaning import Understanding
from storage.figures.active_groups import active_groups, silent_groups
from storage.figures.indicators import PEOPLE, figure
from storage.figures.klussen import klussen
from storage.groups import groups_of
from storage.klussen import open_in
from storage.rooms import settings_of
from storage.tables import Room


def asked(turn: Turn, meant: Understanding) -> list[Reply] | None:
    """The answer to a question about klussen, participants or groups; None when it is about something else."""
    if meant.topic == "klussen":
        return [_klussen(turn)]
    if meant.topic == "groups":
        return [_by_room(turn, [(place.room, _groups(turn, place.room)) for place in turn.places])]
    if meant.topic != "participants":
        return None
    named = {draft.group for draft in meant.drafts}
    group = next((group for group in overseen_groups(turn) if str(group.id) in named), None)
    if group is not None:
        return of_group(turn, group)
    rooms = [place.room for place in turn.places if oversees(turn, place.room.id)]
    return [_by_room(turn, [(room, _participants(turn, room)) for room in rooms])] if rooms else None


def _by_room(turn: Turn, told: list[tuple[Room, list[Markup]]], buttons: tuple[Button, ...] = ()) -> Reply:
    parts = []
    for room, said in told:
        title = [turn.say("my-hours-room", room=room.name)] if len(turn.places) > 1 else []
        parts.append(lines([*title, *said]))
    return Reply(text=Markup("\n\n").join(parts), buttons=buttons)


def _klussen(turn: Turn) -> Reply:
    waiting = {place.room.id: len(open_in(turn.session, [place.room.id])) for place in turn.places}
    told = [(place.room, [*_done(turn, place.room), _open(turn, waiting[place.room.id])]) for place in turn.places]
    return _by_room(turn, told, (turn.button("button-open-klussen", "klussen"),) if any(waiting.values()) else ())


def _done(turn: Turn, room: Room) -> list[Markup]:
    today, new_year = turn.today, date(turn.today.year, 1, 1)
    year = klussen(turn.session, room.id, new_year, today)
    if not oversees(turn, room.id):
        return [turn.say("room-klussen", count=year)]
    week = klussen(turn.session, room.id, today - timedelta(days=today.weekday()), today)
    month = klussen(turn.session, room.id, today.replace(day=1), today)
    counts = {"week": week, "month": month, "year": year}
    said = [
        turn.say("totals-klussen", period=period, count=count)
        for period, count in counts.items()
        if count or period == "year"
    ]
    return [*said, *_target(turn, room, "klussen", year)]


def _open(turn: Turn, count: int) -> Markup:
    return turn.say("totals-open", count=count) if count else turn.say("klus-none")


def _participants(turn: Turn, room: Room) -> list[Markup]:
    every = figure(turn.session, room, "participants", turn.today)
    told = turn.say("room-participants", count=turn.voice.count(every.least, every.most))
    said = [Markup(" ").join([told, *_target(turn, room, "participants", every.least)])]
    for indicator in PEOPLE:
        found = figure(turn.session, room, indicator, turn.today)
        target = _target(turn, room, indicator, found.least)
        if found.most or target:
            named, count = turn.say(f"indicator-{indicator}"), turn.voice.count(found.least, found.most)
            said.append(Markup(" ").join([turn.say("room-indicator", indicator=named, count=count), *target]))
    return said


def _groups(turn: Turn, room: Room) -> list[Markup]:
    every = groups_of(turn.session, room.id)
    if not every:
        return [turn.say("no-groups")]
    if not oversees(turn, room.id):
        return [turn.say("room-groups", groups=turn.voice.listed([group.name for group in every]))]
    weeks = settings_of(room).group_active_weeks
    active = active_groups(turn.session, room.id, turn.today, weeks)
    silent = silent_groups(turn.session, room.id, turn.today, weeks)
    names = turn.voice.listed([group.name for group in active])
    said = [turn.say("room-active-groups", count=len(active), groups=names)]
    said += _target(turn, room, "active_groups", len(active))
    if silent:
        names = turn.voice.listed([group.name for group in silent])
        said.append(turn.say("digest-groups-silent", groups=names, weeks=weeks))
    return said


def _target(turn: Turn, room: Room, indicator: str, least: int) -> list[Markup]:
    target = target_words(turn, room, indicator, least)
    return [] if target is None else [target]
