"""The answers to questions about hours, pressed or typed.

A typed message is an answer when it tells what was asked and contradicts nothing that is known: anything else is a
message of its own, and what was being asked about is let go.
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from handlers.hours.hours_questions import HEADS, ask_amount, ask_day, last_entry
from handlers.hours.log_hours import ask_reason, proceed, without_amount
from handlers.hours.sheet import Sheet, sheet_from_json
from handlers.members.adding_people import add_for
from handlers.messages import Reply
from handlers.participants import attendance
from handlers.participants.attendance_sheet import Sheet as AttendanceSheet
from handlers.questions import left_as_it_was, read_answer
from handlers.rights import coordinated, in_charge_of, led_groups
from handlers.turn import Turn
from handlers.vocabulary import bare_hours, named_days, understood
from language.understand.meaning import Draft, Meaning, Reason, Understanding

NO_AMOUNT = (Reason.START, Reason.END, Reason.VAGUE, Reason.TOO_LONG, Reason.NOT_POSITIVE)
SURE = "sure:"


def answer(turn: Turn) -> list[Reply] | None:
    """Take the answer to a question about hours; None when what was said is no answer to it."""
    state = turn.question_state
    sheet, missing, index = sheet_from_json(state["sheet"]), state["missing"], state["index"]
    value = read_answer(turn).value
    if value is None:
        meant = understood(turn)
        value = _said_value(turn, meant, missing)
        if value is None:
            return typed(turn, meant, sheet, missing, index)
    return _chosen(turn, sheet, missing, index, value)


def _chosen(turn: Turn, sheet: Sheet, missing: str, index: int, value: str) -> list[Reply]:
    if missing.startswith(SURE):
        return _answer_sure(turn, sheet, missing.removeprefix(SURE), index, value)
    match missing:
        case "reading" if value == "other":
            return [ask_amount(turn, replace(sheet, readings=()), "ask-minutes")]
        case "reading" if value == HEADS:
            return _take_as_heads(turn, sheet)
        case "reading":
            return proceed(turn, replace(sheet, drafts=sheet.readings[int(value)], readings=()))
        case "room":
            return proceed(turn, replace(sheet, room_id=int(value)))
        case "who":
            return _answer_who(turn, sheet, value)
        case "group":
            return _answer_group(turn, sheet, index, value)
        case "minutes":
            return proceed(turn, sheet.with_draft(index, minutes=int(value)))
        case _:
            return proceed(turn, _on_day(turn, sheet, index, date.fromisoformat(value)))


def _take_as_heads(turn: Turn, sheet: Sheet) -> list[Reply]:
    draft = sheet.drafts[0]
    group_id = None if draft.group is None else int(draft.group)
    return attendance.proceed(turn, AttendanceSheet(group_id=group_id, date=draft.date, heads=sheet.heads))


def _on_day(turn: Turn, sheet: Sheet, index: int, day: date) -> Sheet:
    """Who picks a day from long ago when asked for one need not be asked again whether they are sure."""
    dated = sheet.with_draft(index, date=day)
    if day < turn.today - timedelta(days=turn.room_settings.ask_after_days):
        return replace(dated, sure=(*dated.sure, f"long_ago:{index}"))
    return dated


def _answer_sure(turn: Turn, sheet: Sheet, doubt: str, index: int, value: str) -> list[Reply]:
    if value == "yes":
        return proceed(turn, replace(sheet, sure=(*sheet.sure, f"{doubt}:{index}")))
    if doubt == "day_total":
        return [ask_amount(turn, without_amount(sheet, index), "ask-minutes", index=index)]
    if doubt == "long_ago":
        return [ask_day(turn, sheet.with_draft(index, date=None), "ask-which_day", index=index)]
    return left_as_it_was(turn)


def _answer_who(turn: Turn, sheet: Sheet, value: str) -> list[Reply]:
    if value == "other" and (coordinated(turn) or led_groups(turn)):
        return add_for(turn, sheet)
    if value == "other" or (value != "me" and int(value) not in in_charge_of(turn)):
        turn.settle()
        return [Reply(text=turn.say("others-log-themselves"))]
    person = None if value == "me" else int(value)
    return proceed(turn, replace(sheet, drafts=tuple(replace(draft, person=person) for draft in sheet.drafts)))


def _answer_group(turn: Turn, sheet: Sheet, index: int, value: str) -> list[Reply]:
    last = last_entry(turn)
    if value == "same" and last is not None:
        group = None if last.group_id is None else str(last.group_id)
        sheet = sheet.with_draft(index, group=group, minutes=last.minutes)
    elif value != "none":
        sheet = sheet.with_draft(index, group=value)
    return proceed(turn, replace(sheet, group_asked=True))


def _said_value(turn: Turn, meant: Understanding, missing: str) -> str | None:
    """ "ja" and "nee" where they choose an option: to "Klopt dat?", and to the one day that was guessed."""
    if missing.startswith(SURE):
        return {Meaning.CONFIRM: "yes", Meaning.DENY: "no"}.get(meant.meaning)
    likely = turn.question_state["options"][0][0] if turn.question_state["options"] else ""
    if missing == "date" and meant.meaning is Meaning.CONFIRM and likely != turn.today.isoformat():
        return str(likely)
    return None


def typed(turn: Turn, meant: Understanding, sheet: Sheet, missing: str, index: int) -> list[Reply] | None:
    """Take words for what is missing of a draft; None when they are about something else."""
    if meant.meaning is Meaning.DENY:
        turn.settle()
        return [Reply(text=turn.say("nothing-logged"))]
    if missing == "sure:day_total" and meant.change is not None and meant.change.minutes is not None:
        return proceed(turn, sheet.with_draft(index, minutes=meant.change.minutes, starts=None, ends=None))
    if missing in ("reading", "room", "who") or missing.startswith(SURE):
        return None
    if missing == "minutes" and (bare := bare_hours(meant)) is not None:
        return proceed(turn, sheet.with_draft(index, minutes=bare, starts=None, ends=None))
    if missing == "date" and len(days := named_days(meant)) == 1 and _is_day_alone(meant):
        return proceed(turn, _on_day(turn, sheet, index, days[0])) if days[0] <= turn.today else [turn.ask_again()]
    if missing == "minutes" and meant.ask is not None and meant.ask.reason in NO_AMOUNT:
        return ask_reason(turn, sheet, meant.ask.reason)
    if meant.meaning not in (Meaning.LOG, Meaning.ASK) or len(meant.drafts) != 1:
        return None
    if meant.ask is not None and meant.ask.reason is not Reason.MINUTES:
        return None
    known = _known_from(meant, sheet.drafts[index], missing)
    if known is None:
        return None
    filled = sheet.with_draft(index, **known)
    return proceed(turn, replace(filled, group_asked=True) if missing == "group" else filled)


def _is_day_alone(meant: Understanding) -> bool:
    return {part.kind for part in meant.parts} <= {"date", "number", "meaning"}


def _known_from(meant: Understanding, draft: Draft, missing: str) -> dict[str, Any] | None:
    """What the message tells of the draft; None where it tells nothing of it, or something else."""
    said, days = meant.drafts[0], named_days(meant)
    told: dict[str, Any] = {"minutes": said.minutes, "group": said.group, "person": said.person}
    told["date"] = said.date if days else None
    known = {name: value for name, value in told.items() if value is not None}
    for name, value in known.items():
        if name != missing and getattr(draft, name) not in (None, value):
            return None
    if said.minutes is not None:
        known |= {"starts": said.starts, "ends": said.ends}
    return known or None
