"""Whose hours a message tells."""

import re
from itertools import pairwise

from language.understand.kinds import NAME
from language.understand.message import Message
from language.understand.only_named import only_named, signs
from language.understand.other_doers import another_doer
from language.understand.rule import Item
from language.understand.segments import AMOUNTS
from language.understand.strangers import named_as_doer
from language.understand.subjects import CASES, LISTED, OF, OWN, TO, another_person, of_the_writer, turkish_own

SOMEBODY = "somebody"
"""Somebody else than the writer, and it is not certain who."""

_BESIDE = (
    "inversion",
    "with",
    "at",
    "place_at",
    "title",
    "of",
    "and",
    "greeting",
    "bye",
    "thanks",
    "i",
    "sorry",
)
_FOR = ("for", "before")
# "Ik heb mijn buurvrouw geholpen": after the writer, in the same part of the sentence, she is who was helped.
_WRITER = ("i", "inversion", "we")
_PARTS = ("comma", "stop", "colonmark", "and", "but", "then")
# Work that is done for somebody: "voor" names who was helped, not who worked.
_FOR_OTHERS = frozenset({"klussen", "formulieren", "computerhulp", "fietsen", "sollicitatie", "schuldhulp"})
_KIN = ("name", "other_person", "title", "unknown")
_POSSESSED = re.compile(r".{2,}'(?:s|in|un|nin|nun)$")


def doer(m: Message) -> int | str | None:
    """The known person whose hours these are, SOMEBODY for another, None for the writer."""
    named = _named(m)
    if named is not None:
        return named
    if _as_person(m) or (_third(m) and not of_the_writer(m)) or _told_of(m) or _third_worked(m):
        return SOMEBODY
    if _in_a_name(m) or another_person(m) or named_as_doer(m) or another_doer(m):
        return SOMEBODY
    return None


def _as_person(m: Message) -> bool:
    """ "Schrijf 2 uur op voor haar"; but "mee geweest voor haar paspoort" tells of the paper."""
    return any(
        not (item.text == "voor haar" and _after(m, position) in ("unknown", "activity", "other", "thing"))
        for position, item in enumerate(m.items)
        if NAME[item.kind] == "as_person"
    )


def _told_of(m: Message) -> bool:
    """ "Ik geef door dat hij 2 uur gekookt heeft": the writer tells it, somebody else did it."""
    return any(
        before.text in _THAT and (NAME[item.kind] in _TOLD_OF or _capital(m, item)) and _after(m, place) != "is"
        for place, (before, item) in enumerate(pairwise(m.items), start=1)
    )


def _capital(m: Message, item: Item) -> bool:
    return NAME[item.kind] == "unknown" and m.text[item.start].isupper() and not m.text.isupper()


_TOLD_OF = ("third", "other_person", "name")
_THAT = frozenset({"dat", "that"})


def _third_worked(m: Message) -> bool:
    """ "Ik zag Piet in de tuin, hij heeft 3 uur gespit": the part with the amount begins with who did it."""
    part: list[str] = []
    third = False
    for item in m.items:
        kind = NAME[item.kind]
        if kind in ("comma", "stop", "exclamation"):
            part, third = [], False
        elif kind not in ("then", "but", "and"):
            third = third or (kind == "third" and not part)
            part.append(kind)
        if third and item.kind in AMOUNTS and not {"i", "we", "inversion"}.intersection(part):
            return True
    return False


def _third(m: Message) -> bool:
    """Whether somebody else is who did it: not in "… geholpen, want ze snapte het niet"."""
    return m.has("third") and any(
        NAME[item.kind] == "third"
        and (not position or m.items[position - 1].text not in _BECAUSE)
        and _after(m, position) not in _OF_SOMEBODY
        and not (m.told() and _felt(m, position))
        for position, item in enumerate(m.items)
    )


def _felt(m: Message, position: int) -> bool:
    """ "They loved it", "ze vonden het prachtig": how those liked it for whom it was."""
    return any(item.text in _FEELINGS for item in m.items[position + 1 : position + 3])


