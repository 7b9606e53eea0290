"""What a setting of the room is in words, and what somebody typed for it."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from handlers.hours.clock_times import said_time
from handlers.questions import read_yes
from handlers.turn import Turn
from handlers.vocabulary import understood
from language.say.voice import Voice
from storage.room_settings import bounds, contradiction
from storage.rooms import RoomSettings

SECTIONS: dict[str, tuple[str, ...]] = {
    "messages": (
        "weekly_total", "weekly_total_at", "digest", "digest_at", "reminder", "reminder_at", "reminder_after_days",
    ),
    "asking": ("habit_at", "shift_asked_at"),
    "quiet": ("quiet_from", "quiet_until", "quiet_until_sunday"),
    "limits": (
        "approve_all", "wait_day_hours", "wait_week_hours", "wait_after_days", "ask_day_hours", "ask_after_days",
        "most_day_hours",
    ),
    "groups": ("group_active_weeks", "klus_open_days", "corporations", "meeting_week", "meeting_weekday"),
}  # fmt: skip
"""What a coordinator sets. The zone, and the days behind the figures of the agreement, are the operator's."""
KINDS = {bool: "switch", time: "time", int: "number", str: "names"}
MOST_NAMES, LONGEST_NAME = 9, 40
HALF_DAY = 12
_SUNDAY, _MONDAY = date(2026, 1, 4), date(2026, 1, 5)
"""Two days like any other: the quiet hours are the same each week."""
_EXACT = re.compile(r"\d+[.:]\d+(?: ?uur)?")
_HOUR = re.compile(r"(?:om )?([01]?\d|2[0-3])(?: ?(?:uur|u))?")
_NUMBER = re.compile(r"(\d{1,4})(?: ?(?:uur|uren|dagen|dag|weken|week|hours?|days?|weeks?))?")


@dataclass(frozen=True, slots=True)
class Fault:
    """Why what was typed cannot be the value: the text that says so, with its numbers."""

    key: str
    least: int = 0
    most: int = 0


def kind_of(name: str) -> str:
    """How a setting is asked for: "switch", "time", "number" or "names"."""
    return KINDS[type(getattr(RoomSettings(), name))]


def value_words(voice: Voice, name: str, settings: RoomSettings) -> str:
    """The value of a setting in words: "18.00 uur", "aan", "14 dagen"."""
    value = getattr(settings, name)
    match kind_of(name):
        case "switch":
            return voice.label("setting-on" if value else "setting-off")
        case "time":
            return voice.clock(value)
        case "number":
            return voice.label(f"setting-{name.rpartition('_')[2]}", count=value)
        case _:
            return ", ".join(settings.corporation_names) or voice.label("setting-none")


def read_value(turn: Turn, name: str, now: RoomSettings) -> bool | time | int | str | Fault | None:
    """What was pressed or typed for a setting; None where the message is about something else."""
    text = turn.incoming.text.strip().casefold()
    match kind_of(name):
        case "switch":
            return read_yes(turn)
        case "time":
            hour = _HOUR.fullmatch(text)
            return time(int(hour[1])) if hour else _half_of_day(name, said_time(understood(turn), text), text, now)
        case "number":
            return _read_number(turn, name, text)
        case _:
            return _read_names(turn)


def _half_of_day(name: str, said: time | None, text: str, now: RoomSettings) -> time | None:
    """Of "half 6", which is in the morning and in the afternoon, the one that can be, and that is not at night."""
    if said is None or said.hour >= HALF_DAY or _EXACT.fullmatch(text):
        return said
    later = said.replace(hour=said.hour + HALF_DAY)
    likely = [
        at
        for at in (said, later)
        if contradiction(changed := now.model_copy(update={name: at})) is None and not waits(name, changed)
    ]
    return likely[0] if likely else said


def waits(name: str, now: RoomSettings) -> bool:
    """Whether what is sent at the time that a setting names lies in the quiet hours, and so goes later."""
    if kind_of(name) != "time" or name in SECTIONS["quiet"]:
        return False
    day = _SUNDAY if name == "weekly_total_at" else _MONDAY
    return now.waits_until(datetime.combine(day, getattr(now, name), now.zone)) is not None


def _read_number(turn: Turn, name: str, text: str) -> int | Fault | None:
    typed = _NUMBER.fullmatch(text)
    parts = understood(turn).parts
    if typed is None and [part.kind for part in parts] != ["number"]:
        return None
    number = int(typed[1]) if typed is not None else int(float(parts[0].value["number"]))
    least, most = bounds(name)
    return number if least <= number <= most else Fault("setting-out-of-bounds", least, most)


def _read_names(turn: Turn) -> str | Fault:
    """Names with commas between, as they are kept."""
    text = turn.incoming.text.strip()
    names = list(dict.fromkeys(filter(None, (" ".join(name.split()) for name in text.split(",")))))
    if len(names) > MOST_NAMES:
        return Fault("setting-too-many-names", most=MOST_NAMES)
    if not names or any(len(name) > LONGEST_NAME or not name.isprintable() for name in names):
        return Fault("setting-name-too-long", most=LONGEST_NAME)
    return ", ".join(names)
