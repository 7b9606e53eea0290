"""The end of time that runs: "klaar", [Klaar] or "stop". Then it is booked as hours; what is uncertain is asked."""

from dataclasses import replace
from datetime import datetime, time
from functools import partial

from markupsafe import Markup

from handlers.hours.clock_times import first_between, said_time
from handlers.hours.hours_questions import amount_options
from handlers.hours.limits import MINUTES_IN_HOUR
from handlers.hours.log_hours import ask_reason, proceed, telling_let_go
from handlers.hours.sheet import Sheet
from handlers.messages import Reply
from handlers.turn import Turn
from handlers.vocabulary import named_days
from language.understand.meaning import Ask, Draft, Meaning, Understanding
from storage import shifts
from storage.rooms import settings_of
from storage.tables import Group, Room, Shift

ROUND_TO = 5
"""Minutes: so timed work is told in amounts that people would say, and a tap is never nothing."""
LENGTH = "minutes"
NOTHING_SAID = Understanding(meaning=Meaning.FINISHED)


def running(turn: Turn) -> Shift | None:
    """The writer's time that runs. In a room that they left it stands still, and is dropped here."""
    shift = shifts.running(turn.session, turn.person.id)
    if shift is not None and turn.place_in(shift.room_id) is None:
        shifts.end(turn.session, shift, turn.now)
        return None
    return shift


def own(turn: Turn, shift_id: int) -> Shift | Reply:
    """The time that a button is about, if it is the writer's and runs; else what to say of it."""
    shift = turn.session.get(Shift, shift_id)
    if shift is None or shift.person_id != turn.person.id:
        return Reply(text=turn.say("not-yours"))
    if shift.ended_at is not None or turn.place_in(shift.room_id) is None:
        return Reply(text=turn.say("button-done"))
    return shift


def running_words(turn: Turn, shift: Shift) -> Markup:
    """What runs and from when on: "tuingroep, vanaf 10.00 uur"."""
    group = None if shift.group_id is None else turn.session.get_one(Group, shift.group_id).name
    return turn.voice.running(group, began_at(turn, shift))


def began_at(turn: Turn, shift: Shift) -> datetime:
    """When the time began, in its room's zone."""
    return shift.started_at.astimezone(settings_of(turn.session.get_one(Room, shift.room_id)).zone)


def finish(turn: Turn, shift: Shift, meant: Understanding = NOTHING_SAID) -> list[Reply]:
    """It is done now, or at the time or after the amount that is said."""
    draft = meant.drafts[0] if len(meant.drafts) == 1 else Draft()
    if meant.ask is not None and meant.ask.choices:
        return _ask_which(turn, shift, meant.ask)
    if draft.minutes is not None:
        days = named_days(meant)
        return book(turn, shift, replace(draft, date=days[0] if days else None), meant.unknown)
    ended, at = turn.incoming.sent_at, said_time(meant, turn.incoming.text)
    if at is not None:
        said = first_between(at, shift.started_at, ended, turn.room_settings.zone)
        if said is None:
            return _ask_length(turn, shift, draft, "ask-other")
        ended = said
    return finish_at(turn, shift, ended, meant, draft)


def finish_at(
    turn: Turn, shift: Shift, ended: datetime, meant: Understanding = NOTHING_SAID, draft: Draft | None = None
) -> list[Reply]:
    """It was done at that moment; what was said of a break goes off."""
    pause = sum(int(part.value["minutes"]) for part in meant.parts if part.kind == "pause")
    minutes = (ended - shift.started_at).total_seconds() / MINUTES_IN_HOUR - pause
    draft = draft or Draft()
    most = settings_of(turn.session.get_one(Room, shift.room_id)).most_day_hours * MINUTES_IN_HOUR
    if not 0 < minutes <= most:
        return _ask_length(turn, shift, draft, "shift-too-long" if minutes > 0 else "ask-other")
    began = began_at(turn, shift)
    starts, ends = _clock(began), _clock(ended.astimezone(began.tzinfo))
    return book(turn, shift, replace(draft, minutes=rounded(minutes), starts=starts, ends=ends), meant.unknown)


