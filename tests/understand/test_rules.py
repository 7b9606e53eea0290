"""Every rule has examples; each is read by its rule, and by no other rule that competes with it."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest

from language.understand import understand
from language.understand.facts import FACT_LEVELS, with_facts
from language.understand.intents import INTENTS, Intent
from language.understand.lexicon import lexicon
from language.understand.meaning import Vocabulary
from language.understand.parts import plain_value
from language.understand.reading import LEVELS, read
from language.understand.rule import Item, Level, Rule
from tests.understand.corpus import ZONE

NOW = datetime(2026, 11, 25, 20, 15, tzinfo=ZONE)
RULES = [(level, rule) for level in LEVELS + FACT_LEVELS for rule in level.rules]
READINGS = [(level, rule, text, value) for level, rule in RULES for text, value in rule.yes]


def fired(items: list[Item]) -> Iterator[Item]:
    """The items that a rule made, those inside others too."""
    for item in items:
        if item.rule is not None:
            yield item
        yield from fired(list(item.inner))


def applied(text: str) -> list[Item]:
    items, moment = read(text, NOW, lexicon(Vocabulary()))
    return list(fired(with_facts(items, moment)))


def test_rules_have_names_of_their_own_and_examples() -> None:
    names = [rule.name for _, rule in RULES] + [intent.name for intent in INTENTS]
    assert len(names) == len(set(names))
    assert [rule.name for _, rule in RULES if not rule.yes or not rule.covers] == []
    assert [intent.name for intent in INTENTS if not intent.yes or not intent.covers] == []


@pytest.mark.parametrize(("level", "rule", "text", "value"), READINGS, ids=lambda v: v if isinstance(v, str) else "")
def test_an_example_is_read_by_its_rule_and_no_rival(level: Level, rule: Rule, text: str, value: Any) -> None:
    items = applied(text)
    mine = [item for item in items if item.rule is rule]
    assert mine, f"{rule.name} does not read {text!r}; these do: {[i.rule.name for i in items if i.rule]}"
    assert plain_value(mine[0]) == value
    rivals = {r.name for item in items if (r := item.rule) in level.rules and r.makes == rule.makes} - {rule.name}
    assert not rivals


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for _, rule in RULES for text in rule.no])
def test_a_counterexample_is_left_alone(rule: Rule, text: str) -> None:
    assert rule not in [item.rule for item in applied(text)]


@pytest.mark.parametrize(("intent", "text"), [(intent, text) for intent in INTENTS for text in intent.yes])
def test_an_example_has_the_meaning_of_its_rule_first(intent: Intent, text: str) -> None:
    understood = understand(text, NOW)
    assert understood.meaning is intent.meaning
    assert [part.rule for part in understood.parts if part.kind == "meaning"] == [intent.name]


@pytest.mark.parametrize(("intent", "text"), [(intent, text) for intent in INTENTS for text in intent.no])
def test_a_counterexample_has_another_meaning(intent: Intent, text: str) -> None:
    assert intent.name not in [part.rule for part in understand(text, NOW).parts]
