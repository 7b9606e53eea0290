"""The question about time that runs on: when were you done? Nothing is booked without the answer."""

from datetime import UTC, date, datetime, timedelta

from scheduler.job_run import RoomRun
from storage import shifts
from storage.people import member_of
from storage.tables import Group, Person, Shift

WORTH = timedelta(days=shifts.KEPT_DAYS)
MOST_TIMES = 7
STEPS = (timedelta(minutes=30), timedelta(hours=1))
"""Between two clock times to choose from: the first where all of them fit."""


def wants_shift(run: RoomRun, shift: Shift) -> bool:
    """Whether to ask: during a break too, for the person began it themselves."""
    person = run.session.get_one(Person, shift.person_id)
    return member_of(run.session, run.room.id, person.id) is not None and run.may_write_to(person)


def ask_shift(run: RoomRun, shift: Shift, day: date) -> bool:
    """Ask once this evening, or this morning, when the person was done."""
    if not shifts.take_asking(run.session, shift, day, run.now):
        return False
    person = run.session.get_one(Person, shift.person_id)
    voice = run.voice(person)
    group = None if shift.group_id is None else run.session.get_one(Group, shift.group_id).name
    began = shift.started_at.astimezone(run.settings.zone)
    options = [
        *((f"shift-at:{shifts.minute_of(end)}", voice.clock(end.time())) for end in likely_ends(began, run.now)),
        (f"shift-done:{shift.id}", voice.label("button-shift-just-done")),
        (f"shift-on:{shift.id}", voice.label("button-shift-on")),
        (f"shift-drop:{shift.id}", voice.label("button-shift-drop")),
    ]
    text = voice.say("shift-asked", running=voice.running(group, began))
    run.ask(person, shifts.QUESTION, text, options, WORTH, shift=shift.id)
    return True


def likely_ends(began: datetime, now: datetime) -> list[datetime]:
    """The whole and half hours at which somebody who began then may have been done, in the zone of ``began``.

    By the half hour where few are possible, else the first by the hour: most people are done within some hours.
    """
    first = began.replace(minute=0, second=0, microsecond=0).astimezone(UTC)
    earliest = began.astimezone(UTC) + STEPS[0]
    for step in STEPS:
        ends = [first + step * count for count in range(1, 24 * 2)]
        possible = [end.astimezone(began.tzinfo) for end in ends if earliest <= end < now]
        if len(possible) <= MOST_TIMES:
            break
    return possible[:MOST_TIMES]