def rounded(minutes: float) -> int:
    """To the nearest five minutes, and at least five."""
    return max(ROUND_TO, int(minutes / ROUND_TO + 0.5) * ROUND_TO)


def _clock(moment: datetime) -> time:
    return moment.time().replace(second=0, microsecond=0)


def _ask_length(turn: Turn, shift: Shift, draft: Draft, key: str) -> list[Reply]:
    """How long it was, where that does not follow from when it is said; until then it runs."""
    if draft.group is not None:
        shift.group_id = int(draft.group)
    options = [(f"{LENGTH}:{minutes}", label) for minutes, label in amount_options(turn)]
    options.append((f"shift-drop:{shift.id}", turn.label("button-shift-drop")))
    asked = partial(turn.ask, shifts.QUESTION, turn.say(key), options, shift=shift.id, length=True)
    return telling_let_go(turn, lambda: [asked()])


def book(turn: Turn, shift: Shift, draft: Draft, unknown: str | None = None) -> list[Reply]:
    """End it with so many minutes, booked in the ordinary way on the day on which it began."""
    sheet = Sheet(drafts=(_filled(turn, shift, draft),), unknown=unknown)
    shifts.end(turn.session, shift, turn.incoming.sent_at)
    return telling_let_go(turn, lambda: proceed(turn, sheet))


def _filled(turn: Turn, shift: Shift, draft: Draft) -> Draft:
    group = draft.group
    if group is None and any(known.id == shift.group_id for known in turn.groups):
        group = str(shift.group_id)
    return replace(draft, group=group, date=draft.date or began_at(turn, shift).date())


def _ask_which(turn: Turn, shift: Shift, ask: Ask) -> list[Reply]:
    """ "klaar, 3": hours or minutes."""
    readings = tuple(
        tuple(_filled(turn, shift, replace(draft, date=None)) for draft in reading) for reading in ask.choices
    )
    shifts.end(turn.session, shift, turn.incoming.sent_at)
    return ask_reason(turn, Sheet(drafts=(_filled(turn, shift, Draft()),)), ask.reason, readings)


def done(turn: Turn, shift_id: int) -> list[Reply]:
    """[Klaar]."""
    shift = own(turn, shift_id)
    return [shift] if isinstance(shift, Reply) else finish(turn, shift)


def drop(turn: Turn, shift_id: int) -> list[Reply]:
    """[Vergeet het]: it runs no more, and nothing is booked."""
    shift = own(turn, shift_id)
    if isinstance(shift, Reply):
        return [shift]
    close_own_question(turn)
    shifts.end(turn.session, shift, turn.now)
    return [Reply(text=turn.say("nothing-logged"))]


def close_own_question(turn: Turn) -> None:
    """A button can be pressed while something else is being asked, which stays open then."""
    if turn.question is not None and turn.question.kind.startswith("shift_"):
        turn.settle()


def said_done(turn: Turn, shift: Shift, meant: Understanding = NOTHING_SAID) -> list[Reply]:
    """ "klaar" or "stop". Where the end was asked on an earlier day, it does not say by itself when that was."""
    question = turn.question
    if question is not None and question.kind == shifts.QUESTION:
        zone = turn.room_settings.zone
        says_more = any(draft.minutes for draft in meant.drafts) or said_time(meant, turn.incoming.text) is not None
        if question.asked_at.astimezone(zone).date() < turn.today and not says_more:
            text = turn.say("shift-asked", running=running_words(turn, shift))
            return [turn.ask(shifts.QUESTION, text, question.state["options"], shift=shift.id)]
    return finish(turn, shift, meant)


def may_be_of(turn: Turn, shift: Shift, meant: Understanding) -> bool:
    """Whether hours that are told can be those of this time: no other person, group or day."""
    if len(meant.drafts) != 1:
        return False
    draft, days = meant.drafts[0], named_days(meant)
    group = None if shift.group_id is None else str(shift.group_id)
    return (
        draft.person is None
        and (group is None or draft.group in (None, group))
        and (not days or days == [began_at(turn, shift).date()])
    )
