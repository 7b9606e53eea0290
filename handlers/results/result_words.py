"""Entered results in words: "Overlast: 2,5 %, vrijdag 12 juni"."""

import re
from decimal import Decimal

from markupsafe import Markup, escape

from handlers.messages import CHOICE_LABEL
from language.say.voice import Voice
from language.say.words import shortened
from storage.agreements import PromisedIndicator
from storage.results import Finding, Value

SHORT_NAMES = ("benefits_care", "evictions_arrears", "nuisance", "no_deficit", "accountable_spending")
"""The indicators that the agreement answers by interviews, the budget and a check: they have a short name."""
MOST_PERCENT = 100
MOST_CASES = 100_000
MOST_MARK = 10
_NUMBER = re.compile(r"(min(?:us)? ?|[-−])?(\d{1,6})(?:[.,](\d{1,2}))?(?: ?(?:%|procent|percent)| [a-zé]+)?")


def short_name(voice: Voice, indicator: PromisedIndicator) -> str:
    """What the indicator is called on a button."""
    if indicator.id in SHORT_NAMES:
        return voice.label(f"result-of-{indicator.id}")
    return shortened(indicator.name, CHOICE_LABEL)


def value_words(voice: Voice, indicator: PromisedIndicator, value: Value) -> str:
    """What was found: "2,5 %", "5", "positief"."""
    if isinstance(value, str):
        return voice.label(f"result-{value}")
    number = _number_words(voice, value)
    return voice.label("result-percent", number=number) if is_percent(indicator) else number


def result_words(voice: Voice, indicator: PromisedIndicator, finding: Finding) -> Markup:
    """A result with its indicator and day."""
    value = value_words(voice, indicator, finding.value)
    return voice.say("result", indicator=short_name(voice, indicator), value=value, day=voice.day(finding.date))


def target_words(voice: Voice, indicator: PromisedIndicator) -> Markup:
    """What was promised."""
    if isinstance(indicator.target, str):
        return voice.say("result-target-positive")
    target = value_words(voice, indicator, Decimal(indicator.target))
    return voice.say(f"target-{indicator.comparison}", target=escape(target))


def is_percent(indicator: PromisedIndicator) -> bool:
    """Whether its results are percents."""
    return indicator.unit.startswith("%")


def read_number(indicator: PromisedIndicator, text: str) -> Decimal | None:
    """The number that was typed: "2,5", "min 1 %", "5 gevallen"; None for anything else.

    Percents can be below zero, where there was more instead of less. What is counted is whole.
    """
    said = _NUMBER.fullmatch(" ".join(text.casefold().split()).rstrip(" .!"))
    if said is None:
        return None
    minus, whole, decimals = said.groups()
    number = Decimal(f"{'-' if minus else ''}{whole}{f'.{decimals}' if decimals else ''}")
    least, most = limits(indicator)
    fits = least <= number <= most and (number == number.to_integral_value() or not is_counted(indicator))
    return number if fits else None


def limits(indicator: PromisedIndicator) -> tuple[int, int]:
    """The least and the most that its result can be."""
    if is_percent(indicator):
        return -MOST_PERCENT, MOST_PERCENT
    return (0, MOST_CASES) if is_counted(indicator) else (1, MOST_MARK)


def is_counted(indicator: PromisedIndicator) -> bool:
    """Whether its results are whole numbers: neither percents nor marks."""
    return not is_percent(indicator) and not indicator.unit.startswith("mark")


def _number_words(voice: Voice, number: Decimal) -> str:
    sign, plain = ("−" if number < 0 else ""), f"{abs(number):f}"
    whole, _, decimals = plain.partition(".")
    return sign + (voice.label("result-decimals", whole=whole, decimals=decimals) if decimals else whole)
