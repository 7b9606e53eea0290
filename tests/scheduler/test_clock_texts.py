"""The texts of the clock are short and plain, and both languages have them all."""

import re
from pathlib import Path

import pytest

import language.say

FOLDER = Path(language.say.__file__).parent
MOST_WORDS = 12


def texts(code: str) -> dict[str, str]:
    """The texts by key; of a choice every branch."""
    found: dict[str, str] = {}
    key = ""
    for line in (FOLDER / code / "clock.ftl").read_text(encoding="utf-8").splitlines():
        if begins := re.match(r"([a-z][a-z-]*) = ?(.*)", line):
            key, found[begins[1]] = begins[1], begins[2]
        elif line.strip():
            found[key] += "\n" + line.strip()
    return found


def test_both_languages_have_the_same_texts() -> None:
    assert list(texts("nl")) == list(texts("en"))


@pytest.mark.parametrize("code", ["nl", "en"])
def test_a_sentence_has_at_most_twelve_words(code: str) -> None:
    for key, text in texts(code).items():
        plain = re.sub(r"<[^>]*>|\*?\[\w+\]", "", re.sub(r"\{[^{}]*(->|\})", " x ", text))
        for sentence in re.split(r"[.!?\n]", plain):
            assert len(re.findall(r"[\w'-]+", sentence)) <= MOST_WORDS, (key, sentence)


@pytest.mark.parametrize("code", ["nl", "en"])
def test_a_button_is_short_enough(code: str) -> None:
    assert all(len(text) <= 20 for key, text in texts(code).items() if key.startswith("button-"))
