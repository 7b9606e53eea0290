"""The answers to questions about an attendance, pressed or typed."""

from dataclasses import replace
from datetime import date

from handlers.messages import Reply
from handlers.participants.attendance import proceed
from handlers.participants.attendance_names import OTHER, RUNNER, meant_by, with_named, without_runner
from handlers.participants.attendance_questions import ANOTHER, UNKNOWN, ask_day, ask_heads
from handlers.participants.attendance_sheet import Sheet, improved, sheet_from_json, sheet_of
from handlers.participants.participant_matching import fold
from handlers.participants.participant_names import given_name
from handlers.questions import left_as_it_was, read_answer
from handlers.turn import Turn
from handlers.vocabulary import named_days, understood
from language.understand.meaning import Meaning, Understanding
from storage import attendances, participants
from storage.tables import Participant

YES_OR_NO = ("many", "none", "long_ago", "guests")
NONE_AT_ALL = ("geen", "niemand", "nul", "none", "nobody", "zero")


def answer(turn: Turn) -> list[Reply] | None:
    """Take the answer to a question about an attendance; None when what was said is no answer to it."""
    sheet, missing = sheet_from_json(turn.question_state["turnout"]), turn.question_state["missing"]
    value = read_answer(turn).value
    if value is None:
        meant = understood(turn)
        if meant.meaning is Meaning.DENY and missing not in YES_OR_NO:
            return left(turn, sheet)
        heads = bare_number(turn, meant) if missing in ("many", "none") else None
        if heads is not None:
            return proceed(turn, replace(sheet, heads=heads))
        value = _typed(turn, meant, missing)
    if value is None:
        return None
    return _chosen(turn, sheet, missing, value)


def left(turn: Turn, sheet: Sheet) -> list[Reply]:
    """The writer does not want to answer: what is booked stays as it is."""
    turn.settle()
    return [Reply(text=turn.say("nothing-logged" if sheet.attendance_id is None else "left-as-it-was"))]


def _chosen(turn: Turn, sheet: Sheet, missing: str, value: str) -> list[Reply]:
    match missing:
        case "group":
            return proceed(turn, replace(sheet, group_id=int(value)))
        case "date":
            chosen = date.fromisoformat(value)
            return proceed(turn, replace(sheet, date=chosen, sure=(*sheet.sure, "long_ago")))
        case "heads":
            return proceed(turn, replace(sheet, heads=int(value)))
        case "new" if value == UNKNOWN:
            return left(turn, sheet) if sheet.asks_new else proceed(turn, sheet)
        case "new":
            return proceed(turn, replace(sheet, new=int(value), asks_new=False))
        case "second":
            return _second(turn, sheet, value)
        case "guests" if value == "no":
            return left_as_it_was(turn)
        case "guests":
            return proceed(turn, sheet)
        case "many" | "none" if value == "no":
            return [ask_heads(turn, replace(sheet, heads=None))]
        case "long_ago" if value == "no":
            return [ask_day(turn, replace(sheet, date=None), "ask-which_day")]
        case _:
            return proceed(turn, replace(sheet, sure=(*sheet.sure, missing)))


def _second(turn: Turn, sheet: Sheet, value: str) -> list[Reply]:
    if value == ANOTHER:
        return proceed(turn, replace(sheet, is_another=True))
    standing = None if value == "no" else attendances.current(turn.session, int(value))
    if standing is None or standing.is_withdrawn:
        return left(turn, sheet)
    return proceed(turn, improved(sheet_of(turn.session, standing, "improved"), sheet))


def _typed(turn: Turn, meant: Understanding, missing: str) -> str | None:
    """The value that a typed answer stands for; None for what is a message of its own."""
    if missing in YES_OR_NO:
        return {Meaning.CONFIRM: "yes", Meaning.DENY: "no"}.get(meant.meaning)
    if missing == "group":
        return _group(meant)
    if missing == "date":
        days = named_days(meant)
        return days[0].isoformat() if len(days) == 1 and days[0] <= turn.today else None
    if missing in ("heads", "new"):
        number = _told(meant, missing)
        number = bare_number(turn, meant) if number is None else number
        return None if number is None else str(number)
    return _second_or_better(turn) if missing == "second" else None


