"""The buttons under a digest: [Stuur herinnering], [Details], [Overzicht] and [Wie?], for its coordinators alone."""

from collections.abc import Callable
from dataclasses import replace

from markupsafe import Markup

from handlers.coordinated_room import room_of_run
from handlers.desk import room_board
from handlers.hours.entry_words import name_of
from handlers.messages import Button, Reply
from handlers.turn import Turn
from language.say.words import lines
from storage.figures.active_volunteers import pace_rules
from storage.figures.standing import Standing, standings
from storage.room_week import RoomWeek, room_week
from storage.rooms import agreement_of
from storage.runs import monday_of
from storage.silence import EARLY_DAYS, Silence, take_reminder, to_remind, volunteers
from storage.tables import Room, Run
from storage.year import years_so_far

DIGEST = "digest"

AboutWeek = Callable[[Turn, Room, RoomWeek], Markup]


def remind(turn: Turn, run_id: int) -> list[Reply]:
    """[Stuur herinnering]: ask those of whom nothing was heard for more than a week, once in a silence."""
    room = room_of_run(turn, run_id, DIGEST)
    if room is None:
        return [Reply(text=turn.say("not-yours"))]
    silent = to_remind(turn.session, room, turn.today, EARLY_DAYS)
    reminded = [silence for silence in silent if take_reminder(turn.session, silence, turn.now)]
    answer = Reply(text=turn.say("reminded", count=len(reminded)))
    return [answer, *(_reminder(turn, room, silence) for silence in reminded)]


def _reminder(turn: Turn, room: Room, silence: Silence) -> Reply:
    voice = turn.voice_for(silence.person)
    text = voice.say(
        "reminder-from-coordinator", name=silence.person.name, coordinator=turn.person.name, room=room.name
    )
    buttons = (
        Button(voice.label("button-log"), "log"),
        Button(voice.label("button-nothing-to-tell"), "nothing"),
        Button(voice.label("button-pause"), "pause-now"),
    )
    return turn.tell(silence.person.id, Reply(text=text, buttons=buttons, bulk=True))


def details(turn: Turn, run_id: int) -> list[Reply]:
    """[Details]: the week's hours by group and by person; also [Wie?] and [Overzicht], which the digest may lack."""
    replies = _about(turn, run_id, _details)
    room = room_of_run(turn, run_id, DIGEST)
    if room is None:
        return replies
    year = monday_of(turn.session.get_one(Run, run_id).period).isocalendar().year
    verbs = ["who", *(["digest-board"] if agreement_of(turn.session, room.id, year) else [])]
    buttons = tuple(turn.button(f"button-{verb}", f"{verb}:{run_id}") for verb in verbs)
    return [replace(reply, buttons=buttons) for reply in replies]


def board(turn: Turn, run_id: int) -> list[Reply]:
    """[Overzicht]: all figures of the room, as they are now."""
    room = room_of_run(turn, run_id, DIGEST)
    return [Reply(text=turn.say("not-yours"))] if room is None else room_board.board_of(turn, room)


def who(turn: Turn, run_id: int) -> list[Reply]:
    """[Wie?]: who is where on the way to the year's hours, and who may need a call."""
    return _about(turn, run_id, _who)


def _about(turn: Turn, run_id: int, worded: AboutWeek) -> list[Reply]:
    room = room_of_run(turn, run_id, DIGEST)
    if room is None:
        return [Reply(text=turn.say("not-yours"))]
    week = room_week(turn.session, room, monday_of(turn.session.get_one(Run, run_id).period))
    title = turn.say("digest-title", room=room.name, week=str(week.number))
    return [Reply(text=lines([title, worded(turn, room, week)]))]


def _details(turn: Turn, _: Room, week: RoomWeek) -> Markup:
    if not week.minutes:
        return turn.say("digest-no-hours")
    by_group = week.group_amounts(turn.label("digest-without-group"))
    by_person = [(name_of(turn.session, turn.voice, person), minutes) for person, minutes in week.by_person.items()]
    return lines(
        [
            turn.say("details-groups"),
            *_amounts(turn, by_group),
            turn.say("details-people"),
            *_amounts(turn, by_person),
        ]
    )


def _amounts(turn: Turn, amounts: list[tuple[str, int]]) -> list[Markup]:
    # By name: who did more is nobody's place in a list.
    ordered = sorted(amounts, key=lambda amount: amount[0].casefold())
    return [turn.say("details-line", name=name, amount=turn.voice.duration(minutes)) for name, minutes in ordered]


def _who(turn: Turn, room: Room, week: RoomWeek) -> Markup:
    rules = pace_rules(turn.session, room, turn.today.year)
    members = volunteers(turn.session, room)
    of_person = years_so_far(turn.session, [member for member, _ in members], week.last_day)
    years = [(person.name, of_person[person.id]) for _, person in members]
    found = standings(years, week.last_day, rules)
    values = {"target": str(rules.target_hours), "days": rules.earliest_days}
    said = [
        turn.say(f"who-{standing}", names=turn.voice.listed(found[standing]), **values)
        for standing in Standing
        if found[standing]
    ]
    silent = [person.name for person in week.silent_people]
    if silent:
        said.append(turn.say("digest-call", names=turn.voice.listed(silent)))
    return lines(said or [turn.say("who-nobody")])
