"""Surveys by the clock: one reminder in a round, and its end."""

from datetime import date, datetime, timedelta

from sqlmodel import Session

from handlers.messages import Button, Reply
from scheduler.job_run import RoomRun
from storage import locks, people, surveys
from storage.people import open_breaks
from storage.rooms import settings_of
from storage.surveys import QUESTIONS, subject_of
from storage.tables import Person, Room, SurveyRound

WORTH = timedelta(hours=24)
WORTH_OF_END = timedelta(days=7)


def remind(run: RoomRun) -> int:
    """Remind those who were asked a week ago and are not through, once; returns how many that are."""
    reminded = 0
    for row, person in surveys.to_remind(run.session, run.room.id, run.today):
        surveys.note_reminded(run.session, row.id, person.id)
        if run.may_write_to(person) and not open_breaks(run.session, run.room.id, person.id, run.today):
            run.send(person, _reminder(run, row, person), WORTH)
            reminded += 1
    return reminded


def _reminder(run: RoomRun, row: SurveyRound, person: Person) -> Reply:
    voice = run.voice(person)
    text = voice.say(
        "survey-reminder", room=run.room.name, day=voice.day(row.ends_on), count=len(QUESTIONS[row.audience])
    )
    buttons = (
        Button(voice.label("button-survey-begin"), f"s:{row.id}:0:go"),
        Button(voice.label("button-survey-not"), f"s:{row.id}:0:stop"),
    )
    return Reply(text=text, buttons=buttons, subject=subject_of(row.id))


def close_over(session: Session, today: date, now: datetime) -> int:
    """Close the rounds whose last day is behind us, and tell the coordinators; returns how many."""
    found = surveys.over(session, today)
    locks.rooms(session, [row.room_id for row in found])
    for row in found:
        surveys.close(session, row, today)
        room = session.get_one(Room, row.room_id)
        run = RoomRun(session=session, room=room, settings=settings_of(room), now=now)
        for person in people.coordinators(session, room.id):
            if run.may_write_to(person):
                voice = run.voice(person)
                button = Button(voice.label("button-survey-result"), "surveys")
                text = voice.say("survey-over", room=room.name)
                run.send(person, Reply(text=text, buttons=(button,)), WORTH_OF_END)
    return len(found)
