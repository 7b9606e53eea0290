"""Answers to what the bot said: yes, no, and not so but so."""

from itertools import pairwise

from language.understand.doubts.obliged import had_to
from language.understand.intents.intent import Intent, asks_to_log
from language.understand.kinds import NAME
from language.understand.meaning import Meaning, Reason
from language.understand.message import Message

_FAMILY = {"duration": 1, "range": 1, "int": 1, "dec": 1, "date": 2, "activity": 3}
_LONGEST_REMARK = 12


def _deny(m: Message) -> bool:
    return m.only("no", "was_it", "not", "human", "help")


def _confirm(m: Message) -> bool:
    return m.only("yes", "is_it")


def _names_a_value(m: Message) -> bool:
    return bool(m.amounts) or m.has("date", "activity", "int", "dec", "clock", "weekday", "count", "newcomers")


def _correction(m: Message) -> bool:
    if m.has("thanks") and not _names_a_value(m):
        return False
    return _says_so(m) or _opens_as_one(m) or _sets_against(m)


def _says_so(m: Message) -> bool:
    """A word for it: wrong, meant, change."""
    if m.has("became") and len(m.amounts) > 1 and not m.has("wrong", "change"):
        return False
    if had_to(m) and not m.has("wrong", "change", "double", "not"):
        return False
    if m.has("wrong") and not _OOPS.isdisjoint(m.texts) and not _FORGOT.isdisjoint(m.texts) and not m.has("not"):
        # "Oeps vergeten: maandag 2 uur inloop": not an entry that was wrong, but one that was not made.
        return not all(item.text in _OOPS for item in m.of("wrong")) or m.has("change", "double")
    if m.has("change") and _mends(m) and not m.has("wrong", "double"):
        return False
    if m.has("change") and m.has("meant") and m.amounts:
        return True
    if m.has("wrong", "change", "double"):
        return not (asks_to_log(m) and not m.has("wrong")) and not (m.has("change") and m.told() and m.has("i"))
    return m.has("meant") and not m.has("elsewhere") and not (m.told() and m.has("i") and m.amounts)


_OOPS = frozenset({"oeps", "oepsie", "oei", "oops", "woeps", "ojee", "o jee", "whoops"})
_FORGOT = frozenset(
    {"vergeten", "vergeten te melden", "vergeten door te geven", "was vergeten", "nog vergeten", "forgot"}
)


def _mends(m: Message) -> bool:
    """Whether the word for a change tells of mending: "I fix 5 bikes", "to fix the tap"."""
    mended = any(item.value.label in ("klussen", "fietsen") for item in m.activities)
    return mended and all(item.value == "mend" for item in m.of("change"))


def _opens_as_one(m: Message) -> bool:
    """A beginning that answers an echo: "nee, ...", "het was ...", "toch ...", "*"."""
    first = m.first()
    if first == "was_it" and m.follows("for", "the") and m.follows("the", "activity") and m.follows("duration", "for"):
        # "Was 2 uur aan het koken".
        return False
    if first in ("no", "x") and _names_a_value(m):
        return True
    if first == "was_it" and _names_a_value(m) and not m.told() and not m.has(*_NO_VALUE):
        # "It was lovely, 3 hours serving tea".
        return not m.follows("was_it", "smalltalk") and (bool(m.amounts) or not m.has("smalltalk"))
    if first == "yet" and m.amounts and not m.has("i", "done"):
        return True
    if m.has("sorry") and m.amounts and m.only("sorry", "duration", "range", "choice"):
        return True
    return m.follows("those", "duration") and not m.told() and not m.has("log")


# Beside these "was" and "waren" tell of what was, and not what an entry should be.
_NO_VALUE = ("i", "absence", "place_at", "planned", "there")


def _sets_against(m: Message) -> bool:
    """An old value against a new one: "niet 3 maar 2 uur", "3 uur moet 2 uur zijn", "van 3 naar 2 uur"."""
    if m.follows("but", "was_it") and not m.has("planned") and (m.amounts or not m.has("perhaps")):
        return True
    if (
        m.follows("was_it", "activity", "date")
        and not m.amounts
        and not m.told()
        and not m.has("smalltalk", "i", "there", "absence", "place_at")
    ):
        return True
    if m.has("not") and len(m.dates) > 1 and not m.amounts:
        return True
    if m.has("must") and len(m.amounts) > 1:
        return True
    if m.has("must") and m.has("be") and _names_a_value(m) and not m.told() and not m.has("i", "plan", "planned"):
        return True
    coming = any(item.value.problem is Reason.FUTURE for item in m.dates)
    if (
        m.has("not")
        and not _somebody_has_not(m)
        and not _instead_of_somebody(m)
        and not m.follows("not", "then")
        and not coming
        and _names_a_value(m)
        and not m.has("done", "absence", "perhaps", "planned", "i", "plan")
    ):
        return m.has("but") or (bool(m.amounts) and len(m.items) < _LONGEST_REMARK) or m.first() == "not"
    return m.has("to_new") and any(
        between == "to_new" and _FAMILY.get(before, before) == _FAMILY.get(after, "")
        for before, between, after in zip(m.order, m.order[1:], m.order[2:], strict=False)
    )


def _instead_of_somebody(m: Message) -> bool:
    """ "2 uur inloop ipv Piet": who stood in."""
    return any(
        instead.text in _INSTEAD and NAME[who.kind] in ("name", "other_person", "title", "unknown")
        for instead, who in pairwise(m.items)
    )


_INSTEAD = frozenset({"ipv", "i.p.v.", "in plaats van", "instead of"})


def _somebody_has_not(m: Message) -> bool:
    """ "…, zij heeft geen telefoon": why somebody else writes, in a part that tells no other value."""
    part: set[str] = set()
    parts = [part]
    for kind in m.order:
        if kind in ("comma", "stop", "questionmark", "exclamation"):
            part = set()
            parts.append(part)
        part.add(kind)
    values = {"duration", "range", "int", "dec", "date", "clock", "but"}
    return all("third" in part and part.isdisjoint(values) for part in parts if "not" in part)


ANSWERS = (
    Intent(
        "deny",
        "no",
        Meaning.DENY,
        _deny,
        needs=frozenset(("no",)),
        yes=("nee", "nee dank je", "no thanks"),
        no=("nee, 2 uur", "nee bedankt, 2 uur"),
    ),
    Intent(
        "confirm",
        "yes",
        Meaning.CONFIRM,
        _confirm,
        needs=frozenset(("yes",)),
        yes=("ja", "klopt", "ja hoor", "yes"),
        no=("ja, 2 uur tuin", "ok top"),
    ),
)
CORRECTIONS = (
    Intent(
        "correction",
        "an entry was not right",
        Meaning.CORRECTION,
        _correction,
        yes=(
            "nee, 2 uur",
            "het was dinsdag",
            "klopt niet, het was tuin geen koken",
            "niet 3 maar 2 uur",
            "van 2 naar 1,5 uur aanpassen",
            "no, it was 2 hours not 3",
            "I put in 2 hours for Monday, should have been 3, can you change it",
        ),
        no=(
            "vergeten: 2 uur tuin",
            "moest gisteren 2 uur koken",
            "oeps vergeten: maandag 2 uur inloop",
            "was 2 uur aan het koken",
            "sorry dat ik zo laat ben, gisteren 2 uur tuin",
            "gepland 2 uur maar het werd 3 uur tuin",
        ),
    ),
)
