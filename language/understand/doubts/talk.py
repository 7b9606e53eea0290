"""Doubts whether it has happened, and of whom it is told: still to come, wished, said, or true of anyone."""

from collections.abc import Sequence
from itertools import pairwise

from language.understand.clauses import SAID
from language.understand.doubts.doubt import Doubt
from language.understand.kinds import CHAR, NAME
from language.understand.message import Message
from language.understand.rule import Item
from language.understand.segments import AMOUNTS
from language.understand.wordfiles import STRENGTH

_ACTIVITY, _DURATION, _QUOTE = CHAR["activity"], CHAR["duration"], CHAR["quote"]
_STILL = frozenset({"nog", "another", "more", "еще", "ще", "daha"})
_UNTIL = frozenset({"tot", "until", "till", "til", "untill", "before", "voordat"})
_SEEN_AGAIN = frozenset({"tot", "see"})
_LEFT = frozenset({"left", "remaining", "over"})
_THAN = frozenset({"dan", "than"})
_FIRST = ("but", "then", "sorry", "greeting", "and", "comma")
_SMALL = ("the", "a", "approx", "neutral")
_IT = frozenset({"er", "there"})
_YOU = frozenset({"je", "jij", "u", "jullie", "you"})
_BY_NOW = frozenset({"al", "nu", "already"})
_NOW = frozenset({"nu", "now"})
_BE = frozenset({"is", "was", "were", "waren", "zijn"})
_WOULD = frozenset({"zou", "zouden"})
_WITH_YOU = frozenset(
    {
        "krijg",
        "krijgt",
        "krijgen",
        "hebt",
        "hep",
        "heb",
        "hebben",
        "heeft",
        "had",
        "hadden",
        "bent",
        "ben",
        "zijn",
        "deed",
        "deden",
        "did",
        "have",
        "were",
        "are",
    }
)


def counts_down(m: Message) -> bool:
    """ "2 uur tot het koken", "2 hours until the garden group": how long before it."""
    items = [item for item in m.items if NAME[item.kind] not in _SMALL]
    return any(
        amount.kind == _DURATION and to.text in _UNTIL and work.kind == _ACTIVITY
        for amount, to, work in zip(items, items[1:], items[2:], strict=False)
    )


def until_we_meet(m: Message) -> bool:
    """ "Fijne avond, tot morgen 9 uur": when one sees the others again."""
    if m.told() or m.has("log") or len(m.amounts) > 1:
        return False
    items = [item for item in m.items if NAME[item.kind] not in _SMALL and NAME[item.kind] not in ("comma", "at")]
    return any(
        NAME[parting.kind] == "bye" and _seen_again(parting) and NAME[when.kind] in ("duration", "clock")
        for parting, when in pairwise(items)
    )


def _seen_again(parting: Item) -> bool:
    words = parting.text.split()
    # What a rule made of several words has no text of its own: there the day is told already.
    return bool(words) and words[0] in _SEEN_AGAIN and words != ["tot", "ziens"]


def _still_to_come(m: Message) -> bool:
    """ "Nog een half uur koken", and nothing told that was done or when."""
    if m.told() or m.dates or m.has("log") or not m.activities:
        return False
    if m.items[-1].text in _LEFT and any(a.text in _STILL and b.kind == _DURATION for a, b in pairwise(m.items)):
        # "We hebben nog 2 uur tuin over".
        return True
    if m.has("i", "we"):
        return False
    if any(before.kind == _DURATION and left.text in _LEFT for before, left in pairwise(m.items)):
        return True
    first = next((item for item in m.items if NAME[item.kind] not in _FIRST), None)
    return first is not None and first.text in _STILL and len(m.amounts) == 1


def _said(m: Message) -> bool:
    """ "De buurman zei, ik heb 2 uur in de tuin gewerkt"."""
    if not m.says(SAID) or m.has("log"):
        return False
    said = next(position for position, item in enumerate(m.items) if item.value == SAID)
    last = max((position for position, item in enumerate(m.items) if item.kind in AMOUNTS), default=said)
    return not any(NAME[item.kind] in ("but", "then") for item in m.items[said:last])


def _quoted(m: Message) -> bool:
    """Whether the amount stands between quotation marks, and something else outside of them."""
    marks = [position for position, item in enumerate(m.items) if item.kind == _QUOTE]
    if len(marks) < 2:
        return False
    inside = any(item.kind in AMOUNTS for item in m.items[marks[0] : marks[-1]])
    around = [*m.items[: marks[0]], *m.items[marks[-1] + 1 :]]
    return inside and any(NAME[item.kind] not in ("stop", "exclamation", "emoji") for item in around)


