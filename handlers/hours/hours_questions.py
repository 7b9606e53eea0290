"""The questions about hours: what is missing, what can be read in two ways, what seems too much."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from handlers.hours.entry_words import doubt_words, group_label
from handlers.hours.limits import AskFirst
from handlers.hours.sheet import Sheet
from handlers.messages import Reply
from handlers.rights import in_charge_of
from handlers.turn import Option, Turn
from language.understand.meaning import Draft, Reason
from storage import entries
from storage.entries import Work
from storage.tables import EntryVersion, Group

QUESTION = "hours"
AMOUNTS = (30, 60, 90, 120, 150, 180, 240, 300)
DAYS_BACK = 14
MOST_READINGS = 8
HEADS = "heads"
"""The reading by which a bare number is no amount, but people who took part."""


def _ask(turn: Turn, sheet: Sheet, missing: str, text: str, options: list[Option], index: int = 0) -> Reply:
    return turn.ask(QUESTION, text, options, missing=missing, index=index, sheet=sheet.to_json())


def ask_group(turn: Turn, sheet: Sheet, groups: Sequence[Group], *, needed: bool, index: int) -> Reply:
    """For which group; what they did last time is the first choice. ``needed``: it cannot do without."""
    options = [(str(group.id), group_label(group)) for group in groups]
    if needed:
        return _ask(turn, sheet, "group", turn.say("ask-group"), options, index)
    options.append(("none", turn.label("button-no-group")))
    last = last_entry(turn)
    if last is None or index or sheet.others_only:
        return _ask(turn, sheet, "group", turn.say("ask-group"), options, index)
    text = turn.say("ask-group-or-same", last=_last_words(turn, last))
    return _ask(turn, sheet, "group", text, [("same", turn.label("button-same-again")), *options], index)


def last_entry(turn: Turn) -> EntryVersion | None:
    """The writer's newest entry."""
    last = entries.last_entries(turn.session, turn.person.id, 1)
    return last[0] if last else None


def _last_words(turn: Turn, last: EntryVersion) -> str:
    groups = {group.id: group.name for group in turn.groups}
    amount = turn.voice.duration(last.minutes)
    return f"{amount} {groups[last.group_id]}" if last.group_id in groups else amount


def ask_amount(turn: Turn, sheet: Sheet, key: str, minutes: int = 0, index: int = 0) -> Reply:
    """How much time; ``key`` words why it is asked, ``minutes`` is an amount named in it."""
    text = turn.say(key, amount=turn.voice.duration(minutes)) if minutes else turn.say(key)
    return _ask(turn, sheet, "minutes", text, amount_options(turn), index)


def amount_options(turn: Turn) -> list[Option]:
    """The amounts to choose from; any other can be typed."""
    return [(str(amount), turn.voice.short_duration(amount)) for amount in AMOUNTS]


def day_options(turn: Turn, likely: Sequence[date] = ()) -> list[Option]:
    """The days to choose from, likely ones first; any other can be typed."""
    days = [turn.today - timedelta(days=back) for back in range(DAYS_BACK)]
    named = {days[0]: turn.label("button-today"), days[1]: turn.label("button-yesterday")}
    every = [*likely, *(day for day in days if day not in likely)]
    return [(on.isoformat(), named.get(on) or day_label(turn, on)) for on in every]


def day_label(turn: Turn, on: date) -> str:
    """A day on a button, with the year where it is not this one."""
    if on.year == turn.today.year:
        return turn.voice.day(on)
    return turn.label("date-plain", day=str(on.day), month=turn.label(f"month-{on.month}"), year=str(on.year))


def ask_day(turn: Turn, sheet: Sheet, key: str, index: int = 0, likely: Sequence[date] = ()) -> Reply:
    """On which day; ``key`` words why it is asked."""
    return _ask(turn, sheet, "date", turn.say(key), day_options(turn, likely), index)


def ask_who(turn: Turn, sheet: Sheet, likely: Mapping[int, str] | None = None) -> Reply:
    """Whose hours: of all whom the writer may log for, or of those who are ``likely``, by their ids."""
    known = in_charge_of(turn) if likely is None else likely
    others = [(str(key), name) for key, name in sorted(known.items(), key=lambda p: p[1])]
    options = [("me", turn.label("button-for-me")), *others, ("other", turn.label("button-for-other"))]
    return _ask(turn, sheet, "who", turn.say("ask-who"), options)


def ask_sure(turn: Turn, sheet: Sheet, work: Work, verdict: AskFirst, index: int) -> Reply:
    """Whether it is really meant, when the books hold something that makes one wonder."""
    yes, no = ("button-again", "button-same-one") if verdict.doubt == "same" else ("button-yes", "button-no")
    text = doubt_words(turn.session, turn.voice, work, verdict)
    options = [("yes", turn.label(yes)), ("no", turn.label(no))]
    return _ask(turn, sheet, f"sure:{verdict.doubt}", text, options, index)


def _reading_label(turn: Turn, reading: tuple[Draft, ...]) -> str:
    amounts = [turn.voice.short_duration(draft.minutes or 0) for draft in reading]
    if len(reading) > 1 and len(set(amounts)) == 1:
        return turn.label("button-each", amount=amounts[0])
    if len(reading) > 1:
        return " + ".join(amounts)
    return amounts[0]


def ask_reading(turn: Turn, sheet: Sheet, reason: Reason) -> Reply:
    """Which of the sheet's readings is meant."""
    options = [(str(i), _reading_label(turn, reading)) for i, reading in enumerate(sheet.readings[:MOST_READINGS])]
    if sheet.heads is not None:
        options.append((HEADS, turn.label("button-heads", heads=sheet.heads)))
    options.append(("other", turn.label("button-something-else")))
    return _ask(turn, sheet, "reading", turn.say(f"ask-{reason}"), options)


def ask_room(turn: Turn, sheet: Sheet, room_ids: Sequence[int], index: int) -> Reply:
    """In which of these rooms of the writer's."""
    rooms = [(str(place.room.id), place.room.name) for place in turn.places if place.room.id in room_ids]
    return _ask(turn, sheet, "room", turn.say("ask-room"), rooms, index)
