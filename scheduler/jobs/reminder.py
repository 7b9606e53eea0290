"""The reminder: one friendly question after days of silence, once for each silence."""

from datetime import timedelta

from handlers.messages import Button, Reply
from scheduler.job_run import Counts, JobRun
from scheduler.jobs import surveys
from storage.silence import Silence, take_reminder, to_remind

WORTH = timedelta(hours=24)


def reminder(run: JobRun) -> Counts:
    """Remind everybody whose silence has lasted the room's number of days, and of a survey that runs."""
    reminded = 0
    for silence in to_remind(run.session, run.room, run.today, run.settings.reminder_after_days):
        if take_reminder(run.session, silence, run.now):
            run.send(silence.person, _message(run, silence), WORTH)
            reminded += 1
    return {"reminded": reminded, "of_survey": surveys.remind(run)}


def _message(run: JobRun, silence: Silence) -> Reply:
    voice = run.voice(silence.person)
    buttons = (
        Button(voice.label("button-log"), "log"),
        Button(voice.label("button-nothing-to-tell"), "nothing"),
        Button(voice.label("button-pause"), "pause-now"),
    )
    return Reply(text=voice.say("reminder", name=silence.person.name), buttons=buttons)
