"""By which names people may be called, so that nobody's hours go to somebody else."""

import pytest

from handlers.vocabulary import called


@pytest.mark.parametrize(
    ("names", "text", "expected"),
    [
        (("Piet B.",), "Piet 2 uur", [("Piet B.", "Piet B", "Piet")]),
        (("Piet B.", "Piet V."), "Piet 2 uur", [("Piet B.", "Piet B"), ("Piet V.", "Piet V")]),
        (("Piet B.", "Piet"), "Piet 2 uur", [("Piet B.", "Piet B"), ("Piet",)]),
        (("Piet B.", "Piet B. 2"), "Piet B. 2 uur", []),
        (("Noor (1)", "Noor (3)"), "Noor 2 uur", []),
        (("Piet B.",), "Piet Vis 2 uur", [("Piet B.", "Piet B")]),
        (("Piet B.",), "2 uur voor Piet van der Vis", [("Piet B.", "Piet B")]),
        (("Piet B.",), "Piet Bakker 2 uur", [("Piet B.", "Piet B", "Piet")]),
        (("Noor",), "Noor Tuin 2 uur", [("Noor",)]),
        (("Anna Maria",), "anna 2 uur", [("Anna Maria", "Anna")]),
    ],
)
def test_a_name_is_used_only_where_it_can_mean_one(
    names: tuple[str, ...], text: str, expected: list[tuple[str, ...]]
) -> None:
    assert list(called(dict(enumerate(names)), text).values()) == expected
