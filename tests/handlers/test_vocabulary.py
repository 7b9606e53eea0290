"""By which names people may be called, so that nobody's hours go to somebody else."""

from dataclasses import replace
from datetime import datetime
from itertools import islice

import pytest

from handlers.vocabulary import called, words_for
from language.understand import understand
from storage.room_words import GroupName, RoomWords
from tests.understand.corpus import ZONE, examples


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


NOW = datetime(2026, 11, 25, 20, 15, tzinfo=ZONE)
WRITER = 1
OTHERS = {2: "Piet V.", 3: "Fatima B.", 4: "Els", 5: "Marie-Louise van der Berg"}
GROUPS = (GroupName(1, "koken", ("kookgroep",)), GroupName(2, "tuin", ("tuingroep", "de tuin")))
ROOM = RoomWords(room_id=1, groups=GROUPS, people=OTHERS, learned=(), corporations=())


@pytest.mark.parametrize("name", ["Noor", "Piet B.", "Els", "Maria", "J. Uil", "Gé", "Will van Dijk", "Ün"])
def test_who_writes_is_nobody_that_a_message_names(name: str) -> None:
    room, without = replace(ROOM, people=OTHERS | {WRITER: name}), ROOM
    own = [f"{said} 2 uur tuin" for said in (name, name.upper(), f"{name}s", f"met {name[:2]}{name[1]}{name[1:]}")]
    for text in (*own, *(example.text for example in islice(examples(), 0, None, 23))):
        alone = understand(text, NOW, words_for(WRITER, (without,), text))
        assert understand(text, NOW, words_for(WRITER, (room,), text)) == alone, text
