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

from dataclasses import replace
from datetime import timedelta
from typing import Any

from handlers import limits
from handlers.booking import book
from handlers.hours_questions import (
    ask_amount,
    ask_day,
    ask_group,
    ask_reading,
    ask_room,
    ask_sure,
    ask_who,
    last_entry,
)
from handlers.messages import Reply
from handlers.questions import read_answer
from handlers.sheet import Sheet, sheet_from_json, work_of_draft
from handlers.turn import Turn
from handlers.vocabulary import bare_hours, people_in_charge_of, understood
from language.understand.meaning import Draft, Meaning, Reason, Understanding
from storage import entries
from storage.entries import Status, Work
from storage.rooms import settings_of

SMALL_HOURS = 5
_ABOUT_AMOUNT = (Reason.START, Reason.END, Reason.VAGUE, Reason.TOO_LONG, Reason.NOT_POSITIVE)
_ABOUT_DAY = (Reason.WHICH_DAY, Reason.IMPOSSIBLE_DATE, Reason.FUTURE, Reason.LONG_AGO)


def log(turn: Turn, meant: Understanding) -> list[Reply]:
    """Book what the message says, or ask what it leaves open."""
    sheet = Sheet(drafts=meant.drafts or (Draft(),), unknown=meant.unknown)
    if meant.ask is None:
        return proceed(turn, sheet)
    return _ask_reason(turn, sheet, meant.ask.reason, meant.ask.choices)


def start_with_buttons(turn: Turn) -> list[Reply]:
    """``/uren``: the same as before first, else the group, the amount and the day."""
    return proceed(turn, Sheet(drafts=(Draft(),), step_by_step=True))


def _ask_reason(turn: Turn, sheet: Sheet, reason: Reason, readings: tuple[tuple[Draft, ...], ...]) -> list[Reply]:
    if reason in _ABOUT_DAY:
        meant = [reading[0].date for reading in readings if reading[0].date is not None]
        return [ask_day(turn, sheet, f"ask-{reason}", likely=meant)]
    if reason is Reason.WHO:
        return [ask_who(turn, sheet)]
    sheet = _of_today(turn, sheet)
    if readings:
        return [ask_reading(turn, replace(sheet, readings=readings), reason)]
    return [ask_amount(turn, sheet, f"ask-{reason}")]


def _of_today(turn: Turn, sheet: Sheet) -> Sheet:
    """Who names no day means today; except in the small hours, when it may be the evening before."""
    if turn.local_time.hour < SMALL_HOURS:
        return sheet
    drafts = tuple(draft if draft.date else replace(draft, date=turn.today) for draft in sheet.drafts)
    return replace(sheet, drafts=drafts)


def proceed(turn: Turn, sheet: Sheet) -> list[Reply]:
    """Ask what is still missing, weigh, and book all drafts of the sheet together."""
    if not turn.places:
        return [Reply(text=turn.say("not-a-member"))]
    missing = _ask_missing(turn, sheet)
    if missing is not None:
        return [missing]
    works = [work_of_draft(draft) for draft in sheet.drafts]
    statuses = []
    for index, work in enumerate(works):
        verdict = _weigh(turn, sheet, works, index)
        if isinstance(verdict, limits.Refuse):
            return [ask_amount(turn, _without_amount(sheet, index), "day-full", minutes=verdict.minutes, index=index)]
        if isinstance(verdict, limits.AskFirst):
            return [ask_sure(turn, sheet, work, verdict)]
        statuses.append(verdict)
    turn.settle()
    return book(turn, sheet, works, statuses)


def _weigh(turn: Turn, sheet: Sheet, works: list[Work], index: int) -> limits.Fine | limits.AskFirst | limits.Refuse:
    work, person_id = works[index], sheet.drafts[index].person or turn.person.id
    known = entries.entries_of(
        turn.session,
        person_id,
        work.date - timedelta(days=7),
        work.date + timedelta(days=7),
        (Status.BOOKED, Status.WAITING),
    )
    beside = [
        limits.Booked(work=other, at=turn.now - limits.SAME_AGAIN * 2)
        for place, other in enumerate(works[:index])
        if (sheet.drafts[place].person or turn.person.id) == person_id
    ]
    place = turn.place_in(room_of(turn, sheet, index)) or turn.places[0]
    verdict = limits.weigh(
        work, [*limits.booked(known), *beside], turn.today, turn.now, settings_of(place.room), sheet.sure
    )
    # A coordinator is the one for whom it would wait.
    return limits.Fine() if isinstance(verdict, limits.Fine) and place.member.is_coordinator else verdict


def room_of(turn: Turn, sheet: Sheet, index: int) -> int:
    """The room that the draft's group belongs to, or else the one that was chosen, or the only one."""
    group = sheet.drafts[index].group
    found = next((g.room_id for g in turn.groups if str(g.id) == group), None)
    return found or sheet.room_id or turn.places[0].room.id


def _without_amount(sheet: Sheet, index: int) -> Sheet:
    return sheet.with_draft(index, minutes=None, starts=None, ends=None)


