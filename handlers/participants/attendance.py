"""Reporting who took part: how many came to an activity, how many were new, and who.

message ──► sheet ──► something missing, or impossible? ──yes──► question ──► answer ─┐
              ▲              │no                                                      │
              └──────────────│──────────────◄─────────────────────────────────────────┘
                             ▼
                there already? ──► "Verbetering of tweede keer?" ──► back
                             │no
                             ▼
                booked, echoed ──► a name that may be somebody known? ──► "Dezelfde Fatima B.?" ──► one name more

What is certain is booked at once. Silence after a question about a name or about "new" loses that alone.
"""

from dataclasses import replace
from datetime import timedelta

from markupsafe import Markup

from handlers.hours.limits import SMALL_HOURS
from handlers.messages import Reply
from handlers.participants.attendance_booking import book, left_out_words
from handlers.participants.attendance_names import matched
from handlers.participants.attendance_questions import (
    ask_day,
    ask_group,
    ask_heads,
    ask_long_ago,
    ask_many,
    ask_new,
    ask_none,
    ask_second,
)
from handlers.participants.attendance_rights import groups_to_report, may_change
from handlers.participants.attendance_sheet import Sheet, turnout_from
from handlers.participants.participant_names import given_name
from handlers.rights import led_groups
from handlers.turn import Turn
from language.say.words import lines
from language.understand.meaning import Attendance, Understanding
from storage import attendances
from storage.tables import Group

MANY = 100
"""More than come to an activity of a room on most days: one figure too many is easily typed."""
MOST = 2000
"""More than this is no number of people in a room."""


def report(turn: Turn, meant: Understanding) -> list[Reply]:
    """Book who took part as the message tells it, or ask what it leaves open."""
    return proceed(turn, sheet_told(meant.attendance or Attendance()))


def sheet_told(told: Attendance) -> Sheet:
    """What a message tells, as far as it does."""
    given = [name for name in map(given_name, told.names) if name is not None]
    # Names alone tell who came, and perhaps not how many.
    is_all = bool(told.names) and told.heads == len(told.names)
    return Sheet(
        group_id=None if told.group is None else int(told.group),
        activity=told.activity,
        date=told.date,
        heads=None if is_all else told.heads,
        new=told.new,
        names=tuple(name.name for name in given),
        is_shortened=any(name.is_shortened for name in given),
    )


def proceed(turn: Turn, sheet: Sheet) -> list[Reply]:
    """Ask what is missing or cannot be, and book the rest."""
    if not turn.places:
        return [Reply(text=turn.say("not-a-member"))]
    sheet = _placed(turn, sheet)
    refusal = _refusal(turn, sheet)
    if refusal is not None:
        turn.settle()
        return [Reply(text=refusal)]
    question = _ask_missing(turn, sheet)
    if question is None and sheet.attendance_id is None and not sheet.is_another and sheet.room_id is not None:
        blank = turnout_from(replace(sheet, heads=0, new=None, named=()))
        standing = attendances.standing_on(turn.session, sheet.room_id, blank)
        question = ask_second(turn, sheet, standing) if standing else None
    if question is not None:
        return [question]
    sheet = matched(turn, sheet)
    if sheet.heads is None:
        sheet = replace(sheet, heads=sheet.known_by_name)
    question = _ask_impossible(turn, sheet)
    if question is not None:
        return [question]
    turn.settle()
    return book(turn, sheet)


def _placed(turn: Turn, sheet: Sheet) -> Sheet:
    """The sheet with its group, kind of activity and room, as far as there is one choice alone."""
    group = _group_of(turn, sheet)
    if group is not None:
        sheet = replace(sheet, group_id=group.id, activity=group.activity or "", room_id=group.room_id)
    elif sheet.activity is not None and len(turn.places) == 1:
        sheet = replace(sheet, room_id=turn.places[0].room.id)
    if sheet.date is None and turn.local_time.hour >= SMALL_HOURS:
        sheet = replace(sheet, date=turn.today)
    return sheet


def _group_of(turn: Turn, sheet: Sheet) -> Group | None:
    """The group that was told; else the chat's, or the only one that does such work, or the only one led."""
    groups = groups_to_report(turn)
    if sheet.group_id is not None or sheet.attendance_id is not None:
        return next((group for group in groups if group.id == sheet.group_id), None)
    if sheet.activity is not None:
        fitting = [group for group in groups if group.activity == sheet.activity]
        return fitting[0] if len(fitting) == 1 else None
    if turn.coupled_to is not None:
        return turn.coupled_to
    led = [group for group in led_groups(turn) if group in groups]
    return led[0] if len(led) == 1 else None


def _refusal(turn: Turn, sheet: Sheet) -> Markup | None:
    """Why the writer may not book this; they may in their own rooms, and change what is theirs to change."""
    if sheet.attendance_id is not None:
        version = attendances.current(turn.session, sheet.attendance_id)
        if version is None or version.is_withdrawn or not may_change(turn, version):
            return turn.say("not-yours")
        others = [group.id for group in turn.groups if group.room_id == version.room_id]
        return None if sheet.group_id in (version.group_id, *others) else turn.say("group-of-other-room")
    if sheet.group_id is not None:
        is_known = any(group.id == sheet.group_id for group in groups_to_report(turn))
        return None if is_known else turn.say("not-yours")
    is_here = sheet.room_id is None or turn.place_in(sheet.room_id) is not None
    return None if is_here else turn.say("not-yours")


def _ask_missing(turn: Turn, sheet: Sheet) -> Reply | None:
    if sheet.activity is None or sheet.room_id is None:
        return ask_group(turn, sheet)
    if _needs_group(turn, sheet):
        return ask_group(turn, sheet)
    if sheet.date is None:
        return ask_day(turn, sheet, "ask-which_day")
    if sheet.date > turn.today:
        return ask_day(turn, replace(sheet, date=None), "ask-future")
    if sheet.date < turn.today - timedelta(days=turn.room_settings.ask_after_days) and "long_ago" not in sheet.sure:
        return ask_long_ago(turn, sheet, sheet.date)
    if sheet.heads is None and not sheet.known_by_name:
        return ask_heads(turn, sheet)
    if sheet.heads == 0 and "none" not in sheet.sure:
        return ask_none(turn, sheet)
    if sheet.heads is not None and sheet.heads > MOST:
        return ask_heads(turn, replace(sheet, heads=None))
    if sheet.heads is not None and sheet.heads > MANY and "many" not in sheet.sure:
        return ask_many(turn, sheet)
    return None


def _needs_group(turn: Turn, sheet: Sheet) -> bool:
    """Whether several groups do the kind of work that was told."""
    if sheet.group_id is not None or sheet.attendance_id is not None:
        return False
    return any(group.activity == sheet.activity for group in groups_to_report(turn))


def _ask_impossible(turn: Turn, sheet: Sheet) -> Reply | None:
    heads = sheet.heads or 0
    if not heads and sheet.left_out:
        reply = ask_heads(turn, replace(sheet, heads=None, left_out=()))
        return replace(reply, text=lines([*left_out_words(turn, sheet), reply.text]))
    if sheet.known_by_name > heads:
        return ask_heads(turn, sheet, "ask-heads-named")
    if sheet.new is not None and sheet.new > heads:
        return ask_new(turn, replace(sheet, new=None), "ask-new-above")
    return None
