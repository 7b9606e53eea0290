"""What the figures of the agreement are called."""

from language.say import has
from language.say.voice import Voice
from language.say.words import shortened

_LONGEST_NAME = 24


def figure_name(voice: Voice, indicator: str, name: str) -> str:
    """An indicator in a few words, by its id; the agreement's own ``name`` for one that we have no words for."""
    key = f"figure-name-{indicator}"
    return voice.label(key) if has(key) else shortened(name, _LONGEST_NAME)
