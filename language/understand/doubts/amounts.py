"""Signs that an amount is not of work done: each a question to the message, and one that holds makes it be asked."""

from collections.abc import Sequence
from itertools import pairwise

from language.understand.doubts.amount_parts import amount_parts
from language.understand.doubts.doubt import Doubt
from language.understand.kinds import CHAR, NAME
from language.understand.message import Message
from language.understand.rule import Item
from language.understand.segments import AMOUNTS, SAME
from language.understand.wordfiles import STRENGTH

_RANGE, _DURATION = CHAR["range"], CHAR["duration"]
# With these a message can begin that orders an entry to go: "haal 9-12 en 1 uur eraf".
_ORDERS = ("unknown", "work", "polite", "delete", "must", "other", "change", "log")


def taken_off(items: Sequence[Item]) -> Item | None:
    """The length that goes off a range told before it: "van 9 tot 5, half uur eraf"."""
    amounts = [item for item in items if item.kind in AMOUNTS]
    if len(amounts) != 2 or amounts[0].kind != _RANGE or NAME[items[0].kind] in _ORDERS:
        return None
    return next(
        (
            before
            for before, after in pairwise(items)
            if NAME[after.kind] == "delete" and before.kind == _DURATION and before is amounts[1]
        ),
        None,
    )


def _asked_back(m: Message) -> bool:
    return m.asks() and not m.has("log")


def _not_certain(m: Message) -> bool:
    perhaps = m.of("perhaps")
    if perhaps and not (m.has("log") and all(item.text in _FOR_ONESELF for item in perhaps)):
        return True
    return m.has("nothing", "no", "soon", "span")


# "Noteer voor mezelf 2 uur tuin": whose hours, and not for whom it was.
_FOR_ONESELF = ("voor mezelf", "voor mijzelf", "for myself")


def _not_done(m: Message) -> bool:
    return m.has("not", "absence") and not _told_apart(m)


def _after_it(m: Message) -> bool:
    """ "Na 2 uur regen": when, not how long."""
    return m.follows("after", "duration", "range") and not m.told()


def _wished(m: Message) -> bool:
    """ "Zou ik 2 uur kunnen koken": asked for, unless it is asked to write it down."""
    return m.says("wish") and not m.has("log") and not m.told()


def _bare_end(m: Message) -> bool:
    """Whether a number that may be hours stands alone behind "for": "then cleaned for 1"."""
    ends = ("comma", "stop", "exclamation", "and", "then", "")
    return m.follows("for", "int") and any(
        before == "for" and kind == "int" and after in ends
        for before, kind, after in zip(m.order, m.order[1:], (*m.order[2:], ""), strict=False)
    )


def outcome_of_plan(m: Message) -> Item | None:
    """The bare number that a plan in hours became: "gepland 2 uur maar het werden er 3"."""
    if not m.has("planned") or len(m.amounts) != 1 or m.amounts[0].kind != _DURATION:
        return None
    planned = m.amounts[0]
    if planned.value.minutes < 60 or planned.value.minutes % 30:
        return None
    before, turned = "", False
    for item in m.items:
        kind = NAME[item.kind]
        turned = turned or (kind == "but" and item.start > planned.start)
        if (
            kind in ("int", "dec")
            and item.start > planned.start
            and (before == "became" or (turned and before == "done"))
        ):
            return item
        if kind not in ("neutral", "approx", "only", "work") and not (kind == "done" and before == "became"):
            before = kind
    return None


def _other_outcome(m: Message) -> bool:
    """ "2 uur, maar het werden er 3": what it became has no unit."""
    turned = m.has("became") or (m.has("planned") and m.has("but"))
    return turned and len(m.amounts) == 1 and m.has("int", "dec") and outcome_of_plan(m) is None


def broke_down(m: Message) -> bool:
    """ "My bus was stuck for an hour": the amount stands with what went wrong, and no work stands with both."""
    if not m.has("broken", "lasting"):
        return False
    parts: list[list[Item]] = [[]]
    for item in m.items:
        if NAME[item.kind] in _PART_ENDS:
            parts.append([])
        parts[-1].append(item)
    return any(_only_trouble(part) for part in parts)


def _only_trouble(part: Sequence[Item]) -> bool:
    amount = any(item.kind in AMOUNTS for item in part)
    trouble = any(NAME[item.kind] in ("broken", "lasting") and item.value != "took" for item in part)
    return amount and trouble and not any(NAME[item.kind] in _WORK for item in part)