_FEELINGS = frozenset(
    (
        *(
            "loved",
            "love",
            "enjoyed",
            "liked",
            "smiled",
            "laughed",
            "thanked",
            "happy",
            "grateful",
            "pleased",
            "delighted",
        ),
        *("vonden", "vond", "genoten", "genoot", "blij", "tevreden", "dankbaar", "lachten", "straalden", "enthousiast"),
        *("hielden", "smulden", "vonden het", "vond het"),
    )
)
# "She is 91", "he's 84)".
_OF_SOMEBODY = ("is", "int", "then", "count")
_BECAUSE = frozenset({"want", "omdat", "zodat", "terwijl", "because", "since", "as", "while"})


def several_doers(m: Message) -> bool:
    """Whether more than one known person of the room is named as somebody who worked."""
    beside = ("with", "at", "place_at", "of", "title", "helped", "greeting", "thanks", "bye")
    kinds = ["", *(NAME[item.kind] for item in m.items)]
    named = {
        item.value
        for before, item in zip(kinds, m.items, strict=False)
        if NAME[item.kind] == "name" and before not in beside
    }
    return len(named) > 1


def _after(m: Message, position: int) -> str:
    return next((NAME[item.kind] for item in m.items[position + 1 : position + 2]), "")


def _helped(m: Message) -> bool:
    return not m.has("log") and any(item.value.label in _FOR_OTHERS for item in m.activities)


def _named(m: Message) -> int | str | None:
    before = ""
    signed = mine = False
    along = m.workers.companions
    for position, item in enumerate(m.items):
        kind = NAME[item.kind]
        if position in along:
            before = kind
            continue
        if kind in ("name", "other_person") and not signed:
            if kind == "other_person" and item.value in CASES:
                if item.value == TO and m.has("log"):
                    return SOMEBODY
                if item.value == OF and (before == "hour" or (before in _FOR and not _helped(m))):
                    return SOMEBODY
                before = kind
                continue
            if only_named(m, position):
                before = kind
                continue
            asked = m.has("polite") and not m.told()
            for_them = before in _FOR and (asked or not _helped(m)) and _STANDS_IN.isdisjoint(m.texts)
            helped = m.has("helped") and not m.has("third") and (mine or _after(m, position) == "inversion")
            helped = helped or (before == "helped" and m.moment.language != "nl")
            helped = helped or (m.moment.language == "tr" and _after(m, position) == "for" and not m.has("log"))
            subject = before not in (*_BESIDE, *_FOR) and not helped
            subject = subject and not (kind == "name" and (of_the_writer(m) or turkish_own(m)))
            if (for_them or subject) and not signs(m, position):
                return item.value if isinstance(item.value, int) else SOMEBODY
        elif kind in ("unknown", "title") and before in _FOR and m.has("log") and m.amounts:
            return SOMEBODY
        signed = signed or kind == "bye"
        mine = (kind in _WRITER and item.value != OWN) or (mine and kind not in _PARTS)
        if kind not in ("the", "a") and item.value != OWN:
            before = kind
    return None


# "Ingevallen voor Ria": then she did not work.
_STANDS_IN = frozenset({"ingevallen", "invallen", "waargenomen", "overgenomen", "covered", "filled in", "stood in"})


def _for_somebody(m: Message) -> bool:
    """ "Hours for Mo: 2 hours garden"."""
    following = [NAME[item.kind] for item in m.items[1:4]]
    return len(following) > 2 and following[0] in _FOR and following[1] in _KIN and following[2] == "colonmark"


def _in_a_name(m: Message) -> bool:
    """Hours that are given in with whose they are: "namens Bep", "uren van Bep:", "Bob's hours", "годины сестри"."""
    if not m.has("in_name", "hour", "log"):
        return False
    for position, item in enumerate(m.items):
        kind = NAME[item.kind]
        if kind not in ("in_name", "hour", "log"):
            continue
        following = [i for i in m.items[position + 1 : position + 5] if NAME[i.kind] not in LISTED and i.value != OWN]
        if kind == "hour" and not position and _for_somebody(m):
            return True
        if kind == "in_name" and following and NAME[following[0].kind] in (*_KIN, "heads"):
            return True
        if kind == "hour" and position and _POSSESSED.match(m.items[position - 1].text):
            return True
        of_kin = bool(following) and NAME[following[0].kind] == "other_person"
        if kind == "hour" and of_kin and m.moment.language in ("ar", "uk"):
            return True
        if kind == "log" and m.moment.language == "ar" and _after(m, position) == "unknown":
            return True
    return False