def _ask_missing(turn: Turn, sheet: Sheet) -> Reply | None:
    for index, draft in enumerate(sheet.drafts):
        if sheet.step_by_step and draft.group is None and not sheet.group_asked:
            return ask_group(turn, sheet)
        if draft.group is None and sheet.room_id is None and len(turn.places) > 1:
            return ask_room(turn, sheet, index)
        if draft.minutes is None:
            return ask_amount(turn, sheet, "ask-minutes", index=index)
        if draft.date is None:
            return ask_day(turn, sheet, "ask-which_day", index=index)
    return None


def answer(turn: Turn) -> list[Reply] | None:
    """Take the answer to a question about hours; None when what was said is no answer to it."""
    if turn.question is None:
        return None
    state = turn.question.state
    sheet, missing, index = sheet_from_json(state["sheet"]), state["missing"], state["index"]
    given = read_answer(turn)
    if given.value is None:
        return _typed(turn, sheet, missing, index)
    if missing.startswith("sure:"):
        return _answer_sure(turn, sheet, missing.removeprefix("sure:"), given.value)
    if missing == "reading" and given.value == "other":
        return [ask_amount(turn, replace(sheet, readings=()), "ask-minutes")]
    if missing == "reading":
        chosen = sheet.readings[int(given.value)]
        return proceed(turn, replace(sheet, drafts=chosen, readings=()))
    if missing == "room":
        return proceed(turn, replace(sheet, room_id=int(given.value)))
    if missing == "who":
        return _answer_who(turn, sheet, given.value)
    if missing == "group":
        return _answer_group(turn, sheet, given.value)
    known = int(given.value) if missing == "minutes" else turn.today.fromisoformat(given.value)
    return proceed(turn, sheet.with_draft(index, **{missing: known}))


def _answer_sure(turn: Turn, sheet: Sheet, doubt: str, value: str) -> list[Reply]:
    if value == "yes":
        return proceed(turn, replace(sheet, sure=(*sheet.sure, doubt)))
    if doubt == "day_total":
        return [ask_amount(turn, _without_amount(sheet, 0), "ask-minutes")]
    if doubt == "long_ago":
        return [ask_day(turn, sheet.with_draft(0, date=None), "ask-which_day")]
    turn.settle()
    return [Reply(text=turn.say("left-as-it-was"))]


def _answer_who(turn: Turn, sheet: Sheet, value: str) -> list[Reply]:
    if value == "other" or (value != "me" and int(value) not in people_in_charge_of(turn)):
        turn.settle()
        return [Reply(text=turn.say("others-log-themselves"))]
    person = None if value == "me" else int(value)
    return proceed(turn, replace(sheet, drafts=tuple(replace(draft, person=person) for draft in sheet.drafts)))


def _answer_group(turn: Turn, sheet: Sheet, value: str) -> list[Reply]:
    last = last_entry(turn)
    if value == "same" and last is not None:
        group = None if last.group_id is None else str(last.group_id)
        sheet = sheet.with_draft(0, group=group, minutes=last.minutes)
    elif value != "none":
        sheet = sheet.with_draft(0, group=value)
    return proceed(turn, replace(sheet, group_asked=True))


def _typed(turn: Turn, sheet: Sheet, missing: str, index: int) -> list[Reply] | None:
    meant = understood(turn)
    if meant.meaning in (Meaning.CONFIRM, Meaning.DENY):
        if missing.startswith("sure:"):
            value = "yes" if meant.meaning is Meaning.CONFIRM else "no"
            return _answer_sure(turn, sheet, missing.removeprefix("sure:"), value)
        if meant.meaning is Meaning.DENY:
            turn.settle()
            return [Reply(text=turn.say("nothing-logged"))]
        return None
    bare = bare_hours(meant) if missing == "minutes" else None
    if bare is not None:
        return proceed(turn, sheet.with_draft(index, minutes=bare, starts=None, ends=None))
    if missing in ("reading", "room", "who") or len(meant.drafts) != 1:
        return None
    if missing == "minutes" and meant.ask is not None and meant.ask.reason in _ABOUT_AMOUNT:
        return _ask_reason(turn, sheet, meant.ask.reason, ())
    known = _known_from(meant, sheet.drafts[index])
    if known is None:
        return None
    filled = sheet.with_draft(index, **known)
    if missing == "group":
        filled = replace(filled, group_asked=True)
    if meant.ask is not None and meant.ask.reason not in (Reason.MINUTES, Reason.WHICH_DAY, Reason.WHICH_AMOUNT):
        return _ask_reason(turn, filled, meant.ask.reason, ())
    return proceed(turn, filled)


def _known_from(meant: Understanding, draft: Draft) -> dict[str, Any] | None:
    said = meant.drafts[0]
    known: dict[str, Any] = {}
    if said.minutes is not None:
        known |= {"minutes": said.minutes, "starts": said.starts, "ends": said.ends}
    if said.group is not None:
        if draft.group not in (None, said.group):
            return None
        known["group"] = said.group
    if said.date is not None and _names_a_day(meant):
        known["date"] = said.date
    return known or None


def _names_a_day(meant: Understanding) -> bool:
    return any(part.kind == "date" for part in meant.parts)
