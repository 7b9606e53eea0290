"""Every doubt has examples: messages in which it holds, and which are not booked, and messages in which it must not."""

from datetime import datetime

import pytest

from language.understand import understand
from language.understand.doubts import DOUBTS, Doubt
from language.understand.lexicon import lexicon
from language.understand.meaning import Meaning, Vocabulary
from language.understand.message import Message
from language.understand.reading import read
from tests.understand.corpus import ZONE

NOW = datetime(2026, 11, 25, 20, 15, tzinfo=ZONE)


def message(text: str) -> Message:
    return Message(text, *read(text, NOW, lexicon(Vocabulary())))


def test_doubts_have_names_of_their_own_and_examples() -> None:
    names = [doubt.name for doubt in DOUBTS]
    assert len(names) == len(set(names))
    assert [doubt.name for doubt in DOUBTS if not (doubt.yes and doubt.no and doubt.covers)] == []


@pytest.mark.parametrize(("doubt", "text"), [(doubt, text) for doubt in DOUBTS for text in doubt.yes])
def test_what_is_doubted_is_not_booked(doubt: Doubt, text: str) -> None:
    assert doubt.found_in(message(text))
    assert understand(text, NOW).meaning is not Meaning.LOG


@pytest.mark.parametrize(("doubt", "text"), [(doubt, text) for doubt in DOUBTS for text in doubt.no])
def test_a_counterexample_is_not_doubted_by_it(doubt: Doubt, text: str) -> None:
    assert not doubt.found_in(message(text))
