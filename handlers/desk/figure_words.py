"""Figures of the agreement in words: what they are called, what they are now, and what was promised."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Final, Protocol

from language.say import figures
from language.say.voice import Voice
from storage.agreements import PromisedIndicator
from storage.figures.light import Light, Value
from storage.figures.unique_people import Range

LIGHTS: Final = (Light.REACHED, Light.ON_COURSE, Light.LAGGING, Light.BEHIND, Light.MISSED, Light.UNKNOWN)
"""In the order in which they are told."""
ATTENTION: Final = (Light.MISSED, Light.BEHIND, Light.LAGGING)
"""Those that a coordinator has to do something about, the worst first."""
_TENTH = Decimal("0.1")


class Named(Protocol):
    """An indicator, as far as it has a name."""

    @property
    def id(self) -> str:
        """By which it is known."""

    @property
    def name(self) -> str:
        """As the agreement calls it."""


def figure_name(voice: Voice, indicator: Named) -> str:
    """The indicator in a few words; the agreement's own for one that we have no words for."""
    return figures.figure_name(voice, indicator.id, indicator.name)


def value_words(voice: Voice, indicator: PromisedIndicator, value: Value) -> str:
    """The figure in words: "43", "minstens 43, hoogstens 61", "57%"."""
    if isinstance(value, Range):
        return str(voice.count(value.least, value.most))
    return value_short(voice, indicator, value)


def value_short(voice: Voice, indicator: PromisedIndicator, value: Value) -> str:
    """The figure as short as can be: "43", "43–61", "57%"; a dash where nobody knows it."""
    if value is None:
        return voice.label("figure-none")
    if isinstance(value, str):
        return voice.label(f"figure-{value}")
    if isinstance(value, Decimal):
        return _number(voice, indicator, value)
    if value.least == value.most:
        return voice.label("figure-number", number=value.least)
    return voice.label("figure-range", least=value.least, most=value.most)


def target_words(voice: Voice, indicator: PromisedIndicator) -> str:
    """The target in words: "60", "meer dan 10 van 20", "positief"."""
    words = _target(voice, indicator)
    if indicator.of is not None:
        words = voice.label("figure-out-of", target=words, of=indicator.of)
    return voice.label("figure-above-words", target=words) if indicator.comparison == "gt" else words


def target_short(voice: Voice, indicator: PromisedIndicator) -> str:
    """The target as short as can be: "60", "> 10"."""
    words = _target(voice, indicator)
    return voice.label("figure-above", target=words) if indicator.comparison == "gt" else words


def _target(voice: Voice, indicator: PromisedIndicator) -> str:
    if isinstance(indicator.target, str):
        return voice.label("figure-positive")
    return _number(voice, indicator, Decimal(indicator.target))


def _number(voice: Voice, indicator: PromisedIndicator, number: Decimal) -> str:
    key = "figure-share" if indicator.unit.startswith("%") else "figure-number"
    rounded = number.quantize(_TENTH, ROUND_HALF_UP)
    # 50.04 is more than 50: rounded it would look as if it were not.
    return voice.label(key, number=number if rounded == indicator.target else rounded)