def _would(m: Message) -> bool:
    """ "Ik zou 2 uur gekookt hebben", and it is not told what it became."""
    would = any(item.text in _WOULD for item in m.of("planned"))
    return would and len(m.amounts) == 1 and not m.has("became", "but", "log")


def _compared(m: Message) -> bool:
    """ "2 uur langer dan koken"; but "meer dan 2 uur tuin" is said of work."""
    return any(
        than.text in _THAN and _comparative(m.items[i - 1]) and _behind_amount(m.items[:i])
        for i, than in enumerate(m.items)
        if i
    )


def _comparative(item: Item) -> bool:
    return item.text.endswith("er")


def _behind_amount(items: Sequence[Item]) -> bool:
    return any(item.kind in AMOUNTS for item in items)


def _priced(m: Message) -> bool:
    """ "2 uur koken voor 5 euro"."""
    return not m.told() and not m.has("i", "we", "log") and any(map(_money, m.items))


def _money(item: Item) -> bool:
    return NAME[item.kind] == "money" or any(NAME[each.kind] == "money" for each in item.inner)


def _goes_on(m: Message) -> bool:
    """ "Ik ben al 2 uur aan het koken", "nog steeds bezig, al 2 uur in de tuin": not over yet."""
    still = any(a.text == "nog" and b.text == "steeds" for a, b in pairwise(m.items))
    now = any(
        (a.text in _BY_NOW and b.kind == _DURATION) or (a.kind == _DURATION and b.text in _NOW)
        for a, b in pairwise(m.items)
    )
    return (still or (now and not m.told())) and not m.dates


def _by_nobody(m: Message) -> bool:
    """ "Er werd 2 uur gekookt": nobody is told to have done it."""
    return any(
        (a.text in _IT and NAME[b.kind] == "became") or (NAME[a.kind] == "became" and b.text in _IT)
        for a, b in pairwise(m.items)
    ) and not m.has("i", "we", "but")


def _of_you(m: Message) -> bool:
    """ "Jullie hebben 2 uur gekookt", "je bent 2 uur bezig met koken": who reads it did it, or anybody."""
    if m.has("log"):
        return False
    return any({a.text, b.text} & _YOU and {a.text, b.text} & _WITH_YOU for a, b in pairwise(m.items))


def _length_of_work(m: Message) -> bool:
    """ "De kookgroep was 2 uur", "een lunch van 2 uur": how long the work itself was, whoever did it."""
    if m.has("a", "smalltalk") and not m.told() and not m.has("log") and _so_long_a_thing(m):
        return True
    items = [item for item in m.items if NAME[item.kind] not in ("neutral", "approx", "a", "for")]
    return not m.told() and any(
        article.text in ("de", "het", "the")
        and work.kind == _ACTIVITY
        and work.value.strength > STRENGTH["doing"]
        and was.text in _BE
        and amount.kind in AMOUNTS
        for article, work, was, amount in zip(items, items[1:], items[2:], items[3:], strict=False)
    )


def _so_long_a_thing(m: Message) -> bool:
    """ "Een lunch van 2 uur", "a 2 hour lunch", "wat een lange lunch, 2 uur"; a meal may have been eaten any day."""
    bare = not m.dates and not m.has("i", "we")
    items = [item for item in m.items if NAME[item.kind] != "unknown"]
    for article, first, second in zip(items, items[1:], items[2:], strict=False):
        if NAME[article.kind] != "a" and article.text not in _WHAT_A:
            continue
        if first.kind == _DURATION and second.text in _MEALS:
            return True
        if first.kind != _ACTIVITY or first.value.strength <= STRENGTH["doing"]:
            continue
        if bare and article.text in _WHAT_A:
            return True
        measured = second.kind == _DURATION and m.text[second.start :].casefold().startswith("van ")
        measured = measured or (NAME[second.kind] == "of" and m.follows("of", "duration"))
        if measured and (bare or first.text in _MEALS):
            return True
    return False


_WHAT_A = frozenset({"wat een", "what a"})
_MEALS = frozenset({"lunch", "ontbijt", "brunch", "lunchje", "ontbijtje", "breakfast"})


def _coming_weekday(m: Message) -> bool:
    """ "Zondag doe ik 3 uur", "zondag 3 uur tuin doen we": said of the coming one as often as of the last."""
    if m.told() or m.has("log"):
        return False
    weekday = any(day.value.kind == "weekday" and m.moment.today not in day.value.dates for day in m.dates)
    return weekday and any(a.text in _PRESENT and b.text in ("ik", "wij", "we") for a, b in pairwise(m.items))


_PRESENT = frozenset({"doe", "doen", "draai", "draaien", "help", "helpen"})

