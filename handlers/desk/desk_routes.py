"""Which handler of the desk answers what."""

from collections.abc import Callable

from handlers.desk import settings
from handlers.messages import Reply
from handlers.turn import Turn

COMMANDS: dict[str, Callable[[Turn], list[Reply]]] = {
    "instellingen": settings.settings,
    "settings": settings.settings,
}

ANSWERS: dict[str, Callable[[Turn], list[Reply] | None]] = {
    settings.ROOM: settings.answer_room,
    settings.PARTS: settings.answer_parts,
    settings.PART: settings.answer_part,
    settings.VALUE: settings.answer_value,
    settings.NAMES: settings.answer_value,
}

FREE_WORDS = (settings.NAMES,)
OFFERS = (settings.ROOM, settings.PARTS, settings.PART)
