"""The questions about an attendance: what is missing, what cannot be, what may be there already."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from handlers.hours.entry_words import group_label
from handlers.hours.hours_questions import day_options
from handlers.messages import Button, Reply
from handlers.participants.attendance_rights import groups_to_report, may_change
from handlers.participants.attendance_sheet import Sheet, turnout_from
from handlers.participants.attendance_words import place_words
from handlers.rights import is_coordinator_of, led_groups
from handlers.turn import Option, Turn
from language.understand.meaning import Draft, Reason, Understanding
from storage import attendance_names, attendances
from storage.tables import AttendanceVersion, Group

QUESTION = "attendance"
USUAL_HEADS = (4, 6, 8, 10, 12, 15, 20, 25, 30)
NEAR = (-4, -3, -2, -1, 1, 2, 3, 4)
MOST_NEW_SHOWN = 8
UNKNOWN = "unknown"
ANOTHER = "another"


def _ask(turn: Turn, sheet: Sheet, missing: str, text: str, options: Sequence[Option]) -> Reply:
    # What is told and not in the books yet is kept as a report: who goes on to something else hears that it is let go.
    unbooked: dict[str, Any] = {"report": True} if sheet.attendance_id is None else {}
    return turn.ask(QUESTION, text, options, missing=missing, turnout=sheet.to_json(), **unbooked)


def ask_group(turn: Turn, sheet: Sheet) -> Reply:
    """At which group it was; of those that do the kind of work that was told, where several do."""
    groups = groups_to_report(turn)
    if sheet.attendance_id is not None:
        groups = [group for group in groups if group.room_id == sheet.room_id]
    fitting = [group for group in groups if sheet.activity is not None and group.activity == sheet.activity]
    options = [(str(group.id), group_label(group)) for group in fitting or groups]
    return _ask(turn, sheet, "group", turn.say("which-group"), options)


def ask_day(turn: Turn, sheet: Sheet, key: str) -> Reply:
    """On which day; ``key`` words why it is asked."""
    return _ask(turn, sheet, "date", turn.say(key), day_options(turn))


def ask_long_ago(turn: Turn, sheet: Sheet, day: date) -> Reply:
    """Whether a day from long ago is meant."""
    return _ask(turn, sheet, "long_ago", turn.say("sure-long_ago", day=turn.voice.day(day)), _yes_no(turn))


def ask_many(turn: Turn, sheet: Sheet) -> Reply:
    """Whether so many came."""
    return _ask(turn, sheet, "many", turn.say("attendance-many", heads=sheet.heads or 0), _yes_no(turn))


def ask_none(turn: Turn, sheet: Sheet) -> Reply:
    """Whether nobody came: that is said of other things as well."""
    place = place_words(turn.session, turn.voice, sheet.group_id, sheet.activity or "")
    return _ask(turn, sheet, "none", turn.say("attendance-none", place=place), _yes_no(turn))


def ask_guests(
    turn: Turn, room_id: int, group_id: int, on: date, guests: tuple[int, int | None], wrong: Button
) -> Reply | None:
    """Whether guests who were told of beside hours (how many, how many new) are to be noted; None where they are."""
    group = turn.session.get_one(Group, group_id)
    heads, new = guests
    sheet = Sheet(room_id=room_id, group_id=group_id, activity=group.activity or "", date=on, heads=heads, new=new)
    blank = turnout_from(replace(sheet, new=None))
    if any(version.heads == heads for version in attendances.standing_on(turn.session, room_id, blank)):
        return None
    place = turn.voice.at_group(group.name)
    text = turn.say("guests", heads=heads, place=place)
    if new is not None:
        text = turn.say("guests-new", heads=heads, place=place, new=new)
    options = [("yes", turn.label("button-note-guests", heads=heads)), ("no", turn.label("button-no"))]
    return turn.ask(QUESTION, text, options, also=(wrong,), missing="guests", turnout=sheet.to_json())


def bare_heads(turn: Turn, drafts: Sequence[Draft], meant: Understanding) -> int | None:
    """The bare number in "eettafel: 18", where it may be people: the writer leads the group, or it told of who came."""
    numbers = [int(part.value["number"]) for part in meant.parts if part.kind == "number"]
    is_bare = meant.ask is not None and meant.ask.reason is Reason.WHICH_AMOUNT
    if not is_bare or len(numbers) != 1 or numbers[0] <= 0 or len(drafts) != 1:
        return None
    group = next((group for group in groups_to_report(turn) if str(group.id) == drafts[0].group), None)
    if group is None:
        return None
    is_led = is_coordinator_of(turn, group.room_id) or group.id in {led.id for led in led_groups(turn)}
    return numbers[0] if is_led or attendances.has_any(turn.session, group.room_id, group.id) else None


def _yes_no(turn: Turn) -> list[Option]:
    return [("yes", turn.label("button-yes")), ("no", turn.label("button-no"))]


def ask_heads(turn: Turn, sheet: Sheet, key: str = "ask-heads") -> Reply:
    """How many came; ``key`` words why it is asked. Any number can be typed."""
    named = sheet.known_by_name
    near = USUAL_HEADS if sheet.heads is None else [sheet.heads + step for step in NEAR if sheet.heads + step > 0]
    likely = [heads for heads in (*([named] if named else []), *near) if heads >= named]
    options = [(str(heads), str(heads)) for heads in dict.fromkeys(likely)]
    return _ask(turn, sheet, "heads", turn.say(key, named=named), options)


def ask_new(turn: Turn, sheet: Sheet, key: str = "ask-new") -> Reply:
    """How many of them were new; ``key`` words why it is asked. Any number can be typed."""
    heads, known = sheet.heads or 0, known_earlier(turn, sheet)
    options = [(str(new), str(new)) for new in range(min(heads - known, MOST_NEW_SHOWN) + 1)]
    text = turn.say(key, heads=heads, known=known)
    return _ask(turn, sheet, "new", text, [*options, (UNKNOWN, turn.label("button-unknown"))])


def known_earlier(turn: Turn, sheet: Sheet) -> int:
    """How many of those who are named came to this kind of activity on an earlier day of the year: they are not new."""
    if sheet.room_id is None:
        return 0
    turnout = turnout_from(replace(sheet, new=None))
    return len(turnout.named & attendance_names.earlier_this_year(turn.session, sheet.room_id, turnout))


def ask_second(turn: Turn, sheet: Sheet, standing: Sequence[AttendanceVersion]) -> Reply:
    """Whether what stands already for this group and day was told better now, or it was held once more."""
    better = [version for version in standing if may_change(turn, version)]
    heads = turn.voice.listed([str(version.heads) for version in standing])
    another = (ANOTHER, turn.label("button-second-time" if len(standing) == 1 else "button-again"))
    if not better:
        options = [another, ("no", turn.label("button-no"))]
        return _ask(turn, sheet, "second", turn.say("attendance-again", heads=heads, count=len(standing)), options)
    if len(standing) > 1:
        options = [(str(one.attendance_id), turn.label("button-better-than", heads=one.heads)) for one in better]
        return _ask(turn, sheet, "second", turn.say("attendance-several", heads=heads), [*options, another])
    key, label = "attendance-second", "button-better"
    if sheet.heads is None:
        key, label = "attendance-second-names", "button-belong"
    options = [(str(better[0].attendance_id), turn.label(label)), another]
    return _ask(turn, sheet, "second", turn.say(key, heads=heads), options)
