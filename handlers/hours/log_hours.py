"""Logging hours: what is clear is booked at once, what is not is asked, one question at a time.

message ──► sheet ──► something missing? ──yes──► question ──► answer ─┐
              ▲              │no                                       │
              └──────────────│──────────────◄──────────────────────────┘
                             ▼
                too much, twice, long ago? ──► "Klopt dat?" ──yes──► back
                             │fine
                             ▼
                          booked, echoed
"""

from collections.abc import Callable
from dataclasses import replace

from handlers.for_others import others_alone
from handlers.for_others.others_beginning import begin, told_before
from handlers.group_chats.in_private import in_private
from handlers.hours import limits
from handlers.hours.booking import book
from handlers.hours.for_whom import named_after_for
from handlers.hours.hours_questions import (
    ask_amount,
    ask_day,
    ask_group,
    ask_reading,
    ask_room,
    ask_sure,
    ask_who,
)
from handlers.hours.sheet import Sheet, work_of_draft
from handlers.hours.sheet_weighing import (
    groups_of_draft,
    in_only_group,
    is_allowed,
    room_of,
    rooms_for,
    together,
    weigh,
    with_helpers,
    without_doubtful,
)
from handlers.klussen import klus_booked
from handlers.messages import Reply
from handlers.participants.attendance_questions import bare_heads
from handlers.turn import Turn
from handlers.vocabulary import understood
from language.understand.meaning import Draft, Meaning, Reason, Understanding
from storage.groups import survivor

_UNBOOKED = frozenset(("sheet", "report"))
"""Under these names a question keeps hours that are on their way into the books."""
_ABOUT_DAY = (Reason.WHICH_DAY, Reason.IMPOSSIBLE_DATE, Reason.FUTURE, Reason.LONG_AGO)


def log(turn: Turn, meant: Understanding) -> list[Reply]:
    """Book what the message says, or ask what it leaves open."""
    drafts = tuple(_of_chat(turn, draft) for draft in meant.drafts or (Draft(),))
    told = meant.attendance
    sheet = Sheet(
        drafts=drafts,
        unknown=meant.unknown,
        photo=turn.incoming.photo,
        guests=None if told is None else told.heads,
        new_guests=None if told is None else told.new,
        heads=bare_heads(turn, drafts, meant),
    )
    if meant.ask is None:
        named = {} if any(draft.person is not None for draft in drafts) else named_after_for(turn)
        return [ask_who(turn, sheet, named)] if named else proceed(turn, sheet)
    readings = tuple(tuple(_of_chat(turn, draft) for draft in reading) for reading in meant.ask.choices)
    return ask_reason(turn, sheet, meant.ask.reason, readings)


def _of_chat(turn: Turn, draft: Draft) -> Draft:
    """What is told in a group's own chat, and names no group, was done for that group."""
    if turn.coupled_to is None or draft.group is not None:
        return draft
    return replace(draft, group=str(turn.coupled_to.id))


def start_with_buttons(turn: Turn) -> list[Reply]:
    """``/uren``: the same as before first, else the group, the amount and the day; or what is said behind it."""
    meant = understood(turn)
    if meant.meaning in (Meaning.LOG, Meaning.ASK) and meant.drafts:
        return log(turn, meant)
    return proceed(turn, Sheet(drafts=(Draft(),), step_by_step=True))


def ask_reason(turn: Turn, sheet: Sheet, reason: Reason, readings: tuple[tuple[Draft, ...], ...] = ()) -> list[Reply]:
    """Ask what the understanding says must be asked."""
    if reason in _ABOUT_DAY:
        meant = [reading[0].date for reading in readings if reading[0].date is not None]
        return [ask_day(turn, sheet, f"ask-{reason}", likely=meant)]
    if reason is Reason.ONE_BY_ONE:
        others = others_alone.told_of_others(sheet)
        return [Reply(text=turn.say("ask-one_by_one"))] if others is None else proceed(turn, others)
    if reason is Reason.WHO:
        return [ask_who(turn, sheet)]
    sheet = _of_today(turn, sheet)
    if readings:
        return [ask_reading(turn, replace(sheet, readings=readings), reason)]
    return [ask_amount(turn, sheet, f"ask-{reason}")]


