"""A klus that somebody asks for: what is to be done, and where."""

import re
from collections.abc import Iterator, Sequence

from language.understand.kinds import CHAR, NAME
from language.understand.meaning import Draft
from language.understand.message import Message
from language.understand.places import is_street, place_in, place_span
from language.understand.rule import Item
from language.understand.rules.people import KLUS
from language.understand.wordfiles import STRENGTH

_KLUSSEN = "klussen"
# Things of these activities are mended for people who ask; of the others nothing is ever broken.
_MENDABLE = frozenset({_KLUSSEN, "fietsen", "computerhulp", "tuin"})
_DONE_WORK = re.compile(r"(?:^|.*\s)(?:\w{0,7}ge\w{2,}[dtn]|\w{3,}ed)(?:\s.*)?$")
_ELSE = (
    *("elsewhere", "absence", "lasting", "pauseword", "delete", "wrong", "change", "schedule", "tally", "credit"),
    *("was_it", "stopword", "human", "nothing", "perhaps", "soon"),
)
_CORE = frozenset(CHAR[kind] for kind in (*("activity", "unknown", "broken", "count", "organisation", "int", "not"),))
_TELLING = ("mend", "broken")
# With these a piece does not begin, but it may end: "meld een kapotte lamp", "kast in elkaar zetten".
_LAST = frozenset(CHAR[kind] for kind in ("log", "work", "other", "done"))
_CUTS = frozenset(
    CHAR[kind]
    for kind in (
        *("comma", "stop", "exclamation", "questionmark", "question", "polite", "plan", "colonmark", "then", "but"),
        *("those", "greeting", "thanks"),
    )
)


_BESIDE_KLUS = ("attendance", "greeting", "a", "neutral", "comma", "organisation", "for", "of", "i", "we", "there")


def asks_for_klus(m: Message) -> bool:
    """Whether a klus is asked for: it says so, something is broken, or somebody should come and do it."""
    if m.amounts or m.has(*_ELSE) or any(item.value.dates < (m.moment.today,) for item in m.dates if item.value.dates):
        return False
    if _says_so(m):
        return True
    sure = [item for item in m.activities if item.value.strength >= STRENGTH["group"] and not _asked_work(item)]
    things = [item for item in m.activities if item.value.label in _MENDABLE and not _klus_word(item)]
    if sure or m.has("helped"):
        return False
    if m.has("must") and m.has("be"):
        return bool(things) and (m.has("there") or _placed(m)) and not m.has("i")
    if m.has("done"):
        return False
    # "Kun je een lamp noteren" is said to the bot.
    asked = m.says("someone", "needed") or (m.says("you") and not m.has("log"))
    if m.says("broken") and not m.has("plan"):
        if any(item.value.label == _KLUSSEN for item in things):
            return True
        return (asked or _placed(m)) and (bool(things) or m.has("unknown", "there"))
    signs = any(item.value.strength == STRENGTH["sign"] or _asked_work(item) for item in things)
    return (
        asked
        and (m.says("mend") or any(item.value.strength > STRENGTH["sign"] for item in things))
        and (signs or (bool(things) and _placed(m)))
    )


def _klus_word(item: Item) -> bool:
    """Whether the klus itself is named, as such: "klus: ..."."""
    if item.kind != CHAR["activity"]:
        return item.text in KLUS
    label, strength, _ = item.value
    return bool(label == _KLUSSEN and strength >= STRENGTH["group"])


def _asked_work(item: Item) -> bool:
    """Whether the name of an activity is what is asked for: "fiets repareren", or a klus as such."""
    return _klus_word(item) or (item.value.label in ("fietsen", _KLUSSEN) and " " in item.text)


def _says_so(m: Message) -> bool:
    """ "Klus: schutting verven", "nieuwe klus - lamp ophangen"."""
    spoken = [item for item in m.items if NAME[item.kind] not in _BESIDE_KLUS]
    return (
        len(spoken) > 2
        and _klus_word(spoken[0])
        and NAME[spoken[1].kind] in ("colonmark", "dashmark")
        and not any(_DONE_WORK.match(item.text) for item in m.activities)
        and not m.has("done", "helped", "questionmark")
    )


def _placed(m: Message) -> bool:
    return place_span(m.items, m.text) is not None


def asked_klus(m: Message) -> Draft:
    """What is to be done, in the writer's words, and where."""
    return Draft(activity=_KLUSSEN, klus=_what(m), place=_where(m))


def _where(m: Message) -> str | None:
    """The place, with the street where that is told apart from it: "bij mijn buurvrouw? Kanaalstraat 4"."""
    span = place_span(m.items, m.text)
    if span is None:
        return None
    place, rest = place_in(m.items, m.text), m.items[span[1] :]
    after = place_span(rest, m.text)
    if place is None or after is None or not any(map(is_street, rest[after[0] : after[0] + 2])):
        return place
    return f"{place}, {place_in(rest, m.text)}"


def _what(m: Message) -> str | None:
    """The piece of the message that names a thing or what is wrong, without the words that ask for it."""
    said = [(run, _weight(run)) for run in _pieces(m) if run]
    best = max(said, key=lambda piece: piece[1], default=None)
    return m.text[best[0][0].start : best[0][-1].end] if best is not None else None


def _weight(run: Sequence[Item]) -> int:
    if any((item.kind == CHAR["activity"] and not _klus_word(item)) or item.value == "broken" for item in run):
        return 2
    return int(any(item.kind == CHAR["unknown"] for item in run))


def _pieces(m: Message) -> Iterator[Sequence[Item]]:
    """The message cut at its marks, its place and where it asks; of each piece from its first word that counts."""
    first, end = place_span(m.items, m.text) or (0, 0)
    begin = 1 if _says_so(m) else 0
    piece: list[Item] = []
    skipped = 0
    for position, item in enumerate(m.items):
        if skipped < begin:
            skipped += _klus_word(item)
        elif first <= position < end or item.kind in _CUTS:
            yield _trimmed(piece)
            piece = []
        else:
            piece.append(item)
    yield _trimmed(piece)


def _trimmed(piece: Sequence[Item]) -> Sequence[Item]:
    core = [position for position, item in enumerate(piece) if item.kind in _CORE or item.value in _TELLING]
    last = [position for position, item in enumerate(piece) if item.kind in _LAST]
    return piece[core[0] : max(core + last) + 1] if core else ()