TALK: tuple[Doubt, ...] = (
    Doubt(
        "doubt.counts-down",
        "how long before the work begins",
        counts_down,
        yes=("nog 2 uur tot het koken", "2 hours until the garden group"),
        no=("van 2 tot 4 koken", "2 uur gekookt tot het eten klaar was"),
        needs=frozenset(("to", "until", "before", "lasting")),
        words=_UNTIL,
    ),
    Doubt(
        "doubt.until-we-meet",
        "a goodbye, and when one sees the others again",
        until_we_meet,
        yes=("tot morgen 2 uur tuin", "see you tomorrow 3 hours garden"),
        no=("2 uur tuin, tot morgen", "groetjes, 2 uur tuin", "tot morgen! 2 uur tuin gedaan", "tot ziens, 2 uur tuin"),
        needs=frozenset(("bye",)),
    ),
    Doubt(
        "doubt.still-to-come",
        "an amount that is left, and nothing told that was done",
        _still_to_come,
        yes=("nog een half uur koken", "2 hours left of cooking", "we hebben nog 2 uur tuin over"),
        no=("gisteren nog 2 uur tuin", "nog 2 uur gekookt", "ik heb nog 2 uur tuin"),
        words=_STILL | _LEFT,
    ),
    Doubt(
        "doubt.said",
        "what somebody else said",
        _said,
        yes=("de buurman zei, ik heb 2 uur in de tuin gewerkt", "he said I cooked 2 hours"),
        no=("2 uur gekookt",),
    ),
    Doubt(
        "doubt.quoted",
        "what stands between quotation marks",
        _quoted,
        yes=('"ik heb 2 uur gekookt" stond er', '"2 hours garden" was in the paper'),
        no=('2 uur "kookgroep"', '"2 uur tuin"'),
        needs=frozenset(("quote",)),
    ),
    Doubt(
        "doubt.would",
        "what would have been",
        _would,
        yes=("ik zou 2 uur gekookt hebben",),
        no=("zou 2 uur koken maar het werd 3 uur", "gepland 1 uur, gekookt 2 uur"),
        needs=frozenset(("planned",)),
        words=_WOULD,
    ),
    Doubt(
        "doubt.compared",
        "an amount that only compares",
        _compared,
        yes=("2 uur langer dan koken", "an hour of garden is better than cooking"),
        no=("meer dan 2 uur tuin",),
        words=_THAN,
    ),
    Doubt(
        "doubt.priced",
        "what an amount costs",
        _priced,
        yes=("2 uur koken voor 5 euro",),
        no=("2 uur gekookt voor 30 gasten", "voor 35 euro ingekocht en 4 uur gekookt"),
        needs=frozenset(("money", "count")),
    ),
    Doubt(
        "doubt.goes-on",
        "what is still going on",
        _goes_on,
        yes=("ik ben al 2 uur aan het koken", "nog steeds bezig, al 2 uur in de tuin"),
        no=("ik heb al 2 uur gekookt", "2 uur tuin"),
        words=_BY_NOW | _NOW | {"nog"},
    ),
    Doubt(
        "doubt.by-nobody",
        "work that was done, and not by whom",
        _by_nobody,
        yes=("er werd 2 uur gekookt", "gisteren werd er 2 uur in de tuin gewerkt"),
        no=("het werd 2 uur koken", "gepland 2 uur maar het werden er 3 uur tuin"),
        needs=frozenset(("became",)),
        words=_IT,
    ),
    Doubt(
        "doubt.of-you",
        "what who reads it did, or anybody",
        _of_you,
        yes=("jullie hebben 2 uur gekookt", "je bent 2 uur bezig met koken", "you have cooked 2 hours"),
        no=("wil je 2 uur koken noteren", "2 uur gekookt, dank je"),
        words=_YOU,
    ),
    Doubt(
        "doubt.coming-weekday",
        "what is done on a day of the week, and not that it was",
        _coming_weekday,
        yes=("zondag doe ik 3 uur tuin",),
        no=("zondag heb ik 3 uur tuin gedaan", "zondag 3 uur tuin"),
        needs=frozenset(("date",)),
        words=_PRESENT,
    ),
    Doubt(
        "doubt.length-of-work",
        "how long the work was, whoever did it",
        _length_of_work,
        yes=(
            "de kookgroep was 2 uur",
            "een lunch van 2 uur",
            "a 2 hour lunch",
            "the board meeting was 2 hours",
            "the kids were here for 3 hours",
        ),
        no=("kraan gemaakt bij mw. de Vries, was 40 min", "2 uur kookgroep", "een taalles van 2 uur gegeven"),
        words=_BE | _WHAT_A | {"een", "a", "an"},
    ),
)