_WORK = ("activity", "done", "helped", "work", "log")


def _told_apart(m: Message) -> bool:
    """Whether what was not, or who was not there, is told in a part before that of the work: "Ria ziek, dus ik"."""
    if not m.told() or m.strength() <= STRENGTH["sign"] or m.has("planned", "lasting"):
        return False
    parts: list[list[str]] = [[]]
    for item in m.items:
        kind = NAME[item.kind]
        if kind in _PART_ENDS or kind == "inversion":
            parts.append([])
        if item.kind in AMOUNTS:
            kind = "amount"
        elif kind == "activity" and item.value.strength == STRENGTH["sign"]:
            kind = "sign"
        parts[-1].append(kind)
    begun = False
    for part in parts:
        begun = begun or "amount" in part
        if "not" in part or "absence" in part:
            if begun or not _SAYS_MORE.isdisjoint(part):
                return False
            if "absence" in part and (_SOMEBODY.isdisjoint(part) or "i" in part or "we" in part):
                return False
    return True


_PART_ENDS = ("comma", "stop", "then", "but", "exclamation")
_SAYS_MORE = frozenset(("date", "activity", "int", "dec", "clock"))
_SOMEBODY = frozenset(("name", "other_person", "third", "the", "title"))


def _to_be_removed(m: Message) -> bool:
    return m.has("delete") and not _removed_as_work(m) and taken_off(m.items) is None and not m.has("pause")


def _removed_as_work(m: Message) -> bool:
    """Whether something is named that is removed as work: weeds, not an entry."""
    if any(item.value.strength == STRENGTH["doing"] for item in m.activities):
        return True
    return m.follows("unknown", "delete") and m.strength() > 1 and all(i.value == "done" for i in m.of("delete"))


def _regular(m: Message) -> bool:
    return (m.has("schedule") and not m.dates) or m.first() == "stopword"


def _merely_took(m: Message) -> bool:
    """ "De vergadering duurde 2 uur": whether the writer was there is not told."""
    if not m.says("took") or m.has("planned", "became"):
        return False
    later = all(item.start > amount.end for amount in m.amounts for item in m.of("lasting") if item.value == "took")
    if len(m.amounts) == 1 and later and not any(i.value == "took" for part in amount_parts(m) for i in part):
        # "19.30-21.45 vergadering, duurde weer te lang".
        return False
    before = (NAME[earlier.kind] for earlier, item in pairwise(m.items) if item.value == "took")
    return not m.told() or not _NO_WORK.isdisjoint(before)


# "The bus took 2 hours": nobody's work, whatever else is told.
_NO_WORK = frozenset(("thing", "elsewhere", "name", "title", "other_person", "heads", "unknown"))


def _beside_something_else(m: Message) -> bool:
    return len(m.amounts) > 1 and m.has("lasting", "attendance", "newcomers", "elsewhere")


def _every_something(m: Message) -> bool:
    """ "Elke dins 2 uur": what comes back is not done on one day."""
    return m.says("every") and any(
        item.value == "every" and NAME[after.kind] == "unknown" for item, after in pairwise(m.items)
    )


def _merely_was(m: Message) -> bool:
    alone = not m.has("people", "count", "heads", "visitors", "nobody")
    there = any(item.value != "came" and not (alone and item.text == "aanwezig") for item in m.of("there"))
    if m.follows("count", "is") and not m.has("i", "we", "inversion") and any(map(_of_a_thing, amount_parts(m))):
        return True
    return (there or m.has("is")) and not m.has("i", "inversion", "we", "log", "people", "count")


def _of_a_thing(part: Sequence[Item]) -> bool:
    """ "Room 2 is painted 8 till 10": what is told of it stands with the amount."""
    return any(NAME[a.kind] == "count" and NAME[b.kind] == "is" for a, b in pairwise(part))


def _asked_for(m: Message) -> bool:
    if m.has("ask") and not (m.told() or m.has("work", "log")):
        return True
    return m.has("polite") and m.has("work") and not m.told() and not m.has("log")


def _the_same(m: Message) -> bool:
    """ "2 uur tuin, Els idem": like what is told, but of whom or what is not certain; of a day it is."""
    return any(same.value == SAME and NAME[before.kind] != "date" for before, same in pairwise(m.items))


