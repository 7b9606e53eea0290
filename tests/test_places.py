"""Where an activity was, with the article that Dutch has for it."""

import pytest

from language.say.words import at_group


@pytest.mark.parametrize(
    ("group", "words"),
    [
        ("eettafel", "bij de eettafel"),
        ("kookgroep", "bij de kookgroep"),
        ("klussendienst", "bij de klussendienst"),
        ("taalteam", "bij het taalteam"),
        ("taalcafé", "bij het taalcafé"),
        ("koffieuur", "bij het koffieuur"),
        ("natuur", "bij de natuur"),
        ("wandelen", "bij het wandelen"),
        ("breiclubje", "bij het breiclubje"),
        # A name of its own has no article.
        ("Samen Eten", "bij Samen Eten"),
        ("Nederlandse les", "bij Nederlandse les"),
        ("hulp bij schulden", "bij hulp bij schulden"),
    ],
)
def test_a_group_has_its_article(group: str, words: str) -> None:
    assert at_group("nl", group) == words


def test_english_needs_none() -> None:
    assert at_group("en", "dinner") == "at dinner"
