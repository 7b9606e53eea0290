"""What is found beside hours: read after all else, shown in ``parts``, and never a reason to book anything."""

from language.understand.rule import Item, Level, Moment, kinds_of
from language.understand.rules.facts_dates import FACT_DATES
from language.understand.rules.facts_numbers import FACT_NUMBERS
from language.understand.rules.facts_times import FACT_LENGTHS, FACT_TIMES

FACT_LEVELS = (Level(FACT_NUMBERS + FACT_TIMES), Level(FACT_LENGTHS), Level(FACT_DATES))


def with_facts(items: list[Item], moment: Moment) -> list[Item]:
    """The items with the facts in them joined; the given items stay as they are."""
    kinds = kinds_of(items)
    for level in FACT_LEVELS:
        rewritten = level.rewrite(items, moment, kinds)
        if rewritten is not items:
            items, kinds = rewritten, kinds_of(rewritten)
    return items
