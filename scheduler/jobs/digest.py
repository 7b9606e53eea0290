"""The digest: on Monday, to each coordinator of a room, the week that ended and who may need a word."""

from datetime import timedelta

from handlers.messages import Button, Reply
from language.say.voice import Voice
from scheduler.job_run import Counts, JobRun
from scheduler.jobs.digest_chart import chart
from scheduler.jobs.digest_figures import Figures, read_figures
from scheduler.jobs.digest_words import words
from storage.people import coordinators
from storage.runs import tell_once
from storage.tables import Person

WORTH = timedelta(days=3)
NO_AGREEMENT = "no_agreement"


def digest(run: JobRun) -> Counts:
    """Send it to the room's coordinators: also on a break, which is one from volunteering, but not after "stop"."""
    figures = read_figures(run)
    readers = [person for person in coordinators(run.session, run.room.id) if run.may_write_to(person)]
    for person in readers:
        run.send(person, _message(run, figures, person), WORTH)
    return {"told": len(readers), "hours": figures.week.minutes // 60}


def _message(run: JobRun, figures: Figures, person: Person) -> Reply:
    voice = run.voice(person)
    tell_no_agreement = figures.agreement is None and tell_once(
        run.session, person.id, run.room.id, NO_AGREEMENT, str(figures.week.year), run.now
    )
    return Reply(
        text=words(voice, figures, tell_no_agreement=tell_no_agreement),
        buttons=_buttons(run, figures, voice),
        attachment=chart(voice, figures),
    )


def _buttons(run: JobRun, figures: Figures, voice: Voice) -> tuple[Button, ...]:
    verbs = ["remind"] if figures.can_be_reminded else []
    return tuple(Button(voice.label(f"button-{verb}"), f"{verb}:{run.id}") for verb in [*verbs, "details", "who"])