def _of_today(turn: Turn, sheet: Sheet) -> Sheet:
    """Who names no day means today; except in the small hours, when it may be the evening before."""
    if turn.local_time.hour < limits.SMALL_HOURS:
        return sheet
    drafts = tuple(draft if draft.date else replace(draft, date=turn.today) for draft in sheet.drafts)
    return replace(sheet, drafts=drafts)


def proceed(turn: Turn, sheet: Sheet) -> list[Reply]:
    """Ask what is still missing, weigh, and book all drafts of the sheet together."""
    if not turn.places:
        return [Reply(text=turn.say("not-a-member"))]
    sheet = _in_standing_groups(turn, sheet)
    sheet = together(replace(sheet, drafts=tuple(in_only_group(turn, sheet, draft) for draft in sheet.drafts)))
    if not all(is_allowed(turn, sheet, draft) for draft in sheet.drafts):
        turn.settle()
        return [Reply(text=turn.say("not-for-them"))]
    missing = _ask_missing(turn, sheet)
    if missing is not None:
        return [missing]
    told = with_helpers(turn, sheet)
    sheet = without_doubtful(turn, told)
    if not sheet.drafts:
        turn.settle()
        return klus_booked.without_hours(turn, replace(sheet, drafts=told.drafts))
    sheet = others_alone.with_writer(turn, sheet, room_of(turn, sheet, 0))
    before = None if sheet.others_only else told_before(turn, sheet, room_of(turn, sheet, 0))
    if before is not None:
        return before
    works = [work_of_draft(draft) for draft in sheet.drafts]
    statuses = []
    for index, work in enumerate(works):
        verdict = weigh(turn, sheet, works, index)
        if turn.in_group_chat and not limits.is_ordinary(verdict):
            # What somebody's day or week comes to is not for the others to read.
            return in_private(turn, lambda private: proceed(private, sheet))
        if isinstance(verdict, limits.Refuse):
            return [ask_amount(turn, without_amount(sheet, index), "day-full", minutes=verdict.minutes, index=index)]
        if isinstance(verdict, limits.AskFirst) and verdict.doubt == "future":
            return [ask_day(turn, sheet.with_draft(index, date=None), "ask-future", index=index)]
        if isinstance(verdict, limits.AskFirst):
            return [ask_sure(turn, sheet, work, verdict, index)]
        statuses.append(verdict)
    turn.settle()
    rooms = [room_of(turn, sheet, index) for index in range(len(works))]
    if sheet.others_only:
        return others_alone.begin(turn, sheet, rooms[0])
    return begin(turn, sheet, book(turn, sheet, works, statuses, rooms))


def _in_standing_groups(turn: Turn, sheet: Sheet) -> Sheet:
    """While a question was open a group may have been merged into another, or closed: then it is asked again."""
    for index, draft in enumerate(sheet.drafts):
        if draft.group is None or int(draft.group) in turn.group_rooms:
            continue
        group = survivor(turn.session, int(draft.group))
        if group.closed_at is not None:
            sheet = replace(sheet.with_draft(index, group=None), group_asked=False)
        else:
            sheet = sheet.with_draft(index, group=str(group.id))
    return sheet


def telling_let_go(turn: Turn, act: Callable[[], list[Reply]]) -> list[Reply]:
    """Do something else than what was asked about; where that was hours, tell that they are not noted."""
    if turn.question is None or _UNBOOKED.isdisjoint(turn.question.state):
        return act()
    first, *rest = act()
    return [replace(first, text=f"{turn.say('let-go')}\n{first.text}"), *rest]


def without_amount(sheet: Sheet, index: int) -> Sheet:
    """The sheet with this amount to be asked again."""
    return sheet.with_draft(index, minutes=None, starts=None, ends=None)


def _ask_missing(turn: Turn, sheet: Sheet) -> Reply | None:
    for index, draft in enumerate(sheet.drafts):
        rooms = rooms_for(turn, sheet, draft)
        asks_group = (sheet.step_by_step or sheet.others_only) and not sheet.group_asked
        if draft.group is None and (asks_group or not rooms):
            return ask_group(turn, sheet, groups_of_draft(turn, sheet, draft), needed=not rooms, index=index)
        if draft.group is None and len(rooms) > 1 and sheet.room_id not in rooms:
            return ask_room(turn, sheet, rooms, index)
        if draft.minutes is None:
            return ask_amount(turn, sheet, "ask-minutes", index=index)
        if draft.date is None:
            return ask_day(turn, sheet, "ask-which_day", index=index)
    return None