AMOUNT_DOUBTS: tuple[Doubt, ...] = (
    Doubt(
        "doubt.the-same",
        "the same of somebody or something else",
        _the_same,
        yes=("2 uur tuin, els idem", "2 uur koken en taal hetzelfde"),
        no=("ma 2 uur tuin, di idem",),
        needs=frozenset(("neutral",)),
        words=frozenset({"hetzelfde", "idem", "idem dito", "dito", "precies hetzelfde", "ook hetzelfde", "het zelfde"}),
    ),
    Doubt(
        "doubt.asked-back",
        "a question",
        _asked_back,
        yes=("2 uur tuin?",),
        no=("2 uur tuin",),
        needs=frozenset(("questionmark",)),
    ),
    Doubt(
        "doubt.not-certain",
        "what is perhaps, soon or nothing",
        _not_certain,
        yes=("misschien 2 uur tuin",),
        no=("2 uur tuin",),
        needs=frozenset(("nothing", "no", "perhaps", "soon", "span")),
    ),
    Doubt(
        "doubt.not-done",
        "what was not done",
        _not_done,
        yes=("2 uur niet gekookt",),
        no=("2 uur gekookt",),
        needs=frozenset(("not", "absence")),
    ),
    Doubt(
        "doubt.after-it",
        "when, and not how long",
        _after_it,
        yes=("na 2 uur regen tuin",),
        no=("na 2 uur gekookt",),
        needs=frozenset(("after",)),
    ),
    Doubt(
        "doubt.wished",
        "what is asked for",
        _wished,
        yes=("zou ik 2 uur koken",),
        no=("zou ik 2 uur koken mogen noteren",),
    ),
    Doubt(
        "doubt.bare-end",
        "a second number that may be hours",
        _bare_end,
        yes=("1 hour garden then cleaned for 1",),
        no=("1 hour garden for 12 guests",),
        needs=frozenset(("for",)),
    ),
    Doubt(
        "doubt.other-outcome",
        "what it became has no unit",
        _other_outcome,
        yes=("2 uur tuin, het werd 3", "I was supposed to do 2 hours but 3 at the drop-in"),
        no=("2 uur tuin", "I was supposed to do 2 hours but stayed 3 at the drop-in"),
        needs=frozenset(("became", "planned")),
    ),
    Doubt(
        "doubt.broke-down",
        "how long something was out of order",
        broke_down,
        yes=("my bus was stuck for an hour",),
        no=("2 uur kapotte lamp vervangen",),
        needs=frozenset(("broken", "lasting")),
    ),
    Doubt(
        "doubt.to-be-removed",
        "an entry that must go",
        _to_be_removed,
        yes=("2 uur tuin weg",),
        no=("2 uur onkruid verwijderd",),
        needs=frozenset(("delete",)),
    ),
    Doubt(
        "doubt.regular",
        "what is usual",
        _regular,
        yes=("meestal 2 uur tuin",),
        no=("gisteren 2 uur tuin",),
    ),
    Doubt(
        "doubt.merely-took",
        "how long something took, not whose time",
        _merely_took,
        yes=("de vergadering duurde 2 uur", "took the kids to the zoo, 3 hours on my feet"),
        no=("2 uur vergadering", "19.30-21.45 bestuursvergadering, duurde weer te lang"),
        needs=frozenset(("lasting",)),
    ),
    Doubt(
        "doubt.beside-something-else",
        "a second amount of something else",
        _beside_something_else,
        yes=("bus 20 min te laat, 2 uur tuin",),
        no=("2 uur tuin, 1 uur koken",),
        needs=frozenset(("lasting", "attendance", "newcomers", "elsewhere")),
    ),
    Doubt(
        "doubt.every-something",
        "what comes back",
        _every_something,
        yes=("elke klaverjas 2 uur",),
        no=("elke dag 2 uur",),
        needs=frozenset(("each",)),
    ),
    Doubt(
        "doubt.merely-was",
        "that something was there",
        _merely_was,
        yes=("er was 2 uur koken", "room 2 is painted 8 till 10 for the choir"),
        no=("ik was er 2 uur, koken",),
        needs=frozenset(("there", "is")),
    ),
    Doubt(
        "doubt.asked-for",
        "what is asked of somebody",
        _asked_for,
        yes=("graag 2 uur werk in de tuin",),
        no=("graag 2 uur tuin noteren",),
        needs=frozenset(("ask", "polite")),
    ),
)
