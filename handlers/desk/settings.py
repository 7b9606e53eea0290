"""``/instellingen``: how the room is set, in five parts; each value is checked in words, and kept with who set it.

the parts ──one──► its settings ──one──► the new value ──► its settings again; the other coordinators are told
"""

from typing import Any

from markupsafe import Markup

from handlers.coordinated_room import asked_room, room_of, room_options
from handlers.desk.setting_values import SECTIONS, Fault, kind_of, read_value, value_words, waits
from handlers.hours.entry_words import name_of
from handlers.messages import Reply
from handlers.questions import read_answer
from handlers.rights import coordinated, not_yours
from handlers.turn import Option, Turn
from language.say.voice import Voice
from language.say.words import lines
from storage import people
from storage.room_settings import change_setting, contradiction, newest_change
from storage.rooms import RoomSettings, settings_of
from storage.tables import Room

ROOM, PARTS, PART = "settings_room", "settings", "settings_part"
VALUE, NAMES = "setting_value", "setting_names"
BACK, KEEP, USUAL = "back", "keep", "usual"


def settings(turn: Turn) -> list[Reply]:
    """``/instellingen``."""
    places = coordinated(turn)
    if not places:
        return [Reply(text=turn.say("settings-for-coordinators"))]
    if len(places) == 1:
        return [_parts(turn, places[0].room)]
    return [turn.ask(ROOM, turn.say("ask-settings-room"), room_options(turn))]


def answer_room(turn: Turn) -> list[Reply] | None:
    """Which room to set."""
    value = read_answer(turn).value
    if value is None:
        return None
    room = room_of(turn, int(value))
    return not_yours(turn) if room is None else [_parts(turn, room)]


def _parts(turn: Turn, room: Room) -> Reply:
    options = [(part, turn.label(f"button-settings-{part}")) for part in SECTIONS]
    return turn.ask(PARTS, turn.say("settings", room=room.name), options, room=room.id)


def answer_parts(turn: Turn) -> list[Reply] | None:
    """Which part to see."""
    value = read_answer(turn).value
    if value is None:
        return None
    room = asked_room(turn)
    return not_yours(turn) if room is None else [_part(turn, room, value)]


def _part(turn: Turn, room: Room, part: str, before: Markup | None = None) -> Reply:
    now = settings_of(room)
    told = [
        Markup("• ")
        + turn.say("setting-line", name=turn.label(f"setting-{name}"), value=value_words(turn.voice, name, now))
        for name in SECTIONS[part]
    ]
    options: list[Option] = [(name, turn.label(f"setting-{name}")) for name in SECTIONS[part]]
    text = lines([*([before] if before else []), *told, turn.say("ask-which-setting")])
    return turn.ask(PART, text, [*options, (BACK, turn.label("button-back"))], room=room.id, part=part)


def answer_part(turn: Turn) -> list[Reply] | None:
    """Which setting to change."""
    value = read_answer(turn).value
    if value is None:
        return None
    room = asked_room(turn)
    if room is None:
        return not_yours(turn)
    return [_parts(turn, room) if value == BACK else _ask_value(turn, room, turn.question_state["part"], value)]


def _ask_value(turn: Turn, room: Room, part: str, name: str) -> Reply:
    now, usual = settings_of(room), RoomSettings()
    is_switch = isinstance(getattr(usual, name), bool)
    told = [turn.say(f"about-{name}"), turn.say("setting-now", value=value_words(turn.voice, name, now))]
    newest = newest_change(turn.session, room, name)
    if newest is not None:
        on = newest.changed_at.astimezone(now.zone).date()
        by = name_of(turn.session, turn.voice, newest.changed_by)
        told.append(turn.say("setting-changed-by", name=by, day=turn.voice.day(on)))
    options: list[Option] = []
    if is_switch:
        options = [("yes", turn.label("setting-on")), ("no", turn.label("setting-off"))]
    elif getattr(now, name) != getattr(usual, name):
        options = [(USUAL, turn.label("button-setting-usual", value=value_words(turn.voice, name, usual)))]
    options.append((KEEP, turn.label("button-keep")))
    told.append(turn.say(f"ask-setting-{kind_of(name)}"))
    question = NAMES if kind_of(name) == "names" else VALUE
    return turn.ask(question, lines(told), options, room=room.id, part=part, name=name)


def answer_value(turn: Turn) -> list[Reply] | None:
    """The new value, if it can be; else why not."""
    room, chosen = asked_room(turn), read_answer(turn).value
    if room is None:
        # What is typed may be something else than an answer.
        return None if chosen is None else not_yours(turn)
    part, name = turn.question_state["part"], turn.question_state["name"]
    if chosen == KEEP:
        return [_part(turn, room, part, turn.say("left-as-it-was"))]
    if chosen == USUAL:
        return _change(turn, room, part, name, None)
    value = read_value(turn, name, settings_of(room))
    if value is None:
        return None
    if isinstance(value, Fault):
        return [turn.ask_again(turn.say(value.key, least=value.least, most=value.most))]
    return _change(turn, room, part, name, value)


def _change(turn: Turn, room: Room, part: str, name: str, value: Any) -> list[Reply]:
    before = settings_of(room)
    wanted = before.model_copy(update={name: getattr(RoomSettings(), name) if value is None else value})
    clash = contradiction(wanted)
    if clash is not None and contradiction(before) is None:
        return [turn.ask_again(turn.say(f"setting-clash-{clash}"))]
    if wanted == before:
        return [_part(turn, room, part, turn.say("setting-same"))]
    change_setting(turn.session, room, name, value, turn.evidence)
    done = [_changed_words(turn.voice, "setting-changed", name, wanted)]
    if waits(name, wanted):
        done.append(turn.say("setting-in-quiet"))
    return [_part(turn, room, part, lines(done)), *_tell_others(turn, room, name, wanted)]


def _changed_words(voice: Voice, key: str, name: str, now: RoomSettings, **more: str) -> Markup:
    return voice.say(key, name=voice.label(f"setting-{name}"), value=value_words(voice, name, now), **more)


def _tell_others(turn: Turn, room: Room, name: str, now: RoomSettings) -> list[Reply]:
    """The room's other coordinators, who answer for it as well."""
    told = []
    for coordinator in people.coordinators(turn.session, room.id):
        if coordinator.id != turn.person.id:
            words = {"by": turn.person.name, "room": room.name}
            text = _changed_words(turn.voice_for(coordinator), "told-setting", name, now, **words)
            told.append(turn.tell(coordinator.id, Reply(text=text)))
    return told