def _told(meant: Understanding, missing: str) -> int | None:
    """The number in "niemand was nieuw", or "er waren 12 mensen", where that was asked and nothing else is told."""
    told = meant.attendance
    if told is None or told.names or told.group or told.activity or (told.heads is None) == (told.new is None):
        return None
    return told.heads if missing == "heads" else told.new


def _second_or_better(turn: Turn) -> str | None:
    """ "het was een verbetering", "de tweede keer": the answer in words of one's own."""
    said = turn.incoming.text.casefold()
    if any(word in said for word in ("tweede", "nog een", "again", "second", "once more")):
        return ANOTHER
    better = [value for value, _ in turn.question_state["options"] if value not in (ANOTHER, "no")]
    is_better = any(word in said for word in ("verbeter", "beter", "plaats", "instead", "better", "horen", "belong"))
    return better[0] if is_better and len(better) == 1 else None


def _group(meant: Understanding) -> str | None:
    if {part.kind for part in meant.parts} - {"activity", "meaning"}:
        return None
    return meant.drafts[0].group if len(meant.drafts) == 1 else None


def bare_number(turn: Turn, meant: Understanding) -> int | None:
    """The one number that an answer to "Hoeveel?" tells; None where it tells of hours, a group, or several numbers."""
    if turn.incoming.text.strip(" .!").casefold() in NONE_AT_ALL:
        return 0
    text = turn.incoming.text
    parts = [part for part in meant.parts if part.kind == "number"]
    # "Een stuk of 12": beside figures a word is no number.
    parts = [part for part in parts if any(map(str.isdigit, text[part.start : part.end]))] or parts
    numbers = [int(part.value["number"]) for part in parts]
    told = {part.kind for part in meant.parts}
    is_bare = told.isdisjoint(("duration", "range", "clock", "date", "activity"))
    return numbers[0] if len(numbers) == 1 and numbers[0] >= 0 and is_bare else None


def answer_who(turn: Turn) -> list[Reply] | None:
    """Whom a name means."""
    kept = sheet_from_json(turn.question_state["turnout"])
    version = None if kept.attendance_id is None else attendances.current(turn.session, kept.attendance_id)
    if version is None or version.is_withdrawn:
        turn.settle()
        return [Reply(text=turn.say("button-done"))] if read_answer(turn).value is not None else None
    sheet = replace(
        sheet_of(turn.session, version, "named"),
        names=kept.names,
        names_later=kept.names_later,
        asks_new=kept.asks_new,
    )
    told = whom(turn, sheet)
    return None if told is None else proceed(turn, told)


def whom(turn: Turn, sheet: Sheet) -> Sheet | None:
    """The sheet with the name that was asked about in its place; None when what was said is no answer."""
    name, *rest = sheet.names
    value = read_answer(turn).value or _typed_who(turn)
    if value is None:
        return None
    sheet = replace(sheet, names=tuple(rest))
    if value == "skip":
        return sheet
    if value == RUNNER:
        return without_runner(sheet, name)
    if value == OTHER:
        return replace(sheet, newcomers=(*sheet.newcomers, name))
    known = None if sheet.room_id is None else participants.participant_of(turn.session, sheet.room_id, int(value))
    if known is None:
        return None
    if not meant_by(turn, sheet, name).match.is_slip:
        _also_called(turn, known, name)
    return with_named(sheet, known.id)


def _also_called(turn: Turn, known: Participant, name: str) -> None:
    """Who is asked about "Fatima" once and is Fatima B. need not be asked about again: it is one more name of hers."""
    names = {fold(one.name) for one in participants.known_names(turn.session, known.room_id)}
    if fold(name) not in names:
        participants.add_participant(turn.session, known.room_id, name, turn.evidence, also_known_as=known.id)


def _typed_who(turn: Turn) -> str | None:
    options = turn.question_state["options"]
    meaning = understood(turn).meaning
    if meaning is Meaning.CONFIRM and len(options) == 2:
        return str(options[0][0])
    if meaning is Meaning.DENY:
        said = turn.incoming.text.strip(" .!").casefold()
        return OTHER if said in ("nee", "no", "nope", "neen") else "skip"
    name = given_name(turn.incoming.text)
    return None if name is None else next((value for value, label in options if fold(label) == fold(name.name)), None)
