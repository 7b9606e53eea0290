"""What comes by the calendar: a report that is due, the monthly progress meeting, the groups' month that ended."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial

from markupsafe import Markup

from handlers.messages import Button, Reply
from language.say.voice import Voice
from language.say.words import lines
from scheduler.job_run import Counts, JobRun
from scheduler.jobs.figure_names import named_figures
from scheduler.jobs.group_month import group_months
from storage import deadlines as due
from storage import periods
from storage.agreements import announced
from storage.deadlines import Deadline
from storage.explanations import explanations
from storage.figures.board import BoardLine, board_beside
from storage.figures.light import Light
from storage.people import coordinators
from storage.runs import tell_once

STEPS = (2, 7, 14, 28)
"""Days before a report is due on which the coordinators are told what is missing."""
MEETING_AHEAD = timedelta(days=2)
WORTH = timedelta(days=1)
MOST_BUTTONS = 3

Message = Callable[[Voice], Reply]


def deadlines(run: JobRun) -> Counts:
    """Tell each coordinator once of each step toward a report, and of each meeting.

    A step that was missed is told late, unless the next one is there. What is due first is told alone.
    """
    today = date.fromisoformat(run.period)
    counts = {"countdown": 0, "meeting": 0, "group_months": group_months(run, today)}
    for deadline in due.deadlines(run.session, run.room.id, today)[:1]:
        step = next((step for step in STEPS if deadline.due - today <= timedelta(days=step)), None)
        if step is not None:
            key = f"{deadline.due.isoformat()} {step}"
            counts["countdown"] = _tell(run, "countdown", key, partial(_countdown, run, deadline, today))
    meetings = {due.meeting_in(day, run.settings) for day in (today, today + MEETING_AHEAD)}
    for meeting in meetings:
        if meeting is not None and today <= meeting <= today + MEETING_AHEAD:
            counts["meeting"] = _tell(run, "meeting", meeting.isoformat(), partial(_meeting, run, meeting, today))
    return counts


def _tell(run: JobRun, what: str, period: str, message: Message) -> int:
    """Send it to the coordinators who were not told yet: also on a break, but not after "stop"."""
    told = 0
    for person in coordinators(run.session, run.room.id):
        if run.may_write_to(person) and tell_once(run.session, person.id, run.room.id, what, period, run.now):
            run.send(person, message(run.voice(person)), WORTH)
            told += 1
    return told


def _countdown(run: JobRun, deadline: Deadline, today: date, voice: Voice) -> Reply:
    found = board_beside(run.session, run.room, min(today, deadline.last))
    is_over = deadline.last < today
    unexplained = _unexplained(run, deadline, found) if is_over else 0
    is_open = is_over and periods.closed(run.session, run.room.id, deadline.kind, deadline.last) is None
    missing = [
        *_unknown(voice, found),
        *([voice.say("countdown-unexplained", count=unexplained)] if unexplained else []),
        *([voice.say("countdown-open")] if is_open else []),
        *([] if is_over else _behind(voice, found)),
    ]
    verbs = [
        *(["explain"] if unexplained else []),
        *(["close"] if is_open else []),
        *(["report"] if is_over else []),
        "board",
    ]
    left = (deadline.due - today).days
    said = [
        voice.say("countdown", days=left, report=deadline.name, room=run.room.name),
        voice.say("countdown-due", day=voice.day(deadline.due)),
        *(missing or [voice.say("countdown-nothing")]),
    ]
    return Reply(text=lines(said), buttons=_buttons(run, voice, verbs))


def _unexplained(run: JobRun, deadline: Deadline, found: Sequence[BoardLine]) -> int:
    said = explanations(run.session, run.room.id, deadline.last)
    return sum(line.light in (Light.MISSED, Light.BEHIND) and line.indicator.id not in said for line in found)


def _meeting(run: JobRun, meeting: date, today: date, voice: Voice) -> Reply:
    found = board_beside(run.session, run.room, today)
    good = sum(line.light in (Light.REACHED, Light.ON_COURSE) for line in found)
    said = [
        voice.say("meeting", day=voice.day(meeting), room=run.room.name),
        voice.say("meeting-good", count=good, all=len(found)),
        *_behind(voice, found),
        *_unknown(voice, found),
    ]
    return Reply(text=lines(said), buttons=_buttons(run, voice, ["sheet", "board"]))


def _behind(voice: Voice, found: Sequence[BoardLine]) -> list[Markup]:
    behind = [line.indicator for line in found if line.light in (Light.MISSED, Light.BEHIND)]
    return named_figures(voice, "countdown-behind", behind)


def _unknown(voice: Voice, found: Sequence[BoardLine]) -> list[Markup]:
    """The figures that somebody has to find out: nobody logs them."""
    asked = ("entered", "survey")
    unknown = [line.indicator for line in found if line.light is Light.UNKNOWN and line.indicator.source in asked]
    beside = [announced(line.indicator) for line in found if line.out_of is None]
    return named_figures(voice, "countdown-unknown", [*unknown, *filter(None, beside)])


def _buttons(run: JobRun, voice: Voice, verbs: Sequence[str]) -> tuple[Button, ...]:
    return tuple(Button(voice.label(f"button-due-{verb}"), f"due-{verb}:{run.id}") for verb in verbs[:MOST_BUTTONS])
