"""Figures of the board, named in a sentence."""

from collections.abc import Sequence

from markupsafe import Markup

from language.say.figures import figure_name
from language.say.voice import Voice
from storage.agreements import PromisedIndicator

MOST_NAMES = 4


def named_figures(voice: Voice, key: str, found: Sequence[PromisedIndicator]) -> list[Markup]:
    """The sentence ``key`` with the names of these figures, a few of many; none where there are none."""
    if not found:
        return []
    names = [figure_name(voice, indicator.id, indicator.name) for indicator in found]
    more = len(names) - MOST_NAMES
    if more > 0:
        names = [*names[:MOST_NAMES], voice.label("countdown-more", count=more)]
    return [voice.say(key, figures=voice.listed(names))]
