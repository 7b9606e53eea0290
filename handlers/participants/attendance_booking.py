"""Writing an attendance into the books, and telling everybody whom it concerns."""

from dataclasses import replace

from markupsafe import Markup

from handlers.group_chats.in_private import in_private
from handlers.messages import Reply
from handlers.participants.attendance_names import ask_who
from handlers.participants.attendance_questions import ask_new, known_earlier
from handlers.participants.attendance_rights import runs
from handlers.participants.attendance_sheet import Sheet, sheet_of, turnout_from
from handlers.participants.attendance_words import named_words, names_button, subject_of, turnout_words, wrong_button
from handlers.turn import Turn
from language.say.words import lines
from storage import attendances, participants
from storage.runs import tell_once
from storage.tables import AttendanceVersion, Person


def book(turn: Turn, sheet: Sheet) -> list[Reply]:
    """Write it into the books with what is certain, echo it, and ask about the rest."""
    room_id = sheet.room_id
    if room_id is None:
        raise ValueError("an attendance belongs to a room")
    if sheet.new is not None and sheet.new > (sheet.heads or 0) - known_earlier(turn, sheet):
        sheet = replace(sheet, new=None, asks_new=True)
    added = [participants.add_participant(turn.session, room_id, name, turn.evidence) for name in sheet.newcomers]
    # Since a name was given it may have turned out to be somebody else's too.
    named = participants.roots(turn.session, [*sheet.named, *(row.id for row in added)])
    sheet = replace(sheet, newcomers=(), named=tuple(dict.fromkeys(named.values())))
    before = None if sheet.attendance_id is None else attendances.current(turn.session, sheet.attendance_id)
    turnout = turnout_from(sheet)
    if before is None:
        version = attendances.add_attendance(turn.session, room_id, turnout, turn.evidence)
    elif attendances.turnout_of(turn.session, before) == turnout:
        return _followed(turn, sheet, before, _nothing_changed(turn, sheet, before))
    else:
        version = attendances.revise(turn.session, before, turnout, turn.evidence, sheet.reason)
    replies = _followed(turn, sheet, version, _echo(turn, sheet, version))
    return [*replies, *_tell_reporter(turn, before, version)]


def _words(turn: Turn, version: AttendanceVersion) -> Markup:
    return turnout_words(turn.session, turn.voice, version)


def _nothing_changed(turn: Turn, sheet: Sheet, version: AttendanceVersion) -> list[Markup]:
    if sheet.names or sheet.asks_new:
        return []
    if sheet.reason == "named":
        return [turn.say("left-as-it-was"), *left_out_words(turn, sheet)]
    return [turn.say("attendance-same", turnout=_words(turn, version))]


def _echo(turn: Turn, sheet: Sheet, version: AttendanceVersion) -> list[Markup]:
    if sheet.reason == "named" and sheet.names and not turn.in_group_chat:
        # The next name is asked about at once.
        return []
    key = "attendance-noted" if sheet.reason in ("reported", "named") else "attendance-changed"
    words = [turn.say(key, turnout=_words(turn, version))]
    names_too = runs(turn, version.room_id, version.group_id) or sheet.reason == "reported"
    words += named_words(turn, version, names_too=names_too)
    words += left_out_words(turn, sheet)
    return words + short_names_words(turn, version) if sheet.is_shortened else words


def short_names_words(turn: Turn, version: AttendanceVersion) -> list[Markup]:
    """That no more of a name is kept than first name and initial: told once to whoever types more."""
    is_first = tell_once(turn.session, turn.person.id, version.room_id, "short-names", "", turn.now)
    return [turn.say("short-names")] if is_first else []


def left_out_words(turn: Turn, sheet: Sheet) -> list[Markup]:
    if not sheet.left_out:
        return []
    return [turn.say("left-out", count=len(sheet.left_out), names=turn.voice.listed(list(sheet.left_out)))]


def _followed(turn: Turn, sheet: Sheet, version: AttendanceVersion, words: list[Markup]) -> list[Reply]:
    """The echo, with the next thing to ask beneath it, or the buttons."""
    rest = replace(
        sheet_of(turn.session, version, "named"),
        names=sheet.names,
        names_later=sheet.names_later,
        asks_new=sheet.asks_new,
    )
    subject = subject_of(version)
    if rest.names and turn.in_group_chat:
        # Who is known in the room is not for a group chat to read.
        buttons = (wrong_button(turn.voice, version), names_button(turn.voice, version))
        _, *asked = in_private(turn, lambda private: [ask_who(private, rest)])
        words += [turn.say("group-chat-in-private")] if asked else []
        return [Reply(text=lines(words), buttons=buttons, subject=subject), *asked]
    if rest.names:
        question = ask_who(turn, rest)
    elif rest.asks_new:
        question = ask_new(turn, rest, "ask-new-known")
    else:
        buttons = (wrong_button(turn.voice, version), names_button(turn.voice, version))
        return [Reply(text=lines(words), buttons=buttons, subject=subject)]
    return [replace(question, text=lines([*words, question.text]), subject=subject)]


def _tell_reporter(turn: Turn, before: AttendanceVersion | None, version: AttendanceVersion) -> list[Reply]:
    """Whose report somebody else changed hears of it."""
    if before is None or before.changed_by == turn.person.id:
        return []
    return [tell_reporter(turn, before.changed_by, version, "told-attendance-changed")]


def tell_reporter(turn: Turn, person_id: int, version: AttendanceVersion, key: str) -> Reply:
    """What somebody else did to what a person reported."""
    voice = turn.voice_for(turn.session.get_one(Person, person_id))
    text = voice.say(key, name=turn.person.name, turnout=turnout_words(turn.session, voice, version))
    return turn.tell(person_id, Reply(text=text, buttons=(wrong_button(voice, version),), subject=subject_of(version)))
