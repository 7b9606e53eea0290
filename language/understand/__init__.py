"""Text to meaning: what a message says, read with a room's vocabulary at a moment. Pure: no clock, no network."""

from language.understand.meaning import Understanding, Vocabulary
from language.understand.understanding import understand

__all__ = ["Understanding", "Vocabulary", "understand"]
