"""Every message of the corpus is understood as it must be."""

from collections import Counter

import pytest

from language.understand import understand
from language.understand.meaning import Meaning
from tests.understand.corpus import ALL_BLIND, BLIND, Example, examples, labelled

EXAMPLES = tuple(examples())


def test_the_corpus_is_large_and_has_nothing_twice() -> None:
    assert len(EXAMPLES) >= 1500
    said = Counter((example.text, example.now) for example in EXAMPLES)
    assert [text for (text, _), times in said.items() if times > 1] == []


def test_nothing_is_logged_that_nobody_meant() -> None:
    logged = [
        f"{example.place}: {example.text}"
        for example in EXAMPLES
        if not example.may_be_logged and understand(example.text, example.now).meaning is Meaning.LOG
    ]
    assert logged == []


def test_every_message_is_understood() -> None:
    def shown(example: Example) -> str:
        return f"{example.place}: {example.text!r} should be {example.expected}"

    wrong = [shown(example) for example in EXAMPLES if not example.fits(understand(example.text, example.now))]
    assert wrong == []


@pytest.mark.parametrize("name", BLIND)
def test_a_set_that_was_first_scored_blind_stays_understood(name: str) -> None:
    messages = tuple(labelled(name))
    assert len(messages) == 300
    wrong = [f"{m.place}: {m.text!r} should be {m.expected}" for m in messages if not m.fits(understand(m.text, m.now))]
    assert wrong == []


@pytest.mark.parametrize("name", ALL_BLIND)
def test_nothing_of_a_blind_set_is_logged_that_nobody_meant(name: str) -> None:
    others = [message for message in labelled(name) if not message.is_entry]
    assert others
    assert [m.text for m in others if understand(m.text, m.now).meaning is Meaning.LOG] == []
