"""Attendances in words: what is echoed, asked about and shown on buttons."""

from collections.abc import Iterable

from markupsafe import Markup
from sqlmodel import Session

from handlers.messages import Button
from handlers.turn import Turn
from language.say.voice import Voice
from storage import attendances, participants
from storage.tables import Attendance, AttendanceVersion, Group, Participant

SUBJECT = "attendance"


def turnout_words(session: Session, voice: Voice, version: AttendanceVersion) -> Markup:
    """An attendance in a sentence: "18 deelnemers bij de eettafel, 3 nieuw, dinsdag 3 maart"."""
    number = session.get_one(Attendance, version.attendance_id).number
    values = {
        "heads": version.heads,
        "place": place_words(session, voice, version.group_id, version.activity),
        "day": voice.day(version.date),
    }
    if version.new_heads is None:
        words = voice.say("turnout", **values)
    else:
        words = voice.say("turnout-new", new=version.new_heads, **values)
    return words if number == 1 else voice.say("turnout-again", turnout=words, number=str(number))


def place_words(session: Session, voice: Voice, group_id: int | None, activity: str) -> str:
    """Where it was: "bij de eettafel"; without a group the kind of activity tells."""
    if group_id is not None:
        return voice.at_group(session.get_one(Group, group_id).name)
    return voice.at_group(voice.label(f"activity-{activity}"))


def named_words(turn: Turn, version: AttendanceVersion, *, names_too: bool) -> list[Markup]:
    """Who of them is known: by name where the writer may read that, else how many; nothing where nobody is."""
    named = attendances.named_in(turn.session, [version.id])[version.id]
    if not named:
        return []
    if not names_too or turn.in_group_chat:
        return [turn.say("turnout-named-count", count=len(named))]
    return [turn.say("turnout-named", names=turn.voice.listed(participant_names(turn, named)))]


def participant_names(turn: Turn, ids: Iterable[int]) -> list[str]:
    """What these participants are called, in the order of their names."""
    rows = (turn.session.get_one(Participant, key) for key in ids)
    return sorted((name_of(turn.voice, row) for row in rows), key=str.casefold)


def name_of(voice: Voice, participant: Participant) -> str:
    """What a participant is called; one whose name was erased has a number alone."""
    if participants.is_nameless(participant):
        return voice.label("participant-without-name", number=str(participant.id))
    return participant.name


def subject_of(version: AttendanceVersion) -> str:
    """What a message that tells of this attendance is about: see ``Reply.subject``."""
    return f"{SUBJECT}:{version.attendance_id}"


def wrong_button(voice: Voice, version: AttendanceVersion) -> Button:
    """[Klopt niet] under an attendance."""
    return Button(voice.label("button-wrong"), f"attendance-wrong:{version.attendance_id}")


def names_button(voice: Voice, version: AttendanceVersion) -> Button:
    """[Namen erbij] under an attendance."""
    return Button(voice.label("button-add-names"), f"attendance-names:{version.attendance_id}")
