"""Entered results in words: "Minder overlast: 2,5%, vrijdag 12 juni"."""

import re
from decimal import Decimal

from markupsafe import Markup

from handlers.desk.figure_words import figure_name, value_words
from language.say.voice import Voice
from storage.agreements import PromisedIndicator
from storage.results import Finding

MOST_PERCENT = 100
MOST_CASES = 100_000
MOST_MARK = 10
_NUMBER = re.compile(r"(min(?:us)? ?|[-−])?(\d{1,6})(?:[.,](\d{1,2}))?(?: ?(?:%|procent|percent)| [a-zé]+)?")


def result_words(voice: Voice, indicator: PromisedIndicator, finding: Finding) -> Markup:
    """A result with its indicator and day."""
    name, value = figure_name(voice, indicator), value_words(voice, indicator, finding.value)
    return voice.say("result", indicator=name, value=value, day=voice.day(finding.date))


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
