"""Correcting who took part, in words or with [Klopt niet]: as hours are corrected, each time a new version."""

from dataclasses import replace

from markupsafe import Markup

from handlers.addressed import subject_just_told
from handlers.messages import Reply
from handlers.participants import attendance_ticking
from handlers.participants.attendance import proceed, report, sheet_told
from handlers.participants.attendance_answers import left
from handlers.participants.attendance_booking import tell_reporter
from handlers.participants.attendance_change import TurnoutChange, change_in
from handlers.participants.attendance_naming import changeable, names_told
from handlers.participants.attendance_questions import ask_day, ask_group, ask_heads, ask_new
from handlers.participants.attendance_rights import may_change
from handlers.participants.attendance_sheet import improved, sheet_of
from handlers.participants.attendance_words import SUBJECT, names_button, subject_of, turnout_words, wrong_button
from handlers.questions import read_answer
from handlers.turn import Turn
from handlers.vocabulary import understood
from language.understand.meaning import Meaning, Understanding
from storage import attendances
from storage.tables import AttendanceVersion

WHAT = "attendance_what"
FIELDS = ("heads", "new", "names", "group", "date", "delete", "double", "nothing")


def told(turn: Turn, meant: Understanding) -> list[Reply]:
    """Who took part, as a message tells it: "3 nieuw" alone is of what was just told."""
    said, subject = meant.attendance, subject_just_told(turn)
    if said is not None and said.heads is None and not said.names and subject is not None and subject[0] == SUBJECT:
        changed = correct(turn, meant, subject[1])
        if changed is not None:
            return changed
    return report(turn, meant)


def wrong(turn: Turn, attendance_id: int) -> list[Reply]:
    """[Klopt niet] under an attendance."""
    version = attendances.current(turn.session, attendance_id)
    if version is None or not may_change(turn, version):
        return [Reply(text=turn.say("not-yours"))]
    if version.is_withdrawn:
        return [Reply(text=turn.say("button-done"))]
    return [_ask_what(turn, version, turn.say("what-wrong", entry=_words(turn, version)))]


def may_correct(turn: Turn, attendance_id: int) -> bool:
    """Whether the writer may change anything of this attendance."""
    version = attendances.current(turn.session, attendance_id)
    return version is not None and may_change(turn, version)


def correct(turn: Turn, meant: Understanding, attendance_id: int) -> list[Reply] | None:
    """A correction in words of the attendance that was just told of, or is replied to; None when it is about others."""
    version = changeable(turn, attendance_id)
    if version is None or any(part.kind in ("duration", "range", "clock") for part in meant.parts):
        return None
    if meant.meaning is Meaning.DELETE:
        return withdraw(turn, version, "double" if meant.topic == "duplicate" else "withdrawn")
    if meant.meaning is Meaning.ATTENDANCE and meant.attendance is not None:
        return proceed(turn, improved(sheet_of(turn.session, version, "corrected"), sheet_told(meant.attendance)))
    change = change_in(turn, meant)
    if not change.says_nothing:
        return _apply(turn, version, change)
    if meant.meaning is Meaning.CORRECTION:
        return [_ask_what(turn, version, turn.say("what-wrong", entry=_words(turn, version)))]
    return names_told(turn, meant, version)


def edited(turn: Turn, meant: Understanding, attendance_id: int) -> list[Reply] | None:
    """The message that made the attendance was changed: what it says now, or a question; never is it taken away."""
    version = changeable(turn, attendance_id)
    if version is None:
        return None
    # "gisteren" counts from when the message was first sent.
    meant = understood(turn)
    if meant.meaning is not Meaning.ATTENDANCE or meant.attendance is None:
        text = turn.say("attendance-edit-unclear", turnout=_words(turn, version))
        return [_ask_what(turn, version, text)]
    told = sheet_told(meant.attendance)
    better = improved(sheet_of(turn.session, version, "corrected"), told)
    return proceed(turn, replace(better, date=told.date or better.date, group_id=told.group_id or better.group_id))


def answer_what(turn: Turn) -> list[Reply] | None:
    """What about the attendance is wrong; the new value itself is an answer too."""
    version = changeable(turn, turn.question_state["attendance"])
    value = read_answer(turn).value
    if version is None:
        turn.settle()
        return None if value is None else [Reply(text=turn.say("button-done"))]
    if value is None:
        return _typed(turn, version)
    sheet = sheet_of(turn.session, version, "corrected")
    match value:
        case "heads":
            return [ask_heads(turn, sheet)]
        case "new":
            return [ask_new(turn, replace(sheet, new=None))]
        case "names":
            return attendance_ticking.start(turn, version.attendance_id)
        case "group":
            return [ask_group(turn, replace(sheet, activity=None))]
        case "date":
            return [ask_day(turn, sheet, "ask-which_day")]
        case "nothing":
            return left(turn, sheet)
        case _:
            return withdraw(turn, version, "double" if value == "double" else "withdrawn")


def withdraw(turn: Turn, version: AttendanceVersion, reason: str) -> list[Reply]:
    """Take the attendance out of the books; it can be put back."""
    turn.settle()
    turnout = attendances.turnout_of(turn.session, version)
    gone = attendances.revise(turn.session, version, turnout, turn.evidence, reason, is_withdrawn=True)
    button = turn.button("button-restore", f"attendance-restore:{gone.id}")
    reply = Reply(text=_said(turn, "attendance-withdrawn", gone), buttons=(button,), subject=subject_of(gone))
    if version.changed_by == turn.person.id:
        return [reply]
    return [reply, tell_reporter(turn, version.changed_by, gone, "told-attendance-withdrawn")]


def restore(turn: Turn, version_id: int) -> list[Reply]:
    """Put it back; ``version_id`` is the withdrawal, so that an old button restores nothing newer."""
    gone = turn.session.get(AttendanceVersion, version_id)
    if gone is None or not may_change(turn, gone):
        return [Reply(text=turn.say("not-yours"))]
    if not gone.is_current or not gone.is_withdrawn:
        return [Reply(text=turn.say("button-done"))]
    turnout = attendances.turnout_of(turn.session, gone)
    back = attendances.revise(turn.session, gone, turnout, turn.evidence, "restored")
    buttons = (wrong_button(turn.voice, back), names_button(turn.voice, back))
    return [Reply(text=_said(turn, "attendance-noted", back), buttons=buttons, subject=subject_of(back))]


def _words(turn: Turn, version: AttendanceVersion) -> Markup:
    return turnout_words(turn.session, turn.voice, version)


def _said(turn: Turn, key: str, version: AttendanceVersion) -> Markup:
    return turn.say(key, turnout=_words(turn, version))


def _ask_what(turn: Turn, version: AttendanceVersion, text: Markup) -> Reply:
    options = [(field, turn.label(f"button-attendance-{field}")) for field in FIELDS]
    reply = turn.ask(WHAT, text, options, attendance=version.attendance_id)
    return replace(reply, subject=subject_of(version))


def _typed(turn: Turn, version: AttendanceVersion) -> list[Reply] | None:
    meant = understood(turn)
    if meant.meaning is Meaning.DENY:
        return left(turn, sheet_of(turn.session, version, "corrected"))
    return correct(turn, meant, version.attendance_id)


def _apply(turn: Turn, version: AttendanceVersion, change: TurnoutChange) -> list[Reply]:
    sheet = sheet_of(turn.session, version, "corrected")
    changed = replace(
        sheet,
        heads=sheet.heads if change.heads is None else change.heads,
        new=sheet.new if change.new is None else change.new,
        date=change.date or sheet.date,
        group_id=change.group_id or sheet.group_id,
    )
    return proceed(turn, changed)
