"""What is said of who was there, beside hours."""

import pytest

from language.understand.people_changes import PeopleChange, is_same_here, names_in_list, people_change


@pytest.mark.parametrize(
    "text",
    ["ik ook", "Ik ook!", "+1", "ja, ik ook", "ik was er ook", "ik was er ook bij", "me too", "I was there too."],
)
def test_who_says_that_it_goes_for_them_too(text: str) -> None:
    assert is_same_here(text)


@pytest.mark.parametrize("text", ["ik ook wel een biertje", "ook", "ik", "+2", "ik was er niet", "jij ook", ""])
def test_who_says_something_else(text: str) -> None:
    assert not is_same_here(text)


@pytest.mark.parametrize(
    ("text", "out", "added"),
    [
        ("niet Piet maar Els", ("Piet",), ("Els",)),
        ("Nee, niet met Piet maar met Els en Jan", ("Piet",), ("Els", "Jan")),
        ("Els in plaats van Piet", ("Piet",), ("Els",)),
        ("Piet was er niet", ("Piet",), ()),
        ("Piet en Jan waren er niet bij", ("Piet", "Jan"), ()),
        ("zonder Piet", ("Piet",), ()),
        ("Els was er ook bij", (), ("Els",)),
        ("ook Els de Wit", (), ("Els de Wit",)),
        ("not Piet but Els", ("Piet",), ("Els",)),
        ("Piet was not there", ("Piet",), ()),
        ("Els was there too", (), ("Els",)),
        ("ik was er niet", ("ik",), ()),
    ],
)
def test_who_was_there_after_all_or_not(text: str, out: tuple[str, ...], added: tuple[str, ...]) -> None:
    assert people_change(text) == PeopleChange(out=out, added=added)


@pytest.mark.parametrize("text", ["niet 3 maar 2 uur", "het was dinsdag", "nee", "nee, 2 uur", "2 uur tuin", ""])
def test_what_changes_nobody(text: str) -> None:
    assert people_change(text) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ahmed, Piet en Els", ("Ahmed", "Piet", "Els")),
        ("met ahmed; en Els van den Berg", ("ahmed", "Els van den Berg")),
        ("Jan-Willem & D'Arcy", ("Jan-Willem", "D'Arcy")),
        ("ook Piet B.", ("Piet B",)),
        ("فاطمة, Оксана", ("فاطمة", "Оксана")),
        ("2 uur tuin", None),
        ("weet ik niet meer hoor", None),
        (" , ", None),
    ],
)
def test_names_in_a_list(text: str, names: tuple[str, ...] | None) -> None:
    assert names_in_list(text) == names
