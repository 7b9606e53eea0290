"""Names told of an attendance in words: in reply to it, or as who was there after all and who was not."""

from dataclasses import replace

from handlers.addressed import subject_just_told, subject_replied_to
from handlers.messages import Reply
from handlers.participants.attendance import proceed
from handlers.participants.attendance_names import meant_by
from handlers.participants.attendance_rights import may_change
from handlers.participants.attendance_sheet import sheet_of
from handlers.participants.attendance_words import SUBJECT
from handlers.participants.participant_matching import fits
from handlers.participants.participant_names import given_name, listed
from handlers.turn import Turn
from language.understand.meaning import Meaning, Understanding
from language.understand.people_changes import people_change
from storage import attendances, participants
from storage.tables import AttendanceVersion

MAY_BE_NAMES = (Meaning.ASK, Meaning.INFO, Meaning.SMALLTALK, Meaning.ATTENDANCE)
"""What a list of names and numbers reads as, to who does not know that one was asked for."""


def changeable(turn: Turn, attendance_id: int) -> AttendanceVersion | None:
    """What the attendance says now, if it stands and the writer may change it."""
    version = attendances.current(turn.session, attendance_id)
    if version is None or version.is_withdrawn or not may_change(turn, version):
        return None
    return version


def people_told(turn: Turn) -> list[Reply] | None:
    """ "Karel was er ook", "niet Piet maar Els", of the attendance replied to or just told of; None for all else.

    In a group chat, where others talk as well, only of the one replied to.
    """
    change = people_change(turn.incoming.text)
    if change is None:
        return None
    is_reply = bool(turn.incoming.replies_to) or turn.in_group_chat
    subject = subject_replied_to(turn) if is_reply else subject_just_told(turn)
    if subject is None or subject[0] != SUBJECT:
        return None
    version = changeable(turn, subject[1])
    given = [name for name in map(given_name, change.added) if name is not None]
    out = [name.name for name in map(given_name, change.out) if name is not None]
    if version is None or len(given) < len(change.added) or len(out) < len(change.out):
        return None
    sheet = sheet_of(turn.session, version, "named")
    called = participants.names_of(turn.session, sheet.named)
    gone = [next((key for key in sheet.named if fits(called[key], name)), None) for name in out]
    if None in gone:
        return None
    changed = replace(
        sheet,
        named=tuple(key for key in sheet.named if key not in gone),
        names=tuple(name.name for name in given),
        names_later=True,
        is_shortened=any(name.is_shortened for name in given),
    )
    return proceed(turn, changed)


def names_told(turn: Turn, meant: Understanding, version: AttendanceVersion) -> list[Reply] | None:
    """Names in reply to an attendance; "Top, Ahmed" is none: one has its initial, or all are known."""
    items = listed(turn.incoming.text) if meant.meaning in MAY_BE_NAMES else None
    given = [item.name for item in items or [] if item.name is not None and not item.is_not]
    if not given or len(given) != len(items or []):
        return None
    sheet = sheet_of(turn.session, version, "named")
    has_initial = any(name.name.endswith(".") and not name.is_shortened for name in given)
    if not has_initial and any(meant_by(turn, sheet, name.name).is_new for name in given):
        return None
    names = tuple(name.name for name in given)
    is_shortened = any(name.is_shortened for name in given)
    return proceed(turn, replace(sheet, names=names, names_later=True, is_shortened=is_shortened))
