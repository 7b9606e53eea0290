"""Names of participants: what of them is kept, and who of those known is meant."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handlers.participants.participant_matching import Match, find
from handlers.participants.participant_names import LONGEST, GivenName, Item, given_name, listed
from storage.participants import KnownName

KNOWN = [
    KnownName("Fatima B.", 1),
    KnownName("Fatima K.", 2),
    KnownName("Piet", 3),
    KnownName("Fatima B. 2", 4),
    KnownName("Noel", 5),
    KnownName("Fatima", 2),
]
# Not those rare ones that become several when they are written as a capital.
LETTER = st.characters(categories=["L"], max_codepoint=0x3000).filter(
    lambda sign: len(sign.upper() + sign.lower()) == 2
)
LETTERS = st.text(LETTER, min_size=2, max_size=12)


@pytest.mark.parametrize(
    ("typed", "kept", "is_shortened"),
    [
        ("Fatima Benali", "Fatima B.", True),
        ("fatima benali", "Fatima B.", True),
        ("FATIMA", "Fatima", False),
        ("Fatima B", "Fatima B.", False),
        (" Fatima  b. ", "Fatima B.", False),
        ("Jan-Willem de Vries", "Jan-Willem V.", True),
        ("Anna Maria Jansen", "Anna J.", True),
        ("mw. Jansen", "Mw. J.", True),
        ("meneer J.", "Dhr. J.", False),
        ("Fatima B. 2", "Fatima B. 2", False),
        ("Fatima 2", "Fatima 2", False),
        ("J. de Boer", "J. B.", True),
        ("d'Angelo", "D'Angelo", False),
        ("Bo", "Bo", False),
        ("فاطمة ب", "فاطمة ب.", False),
        ("Nguyễn Văn An", "Nguyễn A.", True),
    ],
)
def test_first_name_and_initial_are_kept(typed: str, kept: str, is_shortened: bool) -> None:
    assert given_name(typed) == GivenName(kept, is_shortened)


@pytest.mark.parametrize(
    "typed",
    [
        *("", "2", "B", "ik weet het niet", "dank je wel", "nog 3", "Ahmed@x.nl", "<b>", "klaar", "nee", "x1 y2"),
        *("een twee drie vier vijf zes", "a" * 80, "Karel " + "a" * 70),
    ],
)
def test_what_is_no_name_is_none(typed: str) -> None:
    assert given_name(typed) is None


@given(st.lists(LETTERS, min_size=1, max_size=4))
@example(["İi", "Ǆ"])
@example(["AA", "ŉA"])
@example(["Aa", "ßa"])
def test_no_more_is_kept_than_a_first_name_and_an_initial(words: list[str]) -> None:
    given = given_name(" ".join(words))
    if given is None:
        return
    first, _, initial = given.name.partition(" ")
    assert len(given.name) <= LONGEST
    assert len(initial) <= 3
    assert not initial or initial.endswith(".")
    assert len(first) <= max(len(word) for word in words) + 1
    again = given_name(given.name)
    assert again is not None
    assert again.name.casefold() == given.name.casefold()


def _name(name: str, *, is_not: bool = False) -> Item:
    return Item(name=GivenName(name), is_not=is_not)


@pytest.mark.parametrize(
    ("typed", "items"),
    [
        ("1 3 4, en Els V.", [Item(number=1), Item(number=3), Item(number=4), _name("Els V.")]),
        ("1,2 en 3", [Item(number=1), Item(number=2), Item(number=3)]),
        ("1 3 Els", [Item(number=1), Item(number=3), _name("Els")]),
        ("Fatima B, Piet en 3 anderen", [_name("Fatima B."), _name("Piet")]),
        ("Piet\nEls\n", [_name("Piet"), _name("Els")]),
        ("niet 3", [Item(number=3, is_not=True)]),
        ("zonder Piet, 4", [_name("Piet", is_not=True), Item(number=4)]),
        ("Fatima B. 2, 5", [_name("Fatima B. 2"), Item(number=5)]),
    ],
)
def test_a_list_is_names_and_numbers(typed: str, items: list[Item]) -> None:
    assert listed(typed) == items


@pytest.mark.parametrize("typed", ["", "...", "hoeveel uur heb ik?", "Piet en dank je wel", "3 nieuw"])
def test_what_holds_something_else_is_no_list(typed: str) -> None:
    assert listed(typed) is None


@pytest.mark.parametrize(
    ("name", "here", "match"),
    [
        # Exactly that name, and here before; nobody else who was here fits.
        ("Fatima B.", {1, 3}, Match(certain=1)),
        ("fatima b", {1, 3}, Match(certain=1)),
        ("Piet", {3}, Match(certain=3)),
        # "Fatima" is one more name of Fatima K.: hers alone, where no other Fatima came.
        ("Fatima", {2}, Match(certain=2)),
        ("Fatima", {1, 2}, Match(likely=(2, 1, 4))),
        # A number behind it tells the two apart.
        ("Fatima B. 2", set(), Match(certain=4)),
        # Known from elsewhere alone.
        ("Piet", {1}, Match(likely=(3,))),
        ("Fatima B.", {4}, Match(likely=(1, 4))),
        # One of the two has no initial.
        ("Piet V.", {3}, Match(likely=(3,))),
        # Who has an initial is not somebody with another one.
        ("Fatima Z.", {1, 2, 4}, Match(is_slip=True)),
        # Slips of the pen are asked about, the likest first.
        ("Fatma B.", {1}, Match(likely=(1, 4), is_slip=True)),
        ("Noël", {5}, Match(likely=(5,), is_slip=True)),
        ("Pien", {3}, Match(is_slip=True)),
        ("Ahmed", set(), Match(is_slip=True)),
    ],
)
def test_who_is_meant(name: str, here: set[int], match: Match) -> None:
    assert find(name, KNOWN, here) == match
