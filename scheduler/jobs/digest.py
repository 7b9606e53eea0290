"""The digest: on Monday, to each coordinator of a room, the week that ended and who may need a word."""

from datetime import timedelta

from handlers.messages import Button, Reply
from language.say.voice import Voice
from scheduler.job_run import Counts, JobRun
from scheduler.jobs.digest_chart import chart
from scheduler.jobs.digest_figures import Figures, read_figures
from scheduler.jobs.digest_words import words
from storage import waiting
from storage.people import coordinators
from storage.runs import tell_once
from storage.tables import Person

WORTH = timedelta(days=3)
NO_AGREEMENT = "no_agreement"
MOST_BUTTONS = 3


def digest(run: JobRun) -> Counts:
    """Send it to the room's coordinators: also on a break, which is one from volunteering, but not after "stop"."""
    figures = run.beside("digest", read_figures)
    readers = [person for person in coordinators(run.session, run.room.id) if run.may_write_to(person)]
    for person in readers:
        run.send(person, _message(run, figures, person), WORTH)
    return {"told": len(readers), "hours": figures.week.minutes // 60}


def _message(run: JobRun, figures: Figures, person: Person) -> Reply:
    voice = run.voice(person)
    tell_no_agreement = figures.agreement is None and tell_once(
        run.session, person.id, run.room.id, NO_AGREEMENT, str(figures.week.year), run.now
    )
    waits = waiting.count(run.session, run.room.id, person.id)
    return Reply(
        text=words(voice, figures, waits, tell_no_agreement=tell_no_agreement),
        buttons=_buttons(run, figures, voice, waits),
        attachment=chart(voice, figures),
    )


def _buttons(run: JobRun, figures: Figures, voice: Voice, waits: int) -> tuple[Button, ...]:
    """What can be done first; [Details], which is always there, leads to what finds no place."""
    buttons = []
    if figures.can_be_reminded:
        buttons.append(Button(voice.label("button-remind"), f"remind:{run.id}"))
    if waits:
        buttons.append(Button(voice.label("button-requests-left", count=waits), "requests"))
    verbs = ["details", *(["digest-board"] if figures.drifting else []), "who"]
    buttons += [Button(voice.label(f"button-{verb}"), f"{verb}:{run.id}") for verb in verbs]
    return tuple(buttons[:MOST_BUTTONS])
