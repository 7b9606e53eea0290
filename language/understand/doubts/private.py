"""Doubts whether it was for the room: one's own home, things and family."""

import re
from itertools import pairwise

from language.understand.doubts.amount_parts import amount_parts
from language.understand.doubts.doubt import Doubt
from language.understand.kinds import NAME
from language.understand.message import Message
from language.understand.rule import Item
from language.understand.subjects import OWN
from language.understand.wordfiles import STRENGTH

# Who comes home, or is there again, tells where they are and not where they worked.
_COMING = frozenset({"net", "pas", "weer", "ben", "nu", "naar", "terug", "eindelijk"})
# Groups are named after these, and everybody has one of their own.
_OWNED = frozenset(
    (
        *("tuin", "tuintje", "moestuin", "voortuin", "achtertuin", "volkstuin", "keuken", "fiets", "fietsen"),
        *("computer", "laptop", "telefoon", "garden", "kitchen", "bike", "bikes", "house", "flat"),
    )
)
_FAMILY = re.compile(
    r".*\b(?:schoon)?(?:man|vrouw|moeder|vader|zus|zusje|broer|broertje|zoon|dochter|oma|opa|tante|oom|ouders|kinderen"
    r"|nicht|neef|mama|papa|mam|pap|husband|wife|sister|brother|mother|father|son|daughter|mum|mom|dad|aunt|uncle"
    r"|parents|kids|grandmother|grandma|gran|nan|grandfather|grandad|grandpa|cousin)(?:-in-law)?$"
)


def _at_home(m: Message) -> bool:
    if m.has("log"):
        return False
    for part in amount_parts(m):
        if any(NAME[item.kind] in ("place_at", "title") for item in part):
            continue
        before = ""
        for item in part:
            if (item.text == "thuis" and before not in _COMING) or (item.text == "home" and before == "at"):
                return True
            before = item.text
    return False


def _own_thing(m: Message) -> bool:
    return any(item.value == OWN for item in m.of("i")) and any(
        NAME[mine.kind] == "i" and mine.value == OWN and _owned(thing)
        for part in amount_parts(m)
        for mine, thing in pairwise(part)
    )


def _owned(item: Item) -> bool:
    if NAME[item.kind] != "activity":
        return False
    return item.value.strength == STRENGTH["sign"] or item.text.split()[0] in _OWNED


def _at_family(m: Message) -> bool:
    return not m.has("helped") and any(
        NAME[at.kind] in ("place_at", "at") and NAME[kin.kind] == "other_person" and _FAMILY.match(kin.text)
        for part in amount_parts(m)
        for at, kin in pairwise(part)
    )


def _with_own_children(m: Message) -> bool:
    """ "Met mijn kinderen 2 uur geknutseld"."""
    return any(item.value.label == "kinderen" for item in m.activities) and any(
        NAME[beside.kind] in ("with", "at")
        and NAME[kin.kind] in ("other_person", "perhaps")
        and _CHILDREN.search(kin.text)
        for part in amount_parts(m)
        for beside, kin in pairwise(part)
    )


_CHILDREN = re.compile(r"kinderen|zoon|dochter|kids|children|\bson\b|daughter")

PRIVATE: tuple[Doubt, ...] = (
    Doubt(
        "doubt.at-home",
        "work in one's own home",
        _at_home,
        yes=("2 uur thuis gekookt", "cooked 2 hours at home"),
        no=("net thuis, 2 uur gekookt", "bij mevrouw de Vries thuis 2 uur geklust"),
        words=frozenset({"thuis", "home"}),
    ),
    Doubt(
        "doubt.own-thing",
        "work on what is one's own",
        _own_thing,
        yes=("2 uur in mijn tuin gewerkt", "2 uur mijn fiets gerepareerd", "2 hours in my garden"),
        no=("mijn uren: 2 uur tuin", "2 uur taalles met mijn groep"),
        needs=frozenset(("i",)),
    ),
    Doubt(
        "doubt.at-family",
        "work in the home of one's family",
        _at_family,
        yes=("bij mijn moeder 2 uur schoongemaakt",),
        no=("bij mijn buurvrouw een lamp opgehangen, 1 uur", "mijn moeder 2 uur geholpen met formulieren"),
        needs=frozenset(("other_person",)),
    ),
    Doubt(
        "doubt.with-own-children",
        "an afternoon with one's own children",
        _with_own_children,
        yes=("met mijn kinderen 2 uur geknutseld", "2 uur met mijn zoon in de speeltuin"),
        no=("met de kinderen 2 uur geknutseld", "met mijn zoon 2 uur gekookt"),
        needs=frozenset(("other_person", "perhaps")),
    ),
)
